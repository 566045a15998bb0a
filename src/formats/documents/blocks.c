/* blocks.c - a stack of paragraphs in the making, handed on in order. */
#include "formats/documents/blocks.h"

#include "base/error.h"
#include "base/str.h"
#include "formats/documents/blocks_send.h"
#include "formats/documents/document_format.h"
#include "model/code.h"
#include "text/joint.h"
#include "text/utf8.h"

#include <assert.h>
#include <stdlib.h>

hxp_blocks hxp_blocks_make(hxp_paragraph_sink *sink, const hxp_input *input)
{
    return (hxp_blocks){ .sink = sink, .file = hxp_input_name(input) };
}

/**
 * What a code or a paragraph counts besides its bytes: a little more than what
 * is kept of it.
 */
enum { COUNTED_EACH = 256 };

/** Count what the outermost open paragraph, which begins at place, gets. */
static hxp_status count_bytes(hxp_blocks *blocks, size_t bytes, hxp_place place,
                              hxp_error *error)
{
    if (bytes > HXP_PARAGRAPH_LIMIT - blocks->size)
        return hxp_fail_at(error, HXP_ELIMIT, blocks->file,
                           blocks->count > 0 ? blocks->parts[0].place : place,
                           "the paragraph and its codes are larger than %zu "
                           "MiB, the limit",
                           HXP_PARAGRAPH_LIMIT >> 20);
    blocks->size += bytes;
    return HXP_OK;
}

hxp_status hxp_blocks_open(hxp_blocks *blocks, hxp_block block, hxp_place place,
                           hxp_error *error)
{
    hxp_status status = count_bytes(blocks, COUNTED_EACH, place, error);
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&blocks->parts, &blocks->capacity, blocks->count + 1,
                           sizeof *blocks->parts))
        return hxp_no_memory(error);
    hxp_block_part *part = &blocks->parts[blocks->count];
    if (blocks->count == blocks->made) {
        *part = (hxp_block_part){ .code_count = 0 };
        blocks->made++;
    }
    part->block = block;
    part->place = place;
    part->around = blocks->open;
    part->verbatim = part->runs_dropped = false;
    part->mark = 0;
    part->id = blocks->id;
    part->text.len = part->code_count = part->run_count = 0;
    part->line_end = 0;
    blocks->open = ++blocks->count;
    return HXP_OK;
}

hxp_block_part *hxp_blocks_part(hxp_blocks *blocks)
{
    return blocks->open > 0 ? &blocks->parts[blocks->open - 1] : NULL;
}

/** The part that is open; there must be one. */
static hxp_block_part *open_part(hxp_blocks *blocks)
{
    assert(blocks->open > 0);
    return &blocks->parts[blocks->open - 1];
}

/* --- Text and codes ------------------------------------------------------- */

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/** True when what comes before is a code that stands for something. */
static bool is_behind_code(const hxp_block_part *part)
{
    if (part->code_count == 0)
        return false;
    const hxp_code *last = &part->codes[part->code_count - 1];
    return last->kind == HXP_CODE_STANDALONE && last->offset == part->text.len;
}

/** Add a blank, unless there is white space or nothing before it. */
static bool add_blank(hxp_block_part *part)
{
    hxp_buffer *text = &part->text;
    bool needed = text->len > 0 && !is_white(text->ptr[text->len - 1]);
    return !(needed || is_behind_code(part)) ||
           hxp_buffer_add(text, HXP_STR(" "));
}

/** Text on its way into a paragraph, and where it stands. */
typedef struct placed_text {
    hxp_str text;
    hxp_place place; /* of byte reached; line 0: not known */
    size_t reached;
    bool runs_on; /* what was added last stands right before what comes */
} placed_text;

/** Say where byte at of the text stands, unless it runs on. It comes next. */
static bool add_run(hxp_block_part *part, placed_text *from, size_t at)
{
    enum { MOST_RUNS = 1 << 18 }; /* of a paragraph of many megabytes */
    if (part->run_count == MOST_RUNS) {
        part->run_count = 0;
        part->runs_dropped = true;
    }
    if (from->runs_on || from->place.line == 0 || part->runs_dropped)
        return true;
    hxp_place_advance(&from->place,
                      hxp_str_part(from->text, from->reached, at));
    from->reached = at;
    from->runs_on = true;
    if (!hxp_array_reserve(&part->runs, &part->run_capacity,
                           part->run_count + 1, sizeof *part->runs))
        return false;
    part->runs[part->run_count++] = (hxp_run){ part->text.len, from->place };
    return true;
}

/** Make the codes from byte at on stand there. */
static void pull_codes(hxp_block_part *part, size_t at)
{
    for (size_t i = part->code_count; i-- > 0;) {
        if (part->codes[i].offset <= at)
            break;
        part->codes[i].offset = at;
    }
}

/** Drop the blank of a line end before text that goes on without one. */
static void join_lines(hxp_block_part *part, hxp_str text)
{
    size_t len = part->text.len;
    if (len == 0 || part->line_end != len || part->text.ptr[len - 1] != ' ' ||
        is_behind_code(part) ||
        !hxp_lines_join_bare((hxp_str){ part->text.ptr, len - 1 }, text))
        return;
    part->text.len--;
    pull_codes(part, len - 1);
}

static bool add_verbatim(hxp_block_part *part, placed_text *from)
{
    return add_run(part, from, 0) && hxp_buffer_add(&part->text, from->text);
}

/** The end of the words from byte at on that are a blank apart. */
static size_t words_end(hxp_str text, size_t at)
{
    while (at < text.len) {
        while (at < text.len && !is_white(text.ptr[at]))
            at++;
        if (at + 1 >= text.len || text.ptr[at] != ' ' ||
            is_white(text.ptr[at + 1]))
            break;
        at++;
    }
    return at;
}

static bool add_words(hxp_block_part *part, placed_text *from, size_t start,
                      size_t end)
{
    hxp_str words = hxp_str_part(from->text, start, end);
    if (words.len == 0)
        return true;
    join_lines(part, words);
    return add_run(part, from, start) && hxp_buffer_add(&part->text, words);
}

static bool add_white(hxp_block_part *part, placed_text *from, size_t start,
                      size_t end)
{
    hxp_str white = hxp_str_part(from->text, start, end);
    size_t len = part->text.len;
    if (white.len == 0)
        return true;
    if (!add_blank(part))
        return false;
    if (memchr(white.ptr, '\n', white.len))
        part->line_end = part->text.len;
    if (white.ptr[0] != ' ' || white.len > 1 || part->text.len == len)
        from->runs_on = false;
    return true;
}

static bool add_collapsed(hxp_block_part *part, placed_text *from)
{
    hxp_str text = from->text;
    size_t at = 0;
    while (at < text.len) {
        size_t start = at;
        at = is_white(text.ptr[at]) ? at : words_end(text, at);
        if (!add_words(part, from, start, at))
            return false;
        start = at;
        while (at < text.len && is_white(text.ptr[at]))
            at++;
        if (!add_white(part, from, start, at))
            return false;
    }
    return true;
}

hxp_status hxp_blocks_text_at(hxp_blocks *blocks, hxp_str text, hxp_place place,
                              hxp_error *error)
{
    hxp_block_part *part = open_part(blocks);
    placed_text from = { .text = text, .place = place };
    if (text.len == 0)
        return HXP_OK;
    hxp_status status = count_bytes(blocks, text.len, part->place, error);
    if (status != HXP_OK)
        return status;
    if (!(part->verbatim ? add_verbatim(part, &from)
                         : add_collapsed(part, &from)))
        return hxp_no_memory(error);
    return HXP_OK;
}

hxp_status hxp_blocks_text(hxp_blocks *blocks, hxp_str text, hxp_error *error)
{
    return hxp_blocks_text_at(blocks, text, (hxp_place){ 0, 0, 0 }, error);
}

hxp_status hxp_blocks_line_break(hxp_blocks *blocks, hxp_error *error)
{
    hxp_block_part *part = open_part(blocks);
    hxp_buffer *text = &part->text;
    while (text->len > 0 && text->ptr[text->len - 1] == ' ')
        text->len--;
    /* codes that stood among these blanks stand before the line break */
    pull_codes(part, text->len);
    while (part->run_count > 0 &&
           part->runs[part->run_count - 1].offset > text->len)
        part->run_count--;
    return hxp_buffer_add(text, HXP_STR("\n")) ? HXP_OK : hxp_no_memory(error);
}

hxp_status hxp_blocks_code(hxp_blocks *blocks, const hxp_block_code *code,
                           hxp_error *error)
{
    hxp_block_part *part = open_part(blocks);
    const hxp_attribute type = { HXP_STR("type"), code->type };
    const hxp_content native = { .text = code->native };
    const hxp_code whole = { .kind = code->kind,
                             .offset = part->text.len,
                             .name = code->name,
                             .attributes = { &type, code->type.len > 0 },
                             .inside = &native,
                             .shown = code->shown };
    hxp_status status =
        count_bytes(blocks, COUNTED_EACH + code->native.len + code->shown.len,
                    part->place, error);
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&part->codes, &part->code_capacity,
                           part->code_count + 1, sizeof *part->codes) ||
        !hxp_code_copy(&part->codes[part->code_count], &blocks->arena, &whole))
        return hxp_no_memory(error);
    part->code_count++;
    return HXP_OK;
}

hxp_status hxp_blocks_show(hxp_blocks *blocks, hxp_str text, hxp_error *error)
{
    hxp_block_part *part = open_part(blocks);
    if (part->code_count == 0 || text.len == 0)
        return HXP_OK;
    hxp_str *shown = &part->codes[part->code_count - 1].shown;
    size_t len = shown->len + text.len;
    hxp_status status = count_bytes(blocks, len, part->place, error);
    if (status != HXP_OK)
        return status;
    char *bytes = hxp_arena_bytes(&blocks->arena, len);
    if (!bytes)
        return hxp_no_memory(error);
    if (shown->len > 0)
        memcpy(bytes, shown->ptr, shown->len);
    memcpy(bytes + shown->len, text.ptr, text.len);
    *shown = (hxp_str){ bytes, len };
    return HXP_OK;
}

/* --- Handing on ----------------------------------------------------------- */

hxp_status hxp_blocks_close(hxp_blocks *blocks, hxp_error *error)
{
    hxp_status status = HXP_OK;
    blocks->open = open_part(blocks)->around;
    if (blocks->open > 0)
        return HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < blocks->count; i++)
        status = hxp_blocks_send(blocks, &blocks->parts[i], error);
    blocks->count = blocks->size = 0;
    hxp_arena_reset(&blocks->arena);
    return status;
}

/** Add the text of paragraph from byte at to the code, and the code. */
static hxp_status copy_code(hxp_blocks *blocks, const hxp_paragraph *paragraph,
                            size_t at, const hxp_code *code, hxp_error *error)
{
    const hxp_str *type = hxp_attributes_value(&code->attributes, "type");
    const hxp_block_code copy = { .kind = code->kind,
                                  .name = code->name,
                                  .type = type ? *type : HXP_STR(""),
                                  .native = code->inside->text,
                                  .shown = code->shown };
    hxp_status status = hxp_blocks_text(
        blocks, hxp_str_part(paragraph->text, at, code->offset), error);
    return status == HXP_OK ? hxp_blocks_code(blocks, &copy, error) : status;
}

/** Copy the places of paragraph, so many lines further on. */
static bool copy_runs(hxp_block_part *part, const hxp_paragraph *paragraph,
                      size_t lines)
{
    size_t count = paragraph->run_count;
    if (!hxp_array_reserve(&part->runs, &part->run_capacity, count,
                           sizeof *part->runs))
        return false;
    for (size_t i = 0; i < count; i++) {
        part->runs[i] = paragraph->runs[i];
        part->runs[i].place.line += lines;
    }
    part->run_count = count;
    return true;
}

hxp_status hxp_blocks_copy(hxp_blocks *blocks, const hxp_paragraph *paragraph,
                           hxp_place place, hxp_error *error)
{
    size_t at = 0;
    hxp_str text = paragraph->text;
    hxp_status status = hxp_blocks_open(blocks, paragraph->block, place, error);
    if (status != HXP_OK)
        return status;
    open_part(blocks)->verbatim = true;
    for (size_t i = 0; status == HXP_OK && i < paragraph->code_count; i++) {
        status = copy_code(blocks, paragraph, at, &paragraph->codes[i], error);
        at = paragraph->codes[i].offset;
    }
    if (status == HXP_OK)
        status =
            hxp_blocks_text(blocks, hxp_str_part(text, at, text.len), error);
    if (status == HXP_OK && !copy_runs(open_part(blocks), paragraph,
                                       place.line - paragraph->place.line))
        status = hxp_no_memory(error);
    return status == HXP_OK ? hxp_blocks_close(blocks, error) : status;
}

void hxp_blocks_free(hxp_blocks *blocks)
{
    for (size_t i = 0; i < blocks->made; i++) {
        hxp_buffer_free(&blocks->parts[i].text);
        free(blocks->parts[i].codes);
        free(blocks->parts[i].runs);
    }
    free(blocks->parts);
    hxp_arena_free(&blocks->arena);
}
