/* nouns.c - counts how often words stand behind an article or the like. */
#include "check/nouns.h"

#include "base/array.h"
#include "check/standing.h"
#include "text/utf8.h"

#include <stdlib.h>

/* One in so many uses of a noun, at least, is behind an article or the like: of
 * a term in one form, of a rendering in all its forms. */
static const uint32_t DETERMINED[2] = { 8, 4 };

/** Uses that are written in one way, and those of them behind an article. */
struct hxp_noun_count {
    uint32_t all, determined;
};

/** Fold text into buffer: case does not count. False when memory is out. */
static bool fold(hxp_buffer *buffer, hxp_str text)
{
    buffer->len = 0;
    if (!hxp_buffer_reserve(buffer, 2 * text.len + 4))
        return false;
    for (size_t at = 0; at < text.len;)
        buffer->len += hxp_utf8_put(buffer->ptr + buffer->len,
                                    hxp_char_fold(hxp_utf8_next(text, &at)));
    return true;
}

/** Number the forms of the terms. False when memory is out. */
static bool number_forms(hxp_nouns *nouns, const hxp_rival_texts *from,
                         const hxp_renderings *all)
{
    hxp_names names = { .count = 0 };
    hxp_buffer folded = { NULL, 0, 0 };
    bool done = true;
    for (size_t i = 0; done && i < all->count; i++)
        done = fold(&folded, hxp_standing_text(from, &all->items[i], 0)) &&
               hxp_names_add(&names, hxp_buffer_str(&folded), &nouns->forms[i]);
    hxp_names_free(&names);
    hxp_buffer_free(&folded);
    return done;
}

/** The count of what use i has in a side. */
static struct hxp_noun_count *count_of(const hxp_nouns *nouns,
                                       const hxp_renderings *all, size_t i,
                                       size_t side)
{
    return &nouns
                ->counts[side][side == 0 ? nouns->forms[i] : all->items[i].key];
}

bool hxp_nouns_count(hxp_nouns *nouns, const hxp_rival_texts *from,
                     const hxp_renderings *all)
{
    nouns->forms = calloc(all->count + 1, sizeof *nouns->forms);
    for (size_t side = 0; side < 2; side++)
        nouns->counts[side] =
            calloc(all->count + 1, sizeof *nouns->counts[side]);
    if (!nouns->forms || !nouns->counts[0] || !nouns->counts[1] ||
        !number_forms(nouns, from, all))
        return false;
    for (size_t i = 0; i < all->count; i++) {
        for (size_t side = 0; side < 2; side++) {
            struct hxp_noun_count *form = count_of(nouns, all, i, side);
            form->all++;
            form->determined +=
                hxp_standing_determined(from, &all->items[i], side);
        }
    }
    return true;
}

bool hxp_nouns_has(const hxp_nouns *nouns, const hxp_rival_texts *from,
                   const hxp_renderings *all, size_t i, size_t side)
{
    const hxp_rendering *use = &all->items[i];
    const hxp_bitext_word *words = hxp_standing_words(from, use, side);
    const struct hxp_noun_count *form = count_of(nouns, all, i, side);
    if (hxp_language_flag(from->bitext->sides[side].language, "capital-nouns"))
        return words[use->count[side] - 1].flags & HXP_WORD_CAPITAL;
    return use->count[side] > 1 ||
           hxp_language_flag(from->bitext->sides[side].language,
                             "nouns-without-articles") ||
           DETERMINED[side] * form->determined >= form->all;
}

void hxp_nouns_free(hxp_nouns *nouns)
{
    free(nouns->forms);
    free(nouns->counts[0]);
    free(nouns->counts[1]);
    *nouns = (hxp_nouns){ .forms = NULL };
}
