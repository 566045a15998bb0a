/* xlsx_strings.c - the texts that the cells of a workbook share. */
#include "formats/office/xlsx_strings.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "model/code.h"

#include <stdlib.h>

/** Keep the paragraph as the last text. */
static hxp_status keep(hxp_paragraph_sink *sink, const hxp_paragraph *paragraph,
                       hxp_error *error)
{
    hxp_xlsx_strings *strings = (hxp_xlsx_strings *)(void *)sink;
    if (strings->count == 0) /* a text where none should stand */
        return HXP_OK;
    hxp_paragraph *copy = &strings->items[strings->count - 1];
    hxp_code *codes = hxp_arena_alloc(&strings->arena,
                                      paragraph->code_count + 1, sizeof *codes);
    if (!codes ||
        !hxp_arena_copy(&copy->text, &strings->arena, paragraph->text))
        return hxp_no_memory(error);
    copy->block = paragraph->block;
    copy->codes = codes;
    copy->code_count = paragraph->code_count;
    for (size_t i = 0; i < copy->code_count; i++)
        if (!hxp_code_copy(&codes[i], &strings->arena, &paragraph->codes[i]))
            return hxp_no_memory(error);
    return HXP_OK;
}

hxp_xlsx_strings hxp_xlsx_strings_make(void)
{
    return (hxp_xlsx_strings){ .sink = { keep } };
}

hxp_status hxp_xlsx_strings_next(hxp_xlsx_strings *strings, hxp_error *error)
{
    if (!hxp_array_reserve(&strings->items, &strings->capacity,
                           strings->count + 1, sizeof *strings->items))
        return hxp_no_memory(error);
    strings->items[strings->count++] = (hxp_paragraph){ .text = HXP_STR("") };
    return HXP_OK;
}

const hxp_paragraph *hxp_xlsx_strings_find(const hxp_xlsx_strings *strings,
                                           hxp_str number)
{
    size_t i = 0;
    number = hxp_str_trim(number);
    for (size_t k = 0; k < number.len && i < strings->count; k++) {
        if (number.ptr[k] < '0' || number.ptr[k] > '9')
            return NULL;
        i = 10 * i + (size_t)(number.ptr[k] - '0');
    }
    return number.len > 0 && i < strings->count ? &strings->items[i] : NULL;
}

void hxp_xlsx_strings_free(hxp_xlsx_strings *strings)
{
    free(strings->items);
    hxp_arena_free(&strings->arena);
}
