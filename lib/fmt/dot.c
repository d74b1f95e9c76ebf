#include <stdlib.h>

#include "country.h"
#include "diag.h"
#include "escape.h"
#include "facts.h"
#include "format.h"
#include "list.h"

/* Everybody meets everybody: more would be a list of guests, not a meeting. */
enum { MOST_PEOPLE = 300 };

enum node_kind { NODE_COUNTRY, NODE_PERSON };

struct node {
	struct slice key, label, country;
	enum node_kind kind;
	uint32_t meetings;
	bool met; /* somebody: else it is not drawn */
};

/* Two nodes, the smaller number first, and how often they met. */
struct edge {
	uint32_t ends[2];
	uint32_t meetings;
};

/* All that is kept of the documents. */
struct graph {
	struct facts facts;
	struct arena arena;
	struct hash node_index, edge_index;
	struct node *nodes;
	size_t node_count, node_capacity;
	struct edge *edges;
	size_t edge_count, edge_capacity;
	uint32_t met[MOST_PEOPLE]; /* nodes of the document at hand */
};

/* "p" or "c" and the key, in the arena. */
static struct slice
node_id(struct arena *arena, enum node_kind kind, struct slice key)
{
	char *name = arena_bytes(arena, key.len + 1);

	name[0] = kind == NODE_PERSON ? 'p' : 'c';
	memcpy(name + 1, key.at, key.len);
	return (struct slice){name, key.len + 1};
}

/* Only what is new takes memory for good. */
static uint32_t
find_node(struct graph *graph, struct arena *scratch, enum node_kind kind,
	  struct slice key)
{
	struct slice id = node_id(scratch, kind, key);
	uint32_t hash = hash_bytes(id.at, id.len);
	uint32_t number = hash_find(&graph->node_index, id, hash);

	if (number != HASH_NONE)
		return number;
	number = (uint32_t)graph->node_count;
	id = arena_copy(&graph->arena, id);
	*hash_place(&graph->node_index, id, hash) = number;
	graph->nodes = grow(graph->nodes, graph->node_count, &graph->node_capacity,
			    sizeof *graph->nodes);
	graph->nodes[graph->node_count++] =
	    (struct node){.kind = kind, .key = slice_cut(id, 1, id.len)};
	return number;
}

/* The longest name, whatever document comes first. */
static void
name_node(struct graph *graph, uint32_t number, struct slice label, struct slice country)
{
	struct node *node = &graph->nodes[number];

	node->meetings++;
	if (label.len > node->label.len ||
	    (label.len == node->label.len && list_compare(label, node->label) < 0))
		node->label = arena_copy(&graph->arena, label);
	if (country.len > 0 &&
	    (node->country.len == 0 || list_compare(country, node->country) < 0))
		node->country = arena_copy(&graph->arena, country);
}

static void
join(struct graph *graph, uint32_t one, uint32_t other)
{
	struct edge edge = {
	    .ends = {one < other ? one : other, one < other ? other : one}};
	struct slice key = {(const char *)edge.ends, sizeof edge.ends};
	uint32_t hash = hash_bytes(key.at, key.len);
	uint32_t at = hash_find(&graph->edge_index, key, hash);

	if (at == HASH_NONE) {
		at = (uint32_t)graph->edge_count;
		*hash_place(&graph->edge_index, arena_copy(&graph->arena, key), hash) =
		    at;
		graph->edges = grow(graph->edges, graph->edge_count,
				    &graph->edge_capacity, sizeof edge);
		graph->edges[graph->edge_count++] = edge;
	}
	graph->edges[at].meetings++;
	graph->nodes[one].met = graph->nodes[other].met = true;
}

/* Those of one side came together; they did not meet each other there. */
static bool
face_each_other(const struct who *one, const struct who *other)
{
	if (slice_equal(one->key, other->key))
		return false;
	if (one->side.len > 0 && other->side.len > 0)
		return !slice_equal(one->side, other->side);
	return !slice_equal(one->country, other->country);
}

/*
 * Where all are of one side (a minister and his country's mayors), the first named
 * met the others.
 */
static void
join_people(struct graph *graph, const struct who *const *who, uint32_t count)
{
	bool any = false;
	uint32_t i, j;

	for (i = 0; i < count; i++) {
		for (j = i + 1; j < count; j++) {
			if (!face_each_other(who[i], who[j]))
				continue;
			join(graph, graph->met[i], graph->met[j]);
			any = true;
		}
	}
	for (i = 1; !any && i < count; i++)
		if (graph->met[i] != graph->met[0])
			join(graph, graph->met[0], graph->met[i]);
}

static void
add_people(struct graph *graph, struct arena *scratch, const struct document *document)
{
	const struct who *who[MOST_PEOPLE];
	const struct facts *facts = &graph->facts;
	uint32_t count = 0;
	size_t all;

	for (all = 0; all < facts->people_count; all++) {
		if (!facts->people[all].taking_part || facts->people[all].key.len == 0)
			continue;
		if (count == MOST_PEOPLE) {
			diag_input(NULL, 0,
				   "%.*s: only the first %d who took part are drawn",
				   (int)(document->id.len < 100 ? document->id.len : 100),
				   document->id.at, MOST_PEOPLE);
			break;
		}
		who[count] = &facts->people[all];
		graph->met[count] =
		    find_node(graph, scratch, NODE_PERSON, who[count]->key);
		name_node(graph, graph->met[count], who[count]->name,
			  who[count]->country);
		count++;
	}
	join_people(graph, who, count);
}

static void
add_countries(struct graph *graph, struct arena *scratch)
{
	struct slice countries = graph->facts.meeting.countries, country;
	uint32_t count = 0, i, j, node;

	while (count < MOST_PEOPLE && list_next(&countries, &country)) {
		node = find_node(graph, scratch, NODE_COUNTRY, country);
		for (i = 0; i < count; i++)
			if (graph->met[i] == node)
				break;
		if (i < count)
			continue;
		name_node(graph, node, country_name(country), country);
		graph->met[count++] = node;
	}
	for (i = 0; i < count; i++)
		for (j = i + 1; j < count; j++)
			join(graph, graph->met[i], graph->met[j]);
}

static void
dot_document(struct render *render, void *state, const struct document *document)
{
	struct graph *graph = state;

	facts_find(&graph->facts, &render->arena, document);
	add_people(graph, &render->arena, document);
	add_countries(graph, &render->arena);
}

/*
 * Inside quotes: the quote; the backslash, which begins an escape of labels; the
 * ampersand, which begins a character reference there.
 */
static void
write_quoted(struct output *out, struct arena *arena, struct slice s)
{
	size_t i;

	s = escape_copy(arena, s);
	for (i = 0; i < s.len; i++) {
		if (s.at[i] == '"' || s.at[i] == '\\')
			output_char(out, '\\');
		output_char(out, s.at[i]);
		if (s.at[i] == '&')
			output_string(out, "amp;");
	}
}

static void
write_id(struct output *out, struct arena *arena, const struct node *node)
{
	output_string(out, node->kind == NODE_PERSON ? "\"person " : "\"country ");
	write_quoted(out, arena, node->key);
	output_char(out, '"');
}

/* One of the twelve colours of the scheme set312; the same for one country always. */
static void
write_colour(struct output *out, struct slice country)
{
	output_string(out, ", fillcolor=\"/set312/");
	output_number(out, hash_bytes(country.at, country.len) % 12 + 1);
	output_char(out, '"');
}

static void
write_node(struct output *out, struct arena *arena, const struct node *node)
{
	output_char(out, '\t');
	write_id(out, arena, node);
	output_string(out, " [label=\"");
	write_quoted(out, arena, node->label.len > 0 ? node->label : node->key);
	if (node->kind == NODE_PERSON && node->country.len > 0) {
		output_string(out, "\\n");
		write_quoted(out, arena, node->country);
	}
	output_string(out, "\", tooltip=\"");
	output_number(out, node->meetings);
	output_string(out, node->meetings == 1 ? " meeting\"" : " meetings\"");
	if (node->kind == NODE_COUNTRY)
		output_string(out, ", shape=box, penwidth=2");
	if (node->country.len > 0)
		write_colour(out, node->country);
	output_string(out, "];\n");
}

/* Grows with the logarithm: one meeting 1, a thousand 10. */
static unsigned
pen_width(uint32_t meetings)
{
	unsigned width = 0;

	for (; meetings > 0; meetings >>= 1)
		width++;
	return width;
}

static void
write_edge(struct output *out, struct arena *arena, const struct graph *graph,
	   const struct edge *edge)
{
	output_char(out, '\t');
	write_id(out, arena, &graph->nodes[edge->ends[0]]);
	output_string(out, " -- ");
	write_id(out, arena, &graph->nodes[edge->ends[1]]);
	output_string(out, " [weight=");
	output_number(out, edge->meetings);
	output_string(out, ", penwidth=");
	output_number(out, pen_width(edge->meetings));
	if (edge->meetings > 1) {
		output_string(out, ", label=");
		output_number(out, edge->meetings);
	}
	output_string(out, "];\n");
}

/* Whose country is drawn too hangs on it by a thin line. */
static void
write_home(struct output *out, struct arena *arena, struct graph *graph,
	   const struct node *node)
{
	struct slice id;
	uint32_t home;

	if (node->kind != NODE_PERSON || !node->met || node->country.len == 0)
		return;
	id = node_id(arena, NODE_COUNTRY, node->country);
	home = hash_find(&graph->node_index, id, hash_bytes(id.at, id.len));
	if (home == HASH_NONE || !graph->nodes[home].met)
		return;
	output_char(out, '\t');
	write_id(out, arena, &graph->nodes[home]);
	output_string(out, " -- ");
	write_id(out, arena, node);
	output_string(out, " [style=dotted, color=gray50];\n");
}

static int
compare_nodes(const struct node *a, const struct node *b)
{
	return a->kind != b->kind ? (a->kind < b->kind ? -1 : 1)
				  : list_compare(a->key, b->key);
}

static int
compare_node_numbers(const void *one, const void *other)
{
	return compare_nodes(*(const struct node *const *)one,
			     *(const struct node *const *)other);
}

static int
compare_edges(const void *one, const void *other)
{
	const struct edge *a = one, *b = other;

	if (a->ends[0] != b->ends[0])
		return a->ends[0] < b->ends[0] ? -1 : 1;
	return a->ends[1] < b->ends[1] ? -1 : a->ends[1] > b->ends[1];
}

/*
 * Puts the nodes in the order of their names, so that documents in another order
 * give the same graph; edges and index follow. The old array is given back.
 */
static void
sort_graph(struct graph *graph)
{
	size_t count = graph->node_count, i;
	struct node **order = arena_take(&graph->arena, (count + 1) * sizeof *order);
	uint32_t *moved = arena_take(&graph->arena, (count + 1) * sizeof *moved);
	struct node *sorted = arena_take(&graph->arena, (count + 1) * sizeof *sorted);
	uint32_t one, other;

	for (i = 0; i < count; i++)
		order[i] = &graph->nodes[i];
	qsort(order, count, sizeof *order, compare_node_numbers);
	for (i = 0; i < count; i++) {
		sorted[i] = *order[i];
		moved[order[i] - graph->nodes] = (uint32_t)i;
	}
	if (count > 0)
		memcpy(graph->nodes, sorted, count * sizeof *sorted);
	for (i = 0; i <= graph->node_index.mask && graph->node_index.slots; i++)
		if (graph->node_index.slots[i].hash)
			graph->node_index.slots[i].value =
			    moved[graph->node_index.slots[i].value];
	for (i = 0; i < graph->edge_count; i++) {
		one = moved[graph->edges[i].ends[0]];
		other = moved[graph->edges[i].ends[1]];
		graph->edges[i].ends[0] = one < other ? one : other;
		graph->edges[i].ends[1] = one < other ? other : one;
	}
	if (graph->edge_count > 0)
		qsort(graph->edges, graph->edge_count, sizeof *graph->edges,
		      compare_edges);
}

static void
write_graph(struct output *out, struct arena *arena, struct graph *graph)
{
	size_t i;

	output_string(
	    out,
	    "graph readouts {\n"
	    "\tgraph [overlap=prism, outputorder=edgesfirst];\n"
	    "\tnode [fontname=\"Helvetica,sans-serif\", fontsize=11, style=filled, "
	    "fillcolor=white, color=gray30];\n"
	    "\tedge [fontname=\"Helvetica,sans-serif\", fontsize=9, color=gray40];\n");
	for (i = 0; i < graph->node_count; i++)
		if (graph->nodes[i].met)
			write_node(out, arena, &graph->nodes[i]);
	for (i = 0; i < graph->node_count; i++)
		write_home(out, arena, graph, &graph->nodes[i]);
	for (i = 0; i < graph->edge_count; i++)
		write_edge(out, arena, graph, &graph->edges[i]);
	output_string(out, "}\n");
}

static void *
dot_begin(struct render *render)
{
	struct graph *graph = calloc(1, sizeof *graph);

	(void)render;
	if (!graph)
		diag_no_memory();
	return graph;
}

static void
dot_end(struct render *render, void *state)
{
	struct graph *graph = state;

	sort_graph(graph);
	write_graph(render->out, &graph->arena, graph);
	facts_free(&graph->facts);
	hash_free(&graph->node_index);
	hash_free(&graph->edge_index);
	arena_free(&graph->arena);
	free(graph->nodes);
	free(graph->edges);
	free(graph);
}

const struct format format_dot = {
    .name = "dot",
    .purpose = "who met whom, for Graphviz: persons and countries, edges weighted",
    .begin = dot_begin,
    .document = dot_document,
    .end = dot_end,
};
