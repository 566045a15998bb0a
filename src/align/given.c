/* given.c - beads over all versions that are given beforehand. */
#include "align/given.h"

#include "base/error.h"

#include <stdlib.h>

/** What bead i has of version v. */
static hxp_range side_of(const hxp_versions *versions, size_t i, size_t v)
{
    return versions->given.sides[i * versions->count + v];
}

/* --- Taking --------------------------------------------------------------- */

/** See that the sides of version v rise within its text. */
static hxp_status check(const hxp_given *given, const hxp_versions *versions,
                        size_t v, hxp_error *error)
{
    size_t next = 0;
    for (size_t i = 0; i < given->count; i++) {
        hxp_range side = given->sides[i * versions->count + v];
        if (side.count == 0)
            continue;
        if (side.first < next || side.count > versions->sides[v].count ||
            side.first > versions->sides[v].count - side.count)
            return hxp_fail(error, HXP_EINPUT,
                            "given bead %zu does not rise within the text of "
                            "%s",
                            i, hxp_language_tag(versions->sides[v].language));
        next = side.first + side.count;
    }
    return HXP_OK;
}

hxp_status hxp_given_take(hxp_given *given, const hxp_versions *versions,
                          hxp_error *error)
{
    const hxp_align_options *options = versions->options;
    hxp_status status = HXP_OK;
    size_t count = options->fixed_count;
    if (count == 0)
        return HXP_OK;
    given->sides = calloc(count * versions->count, sizeof *given->sides);
    if (!given->sides)
        return hxp_no_memory(error);
    given->count = count;
    for (size_t i = 0; i < count; i++)
        for (size_t v = 0; v < versions->count; v++)
            given->sides[i * versions->count + v] =
                options->fixed[i].sides[versions->order[v]];
    for (size_t v = 0; status == HXP_OK && v < versions->count; v++)
        status = check(given, versions, v, error);
    return status;
}

void hxp_given_free(hxp_given *given)
{
    free(given->sides);
    *given = (hxp_given){ NULL, 0 };
}

/* --- Of two versions, and of a profile ------------------------------------ */

/** True when several versions have text in bead i. */
static bool is_joint(const hxp_versions *versions, size_t i)
{
    size_t sides = 0;
    for (size_t v = 0; v < versions->count; v++)
        sides += side_of(versions, i, v).count > 0;
    return sides > 1;
}

bool hxp_given_of_pair(hxp_fixed *fixed, const hxp_versions *versions, size_t a,
                       size_t b)
{
    bool done = true;
    for (size_t i = 0; done && i < versions->given.count; i++) {
        const hxp_fixed_bead bead = { side_of(versions, i, a),
                                      side_of(versions, i, b),
                                      is_joint(versions, i) };
        done = hxp_fixed_add(fixed, &bead);
    }
    return done && (fixed->count == 0 ||
                    hxp_fixed_settle(fixed, versions->sides[a].count,
                                     versions->sides[b].count));
}

/** The column that holds a segment. */
static size_t find_column(const size_t *starts, size_t columns, size_t segment)
{
    size_t low = 0, high = columns;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (starts[middle] <= segment)
            low = middle;
        else
            high = middle;
    }
    return low;
}

bool hxp_given_column(size_t *column, const hxp_versions *versions,
                      const hxp_profile *profile, size_t i)
{
    for (size_t v = 0; v < versions->count; v++) {
        hxp_range side = side_of(versions, i, v);
        if (side.count == 0 || !profile->starts[v])
            continue;
        *column = find_column(profile->starts[v], profile->columns, side.first);
        return true;
    }
    return false;
}

bool hxp_given_of_profile(hxp_fixed *fixed, const hxp_versions *versions,
                          const hxp_profile *profile, size_t next)
{
    bool done = true;
    for (size_t i = 0; done && i < versions->given.count; i++) {
        hxp_fixed_bead bead = { { 0, 1 },
                                side_of(versions, i, next),
                                is_joint(versions, i) };
        if (!hxp_given_column(&bead.rows.first, versions, profile, i))
            bead.rows.count = 0;
        done = hxp_fixed_add(fixed, &bead);
    }
    return done &&
           (fixed->count == 0 || hxp_fixed_settle(fixed, profile->columns,
                                                  versions->sides[next].count));
}

/* --- Gathering ------------------------------------------------------------ */

/** Move a side that lies in several columns into the first of them. */
static void gather(const hxp_profile *profile, size_t v, hxp_range side)
{
    size_t *starts = profile->starts[v];
    size_t end = side.first + side.count;
    size_t c = find_column(starts, profile->columns, side.first) + 1;
    for (; starts[c] < end; c++)
        starts[c] = end;
}

static bool is_empty(const hxp_profile *profile, size_t column)
{
    for (size_t v = 0; v < profile->versions; v++)
        if (profile->starts[v] &&
            profile->starts[v][column] < profile->starts[v][column + 1])
            return false;
    return true;
}

/** Take away columns without a segment. */
static void close_up(hxp_profile *profile)
{
    size_t kept = 0;
    for (size_t c = 0; c < profile->columns; c++) {
        if (is_empty(profile, c))
            continue;
        for (size_t v = 0; v < profile->versions; v++)
            if (profile->starts[v])
                profile->starts[v][kept] = profile->starts[v][c];
        profile->confidence[kept++] = profile->confidence[c];
    }
    for (size_t v = 0; v < profile->versions; v++)
        if (profile->starts[v])
            profile->starts[v][kept] = profile->starts[v][profile->columns];
    profile->columns = kept;
}

void hxp_given_gather(hxp_profile *profile, const hxp_versions *versions)
{
    if (versions->given.count == 0)
        return;
    for (size_t i = 0; i < versions->given.count; i++)
        for (size_t v = 0; v < versions->count; v++) {
            hxp_range side = side_of(versions, i, v);
            if (profile->starts[v] && side.count > 1)
                gather(profile, v, side);
        }
    close_up(profile);
}
