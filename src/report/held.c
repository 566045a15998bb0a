/* held.c - findings in one piece each, so that they can lie in a file. */
#include "report/held.h"

#include <string.h>

enum { TEXTS = 9 };

/** The texts of a finding that are copied. */
static void list_texts(hxp_str *texts[TEXTS], hxp_finding *finding)
{
    texts[0] = &finding->tuid;
    texts[1] = &finding->language;
    texts[2] = &finding->message;
    texts[3] = &finding->source_term;
    texts[4] = &finding->found;
    texts[5] = &finding->context;
    texts[6] = &finding->source;
    texts[7] = &finding->source_language;
    texts[8] = &finding->spot;
}

/** Copy text to at; returns what is behind it. */
static char *put(char *at, hxp_str text)
{
    if (text.len > 0)
        memcpy(at, text.ptr, text.len);
    return at + text.len;
}

hxp_held *hxp_held_new(hxp_arena *arena, const hxp_finding *finding)
{
    hxp_finding copy = *finding;
    hxp_str *texts[TEXTS];
    size_t list = finding->expected_count * sizeof(hxp_str);
    size_t size = sizeof(hxp_held) + list;
    list_texts(texts, &copy);
    for (int i = 0; i < TEXTS; i++)
        size += texts[i]->len;
    for (size_t i = 0; i < finding->expected_count; i++)
        size += finding->expected[i].len;
    void *room = hxp_arena_bytes(arena, size);
    hxp_held *item = room;
    if (!item)
        return NULL;
    *item = (hxp_held){ .finding = copy, .size = size };
    char *at = (char *)(item + 1);
    if (list > 0)
        memcpy(at, finding->expected, list);
    at += list;
    for (int i = 0; i < TEXTS; i++)
        at = put(at, *texts[i]);
    for (size_t i = 0; i < finding->expected_count; i++)
        at = put(at, finding->expected[i]);
    hxp_held_settle(item);
    return item;
}

void hxp_held_settle(hxp_held *item)
{
    hxp_finding *finding = &item->finding;
    void *behind = item + 1;
    hxp_str *expected = behind, *texts[TEXTS];
    const char *at = (const char *)(expected + finding->expected_count);
    list_texts(texts, finding);
    for (int i = 0; i < TEXTS; i++) {
        texts[i]->ptr = at;
        at += texts[i]->len;
    }
    for (size_t i = 0; i < finding->expected_count; i++) {
        expected[i].ptr = at;
        at += expected[i].len;
    }
    finding->expected = expected;
}

static int compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

int hxp_held_compare(const hxp_held *a, const hxp_held *b)
{
    int order = compare_sizes(a->file, b->file);
    if (order == 0)
        order = compare_sizes(a->finding.place.line, b->finding.place.line);
    if (order == 0)
        order = compare_sizes(a->finding.place.column, b->finding.place.column);
    if (order == 0)
        order = strcmp(a->finding.rule, b->finding.rule);
    if (order == 0)
        order = compare_sizes(a->order, b->order);
    return order;
}
