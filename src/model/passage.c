/* passage.c - segments that follow one another, as one content. */
#include "model/passage.h"

#include "base/str.h"
#include "model/runs.h"
#include "text/joint.h"
#include "text/utf8.h"

#include <stdio.h>

/** A passage of a document, and its content in the making. */
typedef struct passage {
    const hxp_document *document;
    hxp_span span; /* its text, without white space around */
    size_t before; /* where the text before it in its paragraph ends */
    size_t behind; /* where the text behind it begins */
    bool first;    /* nothing is before it, */
    bool last;     /* nothing behind it in its paragraph */
    char *text;
    size_t len;
    hxp_code *codes;
    size_t code_count;
    size_t next, end; /* codes of the document that are left */
    hxp_run *runs;    /* NULL: places are not known */
    size_t run_count;
    hxp_place place; /* of byte reached of the document */
    size_t reached;
    size_t next_run, end_run; /* of the document's, those that are left */
} passage;

/* --- Where it is ---------------------------------------------------------- */

/** Find where the passage of range, which is not empty, begins and ends. */
static void find_span(passage *p, const hxp_segmented *segmented,
                      hxp_range range)
{
    const hxp_segments *segments = segmented->segments;
    const hxp_document *document = segmented->document;
    const hxp_segment *items = segments->items;
    size_t last = range.first + range.count - 1;
    hxp_span head = document->paragraphs[items[range.first].paragraph];
    hxp_span tail = document->paragraphs[items[last].paragraph];
    p->first = range.first == 0 ||
               items[range.first - 1].paragraph != items[range.first].paragraph;
    p->last = last + 1 == segments->count ||
              items[last + 1].paragraph != items[last].paragraph;
    p->before = p->first ? head.start : items[range.first - 1].end;
    p->behind = p->last ? tail.end : items[last + 1].start;
}

/** The first code at byte offset or behind it. */
static size_t first_code(const hxp_document *document, size_t offset)
{
    size_t low = 0, high = document->code_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (document->codes[middle].offset < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/** Whether a code belongs to the passage, not to what is around it. */
static bool belongs(const passage *p, const hxp_code *code)
{
    size_t at = code->offset;
    if (code->kind == HXP_CODE_END)
        return (at > p->span.start || p->first) && at <= p->behind;
    return at >= p->before && (at < p->span.end || p->last);
}

/* --- The content ---------------------------------------------------------- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/** Take the codes up to byte offset; they stand where the text has come to. */
static void take_codes(passage *p, size_t offset)
{
    for (; p->next < p->end; p->next++) {
        const hxp_code *code = &p->document->codes[p->next];
        if (code->offset > offset)
            return;
        if (!belongs(p, code))
            continue;
        hxp_code *copy = &p->codes[p->code_count++];
        *copy = *code;
        copy->offset = p->len;
    }
}

/** The end of the white space at byte at, if it has a line break; else at. */
static size_t find_break(const passage *p, size_t at)
{
    const char *text = p->document->text.ptr;
    size_t end = at;
    bool broken = false;
    for (; end < p->span.end && is_blank(text[end]); end++)
        broken = broken || text[end] == '\n' || text[end] == '\r';
    return broken ? end : at;
}

/** Whether a run of the document begins at byte at or before. */
static bool has_run(const passage *p, size_t at)
{
    return p->next_run < p->end_run &&
           p->document->runs[p->next_run].offset <= at;
}

/** Say where the text goes on, which is at byte at of the document. */
static void add_run(passage *p, size_t at)
{
    if (!p->runs)
        return;
    for (; has_run(p, at); p->next_run++) {
        p->place = p->document->runs[p->next_run].place;
        p->reached = p->document->runs[p->next_run].offset;
    }
    hxp_place_advance(&p->place,
                      hxp_str_part(p->document->text, p->reached, at));
    p->reached = at;
    p->runs[p->run_count++] = (hxp_run){ p->len, p->place };
}

/** Put a blank for the line break from byte at to end, where one belongs. */
static void put_break(passage *p, size_t at, size_t end)
{
    hxp_str text = p->document->text;
    if (!hxp_lines_join_bare(hxp_str_part(text, p->span.start, at),
                             hxp_str_part(text, end, p->span.end)))
        p->text[p->len++] = ' ';
    add_run(p, end);
}

/** Copy the text, and take the codes that belong to it. */
static void copy(passage *p)
{
    const char *text = p->document->text.ptr;
    size_t at = p->span.start;
    add_run(p, at);
    while (at < p->span.end) {
        size_t end = find_break(p, at);
        take_codes(p, at);
        if (has_run(p, at))
            add_run(p, at);
        if (end > at)
            put_break(p, at, end);
        else
            p->text[p->len++] = text[at];
        at = end > at ? end : at + 1;
        for (; at < p->span.end && !is_blank(text[at]) && !has_run(p, at) &&
               (p->next == p->end || p->document->codes[p->next].offset > at);
             at++)
            p->text[p->len++] = text[at];
    }
    take_codes(p, p->behind);
}

/* --- Pairs ---------------------------------------------------------------- */

/** Add an attribute of ours to a code. False: no memory. */
static bool add_attribute(hxp_code *code, hxp_arena *arena, const char *name,
                          const char *value)
{
    size_t count = code->attributes.count;
    hxp_attribute *items = hxp_arena_alloc(arena, count + 1, sizeof *items);
    if (!items || !hxp_arena_copy(&items[0].value, arena, hxp_str_of(value)))
        return false;
    items[0].name = hxp_str_of(name);
    for (size_t i = 0; i < count; i++)
        items[i + 1] = code->attributes.items[i];
    code->attributes = (hxp_attributes){ items, count + 1 };
    return true;
}

/** Say of two codes that they belong together, as pair number so. */
static bool pair(hxp_code *begin, hxp_code *end, hxp_arena *arena,
                 size_t number)
{
    char text[24];
    snprintf(text, sizeof text, "%zu", number);
    if (!add_attribute(begin, arena, "i", text) ||
        !add_attribute(end, arena, "i", text))
        return false;
    end->attributes.count = 1; /* only what opens says what kind it is */
    return true;
}

/** Say of a code that it is half of a pair. */
static bool isolate(hxp_code *code, hxp_arena *arena, const char *position)
{
    code->kind = HXP_CODE_ISOLATED;
    return add_attribute(code, arena, "pos", position);
}

/** Which of the open codes, the last of them, has that name; count: none. */
static size_t find_open(hxp_code *const *open, size_t count, hxp_str name)
{
    for (size_t i = count; i-- > 0;)
        if (hxp_str_equal(open[i]->name, name))
            return i;
    return count;
}

/** Say of each code with which other it belongs together, or that it is half.
 */
static bool pair_codes(passage *p, hxp_arena *arena)
{
    size_t pairs = 0, count = 0;
    hxp_code **open = hxp_arena_alloc(arena, p->code_count + 1, sizeof *open);
    bool good = open != NULL;
    for (size_t i = 0; good && i < p->code_count; i++) {
        hxp_code *code = &p->codes[i];
        if (code->kind == HXP_CODE_BEGIN)
            open[count++] = code;
        if (code->kind != HXP_CODE_END)
            continue;
        size_t at = find_open(open, count, code->name);
        if (at == count) {
            good = isolate(code, arena, "end");
        } else {
            good = pair(open[at], code, arena, ++pairs);
            count--;
            memmove(&open[at], &open[at + 1], (count - at) * sizeof *open);
        }
    }
    for (size_t i = 0; good && i < count; i++)
        good = isolate(open[i], arena, "begin");
    return good;
}

/** Make room for the places of the text, if they are known. */
static bool make_runs(passage *p, hxp_arena *arena)
{
    const hxp_document *document = p->document;
    size_t before =
        hxp_runs_up_to(document->runs, document->run_count, p->span.start);
    if (before == 0) /* none, or an empty line before all paragraphs */
        return true;
    p->next_run = before - 1;
    p->end_run =
        hxp_runs_up_to(document->runs, document->run_count, p->span.end);
    size_t count = 1 + p->end_run - p->next_run;
    for (size_t at = p->span.start; at < p->span.end; at++)
        count +=
            document->text.ptr[at] == '\n' || document->text.ptr[at] == '\r';
    p->runs = hxp_arena_alloc(arena, count, sizeof *p->runs);
    return p->runs != NULL;
}

bool hxp_passage_content(hxp_content *out, hxp_arena *arena,
                         const hxp_segmented *segmented, hxp_range range)
{
    passage p = { .document = segmented->document };
    *out = (hxp_content){ .text = HXP_STR("") };
    if (range.count == 0)
        return true;
    const hxp_segment *items = segmented->segments->items;
    hxp_str whole = p.document->text;
    hxp_str text =
        hxp_str_trim(hxp_str_part(whole, items[range.first].start,
                                  items[range.first + range.count - 1].end));
    p.span.start = p.span.end = items[range.first].start;
    if (text.len > 0) {
        p.span.start = (size_t)(text.ptr - whole.ptr);
        p.span.end = p.span.start + text.len;
    }
    if (p.document->code_count > 0) {
        find_span(&p, segmented, range);
        p.next = first_code(p.document, p.before);
        p.end = first_code(p.document, p.behind + 1);
    }
    p.text = hxp_arena_bytes(arena, text.len + 1);
    p.codes = hxp_arena_alloc(arena, p.end - p.next + 1, sizeof *p.codes);
    if (!p.text || !p.codes || !make_runs(&p, arena))
        return false;
    copy(&p);
    if (!pair_codes(&p, arena))
        return false;
    *out = (hxp_content){ .text = { p.text, p.len },
                          .codes = p.codes,
                          .code_count = p.code_count,
                          .runs = p.runs,
                          .run_count = p.run_count };
    return true;
}
