/* numbers.c - are the numbers of the source in the translation, and no other?
 * Numbers may be written as the language does, in words, in Roman numerals. */
#include "base/error.h"
#include "base/str.h"
#include "check/family.h"
#include "check/said.h"
#include "check/signs.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct checker {
    hxp_finding_sink *findings;
    hxp_number_language **languages;
    size_t count, room;
    hxp_names units; /* by their symbols */
    hxp_number_side source, target;
    const hxp_check_side *side; /* the target's */
} checker;

static void free_language(hxp_number_language *language)
{
    if (!language)
        return;
    hxp_numerals_free(language->numerals);
    hxp_measures_free(&language->measures);
    free(language);
}

static void close_numbers(void *state)
{
    checker *self = state;
    if (!self)
        return;
    for (size_t i = 0; i < self->count; i++)
        free_language(self->languages[i]);
    free(self->languages);
    hxp_names_free(&self->units);
    free(self);
}

static hxp_status open_numbers(void **state, const hxp_check_setup *setup,
                               hxp_error *error)
{
    return hxp_check_new_state(state, sizeof(checker), setup, error);
}

static hxp_status new_language(hxp_number_language **out, checker *self,
                               const hxp_language *language, hxp_error *error)
{
    hxp_number_language *made = *out = calloc(1, sizeof *made);
    if (!made)
        return hxp_no_memory(error);
    made->language = language;
    hxp_status status = hxp_numerals_new(&made->numerals, language, error);
    if (status == HXP_OK &&
        !hxp_measures_load(&made->measures, &self->units, language))
        status = hxp_no_memory(error);
    return status;
}

static hxp_status need_language(hxp_number_language **out, checker *self,
                                const hxp_language *language, hxp_error *error)
{
    for (size_t i = 0; i < self->count; i++) {
        if (self->languages[i]->language == language) {
            *out = self->languages[i];
            return HXP_OK;
        }
    }
    if (!hxp_array_reserve(&self->languages, &self->room, self->count + 1,
                           sizeof(hxp_number_language *)))
        return hxp_no_memory(error);
    hxp_status status = new_language(out, self, language, error);
    if (status == HXP_OK) {
        self->languages[self->count++] = *out;
    } else {
        free_language(*out);
        *out = NULL;
    }
    return status;
}

/* --- Units ---------------------------------------------------------------- */

/** The symbol of a unit that both sides of the clock count by. */
static bool is_clock(hxp_str symbol)
{
    return hxp_str_is(symbol, "p.m") || hxp_str_is(symbol, "a.m");
}

/** The known unit of figure, or an empty string. */
static hxp_str unit_of(const checker *self, const hxp_figure *figure,
                       const hxp_number_side *own)
{
    hxp_measure measure = hxp_number_measure(figure, own);
    if (measure.unit == 0 || is_clock(self->units.items[measure.unit - 1]))
        return HXP_STR("");
    return self->units.items[measure.unit - 1];
}

/**
 * The unit of figure that the equal numbers of the target lack or exchange; an
 * empty string when all is well. A percent sign must be there, other units may
 * be words that are not known.
 */
static hxp_str lost_unit(const checker *self, const hxp_figure *figure,
                         const hxp_figure **where)
{
    hxp_str unit = unit_of(self, figure, &self->source);
    bool lost = false;
    for (size_t i = 0; unit.len > 0 && i < self->target.figures.count; i++) {
        const hxp_figure *there = &self->target.figures.items[i];
        if (!hxp_figure_equal(figure, there))
            continue;
        hxp_str other = unit_of(self, there, &self->target);
        if (hxp_str_equal(unit, other) ||
            (other.len == 0 && !hxp_str_is(unit, "%")))
            return HXP_STR("");
        lost = true;
        *where = there;
    }
    return lost ? unit : HXP_STR("");
}

/** True when the target has a word or a sign for percent anywhere. */
static bool says_unit(const checker *self, hxp_str unit)
{
    for (size_t i = 0; i < self->target.figures.count; i++)
        if (hxp_str_equal(
                unit_of(self, &self->target.figures.items[i], &self->target),
                unit))
            return true;
    return false;
}

static hxp_status check_unit(checker *self, const hxp_figure *figure,
                             hxp_error *error)
{
    const hxp_figure *where = NULL;
    hxp_str unit = lost_unit(self, figure, &where);
    if (unit.len == 0 || (hxp_str_is(unit, "%") && says_unit(self, unit)))
        return HXP_OK;
    const hxp_number_side *source = &self->source, *target = &self->target;
    hxp_measure here = hxp_number_measure(where, target);
    hxp_measure there = hxp_number_measure(figure, source);
    hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_NUMBER, self->side);
    hxp_check_point(&finding, self->side, here.start, here.end);
    return hxp_check_tell(
        self->findings, &finding, error, "\"%.*s\" for \"%.*s\"",
        HXP_FMT(hxp_str_part(target->text, here.start, here.end)),
        HXP_FMT(hxp_str_part(source->text, there.start, there.end)));
}

/* --- All numbers ---------------------------------------------------------- */

/** The next figure of own, from *at on, that other does not say; or NULL. */
static hxp_status next_odd(const hxp_figure **odd, size_t *at,
                           const hxp_number_side *own,
                           const hxp_number_side *other, hxp_error *error)
{
    hxp_status status = HXP_OK;
    *odd = NULL;
    for (; status == HXP_OK && !*odd && *at < own->figures.count; ++*at) {
        const hxp_figure *figure = &own->figures.items[*at];
        bool said;
        status = hxp_number_said(&said, figure, own, other, error);
        if (!said)
            *odd = figure;
    }
    return status;
}

/** The number with the multiple behind it, or letters before it: "F5". */
static hxp_str figure_text(const hxp_number_side *own, const hxp_figure *figure)
{
    hxp_measure measure = hxp_number_measure(figure, own);
    size_t start = figure->start;
    if (figure->inside)
        start -= hxp_number_letters(figure, own).len;
    return hxp_str_part(own->text, start,
                        measure.zeros > 0 ? measure.end : figure->end);
}

/** Tell that the source's number, the target's, or both have no partner. */
static hxp_status tell_odd(checker *self, const hxp_figure *from,
                           const hxp_figure *to, hxp_error *error)
{
    const hxp_number_side *source = &self->source, *target = &self->target;
    hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_NUMBER, self->side);
    if (!to)
        return hxp_check_tell(self->findings, &finding, error,
                              "\"%.*s\" of the source is missing",
                              HXP_FMT(figure_text(source, from)));
    hxp_str wrong = figure_text(target, to);
    size_t start = (size_t)(wrong.ptr - target->text.ptr);
    hxp_check_point(&finding, self->side, start, to->end);
    if (from && hxp_str_equal(figure_text(source, from), wrong))
        return hxp_check_tell(
            self->findings, &finding, error,
            "\"%.*s\" is another number in %s than in the source",
            HXP_FMT(wrong), hxp_language_tag(target->language->language));
    if (!from)
        return hxp_check_tell(self->findings, &finding, error,
                              "\"%.*s\" is not in the source", HXP_FMT(wrong));
    return hxp_check_tell(self->findings, &finding, error,
                          "\"%.*s\" for \"%.*s\"", HXP_FMT(wrong),
                          HXP_FMT(figure_text(source, from)));
}

static hxp_status check_odd(checker *self, hxp_error *error)
{
    size_t in_source = 0, in_target = 0;
    const hxp_figure *from, *to;
    for (;;) {
        hxp_status status =
            next_odd(&from, &in_source, &self->source, &self->target, error);
        if (status == HXP_OK)
            status =
                next_odd(&to, &in_target, &self->target, &self->source, error);
        if (status != HXP_OK || (!from && !to))
            return status;
        status = tell_odd(self, from, to, error);
        if (status != HXP_OK)
            return status;
    }
}

/** True when text has a time of the 12-hour clock. */
static bool has_clock(const checker *self, const hxp_number_side *own)
{
    for (size_t i = 0; i < own->figures.count; i++) {
        uint32_t unit = hxp_number_measure(&own->figures.items[i], own).unit;
        if (unit > 0 && is_clock(self->units.items[unit - 1]))
            return true;
    }
    return false;
}

/** Find the numbers of a side; *few tells whether they can be compared. */
static hxp_status take_side(bool *few, checker *self, hxp_number_side *own,
                            const hxp_check_side *side, hxp_error *error)
{
    own->text = hxp_check_text(side);
    own->figures.count = 0;
    own->clock = false;
    hxp_status status =
        need_language(&own->language, self, side->language, error);
    if (status != HXP_OK || !(side->signs & (HXP_SIGN_DIGIT | HXP_SIGN_BEYOND)))
        return status;
    *few &= hxp_figures_find(&own->figures, side, own->language->numerals);
    for (size_t i = 0; i < own->figures.count; i++)
        own->measures[i] = hxp_measure_at(&own->language->measures, own->text,
                                          own->figures.items[i].start,
                                          own->figures.items[i].end);
    own->clock = has_clock(self, own);
    return status;
}

static hxp_status take_target(void *state, const hxp_check_side *source,
                              const hxp_check_side *target, hxp_error *error)
{
    checker *self = state;
    bool few = true;
    if (!((source->signs | target->signs) & HXP_SIGN_DIGIT) ||
        hxp_check_text(target).len == 0)
        return HXP_OK;
    self->side = target;
    hxp_status status = take_side(&few, self, &self->source, source, error);
    if (status == HXP_OK)
        status = take_side(&few, self, &self->target, target, error);
    if (status != HXP_OK || !few)
        return status;
    for (size_t i = 0; status == HXP_OK && i < self->source.figures.count; i++)
        status = check_unit(self, &self->source.figures.items[i], error);
    return status == HXP_OK ? check_odd(self, error) : status;
}

const hxp_check_family hxp_check_numbers = {
    HXP_CHECK_SEG_NUMBER, HXP_CHECK_SEG_NUMBER,
    open_numbers,         NULL,
    take_target,          NULL,
    close_numbers
};
