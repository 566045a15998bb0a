/* fixed.c - the beads that a person accepted, and boundaries among them. */
#include "cli/fixed.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

/* --- Beads that grow ------------------------------------------------------ */

bool hxp_fixed_beads_add(hxp_fixed_beads *fixed, const hxp_range *sides)
{
    size_t languages = fixed->languages, used = fixed->count * languages;
    if (!hxp_array_reserve(&fixed->sides, &fixed->side_capacity,
                           used + languages, sizeof *fixed->sides) ||
        !hxp_array_reserve(&fixed->beads, &fixed->bead_capacity,
                           fixed->count + 1, sizeof *fixed->beads))
        return false;
    memcpy(fixed->sides + used, sides, languages * sizeof *sides);
    fixed->count++;
    return true;
}

void hxp_fixed_beads_settle(hxp_fixed_beads *fixed)
{
    for (size_t i = 0; i < fixed->count; i++)
        fixed->beads[i] = (hxp_bead){ &fixed->sides[i * fixed->languages], 1 };
}

void hxp_fixed_beads_free(hxp_fixed_beads *fixed)
{
    free(fixed->beads);
    free(fixed->sides);
    *fixed = (hxp_fixed_beads){ .count = 0 };
}

/* --- Reading -------------------------------------------------------------- */

/** A list that was read, and the texts it is about. */
struct accepted {
    const hxp_group *group;
    const char *path;
    hxp_bead_list *list;
    size_t *columns; /* of each text: its side in the list */
};

/** Find the side of text k in the list, by its language if that is told. */
static hxp_exit find_column(struct accepted *accepted, size_t k)
{
    const hxp_bead_list *list = accepted->list;
    const char *tag = hxp_language_tag(accepted->group->texts[k].language);
    size_t column = 0;
    hxp_error error;
    accepted->columns[k] = k;
    if (!list->languages)
        return HXP_EXIT_OK;
    while (column < list->alignment.languages &&
           !hxp_tag_equal(list->languages[column], hxp_str_of(tag)))
        column++;
    accepted->columns[k] = column;
    if (column < list->alignment.languages)
        return HXP_EXIT_OK;
    hxp_fail_at(&error, HXP_EINPUT, accepted->path, (hxp_place){ 1, 1, 1 },
                "no column is in %s", tag);
    return hxp_say_error(&error);
}

static hxp_exit find_columns(struct accepted *accepted)
{
    const hxp_bead_list *list = accepted->list;
    size_t count = accepted->group->count;
    hxp_exit code = HXP_EXIT_OK;
    accepted->columns = calloc(count, sizeof *accepted->columns);
    if (!accepted->columns)
        return hxp_say_no_memory();
    if (list->alignment.languages != count) {
        hxp_say("%s: beads of %zu languages, but there are %zu files",
                accepted->path, list->alignment.languages, count);
        return HXP_EXIT_INPUT;
    }
    for (size_t k = 0; code == HXP_EXIT_OK && k < count; k++)
        code = find_column(accepted, k);
    return code;
}

/** Put bead i into sides, in the order of the texts, and see that it is in
 * them. */
static hxp_exit take_bead(hxp_range *sides, const struct accepted *accepted,
                          size_t i)
{
    const hxp_bead *bead = &accepted->list->alignment.beads[i];
    const hxp_group *group = accepted->group;
    hxp_error error;
    for (size_t k = 0; k < group->count; k++) {
        hxp_range side = bead->sides[accepted->columns[k]];
        size_t count = group->sides[k].count;
        sides[k] = side;
        if (side.count == 0 || side.first + side.count <= count)
            continue;
        hxp_fail_at(&error, HXP_EINPUT, accepted->path,
                    accepted->list->places[i],
                    "segment %zu is not there: the text in %s has %zu, the "
                    "first of them 0",
                    side.first + side.count - 1,
                    hxp_language_tag(group->texts[k].language), count);
        return hxp_say_error(&error);
    }
    return HXP_EXIT_OK;
}

/* --- Beads and boundaries ------------------------------------------------- */

typedef enum order { BEFORE, AFTER, SAME, CROSSING } order;

/** How bead a stands to b, where both have segments. */
static order compare(const hxp_range *a, const hxp_range *b, size_t languages)
{
    bool before = true, after = true, same = true;
    for (size_t k = 0; k < languages; k++) {
        same = same && a[k].count == b[k].count &&
               (a[k].count == 0 || a[k].first == b[k].first);
        if (a[k].count == 0 || b[k].count == 0)
            continue;
        before = before && a[k].first + a[k].count <= b[k].first;
        after = after && b[k].first + b[k].count <= a[k].first;
    }
    if (same)
        return SAME;
    if (before)
        return BEFORE;
    return after ? AFTER : CROSSING;
}

/** The boundaries that are still to be merged with beads. */
struct merge {
    hxp_fixed_beads *fixed;
    const hxp_fixed_beads *boundaries;
    size_t next; /* the boundary to come */
};

/** Add the boundaries before sides; they may not cross it. */
static hxp_exit add_boundaries(struct merge *merge, const hxp_range *sides,
                               const struct accepted *accepted, size_t i)
{
    const hxp_fixed_beads *boundaries = merge->boundaries;
    size_t languages = boundaries->languages;
    hxp_error error;
    for (; merge->next < boundaries->count; merge->next++) {
        const hxp_range *mark = &boundaries->sides[merge->next * languages];
        order place = compare(mark, sides, languages);
        if (place == AFTER)
            return HXP_EXIT_OK;
        if (place == CROSSING) {
            hxp_fail_at(&error, HXP_EINPUT, accepted->path,
                        accepted->list->places[i],
                        "the bead crosses the boundary that is segment %zu in "
                        "%s",
                        mark[0].first,
                        hxp_language_tag(accepted->group->texts[0].language));
            return hxp_say_error(&error);
        }
        if (place == BEFORE && !hxp_fixed_beads_add(merge->fixed, mark))
            return hxp_say_no_memory();
    }
    return HXP_EXIT_OK;
}

/** Add the accepted beads, with the boundaries between them. */
static hxp_exit merge_beads(struct merge *merge,
                            const struct accepted *accepted, hxp_range *sides)
{
    size_t count = accepted->list->alignment.count;
    size_t languages = merge->boundaries->languages;
    hxp_exit code = HXP_EXIT_OK;
    for (size_t i = 0; code == HXP_EXIT_OK && i < count; i++) {
        code = take_bead(sides, accepted, i);
        if (code == HXP_EXIT_OK)
            code = add_boundaries(merge, sides, accepted, i);
        if (code == HXP_EXIT_OK && !hxp_fixed_beads_add(merge->fixed, sides))
            code = hxp_say_no_memory();
    }
    for (; code == HXP_EXIT_OK && merge->next < merge->boundaries->count;
         merge->next++)
        if (!hxp_fixed_beads_add(
                merge->fixed,
                &merge->boundaries->sides[merge->next * languages]))
            code = hxp_say_no_memory();
    return code;
}

static hxp_exit read_list(struct accepted *accepted)
{
    hxp_input *input;
    hxp_error error;
    if (hxp_input_open(&input, accepted->path, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_status status = hxp_beads_read(&accepted->list, input, NULL, &error);
    hxp_input_close(input);
    return status == HXP_OK ? HXP_EXIT_OK : hxp_say_error(&error);
}

/** Read the beads at path and merge the boundaries with them into *fixed. */
static hxp_exit read_accepted(hxp_fixed_beads *fixed,
                              const hxp_fixed_beads *boundaries,
                              const hxp_group *group, const char *path)
{
    struct accepted accepted = { .group = group, .path = path };
    struct merge merge = { fixed, boundaries, 0 };
    hxp_range *sides = calloc(group->count, sizeof *sides);
    hxp_exit code = sides ? read_list(&accepted) : hxp_say_no_memory();
    if (code == HXP_EXIT_OK)
        code = find_columns(&accepted);
    if (code == HXP_EXIT_OK)
        code = merge_beads(&merge, &accepted, sides);
    hxp_bead_list_free(accepted.list);
    free(accepted.columns);
    free(sides);
    return code;
}

hxp_exit hxp_find_fixed(hxp_fixed_beads *fixed, const hxp_group *group,
                        const hxp_values *files,
                        const hxp_align_settings *settings)
{
    hxp_fixed_beads boundaries = { .languages = group->count };
    hxp_exit code = HXP_EXIT_OK;
    *fixed = boundaries;
    if (settings->segmented)
        code = hxp_find_boundaries(&boundaries, group, files,
                                   settings->common.quiet);
    if (code != HXP_EXIT_OK || !settings->fixed) {
        *fixed = boundaries;
    } else {
        code = read_accepted(fixed, &boundaries, group, settings->fixed);
        hxp_fixed_beads_free(&boundaries);
    }
    hxp_fixed_beads_settle(fixed);
    return code;
}
