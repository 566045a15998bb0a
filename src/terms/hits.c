/* hits.c - searches a text for terms, and hands out what is found in order. */
#include "terms/beside.h"
#include "terms/matcher.h"

#include "base/array.h"
#include "base/error.h"

#include <stdlib.h>

static int compare(size_t a, size_t b)
{
    return a < b ? -1 : a > b;
}

/** The order of two items of an array. */
static int compare_places(const void *a, const void *b)
{
    return compare((size_t)(uintptr_t)a, (size_t)(uintptr_t)b);
}

/** By start, longest, concept; of one concept the closest, best term first. */
static int order(const void *left, const void *right)
{
    const hxp_found_term *a = left, *b = right;
    int by = compare(a->hit.start, b->hit.start);
    if (by == 0)
        by = compare(b->hit.end, a->hit.end);
    if (by == 0)
        by = compare_places(a->hit.concept, b->hit.concept);
    if (by == 0)
        by = compare(a->changed, b->changed);
    if (by == 0)
        by = compare(a->hit.match, b->hit.match);
    if (by == 0) /* the longer term says more of the words */
        by = compare(b->hit.term->text.len, a->hit.term->text.len);
    if (by == 0)
        by = compare(a->hit.term->status, b->hit.term->status);
    return by ? by : compare_places(a->hit.term, b->hit.term);
}

static bool same_span(const hxp_term_hit *a, const hxp_term_hit *b)
{
    return a->start == b->start && a->end == b->end;
}

/* So many hits are put in order one by one. */
enum { FEW = 12 };

/** Put the hits found in order. */
static void sort_found(hxp_found_term *all, size_t count)
{
    if (count > FEW) {
        qsort(all, count, sizeof *all, order);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        const hxp_found_term one = all[i];
        size_t at = i;
        for (; at > 0 && order(&all[at - 1], &one) > 0; at--)
            all[at] = all[at - 1];
        all[at] = one;
    }
}

/** Hand out the hits: one for a span and concept; mark the covered ones. */
static bool finish(hxp_term_hits *hits, hxp_term_matcher *matcher)
{
    hxp_found_term *all = matcher->found;
    size_t count = 0, behind = 0;
    if (!hxp_array_reserve(&matcher->hits, &matcher->hit_room,
                           matcher->found_count + 1, sizeof *matcher->hits))
        return false;
    sort_found(all, matcher->found_count);
    const hxp_term_hit *counts = NULL; /* the last that is not covered */
    for (size_t i = 0; i < matcher->found_count; i++) {
        hxp_term_hit *hit = &all[i].hit;
        bool equal = counts && same_span(counts, hit);
        if (i > 0 && all[i - 1].hit.concept == hit->concept &&
            same_span(&all[i - 1].hit, hit))
            continue;
        hit->covered =
            hit->match == HXP_MATCH_CASE || (hit->start < behind && !equal);
        if (!hit->covered) {
            counts = hit;
            behind = hit->end;
        }
        if (!all[i].other)
            matcher->hits[count++] = *hit;
    }
    *hits = (hxp_term_hits){ matcher->hits, count };
    return true;
}

/** Tell where in the text itself the terms stand that were found. */
static void place_found(hxp_term_matcher *matcher)
{
    for (size_t i = 0; i < matcher->found_count; i++) {
        hxp_term_hit *hit = &matcher->found[i].hit;
        hit->start = hxp_clean_text_start(&matcher->clean, hit->start);
        hit->end = hxp_clean_text_end(&matcher->clean, hit->end);
    }
}

/** Find the terms of matcher->words, as matcher->strict and the like say. */
static hxp_status find_in_words(hxp_term_hits *hits, hxp_term_matcher *matcher,
                                hxp_error *error)
{
    if (!hxp_matcher_look(matcher, matcher->clean.text) ||
        !hxp_matcher_walk(matcher))
        return hxp_no_memory(error);
    matcher->candidates.count = matcher->lasting;
    place_found(matcher);
    return finish(hits, matcher) ? HXP_OK : hxp_no_memory(error);
}

/** Find those of text. */
static hxp_status find(hxp_term_hits *hits, hxp_term_matcher *matcher,
                       hxp_str text, hxp_error *error)
{
    *hits = (hxp_term_hits){ NULL, 0 };
    if (!hxp_term_matcher_any(matcher))
        return HXP_OK;
    if (!hxp_clean_text_make(&matcher->clean, text))
        return hxp_no_memory(error);
    hxp_status status = hxp_analyze(&matcher->words, matcher->analyzer,
                                    matcher->clean.text, error);
    return status == HXP_OK ? find_in_words(hits, matcher, error) : status;
}

hxp_status hxp_find_terms(hxp_term_hits *hits, hxp_term_matcher *matcher,
                          hxp_str text, hxp_term_search search,
                          hxp_error *error)
{
    matcher->strict = search == HXP_TERMS_STRICT;
    matcher->wanted = matcher->about = HXP_ALL_WORDS;
    return find(hits, matcher, text, error);
}

/** Ask for concepts alone. */
static void choose(hxp_term_matcher *matcher, const hxp_concepts *concepts)
{
    const hxp_concept *first = hxp_termbase_concept(matcher->termbase, 0);
    matcher->strict = false;
    matcher->choosy = true;
    matcher->wanted = matcher->about = 0;
    for (size_t i = 0; i < concepts->count; i++) {
        size_t concept = (size_t)(concepts->items[i] - first);
        matcher->sought[concept] = true;
        matcher->wanted |= matcher->firsts[concept];
        matcher->about |= hxp_word_set_of((uint32_t) concept);
    }
}

/** Ask for all again. */
static void choose_all(hxp_term_matcher *matcher, const hxp_concepts *concepts)
{
    const hxp_concept *first = hxp_termbase_concept(matcher->termbase, 0);
    for (size_t i = 0; i < concepts->count; i++)
        matcher->sought[concepts->items[i] - first] = false;
    matcher->choosy = false;
}

hxp_status hxp_find_terms_of(hxp_term_hits *hits, hxp_term_matcher *matcher,
                             hxp_str text, const hxp_concepts *concepts,
                             hxp_error *error)
{
    choose(matcher, concepts);
    hxp_status status = find(hits, matcher, text, error);
    choose_all(matcher, concepts);
    return status;
}

/** Take what is known of lent words for what is known of own ones, or back. */
static void swap_seen(hxp_term_matcher *matcher)
{
    struct hxp_text_word *seen = matcher->seen;
    size_t room = matcher->seen_room;
    matcher->seen = matcher->lent;
    matcher->seen_room = matcher->lent_room;
    matcher->lent = seen;
    matcher->lent_room = room;
}

hxp_status hxp_find_terms_beside(hxp_term_hits *hits, hxp_term_matcher *matcher,
                                 const hxp_term_matcher *lender,
                                 const hxp_concepts *concepts, hxp_error *error)
{
    const hxp_clean_text own = matcher->clean;
    *hits = (hxp_term_hits){ NULL, 0 };
    if (!hxp_term_matcher_any(matcher))
        return HXP_OK;
    matcher->clean = lender->clean;
    matcher->words = lender->words;
    swap_seen(matcher);
    choose(matcher, concepts);
    hxp_status status = find_in_words(hits, matcher, error);
    choose_all(matcher, concepts);
    swap_seen(matcher);
    matcher->clean = own;
    return status;
}
