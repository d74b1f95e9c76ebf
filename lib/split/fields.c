#include "fields.h"

#include "../text.h"
#include "date.h"
#include "frontmatter.h"

/* The field's name in a record, by what it is called in front matters and mails. */
static struct slice
field_key(struct slice name, char *buffer, size_t size)
{
	static const struct {
		struct slice name, key;
	} keys[] = {
	    {{"date", 4}, {"published", 9}},
	    {{"published_time", 14}, {"published", 9}},
	    {{"published", 9}, {"published", 9}},
	    {{"pubdate", 7}, {"published", 9}},
	    {{"publish_date", 12}, {"published", 9}},
	    {{"modified_time", 13}, {"updated", 7}},
	    {{"updated", 7}, {"updated", 7}},
	    {{"modified", 8}, {"updated", 7}},
	    {{"last_modified", 13}, {"updated", 7}},
	    {{"source_url", 10}, {"url", 3}},
	    {{"url", 3}, {"url", 3}},
	    {{"link", 4}, {"url", 3}},
	    {{"source", 6}, {"url", 3}},
	    {{"permalink", 9}, {"url", 3}},
	    {{"tags", 4}, {"tags", 4}},
	    {{"keywords", 8}, {"tags", 4}},
	    {{"categories", 10}, {"tags", 4}},
	    {{"publisher", 9}, {"publisher", 9}},
	    {{"place", 5}, {"place", 5}},
	    {{"location", 8}, {"place", 5}},
	};
	size_t i, len = 0;

	buffer[0] = '\0';
	for (i = 0; i < name.len && len < size; i++) {
		char c = text_lower_byte(name.at[i]);

		if ((unsigned char)c > ' ' && (unsigned char)c < 0x7F)
			buffer[len++] = c;
	}
	for (i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (keys[i].name.at[0] == buffer[0] &&
		    slice_equal((struct slice){buffer, len}, keys[i].name))
			return keys[i].key;
	return (struct slice){buffer, len};
}

void
fields_write(struct document *document, struct slice block, uint64_t offset, bool mail,
	     char *buffer)
{
	struct plain *plain = document->plain;
	struct field field;
	struct slice key, value;
	struct origin found;
	struct date date;
	char name[64];
	size_t at = 0;

	document->mail = mail;
	plain->markup = false;
	plain->quoted = false;
	while (mail ? mail_field_next(block, &at, buffer, &field)
		    : frontmatter_next(block, &at, buffer, &field)) {
		plain_clear(plain);
		plain_add(plain, field.value, 0);
		plain_trim(plain);
		key = field_key(field.name, name, sizeof name);
		if (plain->len == 0 || key.len == 0)
			continue;
		found = (struct origin){plain_text(plain), offset + field.from,
					offset + field.to};
		value = found.text;
		if ((slice_is(key, "published") || slice_is(key, "updated")) &&
		    date_find(document->words, value, &date))
			value = (struct slice){date.iso, date.len};
		emit_meta(document->emitter, key, value, &found, false);
		if (slice_is(key, mail ? "subject" : "title") &&
		    plain->len < DOCUMENT_TITLE) {
			memcpy(document->pending, plain->text, plain->len);
			document->pending_len = plain->len;
			document->pending_from = found.from;
			document->pending_to = found.to;
		}
	}
	plain->markup = true;
}
