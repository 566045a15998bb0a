/* terms.c - the rules of terms: does the target say what the source does? */
#include "check/family.h"

#include "base/error.h"
#include "base/str.h"
#include "check/kept.h"
#include "check/suspended.h"
#include "check/tell.h"
#include "check/term_languages.h"
#include "check/tokens.h"
#include "check/uses.h"
#include "terms/aside.h"
#include "terms/doing.h"
#include "terms/ordinary.h"

#include <hexapla/terms.h>

#include <stdlib.h>

/** A translation with its source. */
typedef struct sides {
    const hxp_check_side *source, *target;
    const hxp_term_hits *hits; /* of the target */
} sides;

/** That the source of the unit speaks of a concept. */
typedef struct topic {
    const hxp_concept *concept;
    hxp_said_term said; /* equal starts: homographs, one of them is meant */
    hxp_term_hit hit;   /* of the source */
    bool met;           /* the target has a term for it, allowed or not */
    bool told;          /* that it has none */
} topic;

typedef struct checker {
    hxp_term_languages languages;
    topic *topics; /* of the source of the unit */
    size_t topic_count, topic_room;
    hxp_source_terms from;        /* that they were found among */
    hxp_term_matcher *target;     /* that finds what translates them */
    const hxp_concept **concepts; /* of the topics */
    size_t concept_room;
    hxp_uses uses;
    hxp_teller teller;
    bool explain;
} checker;

static void close_terms(void *state)
{
    checker *self = state;
    if (!self)
        return;
    hxp_term_languages_free(&self->languages);
    free(self->topics);
    free(self->concepts);
    hxp_uses_free(&self->uses);
    hxp_teller_free(&self->teller);
    free(self);
}

static hxp_status open_terms(void **state, const hxp_check_setup *setup,
                             hxp_error *error)
{
    if (!setup->options->termbase)
        return HXP_OK;
    checker *self = calloc(1, sizeof *self);
    *state = self;
    if (!self)
        return hxp_no_memory(error);
    self->languages.termbase = setup->options->termbase;
    self->teller.findings = setup->findings;
    self->explain = setup->options->explain;
    return HXP_OK;
}

/** The first entry of concept, or NULL: the source does not speak of it. */
static const topic *find_topic(const checker *self, const hxp_concept *concept)
{
    for (size_t i = 0; i < self->topic_count; i++)
        if (self->topics[i].concept == concept)
            return &self->topics[i];
    return NULL;
}

/** True when hit is of a name, and stands for common words. */
static bool is_common(const hxp_check_side *source, const hxp_term_hit *hit)
{
    return hit->concept->untranslated &&
           hxp_is_common(
               hxp_str_part(hxp_check_text(source), hit->start, hit->end),
               hit->term->text);
}

/** Note the concepts of the source. */
static hxp_status take_source(void *state, const hxp_check_side *source,
                              hxp_error *error)
{
    checker *self = state;
    hxp_term_matcher *matcher = NULL;
    hxp_term_hits hits = { NULL, 0 };
    self->topic_count = 0;
    hxp_status status =
        hxp_need_matcher(&matcher, &self->languages, source->language, error);
    if (status == HXP_OK)
        status = hxp_find_terms(&hits, matcher, hxp_check_text(source),
                                HXP_TERMS_STRICT, error);
    self->from =
        (hxp_source_terms){ hxp_check_text(source), matcher, hits, NULL };
    hxp_token_scan tokens = { .any = false };
    if (hits.count > 0)
        tokens = hxp_scan_tokens(hxp_check_text(source));
    for (size_t i = 0; status == HXP_OK && i < hits.count; i++) {
        const hxp_term_hit *hit = &hits.items[i];
        if (hit->covered || hit->concept->ignored || hit->term->ignored ||
            hxp_is_in_token(&tokens, hit->start) || is_common(source, hit))
            continue;
        if (!hxp_array_reserve(&self->topics, &self->topic_room,
                               self->topic_count + 1, sizeof *self->topics) ||
            !hxp_array_reserve(&self->concepts, &self->concept_room,
                               self->topic_count + 1, sizeof *self->concepts))
            return hxp_no_memory(error);
        self->concepts[self->topic_count] = hit->concept;
        self->topics[self->topic_count++] =
            (topic){ .concept = hit->concept,
                     .said = { hit->term, hit->start, hit->end },
                     .hit = *hit };
        if (hit->term->status == HXP_TERM_DEPRECATED &&
            hxp_term_matcher_reading(matcher, hit) != HXP_READING_OTHER)
            status =
                hxp_tell_forbidden_source(&self->teller, source, hit, error);
    }
    return status;
}

static bool allowed(const hxp_term_hit *hit)
{
    return hit->term->status != HXP_TERM_DEPRECATED || hit->term->ignored;
}

/**
 * True when the words of hit say its term rather than other's, a part of it:
 * "treinstation", not "station".
 */
static bool outdoes(const hxp_term_hit *hit, const hxp_term_hit *other)
{
    if (other->start < hit->start || other->end > hit->end)
        return false;
    return hit->match < other->match ||
           (hit->match == other->match &&
            hit->term->text.len > other->term->text.len);
}

/**
 * True when hit is not to be judged: what it says is allowed for another
 * concept of the source, or was judged with an earlier one.
 */
static bool is_settled(const checker *self, const hxp_term_hits *hits, size_t i)
{
    const hxp_term_hit *hit = &hits->items[i];
    for (size_t j = 0; j < hits->count; j++) {
        const hxp_term_hit *other = &hits->items[j];
        if (j != i && other->start == hit->start && other->end == hit->end &&
            (allowed(other) ? !outdoes(hit, other) : j < i && !allowed(hit)) &&
            find_topic(self, other->concept))
            return true;
    }
    return false;
}

static hxp_status note_use(checker *self, const topic *about,
                           const hxp_check_side *target,
                           const hxp_term_hit *hit, hxp_error *error)
{
    size_t count;
    const char *rule = hxp_check_rules(&count)[HXP_CHECK_TERM_INCONSISTENT].id;
    const hxp_use use = { hit->concept, hit->term, target->language,
                          about->said.term->text };
    bool varies;
    if (hxp_check_ignores(target->unit, target->variant->language, rule))
        return HXP_OK;
    if (!hxp_uses_vary(&varies, &self->uses, &use))
        return hxp_no_memory(error);
    if (!varies)
        return HXP_OK;
    hxp_finding finding =
        hxp_check_finding(HXP_CHECK_TERM_INCONSISTENT, target);
    hxp_check_point(&finding, target, hit->start, hit->end);
    finding.found =
        hxp_str_part(target->variant->content.text, hit->start, hit->end);
    finding.source_start = about->said.start;
    finding.source_end = about->said.end;
    return hxp_uses_add(&self->uses, &use, &finding) ? HXP_OK
                                                     : hxp_no_memory(error);
}

static void meet(checker *self, const hxp_concept *concept)
{
    for (size_t i = 0; i < self->topic_count; i++)
        if (self->topics[i].concept == concept)
            self->topics[i].met = true;
}

/** How often the source speaks of concept. */
static size_t count_topics(const checker *self, const hxp_concept *concept)
{
    size_t count = 0;
    for (size_t i = 0; i < self->topic_count; i++)
        if (self->topics[i].concept == concept)
            count++;
    return count;
}

/** True when the source means the term there, not another word like it. */
static bool is_meant(const checker *self, const topic *about)
{
    switch (hxp_term_matcher_reading(self->from.matcher, &about->hit)) {
    case HXP_READING_TERM:
        return true;
    case HXP_READING_VERB:
        return hxp_term_matcher_kind(self->target, about->concept) !=
               HXP_KIND_THING;
    case HXP_READING_NOUN:
        return hxp_term_matcher_kind(self->target, about->concept) !=
               HXP_KIND_DONE;
    case HXP_READING_ADJECTIVE:
        return hxp_term_matcher_describes(self->target, about->concept);
    case HXP_READING_OTHER:
        return false;
    }
    return true;
}

/** How often the source says the term of concept, and no word like it. */
static size_t count_said(const checker *self, const hxp_concept *concept)
{
    size_t count = 0;
    for (size_t i = 0; i < self->topic_count; i++)
        if (self->topics[i].concept == concept &&
            is_meant(self, &self->topics[i]))
            count++;
    return count;
}

/**
 * How often the target, text, says an allowed term for concept, outside of but.
 */
static size_t count_allowed(const hxp_term_hits *hits, hxp_str text,
                            const hxp_concept *concept, const hxp_term_hit *but)
{
    size_t count = 0, behind = 0;
    for (size_t i = 0; i < hits->count; i++) {
        const hxp_term_hit *hit = &hits->items[i];
        if (hit->concept != concept || !allowed(hit) ||
            hit->match == HXP_MATCH_CASE || hit->start < behind ||
            (but && outdoes(but, hit)))
            continue;
        behind = hit->end;
        count++;
        if (hit->match == HXP_MATCH_COMPOUND)
            count += hxp_suspended_beside(text, hit->start, hit->end);
    }
    return count;
}

/**
 * True when a forbidden term is one too many: the allowed ones do not serve
 * all that the source says. As part of a longer word it may be innocent, as
 * long as an allowed term is there.
 */
static bool offends(const checker *self, hxp_str text,
                    const hxp_term_hits *hits, const hxp_term_hit *hit)
{
    size_t count = count_allowed(hits, text, hit->concept, hit);
    if (hit->match == HXP_MATCH_CASE)
        return false;
    if (hit->match >= HXP_MATCH_COMPOUND)
        return count == 0;
    return count < count_topics(self, hit->concept);
}

/** Look at one thing that the target says for a concept of the source. */
static hxp_status take_hit(checker *self, const hxp_check_side *target,
                           const hxp_term_hits *hits, size_t i,
                           hxp_error *error)
{
    const hxp_term_hit *hit = &hits->items[i];
    const topic *about = find_topic(self, hit->concept);
    hxp_status status = HXP_OK;
    if (!about)
        return HXP_OK;
    if (hit->match == HXP_MATCH_CASE) {
        if (allowed(hit) && hxp_is_in_capitals(hxp_check_text(target)))
            meet(self, hit->concept);
        return HXP_OK;
    }
    bool clear = !hit->covered && !is_settled(self, hits, i);
    if (allowed(hit)) {
        meet(self, hit->concept);
        if (self->explain)
            status = hxp_tell_accepted(&self->teller, &about->said, target, hit,
                                       error);
        if (status == HXP_OK && clear && !hit->acronym && !hit->term->ignored)
            status = note_use(self, about, target, hit, error);
    } else if (!hit->covered) {
        meet(self, hit->concept);
        if (clear && offends(self, hxp_check_text(target), hits, hit))
            status = hxp_tell_forbidden(&self->teller, &about->said, target,
                                        hit, error);
    }
    return status;
}

/** Look at what the target says for the concepts of the source. */
static hxp_status take_hits(checker *self, const hxp_check_side *target,
                            const hxp_term_hits *hits, hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < hits->count; i++)
        status = take_hit(self, target, hits, i, error);
    return status;
}

/** True when some concept that the source may mean at start is met. */
static bool met_at(const checker *self, size_t start)
{
    for (size_t i = 0; i < self->topic_count; i++)
        if (self->topics[i].said.start == start &&
            (self->topics[i].met || self->topics[i].told))
            return true;
    return false;
}

/** The allowed term of what is said that the target has in wrong capitals. */
static const hxp_term_hit *wrong_case(const checker *self, const topic *about,
                                      const hxp_term_hits *hits)
{
    for (size_t i = 0; i < hits->count; i++)
        if (hits->items[i].concept == about->concept &&
            allowed(&hits->items[i]) &&
            hits->items[i].match == HXP_MATCH_CASE &&
            !hxp_matcher_ordinary(self->target, &hits->items[i], &about->hit))
            return &hits->items[i];
    return NULL;
}

/** Tell that fewer terms are in the target than in the source, if so. */
static hxp_status tell_fewer(checker *self, const topic *about,
                             const hxp_check_side *target,
                             const hxp_term_hits *hits, hxp_error *error)
{
    hxp_term_counts counts = { count_topics(self, about->concept),
                               count_allowed(hits, hxp_check_text(target),
                                             about->concept, NULL) };
    if (counts.count == 0 || counts.count >= counts.wanted ||
        find_topic(self, about->concept) != about)
        return HXP_OK;
    counts.wanted = count_said(self, about->concept);
    if (counts.count >= counts.wanted)
        return HXP_OK;
    return hxp_tell_count(&self->teller, &about->said, target, counts, error);
}

/** Tell what is wrong about a concept that the target has no term for. */
static hxp_status tell_unmet(checker *self, topic *about,
                             const hxp_check_side *target,
                             const hxp_term_hits *hits, hxp_error *error)
{
    const hxp_term_hit *hit = wrong_case(self, about, hits);
    if (!hxp_teller_expect(&self->teller, about->concept, target))
        return hxp_no_memory(error);
    if (self->teller.expected_count == 0)
        return HXP_OK;
    for (topic *t = about; t < self->topics + self->topic_count; t++)
        if (t->concept == about->concept)
            t->told = true;
    if (hit)
        return hxp_tell_case(&self->teller, &about->said, target, hit, error);
    return hxp_tell_missing(&self->teller, about->concept, &about->said, target,
                            error);
}

/** *other: the target says another sense of the word than the concept has. */
static hxp_status find_other(bool *other, checker *self, const topic *about,
                             const sides *both, hxp_error *error)
{
    hxp_term_hit hit;
    hxp_senses *senses;
    const hxp_translation_languages pair = { both->source->language,
                                             both->target->language };
    const hxp_sense_lack lack = { .term = about->said.term->text,
                                  .said = hxp_str_part(
                                      hxp_check_text(both->source),
                                      about->said.start, about->said.end),
                                  .concept = about->concept,
                                  .text = hxp_check_text(both->target),
                                  .matcher = self->target,
                                  .hits = both->hits };
    hxp_status status = hxp_need_senses(&senses, &self->languages, pair, error);
    if (status == HXP_OK)
        status = hxp_senses_other(other, &hit, senses, &lack, error);
    if (status == HXP_OK && *other && self->explain)
        status = hxp_tell_other_sense(&self->teller, &about->said, both->target,
                                      &hit, error);
    return status;
}

/**
 * *lacks: the target wants a term for what the source says, which is no other
 * word than the term, and has it in no other shape.
 */
static hxp_status find_lack(bool *lacks, const checker *self,
                            const topic *about, hxp_error *error)
{
    bool said = false;
    *lacks = is_meant(self, about);
    if (!*lacks)
        return HXP_OK;
    hxp_status status =
        hxp_term_paraphrased(&said, self->target, about->concept, error);
    if (status == HXP_OK && !said &&
        !hxp_verb_has_subject(self->from.matcher, &about->hit))
        status = hxp_verb_as_noun(&said, self->target, about->concept, error);
    *lacks = !said;
    return status;
}

/** Tell that the target has no term for what the source says, if so. */
static hxp_status tell_lack(checker *self, topic *about, const sides *both,
                            hxp_error *error)
{
    bool lacks, other = false;
    hxp_status status = find_lack(&lacks, self, about, error);
    if (status == HXP_OK && lacks)
        status = find_other(&other, self, about, both, error);
    return status == HXP_OK && lacks && !other
               ? tell_unmet(self, about, both->target, both->hits, error)
               : status;
}

static hxp_status take_target(void *state, const hxp_check_side *source,
                              const hxp_check_side *target, hxp_error *error)
{
    checker *self = state;
    hxp_target_terms terms;
    hxp_term_hits hits = { NULL, 0 };
    const hxp_translation_languages pair = { source->language,
                                             target->language };
    const hxp_concepts concepts = { self->concepts, self->topic_count };
    const sides both = { source, target, &hits };
    if (self->topic_count == 0 || target->variant->content.text.len == 0)
        return HXP_OK;
    hxp_status status = hxp_need_target(&terms, &self->languages, pair, error);
    self->target = terms.matcher;
    self->from.genders = terms.genders;
    if (status == HXP_OK)
        status = hxp_find_terms_of(&hits, terms.matcher, hxp_check_text(target),
                                   &concepts, error);
    for (size_t i = 0; i < self->topic_count; i++)
        self->topics[i].met = self->topics[i].told = false;
    if (status == HXP_OK) {
        hxp_hits_drop_aside(&hits, terms.matcher, hxp_check_text(target),
                            &self->from);
        status = take_hits(self, target, &hits, error);
    }
    for (size_t i = 0; status == HXP_OK && i < self->topic_count; i++) {
        topic *about = &self->topics[i];
        if (about->concept->untranslated) {
            if (!hxp_keeps_said(&about->said, source, target))
                status = hxp_tell_translated(&self->teller, &about->said,
                                             target, error);
        } else if (met_at(self, about->said.start)) {
            status = tell_fewer(self, about, target, &hits, error);
        } else if (!hxp_is_name(&about->said, source, target)) {
            status = tell_lack(self, about, &both, error);
        }
    }
    return status;
}

static hxp_status end_terms(void *state, hxp_error *error)
{
    checker *self = state;
    return hxp_uses_tell(&self->uses, self->teller.findings, error);
}

const hxp_check_family hxp_check_terms = { HXP_CHECK_TERM_MISSING,
                                           HXP_CHECK_TERM_ACCEPTED,
                                           open_terms,
                                           take_source,
                                           take_target,
                                           end_terms,
                                           close_terms };
