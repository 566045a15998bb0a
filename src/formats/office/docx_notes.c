/* docx_notes.c - keeps notes, and puts them where the text refers to them. */
#include "formats/office/docx_notes.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/documents/document_format.h"
#include "model/code.h"

#include <stdlib.h>

/** Copy the text and the codes of paragraph. False: no memory. */
static bool copy(hxp_docx_notes *notes, hxp_paragraph *to,
                 const hxp_paragraph *paragraph)
{
    hxp_code *codes = hxp_arena_alloc(&notes->arena, paragraph->code_count + 1,
                                      sizeof *codes);
    *to = (hxp_paragraph){ .block = paragraph->block,
                           .codes = codes,
                           .code_count = paragraph->code_count };
    if (!codes || !hxp_arena_copy(&to->text, &notes->arena, paragraph->text))
        return false;
    for (size_t i = 0; i < to->code_count; i++)
        if (!hxp_code_copy(&codes[i], &notes->arena, &paragraph->codes[i]))
            return false;
    return true;
}

static hxp_status keep(hxp_paragraph_sink *sink, const hxp_paragraph *paragraph,
                       hxp_error *error)
{
    hxp_docx_notes *notes = (hxp_docx_notes *)(void *)sink;
    if (notes->count == 0) /* a text where none should stand */
        return HXP_OK;
    notes->size += paragraph->text.len;
    if (notes->size > HXP_PARAGRAPH_LIMIT)
        return hxp_fail_at(error, HXP_ELIMIT, notes->file,
                           (hxp_place){ 0, 0, 0 },
                           "the notes are larger than %zu MiB, the limit",
                           HXP_PARAGRAPH_LIMIT >> 20);
    if (!hxp_array_reserve(&notes->paragraphs, &notes->paragraph_capacity,
                           notes->paragraph_count + 1,
                           sizeof *notes->paragraphs) ||
        !copy(notes, &notes->paragraphs[notes->paragraph_count], paragraph))
        return hxp_no_memory(error);
    notes->paragraph_count++;
    notes->items[notes->count - 1].count++;
    return HXP_OK;
}

hxp_docx_notes hxp_docx_notes_make(const char *file)
{
    return (hxp_docx_notes){ .sink = { keep }, .file = file };
}

bool hxp_docx_notes_begin(hxp_docx_notes *notes, hxp_str id, bool of_end)
{
    hxp_docx_note note = { .of_end = of_end, .first = notes->paragraph_count };
    if (!hxp_array_reserve(&notes->items, &notes->capacity, notes->count + 1,
                           sizeof *notes->items) ||
        !hxp_arena_copy(&note.id, &notes->arena, id))
        return false;
    notes->items[notes->count++] = note;
    return true;
}

/** Put the paragraphs of a note. */
static hxp_status put(hxp_docx_notes *notes, const hxp_docx_note *note,
                      hxp_blocks *blocks, hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < note->count; i++)
        status = hxp_blocks_copy(blocks, &notes->paragraphs[note->first + i],
                                 (hxp_place){ 0, 0, 0 }, error);
    return status;
}

hxp_status hxp_docx_notes_put(hxp_docx_notes *notes, hxp_blocks *blocks,
                              hxp_str id, bool of_end, hxp_error *error)
{
    for (size_t i = 0; i < notes->count; i++) { /* they come in order, mostly */
        size_t at = (notes->next + i) % notes->count;
        hxp_docx_note *note = &notes->items[at];
        if (note->of_end != of_end || !hxp_str_equal(note->id, id))
            continue;
        notes->next = at + 1;
        note->put = true;
        return put(notes, note, blocks, error);
    }
    return HXP_OK;
}

hxp_status hxp_docx_notes_put_rest(hxp_docx_notes *notes, hxp_blocks *blocks,
                                   hxp_error *error)
{
    hxp_status status = HXP_OK;
    bool gone[2] = { false, false }; /* of pages, of the end */
    for (size_t i = 0; notes->deleted && i < notes->count; i++)
        gone[notes->items[i].of_end] |= notes->items[i].put;
    for (size_t i = 0; status == HXP_OK && i < notes->count; i++)
        if (!notes->items[i].put && !gone[notes->items[i].of_end])
            status = put(notes, &notes->items[i], blocks, error);
    return status;
}

void hxp_docx_notes_free(hxp_docx_notes *notes)
{
    free(notes->items);
    free(notes->paragraphs);
    hxp_arena_free(&notes->arena);
}
