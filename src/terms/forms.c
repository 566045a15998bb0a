/* forms.c - a word's surface, fold, stem and what other endings make of it. */
#include "terms/forms.h"

#include "base/error.h"
#include "base/str.h"
#include "text/language.h"

#include <stdlib.h>

struct hxp_ending {
    hxp_str from;
    hxp_str to;
};

/* What an ending leaves of a word, at least, in bytes. */
enum { SHORTEST_BODY = 2 };

/** Read the list name of language into *items. */
static hxp_status read_list(struct hxp_ending **items, size_t *count,
                            const hxp_language *language, const char *name,
                            hxp_error *error)
{
    const hxp_word_list *list = hxp_language_list(language, name);
    size_t lines = hxp_word_list_count(list);
    *items = calloc(lines + 1, sizeof **items);
    if (!*items)
        return hxp_no_memory(error);
    for (size_t i = 0; i < lines; i++) {
        hxp_str to = hxp_word_list_entry(list, i), from;
        size_t len = to.len;
        hxp_str_cut(&to, '>', &from);
        if (from.len == len)
            return hxp_fail(error, HXP_EINPUT,
                            "locales, language %s, %s.txt: want \"old > new\"",
                            hxp_language_tag(language), name);
        (*items)[*count].from = hxp_str_trim(from);
        (*items)[*count].to = hxp_str_trim(to);
        ++*count;
    }
    return HXP_OK;
}

hxp_status hxp_endings_read(hxp_endings *endings, const hxp_language *language,
                            hxp_error *error)
{
    *endings = (hxp_endings){ NULL, NULL, 0, 0 };
    hxp_status status = read_list(&endings->words, &endings->word_count,
                                  language, "endings", error);
    if (status == HXP_OK)
        status = read_list(&endings->stems, &endings->stem_count, language,
                           "stem-endings", error);
    return status;
}

void hxp_endings_free(hxp_endings *endings)
{
    free(endings->words);
    free(endings->stems);
    *endings = (hxp_endings){ NULL, NULL, 0, 0 };
}

static void add(hxp_forms *forms, hxp_form_kind kind, hxp_str text)
{
    if (forms->count < HXP_FORMS)
        forms->items[forms->count++] = (hxp_form){ kind, text };
}

/** Add text with each ending that it has exchanged. */
static void exchange(hxp_forms *forms, hxp_form_kind kind, hxp_str text,
                     const struct hxp_ending *endings, size_t count)
{
    for (size_t i = 0; i < count && forms->count < HXP_FORMS; i++) {
        const struct hxp_ending *ending = &endings[i];
        if (!hxp_str_ends(text, ending->from) ||
            text.len - ending->from.len < SHORTEST_BODY)
            continue;
        size_t body = text.len - ending->from.len;
        size_t len = body + ending->to.len;
        char *made = forms->made[forms->count];
        if (len > HXP_FORM_SIZE)
            continue;
        memcpy(made, text.ptr, body);
        if (ending->to.len > 0)
            memcpy(made + body, ending->to.ptr, ending->to.len);
        add(forms, kind, (hxp_str){ made, len });
    }
}

void hxp_forms_make(hxp_forms *forms, const hxp_endings *endings,
                    const hxp_word *word, hxp_str surface)
{
    forms->count = 0;
    add(forms, HXP_FORM_EXACT, surface);
    add(forms, HXP_FORM_WORD, word->folded);
    if (word->kind != HXP_WORD_LETTERS)
        return;
    add(forms, HXP_FORM_STEM, word->stem);
    exchange(forms, HXP_FORM_WORD, word->folded, endings->words,
             endings->word_count);
    exchange(forms, HXP_FORM_STEM, word->stem, endings->stems,
             endings->stem_count);
}
