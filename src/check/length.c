/* length.c - is a translation as long as those of its file usually are? */
#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "check/family.h"
#include "text/utf8.h"

#include <math.h>
#include <stdlib.h>

/* Units that make a band; the shortest text, in characters, that is judged; how
 * many times the usual deviation is too much. */
enum { FEWEST = 20, SHORTEST = 10, WIDTH = 4 };

/* What is never told: a ratio of 1.5 times the usual one, and deviations that
 * are smaller than those of close translations. */
static const double narrowest = 0.405, closest = 0.75;

/* A band counts logarithms of ratios, in steps from -3 on, by the length of the
 * text, in classes of half an octave. */
enum { STEPS = 300, CLASSES = 40, DEVIATIONS = 200 };
static const double step = 0.02, first_step = -3, deviation_step = 0.05;

/**
 * The ratios of one pair of languages, whose middle and usual deviation no odd
 * ones move. Long texts deviate less than short ones, as the root of their
 * length (Gale and Church 1993).
 */
typedef struct band {
    const hxp_language *source, *target;
    uint32_t (*counts)[STEPS]; /* by class */
    double sum;
    size_t count;
    double middle, usual; /* when all are counted */
} band;

/** A finding that the whole file will judge. */
typedef struct candidate {
    hxp_finding finding;
    double ratio; /* as a logarithm */
    size_t length;
    size_t band;
} candidate;

typedef struct checker {
    hxp_finding_sink *findings;
    hxp_arena arena;
    band *bands;
    size_t band_count, band_room;
    candidate *candidates;
    size_t count, room;
} checker;

static hxp_status open_length(void **state, const hxp_check_setup *setup,
                              hxp_error *error)
{
    return hxp_check_new_state(state, sizeof(checker), setup, error);
}

static void close_length(void *state)
{
    checker *self = state;
    if (!self)
        return;
    hxp_arena_free(&self->arena);
    for (size_t i = 0; i < self->band_count; i++)
        free(self->bands[i].counts);
    free(self->bands);
    free(self->candidates);
    free(self);
}

/** The number of the band of two languages; false when memory is out. */
static bool need_band(size_t *number, checker *self, const hxp_language *source,
                      const hxp_language *target)
{
    for (*number = 0; *number < self->band_count; ++*number)
        if (self->bands[*number].source == source &&
            self->bands[*number].target == target)
            return true;
    band made = { .source = source, .target = target };
    if (!hxp_array_reserve(&self->bands, &self->band_room, *number + 1,
                           sizeof *self->bands))
        return false;
    made.counts = calloc(CLASSES, sizeof *made.counts);
    if (!made.counts)
        return false;
    self->bands[self->band_count++] = made;
    return true;
}

/** The number of the step of value, from first on; of count steps. */
static size_t step_of(double value, double first, double width, size_t count)
{
    double number = floor((value - first) / width);
    return number < 0 ? 0 : (size_t)fmin(number, (double)count - 1);
}

static void count_ratio(band *of, double ratio, size_t length)
{
    size_t class = step_of(log2((double)length), 0, 0.5, CLASSES);
    of->counts[class][step_of(ratio, first_step, step, STEPS)]++;
    of->sum += ratio;
    of->count++;
}

/** The middle of what counts count in all, in steps from first on. */
static double middle_of(const size_t *counts, size_t all, double first,
                        double width)
{
    size_t i = 0, before = 0;
    while (before + counts[i] < (all + 1) / 2)
        before += counts[i++];
    double within = ((double)all / 2 - (double)before) / (double)counts[i];
    return first + ((double)i + within) * width;
}

/** Work out what is usual, when all are counted. */
static void judge(band *of)
{
    size_t ratios[STEPS] = { 0 }, deviations[DEVIATIONS] = { 0 };
    for (size_t class = 0; class < CLASSES; class ++)
        for (size_t i = 0; i < STEPS; i++)
            ratios[i] += of->counts[class][i];
    of->middle = middle_of(ratios, of->count, first_step, step);
    for (size_t class = 0; class < CLASSES; class ++) {
        double root = exp2(((double)class + 0.5) / 4);
        for (size_t i = 0; i < STEPS; i++) {
            double ratio = first_step + ((double)i + 0.5) * step;
            double deviation = fabs(ratio - of->middle) * root;
            deviations[step_of(deviation, 0, deviation_step, DEVIATIONS)] +=
                of->counts[class][i];
        }
    }
    of->usual = fmax(middle_of(deviations, of->count, 0, deviation_step) *
                         1.4826, /* of a normal distribution */
                     closest);
}

/** True when a text of length, and of ratio, is too far from middle. */
static bool is_outside(double ratio, size_t length, double middle, double usual)
{
    double far = fabs(ratio - middle);
    return far > narrowest && far * sqrt((double)length) > WIDTH * usual;
}

/** True when it may be so once all are counted, as far as the mean tells. */
static bool may_be_outside(const band *of, double ratio, size_t length)
{
    double far = fabs(ratio - of->sum / (double)of->count);
    return of->count <= FEWEST ||
           (far > narrowest / 2 &&
            far * sqrt((double)length) > (double)WIDTH / 2 * closest);
}

/** Keep a candidate for a finding in target. */
static bool keep(checker *self, const hxp_check_side *target, candidate one)
{
    hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_LENGTH, target);
    hxp_str *texts[] = { &finding.file,           &finding.tuid,
                         &finding.spot,           &finding.language,
                         &finding.context,        &finding.source,
                         &finding.source_language };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!hxp_arena_copy(texts[i], &self->arena, *texts[i]))
            return false;
    if (!hxp_array_reserve(&self->candidates, &self->room, self->count + 1,
                           sizeof *self->candidates))
        return false;
    one.finding = finding;
    self->candidates[self->count++] = one;
    return true;
}

static hxp_status take_target(void *state, const hxp_check_side *source,
                              const hxp_check_side *target, hxp_error *error)
{
    checker *self = state;
    size_t from = hxp_utf8_length(hxp_check_text(source));
    size_t to = hxp_utf8_length(hxp_check_text(target)), number;
    if (from < SHORTEST || to == 0)
        return HXP_OK;
    double ratio = log((double)to / (double)from);
    if (!need_band(&number, self, source->language, target->language))
        return hxp_no_memory(error);
    size_t length = from < to ? from : to;
    count_ratio(&self->bands[number], ratio, length);
    if (may_be_outside(&self->bands[number], ratio, length) &&
        !hxp_check_ignores(target->unit, target->variant->language,
                           "seg.length") &&
        !keep(self, target,
              (candidate){ .ratio = ratio, .length = length, .band = number }))
        return hxp_no_memory(error);
    return HXP_OK;
}

static hxp_status end_length(void *state, hxp_error *error)
{
    checker *self = state;
    hxp_status status = HXP_OK;
    for (size_t i = 0; i < self->band_count; i++)
        judge(&self->bands[i]);
    for (size_t i = 0; status == HXP_OK && i < self->count; i++) {
        candidate *one = &self->candidates[i];
        const band *of = &self->bands[one->band];
        if (of->count < FEWEST ||
            !is_outside(one->ratio, one->length, of->middle, of->usual))
            continue;
        status = hxp_check_tell(
            self->findings, &one->finding, error,
            "%d %% of the source's length; %d %% is usual in this file",
            (int)lround(100 * exp(fmin(one->ratio, 15))),
            (int)lround(100 * exp(of->middle)));
    }
    return status;
}

const hxp_check_family hxp_check_length = {
    HXP_CHECK_SEG_LENGTH, HXP_CHECK_SEG_LENGTH, open_length, NULL,
    take_target,          end_length,           close_length
};
