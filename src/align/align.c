/* align.c - aligns each two versions, then joins them all. */
#include "align/confidence.h"
#include "align/given.h"
#include "align/reasons.h"
#include "base/error.h"

#include <hexapla/align.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/** An alignment and what it owns. */
struct owner {
    hxp_alignment alignment; /* first, so that one can be had of the other */
    hxp_bead *beads;
    hxp_range *sides;
    hxp_reason_list reasons;
};

/** The versions while they are aligned. */
struct work {
    hxp_versions versions;
    hxp_profile profile;
};

static hxp_status check_limit(const hxp_side *sides, size_t count,
                              hxp_error *error)
{
    for (size_t k = 0; k < count; k++)
        if (sides[k].count > INT32_MAX)
            return hxp_fail(error, HXP_ELIMIT, "more than %d segments",
                            INT32_MAX);
    return HXP_OK;
}

/** Order the sides by their languages, so that the caller's order, which
 * decides where two ways are as good, changes nothing. */
static void find_order(size_t *order, const hxp_side *sides, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        const char *tag = hxp_language_tag(sides[k].language);
        size_t at = k;
        while (at > 0 && strcmp(hxp_language_tag(sides[order[at - 1]].language),
                                tag) > 0) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = k;
    }
}

static hxp_status read_sides(struct work *work, const hxp_side *sides,
                             hxp_error *error)
{
    const hxp_segmented *documents = work->versions.options->documents;
    for (size_t k = 0; k < work->versions.count; k++) {
        size_t own = work->versions.order[k];
        hxp_status status =
            hxp_corpus_read(&work->versions.sides[k], &sides[own],
                            documents ? &documents[own] : NULL, error);
        if (status != HXP_OK)
            return status;
    }
    return HXP_OK;
}

/** Give the versions their vectors; all must have as many numbers. */
static hxp_status take_vectors(struct work *work, hxp_error *error)
{
    hxp_versions *versions = &work->versions;
    const hxp_vectors *const *vectors = versions->options->vectors;
    const hxp_corpus *first = NULL;
    for (size_t v = 0; vectors && v < versions->count; v++) {
        hxp_corpus *side = &versions->sides[v];
        side->vectors = vectors[work->versions.order[v]];
        if (!side->vectors)
            continue;
        assert(side->vectors->count == side->count);
        if (!first)
            first = side;
        if (side->vectors->dimension != first->vectors->dimension)
            return hxp_fail(
                error, HXP_EINPUT,
                "the vectors of %s have %zu numbers, those of %s "
                "%zu",
                hxp_language_tag(first->language), first->vectors->dimension,
                hxp_language_tag(side->language), side->vectors->dimension);
    }
    return HXP_OK;
}

static hxp_status match_all(hxp_versions *versions, hxp_error *error)
{
    for (size_t b = 1; b < versions->count; b++)
        for (size_t a = 0; a < b; a++) {
            hxp_matching *match = hxp_versions_match(versions, a, b);
            if (!hxp_given_of_pair(&match->fixed, versions, a, b))
                return hxp_no_memory(error);
            hxp_status status =
                hxp_match_pair(match, &versions->sides[a], &versions->sides[b],
                               versions->options, error);
            if (status != HXP_OK)
                return status;
        }
    return HXP_OK;
}

/** Write the columns of the profile as beads, in the caller's order. */
static bool write_beads(struct owner *owner, const struct work *work)
{
    const hxp_profile *profile = &work->profile;
    size_t count = work->versions.count;
    owner->beads = calloc(profile->columns + 1, sizeof *owner->beads);
    owner->sides = calloc(profile->columns * count + 1, sizeof *owner->sides);
    if (!owner->beads || !owner->sides)
        return false;
    for (size_t c = 0; c < profile->columns; c++) {
        hxp_range *sides = &owner->sides[c * count];
        for (size_t k = 0; k < count; k++) {
            const size_t *starts = profile->starts[k];
            sides[work->versions.order[k]] =
                (hxp_range){ starts[c], starts[c + 1] - starts[c] };
        }
        owner->beads[c] =
            (hxp_bead){ sides, hxp_confidence_of(profile->confidence[c],
                                                 &hxp_default_parameters) };
    }
    for (size_t i = 0, c = 0; i < work->versions.given.count; i++)
        if (hxp_given_column(&c, &work->versions, profile, i))
            owner->beads[c].confidence = 1;
    owner->alignment = (hxp_alignment){ owner->beads, profile->columns, count };
    return true;
}

static hxp_status run(struct owner *owner, struct work *work,
                      const hxp_side *sides, hxp_error *error)
{
    hxp_versions *versions = &work->versions;
    size_t count = versions->count;
    versions->sides = calloc(count, sizeof *versions->sides);
    versions->matches =
        calloc(count * (count - 1) / 2, sizeof *versions->matches);
    versions->order = calloc(count, sizeof *versions->order);
    if (!versions->sides || !versions->matches || !versions->order)
        return hxp_no_memory(error);
    find_order(versions->order, sides, count);
    hxp_status status = read_sides(work, sides, error);
    if (status == HXP_OK)
        status = take_vectors(work, error);
    if (status == HXP_OK)
        status = hxp_given_take(&versions->given, versions, error);
    if (status == HXP_OK)
        status = match_all(versions, error);
    if (status == HXP_OK && !(hxp_profile_join(&work->profile, versions) &&
                              write_beads(owner, work)))
        status = hxp_no_memory(error);
    if (status == HXP_OK && versions->options->explain)
        status = hxp_reasons_find(&owner->reasons, versions, &owner->alignment,
                                  sides, error);
    return status;
}

static void work_free(struct work *work)
{
    hxp_versions *versions = &work->versions;
    size_t count = versions->count;
    for (size_t k = 0; versions->sides && k < count; k++)
        hxp_corpus_free(&versions->sides[k]);
    for (size_t k = 0; versions->matches && k < count * (count - 1) / 2; k++)
        hxp_match_free(&versions->matches[k]);
    free(versions->sides);
    free(versions->matches);
    hxp_given_free(&versions->given);
    free(versions->order);
    hxp_profile_free(&work->profile);
}

hxp_status hxp_align(hxp_alignment **out, const hxp_side *sides, size_t count,
                     const hxp_align_options *options, hxp_error *error)
{
    const hxp_align_options defaults = HXP_ALIGN_OPTIONS_INIT;
    hxp_align_options used = options ? *options : defaults;
    struct work work = { .versions = { .count = count, .options = &used } };
    assert(count >= 2);
    assert(used.max_merge <= HXP_MOST_MERGE);
    if (used.max_merge == 0)
        used.max_merge = HXP_MOST_MERGE;
    *out = NULL;
    hxp_status status = check_limit(sides, count, error);
    if (status != HXP_OK)
        return status;
    struct owner *owner = calloc(1, sizeof *owner);
    if (!owner)
        return hxp_no_memory(error);
    status = run(owner, &work, sides, error);
    work_free(&work);
    if (status == HXP_OK)
        *out = &owner->alignment;
    else
        hxp_alignment_free(&owner->alignment);
    return status;
}

void hxp_alignment_free(hxp_alignment *alignment)
{
    struct owner *owner = (struct owner *)alignment;
    if (!owner)
        return;
    free(owner->beads);
    free(owner->sides);
    hxp_reasons_free(&owner->reasons);
    free(owner);
}

const hxp_reasons *hxp_alignment_reasons(const hxp_alignment *alignment,
                                         size_t bead, size_t *count)
{
    const struct owner *owner = (const struct owner *)alignment;
    const hxp_reason_list *list = &owner->reasons;
    *count = list->starts ? list->starts[bead + 1] - list->starts[bead] : 0;
    return *count > 0 ? &list->items[list->starts[bead]] : NULL;
}
