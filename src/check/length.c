/* length.c - is a translation as long as those of its file usually are? */
#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "check/family.h"
#include "text/utf8.h"

#include <math.h>
#include <stdlib.h>

/* Units that make a band; how many deviations wide it is to each side; the
 * shortest text, in characters, that is judged. */
enum { FEWEST = 20, WIDTH = 3, SHORTEST = 10 };

/* No band is narrower than that of a ratio of 1.5 to each side. */
static const double narrowest = 0.405;

/** The ratios of one pair of languages, as logarithms. */
typedef struct band {
    const hxp_language *source, *target;
    double mean, squares; /* of Welford */
    size_t count;
} band;

/** A finding that the whole file will judge. */
typedef struct candidate {
    hxp_finding finding;
    double ratio;
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
    if (!hxp_array_reserve(&self->bands, &self->band_room, *number + 1,
                           sizeof *self->bands))
        return false;
    self->bands[self->band_count++] = (band){ source, target, 0, 0, 0 };
    return true;
}

/** How wide the band is to each side. */
static double width_of(const band *of)
{
    double deviation = sqrt(of->squares / (double)of->count);
    return fmax(WIDTH * deviation, narrowest);
}

static bool is_outside(const band *of, double ratio)
{
    return fabs(ratio - of->mean) > width_of(of);
}

static bool keep(checker *self, const hxp_check_side *target, double ratio,
                 size_t number)
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
    self->candidates[self->count++] = (candidate){ finding, ratio, number };
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
    band *of = &self->bands[number];
    double before = ratio - of->mean;
    of->count++;
    of->mean += before / (double)of->count;
    of->squares += before * (ratio - of->mean);
    /* Those that may lie outside once the band is known. */
    if ((of->count <= FEWEST || fabs(ratio - of->mean) > width_of(of) / 2) &&
        !hxp_check_ignores(target->unit, target->variant->language,
                           "seg.length") &&
        !keep(self, target, ratio, number))
        return hxp_no_memory(error);
    return HXP_OK;
}

static hxp_status end_length(void *state, hxp_error *error)
{
    checker *self = state;
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < self->count; i++) {
        candidate *one = &self->candidates[i];
        const band *of = &self->bands[one->band];
        if (of->count < FEWEST || !is_outside(of, one->ratio))
            continue;
        status = hxp_check_tell(
            self->findings, &one->finding, error,
            "%d %% of the source's length; %d %% is usual in this file",
            (int)lround(100 * exp(fmin(one->ratio, 15))),
            (int)lround(100 * exp(of->mean)));
    }
    return status;
}

const hxp_check_family hxp_check_length = {
    HXP_CHECK_SEG_LENGTH, HXP_CHECK_SEG_LENGTH, open_length, NULL,
    take_target,          end_length,           close_length
};
