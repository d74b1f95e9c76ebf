BEGIN;
CREATE TABLE IF NOT EXISTS document (
  doc TEXT NOT NULL PRIMARY KEY, title TEXT,
  published TEXT, publisher TEXT, url TEXT);
CREATE TABLE IF NOT EXISTS meeting (
  doc TEXT NOT NULL PRIMARY KEY REFERENCES document (doc),
  type TEXT, date TEXT, place TEXT, mode TEXT, title TEXT);
CREATE TABLE IF NOT EXISTS meeting_country (
  doc TEXT NOT NULL REFERENCES document (doc), n BIGINT NOT NULL,
  country TEXT NOT NULL, PRIMARY KEY (doc, n));
CREATE TABLE IF NOT EXISTS participant (
  doc TEXT NOT NULL REFERENCES document (doc), n BIGINT NOT NULL,
  person TEXT, name TEXT, office TEXT, country TEXT, side TEXT,
  PRIMARY KEY (doc, n));
CREATE TABLE IF NOT EXISTS unit (
  doc TEXT NOT NULL REFERENCES document (doc), n BIGINT NOT NULL,
  para BIGINT NOT NULL, sent BIGINT NOT NULL, kind TEXT NOT NULL,
  key TEXT, value TEXT, source_start BIGINT, source_end BIGINT,
  text TEXT NOT NULL, PRIMARY KEY (doc, n));
CREATE TABLE IF NOT EXISTS span (
  doc TEXT NOT NULL REFERENCES document (doc), n BIGINT NOT NULL,
  unit BIGINT, start_byte BIGINT NOT NULL, end_byte BIGINT NOT NULL,
  kind TEXT NOT NULL, key TEXT, text TEXT NOT NULL, PRIMARY KEY (doc, n),
  FOREIGN KEY (doc, unit) REFERENCES unit (doc, n));
CREATE TABLE IF NOT EXISTS attribute (
  doc TEXT NOT NULL, span BIGINT NOT NULL, n BIGINT NOT NULL,
  name TEXT NOT NULL, value TEXT, PRIMARY KEY (doc, span, n),
  FOREIGN KEY (doc, span) REFERENCES span (doc, n));
CREATE TABLE IF NOT EXISTS act_party (
  doc TEXT NOT NULL, span BIGINT NOT NULL, n BIGINT NOT NULL,
  side TEXT NOT NULL, party TEXT NOT NULL, PRIMARY KEY (doc, span, side, n),
  FOREIGN KEY (doc, span) REFERENCES span (doc, n));
CREATE INDEX IF NOT EXISTS meeting_date ON meeting (date);
CREATE INDEX IF NOT EXISTS meeting_country_country ON meeting_country (country);
CREATE INDEX IF NOT EXISTS participant_person ON participant (person);
CREATE INDEX IF NOT EXISTS span_key ON span (kind, key);
CREATE INDEX IF NOT EXISTS span_unit ON span (doc, unit);
CREATE INDEX IF NOT EXISTS act_party_party ON act_party (party, side);
DELETE FROM act_party WHERE doc = 'demo-dvorak';
DELETE FROM attribute WHERE doc = 'demo-dvorak';
DELETE FROM span WHERE doc = 'demo-dvorak';
DELETE FROM unit WHERE doc = 'demo-dvorak';
DELETE FROM participant WHERE doc = 'demo-dvorak';
DELETE FROM meeting_country WHERE doc = 'demo-dvorak';
DELETE FROM meeting WHERE doc = 'demo-dvorak';
DELETE FROM document WHERE doc = 'demo-dvorak';
INSERT INTO document VALUES
('demo-dvorak', 'Secretary Brandt''s Call with Czech Foreign Minister Dvořák', '2022-03-08', NULL, 'https://readouts.example.org/2022/03/brandt-dvorak');
INSERT INTO meeting VALUES
('demo-dvorak', 'call', '2022-03-08', NULL, 'phone', 'Secretary Brandt''s Call with Czech Foreign Minister Dvořák');
INSERT INTO meeting_country VALUES
('demo-dvorak', 1, 'US'),
('demo-dvorak', 2, 'CZ');
INSERT INTO participant VALUES
('demo-dvorak', 1, 'thomas-brandt', 'Thomas J. Brandt', 'Secretary of State', 'US', '1'),
('demo-dvorak', 2, 'marek-dvorak', 'Marek Dvořák', 'Foreign Minister', 'CZ', '2');
INSERT INTO unit VALUES
('demo-dvorak', 1, 0, 0, 'meta', 'title', 'Secretary Brandt''s Call with Czech Foreign Minister Dvořák', 12, 77, 'Secretary Brandt''s Call with Czech Foreign Minister Dvořák'),
('demo-dvorak', 2, 0, 0, 'meta', 'published', '2022-03-08', 85, 95, '2022-03-08'),
('demo-dvorak', 3, 0, 0, 'meta', 'url', 'https://readouts.example.org/2022/03/brandt-dvorak', 108, 158, 'https://readouts.example.org/2022/03/brandt-dvorak'),
('demo-dvorak', 4, 0, 0, 'meta', 'tags', 'Readout, Czech Republic, NATO', 165, 196, 'Readout, Czech Republic, NATO'),
('demo-dvorak', 5, 1, 1, 'title', NULL, NULL, 12, 77, 'Secretary Brandt''s Call with Czech Foreign Minister Dvořák'),
('demo-dvorak', 6, 2, 1, 'head', NULL, NULL, 204, 230, 'Office of the Spokesperson'),
('demo-dvorak', 7, 3, 1, 'head', NULL, NULL, 234, 292, 'The below is attributable to Spokesperson Laura Whitfield:'),
('demo-dvorak', 8, 4, 1, 'sent', NULL, NULL, 294, 385, 'Secretary of State Thomas J. Brandt spoke today with Czech Foreign Minister Marek Dvořák.'),
('demo-dvorak', 9, 4, 2, 'sent', NULL, NULL, 386, 553, 'The Secretary thanked the Czech Republic for receiving refugees from Ukraine and for its contribution to NATO''s eastern flank.'),
('demo-dvorak', 10, 5, 1, 'sent', NULL, NULL, 555, 570, 'They discussed:'),
('demo-dvorak', 11, 6, 1, 'item', NULL, NULL, 574, 638, 'energy security and the supply of natural gas to Central Europe;'),
('demo-dvorak', 12, 6, 2, 'item', NULL, NULL, 641, 720, 'sanctions against Russia, which Minister Dvořák said must be "felt and kept";'),
('demo-dvorak', 13, 6, 3, 'item', NULL, NULL, 723, 779, 'the next session of the UN General Assembly in New York.'),
('demo-dvorak', 14, 7, 1, 'sent', NULL, NULL, 781, 863, 'Secretary Brandt reaffirmed the United States'' ironclad commitment to Article 5.'),
('demo-dvorak', 15, 7, 2, 'sent', NULL, NULL, 864, 916, 'He urged Belarus to release all political prisoners.'),
('demo-dvorak', 16, 8, 1, 'note', NULL, NULL, 919, 922, '###');
INSERT INTO span VALUES
('demo-dvorak', 1, 5, 0, 9, 'role', 'thomas-brandt', 'Secretary'),
('demo-dvorak', 2, 5, 10, 16, 'person', 'thomas-brandt', 'Brandt'),
('demo-dvorak', 3, 5, 29, 34, 'country', 'CZ', 'Czech'),
('demo-dvorak', 4, 5, 35, 51, 'role', 'marek-dvorak', 'Foreign Minister'),
('demo-dvorak', 5, 5, 52, 60, 'person', 'marek-dvorak', 'Dvořák'),
('demo-dvorak', 6, 6, 14, 26, 'role', 'laura-whitfield', 'Spokesperson'),
('demo-dvorak', 7, 7, 29, 41, 'role', 'laura-whitfield', 'Spokesperson'),
('demo-dvorak', 8, 7, 42, 57, 'person', 'laura-whitfield', 'Laura Whitfield'),
('demo-dvorak', 9, 8, 0, 18, 'role', 'thomas-brandt', 'Secretary of State'),
('demo-dvorak', 10, 8, 19, 35, 'person', 'thomas-brandt', 'Thomas J. Brandt'),
('demo-dvorak', 11, 8, 36, 90, 'act', 'call', 'spoke today with Czech Foreign Minister Marek Dvořák'),
('demo-dvorak', 12, 8, 42, 47, 'date', '2022-03-08', 'today'),
('demo-dvorak', 13, 8, 53, 58, 'country', 'CZ', 'Czech'),
('demo-dvorak', 14, 8, 59, 75, 'role', 'marek-dvorak', 'Foreign Minister'),
('demo-dvorak', 15, 8, 76, 90, 'person', 'marek-dvorak', 'Marek Dvořák'),
('demo-dvorak', 16, 9, 4, 13, 'role', 'thomas-brandt', 'Secretary'),
('demo-dvorak', 17, 9, 14, 125, 'act', 'thank', 'thanked the Czech Republic for receiving refugees from Ukraine and for its contribution to NATO''s eastern flank'),
('demo-dvorak', 18, 9, 26, 40, 'country', 'CZ', 'Czech Republic'),
('demo-dvorak', 19, 9, 55, 63, 'topic', 'migration', 'refugees'),
('demo-dvorak', 20, 9, 69, 76, 'country', 'UA', 'Ukraine'),
('demo-dvorak', 21, 9, 105, 109, 'org', 'NATO', 'NATO'),
('demo-dvorak', 22, 9, 112, 125, 'topic', 'regional-security', 'eastern flank'),
('demo-dvorak', 23, 10, 5, 14, 'act', 'discuss', 'discussed'),
('demo-dvorak', 24, 11, 0, 15, 'topic', 'energy', 'energy security'),
('demo-dvorak', 25, 11, 34, 45, 'topic', 'energy', 'natural gas'),
('demo-dvorak', 26, 11, 49, 63, 'place', 'central-europe', 'Central Europe'),
('demo-dvorak', 27, 12, 0, 9, 'topic', 'sanctions', 'sanctions'),
('demo-dvorak', 28, 12, 18, 24, 'country', 'RU', 'Russia'),
('demo-dvorak', 29, 12, 32, 40, 'role', 'marek-dvorak', 'Minister'),
('demo-dvorak', 30, 12, 41, 49, 'person', 'marek-dvorak', 'Dvořák'),
('demo-dvorak', 31, 13, 24, 43, 'org', 'UNGA', 'UN General Assembly'),
('demo-dvorak', 32, 13, 47, 55, 'place', 'new-york', 'New York'),
('demo-dvorak', 33, 14, 0, 9, 'role', 'thomas-brandt', 'Secretary'),
('demo-dvorak', 34, 14, 10, 16, 'person', 'thomas-brandt', 'Brandt'),
('demo-dvorak', 35, 14, 17, 79, 'act', 'affirm', 'reaffirmed the United States'' ironclad commitment to Article 5'),
('demo-dvorak', 36, 14, 32, 45, 'country', 'US', 'United States'),
('demo-dvorak', 37, 14, 47, 66, 'topic', 'alliance', 'ironclad commitment'),
('demo-dvorak', 38, 14, 70, 79, 'instrument', 'article-5', 'Article 5'),
('demo-dvorak', 39, 14, 70, 79, 'topic', 'alliance', 'Article 5'),
('demo-dvorak', 40, 15, 3, 51, 'act', 'urge', 'urged Belarus to release all political prisoners'),
('demo-dvorak', 41, 15, 9, 16, 'country', 'BY', 'Belarus'),
('demo-dvorak', 42, 15, 32, 51, 'topic', 'human-rights', 'political prisoners');
INSERT INTO attribute VALUES
('demo-dvorak', 2, 1, 'role', 'Secretary of State'),
('demo-dvorak', 3, 1, 'form', 'people'),
('demo-dvorak', 5, 1, 'role', 'Foreign Minister'),
('demo-dvorak', 5, 2, 'country', 'CZ'),
('demo-dvorak', 8, 1, 'role', 'Spokesperson'),
('demo-dvorak', 10, 1, 'role', 'Secretary of State'),
('demo-dvorak', 11, 1, 'by', 'thomas-brandt'),
('demo-dvorak', 11, 2, 'to', 'marek-dvorak'),
('demo-dvorak', 11, 3, 'verb', 'spoke'),
('demo-dvorak', 11, 4, 'cameo', '04'),
('demo-dvorak', 13, 1, 'form', 'people'),
('demo-dvorak', 15, 1, 'role', 'Foreign Minister'),
('demo-dvorak', 15, 2, 'country', 'CZ'),
('demo-dvorak', 17, 1, 'by', 'thomas-brandt'),
('demo-dvorak', 17, 2, 'to', 'CZ'),
('demo-dvorak', 17, 3, 'verb', 'thanked'),
('demo-dvorak', 17, 4, 'cameo', '05'),
('demo-dvorak', 18, 1, 'form', 'name'),
('demo-dvorak', 20, 1, 'form', 'name'),
('demo-dvorak', 23, 1, 'by', 'thomas-brandt,marek-dvorak'),
('demo-dvorak', 23, 2, 'verb', 'discussed'),
('demo-dvorak', 23, 3, 'cameo', '04'),
('demo-dvorak', 28, 1, 'form', 'name'),
('demo-dvorak', 30, 1, 'role', 'Foreign Minister'),
('demo-dvorak', 30, 2, 'country', 'CZ'),
('demo-dvorak', 32, 1, 'country', 'US'),
('demo-dvorak', 34, 1, 'role', 'Secretary of State'),
('demo-dvorak', 35, 1, 'by', 'thomas-brandt'),
('demo-dvorak', 35, 2, 'verb', 'reaffirmed'),
('demo-dvorak', 35, 3, 'cameo', '05'),
('demo-dvorak', 36, 1, 'form', 'name'),
('demo-dvorak', 40, 1, 'by', 'thomas-brandt'),
('demo-dvorak', 40, 2, 'to', 'BY'),
('demo-dvorak', 40, 3, 'verb', 'urged'),
('demo-dvorak', 40, 4, 'cameo', '02'),
('demo-dvorak', 41, 1, 'form', 'name');
INSERT INTO act_party VALUES
('demo-dvorak', 11, 1, 'by', 'thomas-brandt'),
('demo-dvorak', 11, 1, 'to', 'marek-dvorak'),
('demo-dvorak', 17, 1, 'by', 'thomas-brandt'),
('demo-dvorak', 17, 1, 'to', 'CZ'),
('demo-dvorak', 23, 1, 'by', 'thomas-brandt'),
('demo-dvorak', 23, 2, 'by', 'marek-dvorak'),
('demo-dvorak', 35, 1, 'by', 'thomas-brandt'),
('demo-dvorak', 40, 1, 'by', 'thomas-brandt'),
('demo-dvorak', 40, 1, 'to', 'BY');
COMMIT;
