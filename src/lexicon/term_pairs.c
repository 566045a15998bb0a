/* term_pairs.c - for each phrase that may be a term, its best rendering. */
#include "lexicon/term_pairs.h"

#include "base/array.h"
#include "base/str.h"

#include <math.h>
#include <stdlib.h>

/* A form counts as usual from one use in so many on. A context has so many
 * words, if there is one. */
enum { USUAL = 5, FEWEST_WORDS = 5 };

typedef struct finder {
    hxp_term_pairs *pairs;
    const hxp_bitext *bitext;
    const hxp_str (*texts)[2];
    hxp_renderings all;
    uint32_t *key_uses; /* by key */
} finder;

void hxp_term_pairs_free(hxp_term_pairs *pairs)
{
    hxp_arena_free(&pairs->arena);
    free(pairs->items);
    *pairs = (hxp_term_pairs){ .count = 0 };
}

static hxp_str text_of(const finder *self, size_t i, size_t side)
{
    const hxp_rendering *use = &self->all.items[i];
    return hxp_words_text(self->bitext, use, side,
                          self->texts[use->unit][side]);
}

static int by_text(const void *a, const void *b)
{
    return hxp_str_order(a, b);
}

/** True when text begins with a small letter of ASCII, and other does not. */
static bool is_smaller(hxp_str text, hxp_str other)
{
    return text.ptr[0] >= 'a' && other.ptr[0] >= 'A' && other.ptr[0] <= 'Z';
}

/** The shortest of the usual forms of uses first to end; of equal ones that in
 * small letters. */
static bool usual_form(hxp_str *form, const finder *self, const size_t uses[2],
                       size_t side)
{
    size_t count = uses[1] - uses[0];
    hxp_str *forms = calloc(count, sizeof *forms);
    if (!forms)
        return false;
    for (size_t i = 0; i < count; i++)
        forms[i] = text_of(self, uses[0] + i, side);
    qsort(forms, count, sizeof *forms, by_text);
    *form = (hxp_str){ NULL, SIZE_MAX };
    for (size_t i = 0, end; i < count; i = end) {
        end = i + 1;
        while (end < count && hxp_str_equal(forms[i], forms[end]))
            end++;
        if ((end - i) * USUAL >= count &&
            (forms[i].len < form->len ||
             (forms[i].len == form->len && is_smaller(forms[i], *form))))
            *form = forms[i];
    }
    if (!form->ptr)
        *form = forms[0];
    free(forms);
    return true;
}

/** The shortest unit of the uses that is long enough to be a context. */
static size_t context_of(const finder *self, const size_t uses[2])
{
    size_t best = self->all.items[uses[0]].unit, best_words = 0;
    for (size_t i = uses[0]; i < uses[1]; i++) {
        size_t unit = self->all.items[i].unit;
        size_t words = hxp_bitext_words(self->bitext, 0, unit).count;
        bool fits = words >= FEWEST_WORDS;
        if (best_words < FEWEST_WORDS ? words > best_words
                                      : fits && words < best_words) {
            best = unit;
            best_words = words;
        }
    }
    return best;
}

/** The stems of a use's words in the source, blanks between. */
static bool make_key(hxp_str *key, finder *self, const hxp_rendering *use)
{
    const hxp_bitext_word *words =
        hxp_bitext_words(self->bitext, 0, use->unit).items + use->at[0];
    const hxp_str *stems = self->bitext->sides[0].stems.forms.items;
    hxp_buffer made = { NULL, 0, 0 };
    bool done = true;
    for (size_t i = 0; done && i < use->count[0]; i++)
        done = (i == 0 || hxp_buffer_add(&made, HXP_STR(" "))) &&
               hxp_buffer_add(&made, stems[words[i].stem]);
    done =
        done && hxp_arena_copy(key, &self->pairs->arena, hxp_buffer_str(&made));
    hxp_buffer_free(&made);
    return done;
}

/** A share of which one failure is assumed. */
static double share(size_t count, size_t all)
{
    return (double)count / ((double)all + 1);
}

/** Add the pair of a term's uses all, those in best have its translation. */
static bool add_pair(finder *self, const size_t all[2], const size_t best[2])
{
    hxp_term_pairs *to = self->pairs;
    const hxp_rendering *use = &self->all.items[best[0]];
    const hxp_phrase *phrase = &self->all.phrases.items[use->phrase];
    hxp_term_pair pair = { .uses = phrase->count,
                           .count = best[1] - best[0],
                           .value = hxp_phrase_value(phrase),
                           .unit = context_of(self, best) };
    pair.confidence = sqrt(share(pair.count, all[1] - all[0]) *
                           share(pair.count, self->key_uses[use->key]));
    if (!hxp_array_reserve(&to->items, &to->room, to->count + 1,
                           sizeof *to->items) ||
        !make_key(&pair.key, self, use) ||
        !usual_form(&pair.terms[0], self, best, 0) ||
        !usual_form(&pair.terms[1], self, best, 1))
        return false;
    to->items[to->count++] = pair;
    return true;
}

/** The end of the uses from first on with the same phrase, or key, too. */
static size_t run_end(const finder *self, size_t first, bool same_key)
{
    const hxp_rendering *items = self->all.items;
    size_t end = first + 1;
    while (end < self->all.count && items[end].phrase == items[first].phrase &&
           (!same_key || items[end].key == items[first].key))
        end++;
    return end;
}

/** Choose the rendering that a term has most often. */
static bool choose(finder *self, const size_t all[2])
{
    size_t best[2] = { all[0], all[0] };
    for (size_t i = all[0], end; i < all[1]; i = end) {
        end = run_end(self, i, true);
        if (end - i > best[1] - best[0]) {
            best[0] = i;
            best[1] = end;
        }
    }
    return add_pair(self, all, best);
}

bool hxp_term_pairs_find(hxp_term_pairs *pairs, const hxp_bitext *bitext,
                         const hxp_str (*texts)[2], size_t least)
{
    finder self = { .pairs = pairs, .bitext = bitext, .texts = texts };
    bool done = hxp_renderings_find(&self.all, bitext, least);
    self.key_uses = calloc(self.all.keys.count + 1, sizeof *self.key_uses);
    done = done && self.key_uses;
    for (size_t i = 0; done && i < self.all.count; i++)
        self.key_uses[self.all.items[i].key]++;
    size_t all[2] = { 0, 0 };
    for (; done && all[0] < self.all.count; all[0] = all[1]) {
        all[1] = run_end(&self, all[0], false);
        done = choose(&self, all);
    }
    hxp_renderings_free(&self.all);
    free(self.key_uses);
    return done;
}
