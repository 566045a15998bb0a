/* terms.c - the rules of terms: missing, forbidden, inconsistent. */
#include "check/family.h"

#include "base/error.h"
#include "base/str.h"
#include "check/uses.h"
#include "terms/serves.h"

#include <hexapla/terms.h>

#include <stdlib.h>

/** The terms of a language, as far as the units have shown it. */
typedef struct language_terms {
    const hxp_language *language;
    hxp_term_matcher *matcher;
} language_terms;

/** That the source of the unit speaks of a concept. */
typedef struct topic {
    const hxp_concept *concept;
    const hxp_term *term; /* the source's */
    size_t start;         /* equal starts: homographs, one of them is meant */
    bool met;             /* the target has a term for it, allowed or not */
    bool told;            /* that it has none */
} topic;

typedef struct checker {
    const hxp_termbase *termbase;
    hxp_finding_sink *findings;
    language_terms *languages;
    size_t language_count, language_room;
    topic *topics; /* of the source of the unit */
    size_t topic_count, topic_room;
    hxp_uses uses;
    hxp_str *expected; /* of the finding in work */
    size_t expected_count, expected_room;
    hxp_buffer message;
} checker;

static void close_terms(void *state)
{
    checker *self = state;
    if (!self)
        return;
    for (size_t i = 0; i < self->language_count; i++)
        hxp_term_matcher_free(self->languages[i].matcher);
    free(self->languages);
    free(self->topics);
    hxp_uses_free(&self->uses);
    free(self->expected);
    hxp_buffer_free(&self->message);
    free(self);
}

static hxp_status open_terms(void **state, const hxp_check_options *options,
                             hxp_finding_sink *findings, hxp_error *error)
{
    checker *self = calloc(1, sizeof *self);
    *state = self;
    if (!self)
        return hxp_no_memory(error);
    self->termbase = options->termbase;
    self->findings = findings;
    return HXP_OK;
}

/** The matcher of language, made when it is first met. */
static hxp_status need_matcher(hxp_term_matcher **matcher, checker *self,
                               const hxp_language *language, hxp_error *error)
{
    for (size_t i = 0; i < self->language_count; i++) {
        if (self->languages[i].language == language) {
            *matcher = self->languages[i].matcher;
            return HXP_OK;
        }
    }
    if (!hxp_array_reserve(&self->languages, &self->language_room,
                           self->language_count + 1, sizeof *self->languages))
        return hxp_no_memory(error);
    hxp_status status =
        hxp_term_matcher_new(matcher, self->termbase, language, error);
    if (status == HXP_OK)
        self->languages[self->language_count++] =
            (language_terms){ language, *matcher };
    return status;
}

static hxp_status find(hxp_term_hits *hits, checker *self,
                       const hxp_check_side *side, hxp_error *error)
{
    hxp_term_matcher *matcher = NULL;
    hxp_status status = need_matcher(&matcher, self, side->language, error);
    if (status == HXP_OK)
        status =
            hxp_find_terms(hits, matcher, side->variant->content.text, error);
    return status;
}

/** The first entry of concept, or NULL: the source does not speak of it. */
static const topic *find_topic(const checker *self, const hxp_concept *concept)
{
    for (size_t i = 0; i < self->topic_count; i++)
        if (self->topics[i].concept == concept)
            return &self->topics[i];
    return NULL;
}

/** Note the concepts of the source. */
static hxp_status take_source(void *state, const hxp_check_side *source,
                              hxp_error *error)
{
    checker *self = state;
    hxp_term_hits hits;
    self->topic_count = 0;
    hxp_status status = find(&hits, self, source, error);
    if (status != HXP_OK)
        return status;
    for (size_t i = 0; i < hits.count; i++) {
        const hxp_term_hit *hit = &hits.items[i];
        if (hit->covered)
            continue;
        if (!hxp_array_reserve(&self->topics, &self->topic_room,
                               self->topic_count + 1, sizeof *self->topics))
            return hxp_no_memory(error);
        self->topics[self->topic_count++] =
            (topic){ hit->concept, hit->term, hit->start, false, false };
    }
    return HXP_OK;
}

static bool allowed(const hxp_term_hit *hit)
{
    return hit->term->status != HXP_TERM_DEPRECATED;
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
            (allowed(other) || (j < i && !allowed(hit))) &&
            find_topic(self, other->concept))
            return true;
    }
    return false;
}

/** Append the terms of concept for language that are of status. */
static bool add_expected(checker *self, const hxp_concept *concept,
                         hxp_str language, hxp_term_status status)
{
    for (size_t i = 0; i < concept->term_count; i++) {
        const hxp_term *term = &concept->terms[i];
        if (term->status != status ||
            !hxp_term_serves(term->language, language))
            continue;
        if (!hxp_array_reserve(&self->expected, &self->expected_room,
                               self->expected_count + 1,
                               sizeof *self->expected))
            return false;
        self->expected[self->expected_count++] = term->text;
    }
    return true;
}

/** Work out what is right for concept in target; none may be. */
static bool expect(checker *self, const hxp_concept *concept,
                   const hxp_check_side *target)
{
    hxp_str language = target->variant->language;
    self->expected_count = 0;
    return add_expected(self, concept, language, HXP_TERM_PREFERRED) &&
           add_expected(self, concept, language, HXP_TERM_ADMITTED);
}

/** Append the expected terms to the message: "a", "b" or "c". */
static bool say_expected(checker *self)
{
    size_t count = self->expected_count;
    for (size_t i = 0; i < count; i++) {
        const char *before = i == 0 ? "" : i + 1 < count ? ", " : " or ";
        if (!hxp_check_say(&self->message, "%s\"%.*s\"", before,
                           HXP_FMT(self->expected[i])))
            return false;
    }
    return true;
}

/** Send finding with the message and the expected terms. */
static hxp_status tell(checker *self, hxp_finding *finding, hxp_error *error)
{
    finding->message = hxp_buffer_str(&self->message);
    finding->expected = self->expected;
    finding->expected_count = self->expected_count;
    return self->findings->finding(self->findings, finding, error);
}

static hxp_status tell_forbidden(checker *self, const topic *about,
                                 const hxp_check_side *target,
                                 const hxp_term_hit *hit, hxp_error *error)
{
    hxp_finding finding = hxp_check_finding(HXP_CHECK_TERM_FORBIDDEN, target);
    hxp_check_point(&finding, target, hit->start, hit->end);
    finding.source_term = about->term->text;
    finding.found =
        hxp_str_part(target->variant->content.text, hit->start, hit->end);
    self->message.len = 0;
    if (!expect(self, hit->concept, target) ||
        !hxp_check_say(&self->message, "\"%.*s\" is forbidden for \"%.*s\"",
                       HXP_FMT(finding.found), HXP_FMT(finding.source_term)) ||
        (self->expected_count > 0 &&
         (!hxp_check_say(&self->message, "; use ") || !say_expected(self))))
        return hxp_no_memory(error);
    return tell(self, &finding, error);
}

static hxp_status note_use(checker *self, const topic *about,
                           const hxp_check_side *target,
                           const hxp_term_hit *hit, hxp_error *error)
{
    hxp_use use = { hit->concept, hit->term, target->language,
                    about->term->text };
    hxp_finding finding =
        hxp_check_finding(HXP_CHECK_TERM_INCONSISTENT, target);
    hxp_check_point(&finding, target, hit->start, hit->end);
    finding.found =
        hxp_str_part(target->variant->content.text, hit->start, hit->end);
    return hxp_uses_add(&self->uses, &use, &finding) ? HXP_OK
                                                     : hxp_no_memory(error);
}

static void meet(checker *self, const hxp_concept *concept)
{
    for (size_t i = 0; i < self->topic_count; i++)
        if (self->topics[i].concept == concept)
            self->topics[i].met = true;
}

/** Look at what the target says for the concepts of the source. */
static hxp_status take_hits(checker *self, const hxp_check_side *target,
                            const hxp_term_hits *hits, hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < hits->count; i++) {
        const hxp_term_hit *hit = &hits->items[i];
        const topic *about = find_topic(self, hit->concept);
        bool clear = about && !hit->covered && !is_settled(self, hits, i);
        if (about && (allowed(hit) || !hit->covered))
            meet(self, hit->concept);
        if (clear && allowed(hit) && !hit->acronym)
            status = note_use(self, about, target, hit, error);
        else if (clear && !allowed(hit))
            status = tell_forbidden(self, about, target, hit, error);
    }
    return status;
}

/** True when some concept that the source may mean at start is met. */
static bool met_at(const checker *self, size_t start)
{
    for (size_t i = 0; i < self->topic_count; i++)
        if (self->topics[i].start == start &&
            (self->topics[i].met || self->topics[i].told))
            return true;
    return false;
}

/** Tell that the target has no term for a concept, if it could have one. */
static hxp_status tell_missing(checker *self, const topic *about,
                               const hxp_check_side *target, bool *told,
                               hxp_error *error)
{
    hxp_finding finding = hxp_check_finding(HXP_CHECK_TERM_MISSING, target);
    finding.source_term = about->term->text;
    self->message.len = 0;
    *told = false;
    if (!expect(self, about->concept, target))
        return hxp_no_memory(error);
    if (self->expected_count == 0)
        return HXP_OK;
    if (!hxp_check_say(&self->message, "no term for \"%.*s\"; expected ",
                       HXP_FMT(finding.source_term)) ||
        !say_expected(self))
        return hxp_no_memory(error);
    *told = true;
    return tell(self, &finding, error);
}

static hxp_status take_target(void *state, const hxp_check_side *source,
                              const hxp_check_side *target, hxp_error *error)
{
    checker *self = state;
    hxp_term_hits hits;
    (void)source;
    if (self->topic_count == 0 || target->variant->content.text.len == 0)
        return HXP_OK;
    hxp_status status = find(&hits, self, target, error);
    for (size_t i = 0; i < self->topic_count; i++)
        self->topics[i].met = self->topics[i].told = false;
    if (status == HXP_OK)
        status = take_hits(self, target, &hits, error);
    for (size_t i = 0; status == HXP_OK && i < self->topic_count; i++) {
        topic *about = &self->topics[i];
        bool told;
        if (met_at(self, about->start))
            continue;
        status = tell_missing(self, about, target, &told, error);
        for (size_t j = i; told && j < self->topic_count; j++)
            if (self->topics[j].concept == about->concept)
                self->topics[j].told = true;
    }
    return status;
}

static hxp_status end_terms(void *state, hxp_error *error)
{
    checker *self = state;
    return hxp_uses_tell(&self->uses, self->findings, error);
}

const hxp_check_family hxp_check_terms = { open_terms, take_source, take_target,
                                           end_terms, close_terms };
