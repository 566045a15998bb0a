/* blocks_send.c - hands on a paragraph: without the white space around it and
 * codes that say nothing, with its place. */
#include "formats/documents/blocks_send.h"

#include "base/error.h"
#include "base/str.h"
#include "model/runs.h"
#include "text/utf8.h"

#include <stdio.h>

/** Of what a place is called, as "paragraph 12, header", with its NUL. */
enum { SPOT_SIZE = 64 };

/** Put a blank before or behind what is read of a code. False: no memory. */
static bool add_gap(hxp_blocks *blocks, hxp_code *code, bool before)
{
    size_t len = code->shown.len;
    char *bytes = hxp_arena_bytes(&blocks->arena, len + 1);
    if (!bytes)
        return false;
    memcpy(bytes + before, code->shown.ptr, len);
    bytes[before ? 0 : len] = ' ';
    code->shown = (hxp_str){ bytes, len + 1 };
    return true;
}

/** Let the codes stand where the white space around the text is gone: what is
 * read of one keeps its own. False: no memory. */
static bool move_codes(hxp_blocks *blocks, hxp_block_part *part, size_t start,
                       size_t len)
{
    size_t reached = start + len; /* by the text, or a code behind it */
    for (size_t i = 0; i < part->code_count; i++) {
        hxp_code *code = &part->codes[i];
        size_t offset = code->offset;
        size_t next = i + 1 < part->code_count ? code[1].offset : start;
        bool behind = offset > reached;
        bool before = offset < start && offset < next;
        if (code->shown.len > 0 && (behind || before) &&
            !add_gap(blocks, code, behind))
            return false;
        reached = offset > reached ? offset : reached;
        code->offset = offset > start ? offset - start : 0;
        if (code->offset > len)
            code->offset = len;
    }
    return true;
}

/** Let the places be those of text[start, end). */
static void move_runs(hxp_block_part *part, size_t start, size_t end)
{
    const hxp_content content = { .text = hxp_buffer_str(&part->text),
                                  .runs = part->runs,
                                  .run_count = part->run_count };
    hxp_run *runs = part->runs;
    size_t kept = 0;
    size_t before = hxp_runs_up_to(runs, part->run_count, start);
    if (before > 0)
        runs[kept++] = (hxp_run){ 0, hxp_content_place(&content, start) };
    for (size_t i = before; i < part->run_count && runs[i].offset < end; i++)
        runs[kept++] = (hxp_run){ runs[i].offset - start, runs[i].place };
    part->run_count = kept;
}

/** How many pairs of codes are around all else in the part, as they nest. */
static size_t count_around(const hxp_block_part *part, size_t len)
{
    const hxp_code *codes = part->codes;
    size_t first = 0, behind = part->code_count;
    while (first < behind && codes[first].kind == HXP_CODE_BEGIN &&
           codes[first].offset == 0)
        first++;
    while (behind > first && codes[behind - 1].kind == HXP_CODE_END &&
           codes[behind - 1].offset == len)
        behind--;
    size_t depth = first, least = first;
    for (size_t i = first; i < behind; i++) {
        if (codes[i].kind == HXP_CODE_BEGIN)
            depth++;
        if (codes[i].kind == HXP_CODE_END && depth-- == 0)
            return 0; /* an end without a beginning */
        least = depth < least ? depth : least;
    }
    return depth == part->code_count - behind ? least : 0;
}

static bool is_link(const hxp_code *code)
{
    const hxp_str *type = hxp_attributes_value(&code->attributes, "type");
    return type && hxp_str_is(*type, "link");
}

/**
 * Leave out the pairs of codes around the whole part, which say nothing of
 * what is within; but links lead somewhere. len is that of the text.
 */
static void drop_around(hxp_block_part *part, size_t len)
{
    hxp_code *codes = part->codes;
    size_t around = count_around(part, len), count = part->code_count;
    size_t seen = 0, kept = 0;
    for (; seen < around; seen++) {
        const hxp_code *end = &codes[count - 1 - seen];
        if (!hxp_str_equal(codes[seen].name, end->name))
            break; /* pairs that cross */
        if (is_link(&codes[seen])) {
            codes[kept] = codes[seen];
            codes[count - 1 - kept] = *end;
            kept++;
        }
    }
    size_t dropped = seen - kept;
    if (dropped == 0)
        return;
    memmove(&codes[kept], &codes[seen], (count - 2 * seen) * sizeof *codes);
    memmove(&codes[count - seen - dropped], &codes[count - kept],
            kept * sizeof *codes);
    part->code_count -= 2 * dropped;
}

/** Let the place of each character be the number of the paragraph, and its own
 * there. False: no memory. */
static bool count_characters(hxp_block_part *part, hxp_paragraph *paragraph)
{
    hxp_str text = paragraph->text;
    size_t number = paragraph->number + 1, count = 0;
    hxp_place place = { number, 1, 1 };
    paragraph->place = place;
    for (size_t at = 0; at < text.len;) {
        if (!hxp_array_reserve(&part->runs, &part->run_capacity, count + 1,
                               sizeof *part->runs))
            return false;
        part->runs[count++] = (hxp_run){ at, place };
        const char *end = memchr(text.ptr + at, '\n', text.len - at);
        size_t behind = end ? (size_t)(end - text.ptr) : text.len;
        hxp_place_advance(&place, hxp_str_part(text, at, behind));
        place = (hxp_place){ number, place.column + 1, place.column16 + 1 };
        at = behind + 1;
    }
    part->run_count = count;
    return true;
}

/** Say where paragraph is, in words as "slide 3, note", where it has no other
 * name and its line is none. False: no memory. */
static bool name_place(hxp_blocks *blocks, hxp_block_part *part,
                       hxp_paragraph *paragraph, char name[SPOT_SIZE])
{
    bool named = paragraph->id.len > 0;
    bool counted = blocks->counted && paragraph->place.line == 0 && !named;
    const char *what = counted ? "paragraph" : blocks->line_is;
    bool plain = paragraph->block.kind == HXP_BLOCK_TEXT;
    if (counted && !count_characters(part, paragraph))
        return false;
    if (!what || named)
        return true;
    snprintf(name, SPOT_SIZE, "%s %zu%s%s", what, paragraph->place.line,
             plain ? "" : ", ",
             plain ? "" : hxp_block_name(paragraph->block.kind));
    paragraph->id = hxp_str_of(name);
    return true;
}

/** What is left of a part, with all that is said about it. */
static hxp_status send(hxp_blocks *blocks, hxp_block_part *part,
                       hxp_paragraph *paragraph, hxp_error *error)
{
    char name[SPOT_SIZE];
    if (part->run_count > 0 && part->runs[0].offset == 0)
        paragraph->place = part->runs[0].place;
    if (!name_place(blocks, part, paragraph, name))
        return hxp_no_memory(error);
    paragraph->runs = part->runs;
    paragraph->run_count = part->run_count;
    paragraph->codes = part->codes;
    paragraph->code_count = part->code_count;
    blocks->number++;
    blocks->offset += paragraph->text.len + HXP_PARAGRAPH_BREAK.len;
    return blocks->sink->paragraph(blocks->sink, paragraph, error);
}

hxp_status hxp_blocks_send(hxp_blocks *blocks, hxp_block_part *part,
                           hxp_error *error)
{
    hxp_str text = hxp_buffer_str(&part->text);
    hxp_paragraph paragraph = { .text = hxp_utf8_trim(text),
                                .number = blocks->number,
                                .offset = blocks->offset,
                                .place = part->place,
                                .id = part->id,
                                .key = part->key,
                                .block = part->block };
    bool repeated = part->block.kind == HXP_BLOCK_HEADER ||
                    part->block.kind == HXP_BLOCK_FOOTER;
    if (paragraph.text.len == 0 || (repeated && blocks->drop_repeated))
        return HXP_OK;
    size_t start = (size_t)(paragraph.text.ptr - text.ptr);
    if (!move_codes(blocks, part, start, paragraph.text.len))
        return hxp_no_memory(error);
    move_runs(part, start, start + paragraph.text.len);
    drop_around(part, paragraph.text.len);
    return send(blocks, part, &paragraph, error);
}
