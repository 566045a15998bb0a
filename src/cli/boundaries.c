/* boundaries.c - lines that no bead may cross: .EOA and <p>. */
#include "base/str.h"
#include "cli/fixed.h"

#include <stdlib.h>

static const char *const article = ".EOA";
static const char *const paragraph = "<p>";

/** The search. */
struct finder {
    hxp_fixed_beads *fixed;
    const hxp_group *group;
    const hxp_values *files;
    hxp_range *rest;    /* of each text: what is still to be searched */
    hxp_range *section; /* the article in work */
    hxp_range *bead;    /* what will be added */
    bool quiet;
};

static bool is_mark(hxp_str line, const char *mark)
{
    return hxp_str_is(hxp_str_trim(line), mark);
}

bool hxp_is_boundary(hxp_str line)
{
    return is_mark(line, article) || is_mark(line, paragraph);
}

/** The first segment from first on, before end, that is mark; end: none is. */
static size_t find_mark(const hxp_side *side, size_t first, size_t end,
                        const char *mark)
{
    while (first < end && !is_mark(side->segments[first], mark))
        first++;
    return first;
}

static size_t count_marks(const hxp_side *side, hxp_range range,
                          const char *mark)
{
    size_t count = 0;
    for (size_t i = 0; i < range.count; i++)
        count += is_mark(side->segments[range.first + i], mark);
    return count;
}

static const char *path_of(const hxp_values *files, size_t k)
{
    return hxp_operand_of(files->items[k]).path;
}

/** Add the next mark of each of sides, and go behind it. */
static bool add_next(struct finder *finder, hxp_range *sides, const char *mark)
{
    for (size_t k = 0; k < finder->group->count; k++) {
        size_t end = sides[k].first + sides[k].count;
        size_t at =
            find_mark(&finder->group->sides[k], sides[k].first, end, mark);
        finder->bead[k] = (hxp_range){ at, 1 };
        sides[k] = (hxp_range){ at + 1, end - at - 1 };
    }
    return hxp_fixed_beads_add(finder->fixed, finder->bead);
}

/** Let the paragraph marks of the section be no text: they bound nothing. */
static void hide_paragraphs(const struct finder *finder)
{
    for (size_t k = 0; k < finder->group->count; k++) {
        hxp_range range = finder->section[k];
        size_t at = range.first, end = at + range.count;
        const hxp_side *side = &finder->group->sides[k];
        while ((at = find_mark(side, at, end, paragraph)) < end)
            hxp_group_hide(finder->group, k, at++);
    }
}

/** Add the paragraph marks of the section if all sides have as many. */
static bool add_paragraphs(struct finder *finder)
{
    const hxp_side *texts = finder->group->sides;
    const hxp_range *sides = finder->section;
    size_t count = count_marks(&texts[0], sides[0], paragraph);
    for (size_t k = 1; k < finder->group->count; k++) {
        size_t other = count_marks(&texts[k], sides[k], paragraph);
        if (other == count)
            continue;
        if (!finder->quiet)
            hxp_say("%s:%zu: warning: %zu lines %s from here on, but %zu in "
                    "%s; they bound nothing here",
                    path_of(finder->files, k), sides[k].first + 1, other,
                    paragraph, count, path_of(finder->files, 0));
        hide_paragraphs(finder);
        return true;
    }
    for (size_t i = 0; i < count; i++)
        if (!add_next(finder, finder->section, paragraph))
            return false;
    return true;
}

/** Make the section of what stands before the next end of an article. */
static void find_section(struct finder *finder)
{
    for (size_t k = 0; k < finder->group->count; k++) {
        hxp_range rest = finder->rest[k];
        size_t at = find_mark(&finder->group->sides[k], rest.first,
                              rest.first + rest.count, article);
        finder->section[k] = (hxp_range){ rest.first, at - rest.first };
    }
}

/** Add the boundaries of all articles; the last one has no end. */
static bool add_articles(struct finder *finder, size_t ends)
{
    bool done = true;
    for (size_t k = 0; k < finder->group->count; k++)
        finder->rest[k] = (hxp_range){ 0, finder->group->sides[k].count };
    for (size_t i = 0; done && i <= ends; i++) {
        find_section(finder);
        done = add_paragraphs(finder) &&
               (i == ends || add_next(finder, finder->rest, article));
    }
    return done;
}

/** See that all files have as many ends of articles. */
static hxp_exit check_articles(size_t *count, const hxp_group *group,
                               const hxp_values *files)
{
    for (size_t k = 0; k < group->count; k++) {
        const hxp_side *side = &group->sides[k];
        size_t here = count_marks(side, (hxp_range){ 0, side->count }, article);
        if (k == 0)
            *count = here;
        if (here == *count)
            continue;
        hxp_say("%s: %zu lines %s, but %zu in %s: articles cannot be matched",
                path_of(files, k), here, article, *count, path_of(files, 0));
        return HXP_EXIT_INPUT;
    }
    return HXP_EXIT_OK;
}

hxp_exit hxp_find_boundaries(hxp_fixed_beads *fixed, const hxp_group *group,
                             const hxp_values *files, bool quiet)
{
    size_t count = group->count, ends = 0;
    *fixed = (hxp_fixed_beads){ .languages = count };
    hxp_exit code = check_articles(&ends, group, files);
    if (code != HXP_EXIT_OK)
        return code;
    hxp_range *ranges = calloc(3 * count, sizeof *ranges);
    struct finder finder = { fixed,  group,          files,
                             ranges, ranges + count, ranges + 2 * count,
                             quiet };
    bool done = ranges && add_articles(&finder, ends);
    free(ranges);
    return done ? HXP_EXIT_OK : hxp_say_no_memory();
}
