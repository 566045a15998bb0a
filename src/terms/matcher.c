/* matcher.c - walks the words of a text through the trie of the terms. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "terms/serves.h"
#include "terms/trie.h"
#include "terms/words.h"

#include <hexapla/terms.h>

#include <stdlib.h>

/** Where a walk stands after some words. */
typedef struct state {
    uint32_t node;
    uint32_t changed; /* words that are another form than the term's */
} state;

typedef struct states {
    state *items;
    size_t count, room;
} states;

/** A hit with what is needed to choose between hits. */
typedef struct found {
    hxp_term_hit hit;
    size_t concept;
    size_t term;
    uint32_t changed;
} found;

struct hxp_term_matcher {
    const hxp_termbase *termbase;
    hxp_analyzer *analyzer;
    hxp_term_words known;
    hxp_trie trie;
    hxp_candidates candidates; /* of all words of the text */
    size_t *first;             /* first candidate of each word */
    size_t first_room;
    states now, next;
    found *found;
    size_t found_count, found_room;
    hxp_term_hit *hits;
    size_t hit_room;
    uint32_t *path; /* the words of a term, while terms are added */
    size_t path_room;
};

/**
 * True when word i only joins the words beside it: a hyphen or an apostrophe
 * that touches both. A term is found with and without it.
 */
static bool joins(const hxp_words *words, size_t i)
{
    const hxp_word *word = &words->items[i];
    return word->kind == HXP_WORD_MARK && i > 0 && i + 1 < words->count &&
           word[-1].end == word->start && word->end == word[1].start &&
           (hxp_str_is(word->folded, "-") || hxp_str_is(word->folded, "'"));
}

/** Add the term that leaf is about. */
static hxp_status add_term(hxp_term_matcher *matcher, hxp_str text,
                           struct hxp_trie_leaf leaf, hxp_error *error)
{
    hxp_words words;
    size_t count = 0;
    hxp_status status = hxp_analyze(&words, matcher->analyzer, text, error);
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&matcher->path, &matcher->path_room, words.count,
                           sizeof *matcher->path))
        return hxp_no_memory(error);
    leaf.acronym = true;
    for (size_t i = 0; i < words.count; i++) {
        const hxp_word *word = &words.items[i];
        hxp_str surface = hxp_str_part(text, word->start, word->end);
        if (joins(&words, i))
            continue;
        leaf.acronym &= word->acronym;
        if (!hxp_term_words_add(&matcher->path[count++], &matcher->known, word,
                                surface))
            return hxp_no_memory(error);
    }
    if (count > 0 && !hxp_trie_add(&matcher->trie, matcher->path, count, &leaf))
        return hxp_no_memory(error);
    return HXP_OK;
}

static hxp_status add_terms(hxp_term_matcher *matcher, hxp_str language,
                            hxp_error *error)
{
    hxp_status status = HXP_OK;
    size_t concepts = hxp_termbase_count(matcher->termbase);
    for (size_t c = 0; c < concepts; c++) {
        const hxp_concept *concept = hxp_termbase_concept(matcher->termbase, c);
        for (size_t t = 0; t < concept->term_count; t++) {
            const hxp_term *term = &concept->terms[t];
            if (term->status != HXP_TERM_DRAFT &&
                hxp_term_serves(term->language, language))
                status =
                    add_term(matcher, term->text,
                             (struct hxp_trie_leaf){ c, t, false, 0 }, error);
            if (status != HXP_OK)
                return status;
        }
    }
    return HXP_OK;
}

hxp_status hxp_term_matcher_new(hxp_term_matcher **out,
                                const hxp_termbase *termbase,
                                const hxp_language *language, hxp_error *error)
{
    hxp_term_matcher *matcher = calloc(1, sizeof *matcher);
    *out = NULL;
    if (!matcher)
        return hxp_no_memory(error);
    matcher->termbase = termbase;
    hxp_status status = hxp_analyzer_new(&matcher->analyzer, language, error);
    if (status == HXP_OK)
        status = hxp_endings_read(&matcher->known.endings, language, error);
    if (status == HXP_OK)
        status =
            add_terms(matcher, hxp_str_of(hxp_language_tag(language)), error);
    if (status == HXP_OK)
        *out = matcher;
    else
        hxp_term_matcher_free(matcher);
    return status;
}

bool hxp_term_matcher_any(const hxp_term_matcher *matcher)
{
    return matcher->trie.leaf_count > 0;
}

/** Look up all words of the text among those of the terms. */
static bool find_candidates(hxp_term_matcher *matcher, const hxp_words *words,
                            hxp_str text)
{
    if (!hxp_array_reserve(&matcher->first, &matcher->first_room,
                           words->count + 1, sizeof *matcher->first))
        return false;
    matcher->candidates.count = 0;
    for (size_t i = 0; i < words->count; i++) {
        const hxp_word *word = &words->items[i];
        matcher->first[i] = matcher->candidates.count;
        if (!hxp_term_words_find(&matcher->candidates, &matcher->known, word,
                                 hxp_str_part(text, word->start, word->end)))
            return false;
    }
    matcher->first[words->count] = matcher->candidates.count;
    return true;
}

static bool push(states *to, state item)
{
    if (!hxp_array_reserve(&to->items, &to->room, to->count + 1, sizeof item))
        return false;
    to->items[to->count++] = item;
    return true;
}

/** Take one step from all states with word i of the text. */
static bool step(hxp_term_matcher *matcher, size_t i)
{
    states taken = matcher->now;
    matcher->next.count = 0;
    for (size_t s = 0; s < taken.count; s++) {
        state from = taken.items[s];
        for (size_t c = matcher->first[i]; c < matcher->first[i + 1]; c++) {
            hxp_candidate candidate = matcher->candidates.items[c];
            uint32_t node =
                hxp_trie_child(&matcher->trie, from.node, candidate.word);
            uint32_t changed = from.changed + (candidate.same ? 0 : 1);
            if (node != 0 && !push(&matcher->next, (state){ node, changed }))
                return false;
        }
    }
    matcher->now = matcher->next;
    matcher->next = taken;
    return true;
}

/** Note the terms that end where the states stand. */
static bool collect(hxp_term_matcher *matcher, size_t start, size_t end)
{
    for (size_t s = 0; s < matcher->now.count; s++) {
        state at = matcher->now.items[s];
        uint32_t handle = hxp_trie_first(&matcher->trie, at.node);
        while (handle != 0) {
            const struct hxp_trie_leaf *leaf =
                hxp_trie_leaf(&matcher->trie, handle);
            const hxp_concept *concept =
                hxp_termbase_concept(matcher->termbase, leaf->concept);
            const hxp_term *term = &concept->terms[leaf->term];
            if (!hxp_array_reserve(&matcher->found, &matcher->found_room,
                                   matcher->found_count + 1,
                                   sizeof *matcher->found))
                return false;
            matcher->found[matcher->found_count++] =
                (found){ { concept, term, start, end, leaf->acronym, false },
                         leaf->concept,
                         leaf->term,
                         at.changed };
            handle = leaf->next;
        }
    }
    return true;
}

/** Find the terms that begin with word i. */
static bool walk(hxp_term_matcher *matcher, const hxp_words *words, size_t i)
{
    size_t start = words->items[i].start;
    matcher->now.count = 0;
    if (!push(&matcher->now, (state){ 0, 0 }))
        return false;
    for (size_t j = i; j < words->count && matcher->now.count > 0; j++) {
        if (j > i && joins(words, j))
            continue;
        if (!step(matcher, j) || !collect(matcher, start, words->items[j].end))
            return false;
    }
    return true;
}

static int compare(size_t a, size_t b)
{
    return a < b ? -1 : a > b;
}

/** By start, longest, concept; of one concept the closest, best term first. */
static int order(const void *left, const void *right)
{
    const found *a = left, *b = right;
    int by = compare(a->hit.start, b->hit.start);
    if (by == 0)
        by = compare(b->hit.end, a->hit.end);
    if (by == 0)
        by = compare(a->concept, b->concept);
    if (by == 0)
        by = compare(a->changed, b->changed);
    if (by == 0)
        by = compare(a->hit.term->status, b->hit.term->status);
    return by ? by : compare(a->term, b->term);
}

/** Hand out the hits: one for a span and concept; mark the covered ones. */
static bool finish(hxp_term_hits *hits, hxp_term_matcher *matcher)
{
    const found *all = matcher->found;
    size_t count = 0, behind = 0;
    if (!hxp_array_reserve(&matcher->hits, &matcher->hit_room,
                           matcher->found_count + 1, sizeof *matcher->hits))
        return false;
    if (matcher->found_count > 0)
        qsort(matcher->found, matcher->found_count, sizeof *all, order);
    const hxp_term_hit *counts = NULL; /* the last that is not covered */
    for (size_t i = 0; i < matcher->found_count; i++) {
        hxp_term_hit hit = all[i].hit;
        const hxp_term_hit *last = count ? &matcher->hits[count - 1] : NULL;
        bool equal =
            counts && counts->start == hit.start && counts->end == hit.end;
        if (last && last->concept == hit.concept && last->start == hit.start &&
            last->end == hit.end)
            continue;
        hit.covered = hit.start < behind && !equal;
        matcher->hits[count] = hit;
        if (!hit.covered) {
            counts = &matcher->hits[count];
            behind = hit.end;
        }
        count++;
    }
    *hits = (hxp_term_hits){ matcher->hits, count };
    return true;
}

hxp_status hxp_find_terms(hxp_term_hits *hits, hxp_term_matcher *matcher,
                          hxp_str text, hxp_error *error)
{
    hxp_words words;
    *hits = (hxp_term_hits){ NULL, 0 };
    matcher->found_count = 0;
    if (!hxp_term_matcher_any(matcher))
        return HXP_OK;
    hxp_status status = hxp_analyze(&words, matcher->analyzer, text, error);
    if (status != HXP_OK)
        return status;
    if (!find_candidates(matcher, &words, text))
        return hxp_no_memory(error);
    for (size_t i = 0; i < words.count; i++)
        if (matcher->first[i] < matcher->first[i + 1] &&
            !walk(matcher, &words, i))
            return hxp_no_memory(error);
    return finish(hits, matcher) ? HXP_OK : hxp_no_memory(error);
}

void hxp_term_matcher_free(hxp_term_matcher *matcher)
{
    if (!matcher)
        return;
    hxp_analyzer_free(matcher->analyzer);
    hxp_term_words_free(&matcher->known);
    hxp_trie_free(&matcher->trie);
    free(matcher->candidates.items);
    free(matcher->first);
    free(matcher->now.items);
    free(matcher->next.items);
    free(matcher->found);
    free(matcher->hits);
    free(matcher->path);
    free(matcher);
}
