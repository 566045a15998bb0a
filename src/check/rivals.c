/* rivals.c - majority against minority among the renderings of a term. What is
 * another form of the same rendering the matcher of terms tells. */
#include "check/rivals.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "check/nouns.h"
#include "check/standing.h"
#include "text/utf8.h"

#include <hexapla/terms.h>

#include <stdlib.h>

enum {
    USES = 3,       /* of a term that is looked at */
    FEWEST = 2,     /* of them with the usual rendering */
    FEW = 2,        /* rivals; of more of them, the usual rendering has */
    MANY_TIMES = 3, /* so many times as many uses, else */
    TWICE = 2,
    LONELY = 40,      /* uses against which a single one is no slip, but free */
    RENDERINGS = 200, /* of a term; one with more of them has none */
    SHORTEST = 4      /* letters of a rendering that is believed */
};

/* A link that is believed, unless no other word can have the rendering. */
static const float SURE = 0.1F;

/* How much a word of a rendering may belong to another word of the source. */
static const float TAKEN = 0.4F;

/** Uses of a term with one rendering: first to end of the renderings. */
typedef struct run {
    size_t first, end;
    size_t all[2];   /* first and end of all uses of the term */
    size_t usual;    /* the one that shows the usual rendering best */
    size_t concept;  /* of the usual rendering; see run_concept */
    uint32_t number; /* from 1 */
} run;

/** The concepts of a run, from its own number on. */
typedef enum run_concept { USUAL, OWN, RUN_CONCEPTS } run_concept;

typedef struct search {
    hxp_rivals *rivals;
    const hxp_rival_texts *from;
    run *runs;
    size_t count, room;
    hxp_termbase *termbase; /* of the renderings of the runs */
    hxp_term_matcher *matcher;
    hxp_nouns nouns;
    uint32_t *rivalled; /* by form of the source: the last run with a rival */
    uint32_t *usual;    /* the last run with the usual rendering */
    bool capital_nouns; /* of the target */
    bool bare_nouns;    /* it has no articles before them */
    bool compounds;     /* the target makes them */
} search;

void hxp_rivals_free(hxp_rivals *rivals)
{
    hxp_renderings_free(&rivals->renderings);
    free(rivals->items);
    *rivals = (hxp_rivals){ .count = 0 };
}

static const hxp_rendering *use_of(const search *self, size_t i)
{
    return &self->rivals->renderings.items[i];
}

/* --- Which uses are believed ---------------------------------------------- */

/** Leave only the uses that stand as nouns do. */
static void drop_others(search *self)
{
    hxp_renderings *all = &self->rivals->renderings;
    size_t kept = 0;
    for (size_t i = 0; i < all->count; i++) {
        if (!hxp_nouns_has(&self->nouns, self->from, all, i, 0) ||
            !hxp_standing_is_noun(self->from, use_of(self, i)))
            continue;
        self->nouns.forms[kept] = self->nouns.forms[i];
        all->items[kept++] = all->items[i];
    }
    all->count = kept;
}

/* --- Which renderings a term has ------------------------------------------ */

/** The end of the uses from first on that have the same phrase, or key. */
static size_t run_end(const search *self, size_t first, bool same_key)
{
    const hxp_rendering *one = use_of(self, first);
    size_t end = first + 1;
    while (end < self->rivals->renderings.count &&
           use_of(self, end)->phrase == one->phrase &&
           (!same_key || use_of(self, end)->key == one->key))
        end++;
    return end;
}

/** The use of a run that shows best how its rendering is written. */
static size_t best_shown(const search *self, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (use_of(self, i)->at[1] > 0)
            return i;
    return first;
}

/** The content words that a use has in side. */
static size_t count_content(const search *self, const hxp_rendering *use,
                            size_t side)
{
    const hxp_bitext_word *words = hxp_standing_words(self->from, use, side);
    size_t count = 0;
    for (size_t i = 0; i < use->count[side]; i++)
        count += (words[i].flags & HXP_WORD_CONTENT) != 0;
    return count;
}

/** True when a rendering may be told of at all. */
static bool is_plain(const search *self, const hxp_rendering *use)
{
    const hxp_bitext_word *words = hxp_standing_words(self->from, use, 1);
    hxp_str text = hxp_standing_text(self->from, use, 1);
    const hxp_bitext_word *last = &words[use->count[1] - 1];
    bool capital = last->flags & HXP_WORD_CAPITAL;
    return hxp_utf8_length(text) >= SHORTEST &&
           !(words->flags & HXP_WORD_ACRONYM) &&
           !hxp_standing_is_hyphened(self->from, use, 1) &&
           (!self->compounds ||
            count_content(self, use, 1) <= count_content(self, use, 0)) &&
           (!self->capital_nouns || capital);
}

/** Note the runs of a term, of first to end, that may be rivals. */
static bool note_runs(search *self, size_t first, size_t end)
{
    size_t best = first, most = 0, renderings = 0;
    for (size_t i = first, next; i < end; i = next) {
        next = run_end(self, i, true);
        renderings++;
        if (next - i > most) {
            best = i;
            most = next - i;
        }
    }
    if (end - first < USES || most < FEWEST || renderings > RENDERINGS ||
        !is_plain(self, use_of(self, best)))
        return true;
    for (size_t i = first, next; i < end; i = next) {
        next = run_end(self, i, true);
        if (i == best || !is_plain(self, use_of(self, i)))
            continue;
        if (!hxp_array_reserve(&self->runs, &self->room, self->count + 1,
                               sizeof *self->runs))
            return false;
        self->count++;
        self->runs[self->count - 1] =
            (run){ i,
                   next,
                   { first, end },
                   best_shown(self, best, best + most),
                   0,
                   (uint32_t)self->count };
    }
    return true;
}

/* --- What is the same rendering ------------------------------------------- */

/** Add what stands for a term as one. */
static hxp_status add_concept(search *self, const hxp_rendering *use,
                              hxp_error *error)
{
    const hxp_language *language = self->from->bitext->sides[1].language;
    const hxp_term term = { .text = hxp_standing_text(self->from, use, 1),
                            .language = hxp_str_of(hxp_language_tag(language)),
                            .status = HXP_TERM_PREFERRED };
    const hxp_concept concept = { .terms = &term, .term_count = 1 };
    return hxp_termbase_add(self->termbase, &concept, error);
}

static hxp_status add_run(search *self, run *one, hxp_error *error)
{
    const hxp_rendering *own =
        use_of(self, best_shown(self, one->first, one->end));
    one->concept = hxp_termbase_count(self->termbase);
    hxp_status status = add_concept(self, use_of(self, one->usual), error);
    return status == HXP_OK ? add_concept(self, own, error) : status;
}

/** Make a termbase of the runs, and its matcher. */
static hxp_status make_matcher(search *self, hxp_error *error)
{
    hxp_status status = hxp_termbase_new(&self->termbase, error);
    for (size_t i = 0; status == HXP_OK && i < self->count; i++)
        status = add_run(self, &self->runs[i], error);
    return status == HXP_OK
               ? hxp_term_matcher_new(&self->matcher, self->termbase,
                                      self->from->bitext->sides[1].language,
                                      error)
               : status;
}

/** Tell whether text has the term of a concept of a run in any form. */
static hxp_status has_concept(bool *has, search *self, hxp_str text,
                              size_t number, hxp_error *error)
{
    const hxp_concept *concept = hxp_termbase_concept(self->termbase, number);
    const hxp_concepts one = { &concept, 1 };
    hxp_term_hits hits;
    hxp_status status =
        hxp_find_terms_of(&hits, self->matcher, text, &one, error);
    *has = false;
    for (size_t i = 0; status == HXP_OK && i < hits.count; i++)
        if (hits.items[i].concept == concept)
            *has = true;
    return status;
}

/** True when stem is one of the words that a use has in the source. */
static bool has_stem(const search *self, const hxp_rendering *use,
                     uint32_t stem)
{
    const hxp_bitext_word *words = hxp_standing_words(self->from, use, 0);
    for (size_t i = 0; i < use->count[0]; i++)
        if (words[i].stem == stem)
            return true;
    return false;
}

/** True when a word of the rendering translates something else as a rule. */
static bool is_taken(const search *self, const hxp_rendering *use)
{
    const hxp_word_table *known = &self->from->bitext->tables[HXP_BACKWARD];
    const hxp_bitext_word *words = hxp_standing_words(self->from, use, 1);
    for (size_t j = 0; j < use->count[1]; j++) {
        hxp_word_table_row row = hxp_word_table_get(known, words[j].stem);
        float own = 0, other = 0;
        for (size_t k = 0; k < row.count; k++) {
            bool has = has_stem(self, use, row.items[k].word);
            float *most = has ? &own : &other;
            if (row.items[k].weight > *most)
                *most = row.items[k].weight;
        }
        if ((words[j].flags & HXP_WORD_CONTENT) &&
            (other > own || other >= TAKEN))
            return true;
    }
    return false;
}

/** Tell whether the run's rendering is a form or a part of the usual one, or
 * belongs to another term. */
static hxp_status is_same(bool *same, search *self, const run *one,
                          hxp_error *error)
{
    const hxp_rendering *usual = use_of(self, one->usual);
    const hxp_rendering *use = use_of(self, one->first);
    *same = is_taken(self, use) || is_taken(self, usual) ||
            hxp_standing_has_parts(self->from, use,
                                   hxp_standing_text(self->from, usual, 1)) ||
            hxp_standing_has_parts(self->from, usual,
                                   hxp_standing_text(self->from, use, 1));
    return *same ? HXP_OK
                 : has_concept(same, self,
                               hxp_standing_text(self->from, usual, 1),
                               one->concept + OWN, error);
}

/* --- Which of them are rivals --------------------------------------------- */

/** True when the term may be a name, as it has a capital within a sentence or
 * is the same in the target. */
static bool is_name(const search *self, const hxp_rendering *use)
{
    const hxp_bitext_word *words = hxp_standing_words(self->from, use, 0);
    return (words->flags & HXP_WORD_CAPITAL) &&
           (use->at[0] > 0 ||
            hxp_str_equal(hxp_standing_text(self->from, use, 0),
                          hxp_standing_text(self->from, use, 1)));
}

/** True when the term of use i is written as in some with the usual rendering,
 * or as in one of them but for an ending. */
static bool is_same_term(const search *self, const run *one, size_t i)
{
    hxp_str text = hxp_standing_text(self->from, use_of(self, i), 0);
    hxp_str usual = hxp_standing_text(self->from, use_of(self, one->usual), 0);
    return self->usual[self->nouns.forms[i]] == one->number ||
           hxp_str_starts(text, usual) || hxp_str_starts(usual, text);
}

/** Tell whether use i of a run is one of a rival: the unit has the usual
 * rendering nowhere. */
static hxp_status is_rival(bool *rival, search *self, const run *one, size_t i,
                           hxp_error *error)
{
    bool has = false;
    hxp_status status = HXP_OK;
    const hxp_rendering *use = use_of(self, i);
    *rival = is_same_term(self, one, i) &&
             hxp_nouns_has(&self->nouns, self->from, &self->rivals->renderings,
                           i, 1) &&
             !is_name(self, use) &&
             !(self->capital_nouns &&
               hxp_standing_goes_on(self->from, use, 1, HXP_WORD_CAPITAL));
    if (*rival)
        status = has_concept(&has, self, self->from->texts[use->unit][1],
                             one->concept + USUAL, error);
    *rival = *rival && !has;
    return status;
}

/** True when an article or the like tells that the rendering is a noun, or the
 * target has no such words. */
static bool is_determined(const search *self, const hxp_rendering *use)
{
    return self->bare_nouns || hxp_standing_determined(self->from, use, 1);
}

/** True when the rendering stands as a noun does; alone: nothing goes on. */
static bool stands(const search *self, const hxp_rendering *use, bool alone)
{
    return self->capital_nouns ||
           (is_determined(self, use) &&
            !(alone && hxp_standing_goes_on(self->from, use, 1, 0)));
}

/**
 * Count the uses of a run that are rivals, and mark the others. A single one
 * must be the only rendering that its unit leaves; of several one at least
 * must have strong links, one stand alone, and half be behind an article.
 */
static hxp_status count_rivals(size_t *count, search *self, const run *one,
                               hxp_error *error)
{
    hxp_status status = HXP_OK;
    size_t nouns = 0;
    bool strong = false, alone = false, clear = false;
    *count = 0;
    for (size_t i = one->first; status == HXP_OK && i < one->end; i++) {
        hxp_rendering *use = &self->rivals->renderings.items[i];
        bool rival;
        status = is_rival(&rival, self, one, i, error);
        if (!rival) {
            use->count[1] = 0;
            continue;
        }
        self->rivalled[self->nouns.forms[i]] = one->number;
        ++*count;
        strong |= use->weight >= SURE;
        alone |= stands(self, use, true);
        nouns += self->capital_nouns || use->count[1] > 1 ||
                 is_determined(self, use);
        clear |= use->clear && stands(self, use, false);
    }
    if (*count == 1 ? !clear : !strong || !alone || 2 * nouns < *count)
        *count = 0;
    return status;
}

/** True when a use has the usual rendering, as far as its letters show. */
static bool is_usual(const search *self, const run *one,
                     const hxp_rendering *use)
{
    const hxp_rendering *usual = use_of(self, one->usual);
    return use->count[1] > 0 &&
           (use->key == usual->key ||
            hxp_standing_has_parts(self->from, use,
                                   hxp_standing_text(self->from, usual, 1)));
}

/** Note the forms in which the term has the usual rendering. */
static void note_usual(search *self, const run *one)
{
    for (size_t i = one->all[0]; i < one->all[1]; i++)
        if (is_usual(self, one, use_of(self, i)))
            self->usual[self->nouns.forms[i]] = one->number;
}

/** Count the uses with the usual rendering in which the term is written as in
 * a rival. */
static size_t count_usual(const search *self, const run *one)
{
    size_t count = 0;
    for (size_t i = one->all[0]; i < one->all[1]; i++)
        count += self->rivalled[self->nouns.forms[i]] == one->number &&
                 is_usual(self, one, use_of(self, i));
    return count;
}

/** True when count uses against most are a slip, not another sense. */
static bool is_minority(size_t count, size_t most)
{
    return count > 0 && most >= FEWEST && (count > 1 || most <= LONELY) &&
           count * (count > FEW ? MANY_TIMES : TWICE) <= most;
}

/** Look at one run, and keep its uses if they are rivals. */
static hxp_status take_run(search *self, const run *one, hxp_error *error)
{
    hxp_rivals *to = self->rivals;
    size_t count = 0, most = 0;
    bool same;
    hxp_status status = is_same(&same, self, one, error);
    if (status == HXP_OK && !same) {
        note_usual(self, one);
        status = count_rivals(&count, self, one, error);
    }
    if (status == HXP_OK && count > 0)
        most = count_usual(self, one);
    if (status != HXP_OK || !is_minority(count, most))
        return status;
    if (!hxp_array_reserve(&to->items, &to->room, to->count + count,
                           sizeof *to->items))
        return hxp_no_memory(error);
    for (size_t i = one->first; i < one->end; i++)
        if (use_of(self, i)->count[1] > 0)
            to->items[to->count++] =
                (hxp_rival){ use_of(self, i), use_of(self, one->usual), count,
                             most };
    return HXP_OK;
}

static int by_unit(const void *a, const void *b)
{
    const hxp_rival *x = a, *y = b;
    if (x->use->unit != y->use->unit)
        return x->use->unit < y->use->unit ? -1 : 1;
    return (x->use->at[0] > y->use->at[0]) - (x->use->at[0] < y->use->at[0]);
}

/** Note what the target's language says of its nouns. */
static void read_language(search *self)
{
    const hxp_language *target = self->from->bitext->sides[1].language;
    self->capital_nouns = hxp_language_flag(target, "capital-nouns");
    self->bare_nouns = hxp_language_flag(target, "nouns-without-articles");
    self->compounds = hxp_language_setting(target, "compound-links") != NULL;
}

hxp_status hxp_rivals_find(hxp_rivals *rivals, const hxp_rival_texts *from,
                           hxp_error *error)
{
    search self = { .rivals = rivals, .from = from };
    bool done = hxp_renderings_find(&rivals->renderings, from->bitext, USES);
    self.rivalled = calloc(rivals->renderings.count + 1, sizeof *self.rivalled);
    self.usual = calloc(rivals->renderings.count + 1, sizeof *self.usual);
    done = done && self.rivalled && self.usual &&
           hxp_nouns_count(&self.nouns, from, &rivals->renderings);
    if (done)
        drop_others(&self);
    read_language(&self);
    for (size_t i = 0, end; done && i < rivals->renderings.count; i = end) {
        end = run_end(&self, i, false);
        done = note_runs(&self, i, end);
    }
    hxp_status status = done ? HXP_OK : hxp_no_memory(error);
    if (status == HXP_OK && self.count > 0)
        status = make_matcher(&self, error);
    for (size_t i = 0; status == HXP_OK && i < self.count; i++)
        status = take_run(&self, &self.runs[i], error);
    if (rivals->count > 1)
        qsort(rivals->items, rivals->count, sizeof *rivals->items, by_unit);
    hxp_term_matcher_free(self.matcher);
    hxp_nouns_free(&self.nouns);
    free(self.rivalled);
    free(self.usual);
    hxp_termbase_free(self.termbase);
    free(self.runs);
    return status;
}
