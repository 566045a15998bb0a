/* join.c - cuts the source where no link of any version crosses. */
#include "align/join.h"

#include "base/array.h"

#include <stdlib.h>

/** The state of going through the source; language 0 is the source. */
struct joiner {
    hxp_beads *beads;
    const hxp_links *links; /* of each language but the source */
    size_t *next;           /* of each: its first link not yet seen */
    size_t *position;       /* of each language: segments behind */
    bool *inside;           /* of each segment: a link holds it to the last */
};

/** Add a bead without text where the languages stand. */
static bool add_bead(struct joiner *joiner, double confidence)
{
    hxp_beads *beads = joiner->beads;
    size_t languages = beads->languages;
    if (!hxp_array_reserve(&beads->items, &beads->capacity, beads->count + 1,
                           sizeof *beads->items) ||
        !hxp_array_reserve(&beads->sides, &beads->side_capacity,
                           (beads->count + 1) * languages,
                           sizeof *beads->sides))
        return false;
    for (size_t k = 0; k < languages; k++)
        beads->sides[beads->count * languages + k] =
            (hxp_range){ joiner->position[k], 0 };
    beads->items[beads->count++] = (hxp_bead){ NULL, confidence };
    return true;
}

/** Give count segments of a language to the newest bead. */
static void take(struct joiner *joiner, size_t language, size_t count)
{
    hxp_beads *beads = joiner->beads;
    size_t side = (beads->count - 1) * beads->languages + language;
    beads->sides[side].count = count;
    joiner->position[language] += count;
}

/** The first link of language that begins at row or behind. */
static size_t links_before(const struct joiner *joiner, size_t language,
                           size_t row)
{
    const hxp_links *links = &joiner->links[language - 1];
    size_t i = joiner->next[language - 1];
    while (i < links->count && links->items[i].row < row)
        i++;
    return i;
}

/** Make segments without a source beads of their own, up to link end. */
static bool add_unmatched(struct joiner *joiner, size_t language, size_t end)
{
    const hxp_links *links = &joiner->links[language - 1];
    size_t *next = &joiner->next[language - 1];
    for (; *next < end && links->items[*next].shape.rows == 0; (*next)++) {
        if (!add_bead(joiner, links->items[*next].confidence))
            return false;
        take(joiner, language, links->items[*next].shape.columns);
    }
    return true;
}

/** The segments of language in a bead whose links end before end. */
static size_t joined_segments(const struct joiner *joiner, size_t language,
                              size_t end, double *confidence)
{
    const hxp_links *links = &joiner->links[language - 1];
    size_t reach = joiner->position[language];
    for (size_t i = joiner->next[language - 1]; i < end; i++) {
        hxp_link link = links->items[i];
        *confidence *= link.confidence;
        if (link.shape.rows > 0)
            reach = link.column + link.shape.columns;
    }
    return reach - joiner->position[language];
}

/** Join what belongs to the source's segments start to end - 1. */
static bool join_run(struct joiner *joiner, size_t start, size_t end)
{
    size_t languages = joiner->beads->languages;
    for (size_t k = 1; k < languages; k++)
        if (!add_unmatched(joiner, k, joiner->links[k - 1].count))
            return false;
    if (!add_bead(joiner, 1))
        return false;
    size_t bead = joiner->beads->count - 1;
    take(joiner, 0, end - start);
    for (size_t k = 1; k < languages; k++) {
        size_t behind = links_before(joiner, k, end);
        take(joiner, k,
             joined_segments(joiner, k, behind,
                             &joiner->beads->items[bead].confidence));
        joiner->next[k - 1] = behind;
    }
    return true;
}

/** Mark the segments that a link of any language holds to the one before. */
static void mark_inside(struct joiner *joiner)
{
    for (size_t k = 0; k + 1 < joiner->beads->languages; k++)
        for (size_t i = 0; i < joiner->links[k].count; i++) {
            hxp_link link = joiner->links[k].items[i];
            for (size_t row = 1; row < link.shape.rows; row++)
                joiner->inside[link.row + row] = true;
        }
}

static bool join_all(struct joiner *joiner, size_t segments)
{
    hxp_beads *beads = joiner->beads;
    mark_inside(joiner);
    for (size_t start = 0, end; start < segments; start = end) {
        end = start + 1;
        while (end < segments && joiner->inside[end])
            end++;
        if (!join_run(joiner, start, end))
            return false;
    }
    for (size_t k = 1; k < beads->languages; k++)
        if (!add_unmatched(joiner, k, joiner->links[k - 1].count))
            return false;
    for (size_t i = 0; i < beads->count; i++)
        beads->items[i].sides = &beads->sides[i * beads->languages];
    return true;
}

bool hxp_join(hxp_beads *beads, const hxp_links *links, size_t segments)
{
    struct joiner joiner = { .beads = beads, .links = links };
    joiner.next = calloc(beads->languages, sizeof *joiner.next);
    joiner.position = calloc(beads->languages, sizeof *joiner.position);
    joiner.inside = calloc(segments + 1, sizeof *joiner.inside);
    bool done = joiner.next && joiner.position && joiner.inside &&
                join_all(&joiner, segments);
    free(joiner.next);
    free(joiner.position);
    free(joiner.inside);
    return done;
}
