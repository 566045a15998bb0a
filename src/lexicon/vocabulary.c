/* vocabulary.c - counts words and sorts them into stems. */
#include "lexicon/vocabulary.h"

#include "base/array.h"
#include "base/str.h"
#include "text/utf8.h"

#include <stdlib.h>

/** The first HXP_STEM_LENGTH characters of form. */
static hxp_str beginning(hxp_str form)
{
    size_t at = 0;
    for (int i = 0; i < HXP_STEM_LENGTH && at < form.len; i++)
        hxp_utf8_next(form, &at);
    return hxp_str_part(form, 0, at);
}

bool hxp_vocabulary_add(hxp_vocabulary *vocabulary, const hxp_word *word,
                        uint32_t *number)
{
    hxp_str form = word->bare, stem = form;
    size_t before = vocabulary->forms.count;
    if (!hxp_array_reserve(&vocabulary->words, &vocabulary->capacity,
                           before + 1, sizeof *vocabulary->words))
        return false;
    if (!hxp_names_find(&vocabulary->forms, form, number)) {
        hxp_vocabulary_word *added = &vocabulary->words[before];
        *added = (hxp_vocabulary_word){ 0 };
        added->kind = word->kind;
        added->length = (uint32_t)hxp_utf8_length(form);
        if (word->kind == HXP_WORD_LETTERS)
            stem = beginning(form);
        if (!hxp_names_add(&vocabulary->stems, stem, &added->stem) ||
            !hxp_names_add(&vocabulary->forms, form, number))
            return false;
    }
    vocabulary->words[*number].count++;
    vocabulary->total++;
    return true;
}

void hxp_vocabulary_free(hxp_vocabulary *vocabulary)
{
    hxp_names_free(&vocabulary->forms);
    hxp_names_free(&vocabulary->stems);
    free(vocabulary->words);
    *vocabulary = (hxp_vocabulary){ 0 };
}
