/* align.c - aligns the source with each version, then joins. */
#include "align/join.h"
#include "align/pair.h"
#include "base/error.h"

#include <hexapla/align.h>

#include <assert.h>
#include <stdlib.h>

/** An alignment and what it owns. */
struct owner {
    hxp_alignment alignment; /* first, so that one can be had of the other */
    hxp_beads beads;
};

/** The versions while they are aligned. */
struct work {
    hxp_corpus *sides; /* of all versions */
    hxp_links *links;  /* of the source and each other */
    size_t count;
};

static hxp_status check_limit(const hxp_side *versions, size_t count,
                              hxp_error *error)
{
    for (size_t k = 0; k < count; k++)
        if (versions[k].count > INT32_MAX)
            return hxp_fail(error, HXP_ELIMIT, "more than %d segments",
                            INT32_MAX);
    return HXP_OK;
}

static hxp_status read_sides(struct work *work, const hxp_side *versions,
                             hxp_error *error)
{
    for (size_t k = 0; k < work->count; k++) {
        hxp_status status =
            hxp_corpus_read(&work->sides[k], &versions[k], error);
        if (status != HXP_OK)
            return status;
    }
    return HXP_OK;
}

static hxp_status align_all(struct work *work, const hxp_align_options *options,
                            hxp_error *error)
{
    for (size_t k = 1; k < work->count; k++) {
        hxp_status status = hxp_align_pair(&work->links[k - 1], &work->sides[0],
                                           &work->sides[k], options, error);
        if (status != HXP_OK)
            return status;
    }
    return HXP_OK;
}

static hxp_status run(struct owner *owner, struct work *work,
                      const hxp_side *versions,
                      const hxp_align_options *options, hxp_error *error)
{
    hxp_status status = HXP_OK;
    work->sides = calloc(work->count, sizeof *work->sides);
    work->links = calloc(work->count, sizeof *work->links);
    if (!work->sides || !work->links)
        return hxp_no_memory(error);
    status = read_sides(work, versions, error);
    if (status == HXP_OK)
        status = align_all(work, options, error);
    owner->beads.languages = work->count;
    if (status == HXP_OK &&
        !hxp_join(&owner->beads, work->links, versions[0].count))
        status = hxp_no_memory(error);
    owner->alignment =
        (hxp_alignment){ owner->beads.items, owner->beads.count, work->count };
    return status;
}

static void work_free(struct work *work)
{
    for (size_t k = 0; work->sides && k < work->count; k++)
        hxp_corpus_free(&work->sides[k]);
    for (size_t k = 0; work->links && k < work->count; k++)
        free(work->links[k].items);
    free(work->sides);
    free(work->links);
}

hxp_status hxp_align(hxp_alignment **out, const hxp_side *versions,
                     size_t count, const hxp_align_options *options,
                     hxp_error *error)
{
    const hxp_align_options defaults = HXP_ALIGN_OPTIONS_INIT;
    struct work work = { .count = count };
    assert(count >= 2);
    if (!options)
        options = &defaults;
    assert(options->max_merge <= HXP_MOST_MERGE);
    *out = NULL;
    hxp_status status = check_limit(versions, count, error);
    if (status != HXP_OK)
        return status;
    struct owner *owner = calloc(1, sizeof *owner);
    if (!owner)
        return hxp_no_memory(error);
    status = run(owner, &work, versions, options, error);
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
    free(owner->beads.items);
    free(owner->beads.sides);
    free(owner);
}
