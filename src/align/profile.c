/* profile.c - aligns each version with those that have joined. */
#include "align/profile.h"

#include "align/given.h"
#include "align/search.h"

#include <stdlib.h>

/* --- Who is alike --------------------------------------------------------- */

/** How well two versions match: the share of their segments that are joined,
 * each as far as that is sure. */
static double likeness(const hxp_versions *versions, size_t a, size_t b)
{
    const hxp_matching *match = a < b ? hxp_versions_match(versions, a, b)
                                      : hxp_versions_match(versions, b, a);
    const hxp_links *way = &match->walk.way;
    double joined = 0, all = 0;
    for (size_t k = 0; k < way->count; k++) {
        hxp_link link = way->items[k];
        double segments = (double)(link.shape.rows + link.shape.columns);
        all += segments;
        if (link.shape.rows > 0 && link.shape.columns > 0)
            joined += segments * link.confidence;
    }
    return all > 0 ? joined / all : 0;
}

/** The two versions that are most alike. */
static void find_first(size_t *first, size_t *second,
                       const hxp_versions *versions)
{
    double most = -1;
    for (size_t b = 1; b < versions->count; b++)
        for (size_t a = 0; a < b; a++) {
            double alike = likeness(versions, a, b);
            if (alike > most) {
                most = alike;
                *first = a;
                *second = b;
            }
        }
}

/** The version that is most like those joined; false: all have joined. */
static bool find_next(size_t *next, const hxp_profile *profile,
                      const hxp_versions *versions)
{
    double most = -1;
    for (size_t v = 0; v < versions->count; v++) {
        double alike = 0;
        if (profile->starts[v])
            continue;
        for (size_t j = 0; j < versions->count; j++)
            if (profile->starts[j])
                alike += likeness(versions, v, j);
        if (alike > most) {
            most = alike;
            *next = v;
        }
    }
    return most >= 0;
}

/* --- The profile as versions of one text ---------------------------------- */

/** What those joined say of one that joins: a pair each. */
struct choir {
    hxp_pair *pairs;
    hxp_corpus *sources; /* each joined version, cut into columns */
    size_t count;
    hxp_fixed fixed; /* what is given of the first pair */
};

/** Make *view of side with the segments of each column as one. */
static bool view_init(hxp_corpus *view, const hxp_corpus *side,
                      const size_t *starts, size_t columns)
{
    size_t *words = calloc(columns + 1, sizeof *words);
    size_t *paragraphs = calloc(columns + 1, sizeof *paragraphs);
    double *letters = calloc(columns + 1, sizeof *letters);
    hxp_traits *traits = calloc(columns + 1, sizeof *traits);
    hxp_edges *edges = calloc(columns + 1, sizeof *edges);
    *view = *side;
    view->count = columns;
    view->starts = words;
    view->letters = letters;
    view->paragraphs = paragraphs;
    view->traits = traits;
    view->edges = edges;
    view->firsts = starts;
    if (!words || !letters || !paragraphs || !traits || !edges)
        return false;
    for (size_t c = 0; c <= columns; c++) {
        words[c] = side->starts[starts[c]];
        letters[c] = side->letters[starts[c]];
        if (side->paragraphs && starts[c] < side->count)
            paragraphs[c] = side->paragraphs[starts[c]];
        if (c == columns || starts[c] == starts[c + 1])
            continue;
        edges[c] = (hxp_edges){ side->edges[starts[c]].first,
                                side->edges[starts[c + 1] - 1].last };
        if (side->traits)
            traits[c] = hxp_traits_join(&side->traits[starts[c]],
                                        starts[c + 1] - starts[c]);
    }
    return true;
}

static void choir_free(struct choir *choir)
{
    for (size_t k = 0; choir->sources && k < choir->count; k++) {
        free(choir->sources[k].starts);
        free(choir->sources[k].letters);
        free(choir->sources[k].traits);
        free(choir->sources[k].edges);
        free((void *)(uintptr_t)choir->sources[k].paragraphs);
    }
    free(choir->sources);
    free(choir->pairs);
    hxp_fixed_free(&choir->fixed);
}

/** The pair of view, of version v, and version next. */
static hxp_pair turn_pair(const hxp_versions *versions, size_t v, size_t next)
{
    if (v < next)
        return hxp_versions_match(versions, v, next)->pair;
    return hxp_pair_turned(&hxp_versions_match(versions, next, v)->pair);
}

static bool choir_init(struct choir *choir, const hxp_profile *profile,
                       const hxp_versions *versions, size_t next)
{
    choir->pairs = calloc(versions->count, sizeof *choir->pairs);
    choir->sources = calloc(versions->count, sizeof *choir->sources);
    if (!choir->pairs || !choir->sources)
        return false;
    for (size_t v = 0; v < versions->count; v++) {
        if (!profile->starts[v])
            continue;
        size_t k = choir->count++;
        if (!view_init(&choir->sources[k], &versions->sides[v],
                       profile->starts[v], profile->columns))
            return false;
        choir->pairs[k] = turn_pair(versions, v, next);
        choir->pairs[k].source = &choir->sources[k];
    }
    choir->pairs[0].fixed = versions->given.count > 0 ? &choir->fixed : NULL;
    return hxp_given_of_profile(&choir->fixed, versions, profile, next);
}

/* --- Joining -------------------------------------------------------------- */

/** Add boxes around the way of version v, as columns, and version next. */
static bool add_boxes(hxp_boxes *boxes, const hxp_profile *profile,
                      const hxp_versions *versions, size_t v, size_t next)
{
    const hxp_matching *match = v < next
                                    ? hxp_versions_match(versions, v, next)
                                    : hxp_versions_match(versions, next, v);
    const size_t *starts = profile->starts[v];
    hxp_links way = { NULL, 0, 0 };
    size_t column = 0;
    bool done = true;
    for (size_t k = 0; done && k < match->walk.way.count; k++) {
        hxp_link link = match->walk.way.items[k];
        if (v > next)
            link = (hxp_link){ link.column,
                               link.row,
                               { link.shape.columns, link.shape.rows },
                               link.confidence };
        while (starts[column] < link.row)
            column++;
        size_t end = column;
        while (starts[end] < link.row + link.shape.rows)
            end++;
        link.row = column;
        link.shape.rows = end - column;
        done = hxp_links_add(&way, link);
    }
    done = done && hxp_boxes_around(boxes, &way, &match->parameters);
    free(way.items);
    return done;
}

static bool find_band(hxp_band *band, const hxp_profile *profile,
                      const hxp_versions *versions, size_t next,
                      const hxp_fixed *fixed)
{
    hxp_boxes boxes = { NULL, 0, 0 };
    hxp_node end = { profile->columns, versions->sides[next].count };
    bool done = true;
    for (size_t v = 0; done && v < versions->count; v++)
        if (profile->starts[v])
            done = add_boxes(&boxes, profile, versions, v, next);
    done = done && hxp_fixed_boxes(&boxes, fixed) &&
           hxp_band_of(band, end, &boxes);
    free(boxes.items);
    return done;
}

/** A column is as sure as its link or the least sure of those it is made of. */
static double join_confidence(const hxp_profile *profile, const hxp_link *link)
{
    double least = link->confidence;
    for (size_t c = link->row; c < link->row + link->shape.rows; c++)
        if (profile->confidence[c] < least)
            least = profile->confidence[c];
    return least;
}

/** Make the links' rows the columns of profile, and let next join. */
static bool take_links(hxp_profile *profile, size_t next, const hxp_links *way,
                       hxp_node end)
{
    double *confidence = calloc(way->count + 1, sizeof *confidence);
    profile->starts[next] = calloc(way->count + 1, sizeof(size_t));
    if (!confidence || !profile->starts[next]) {
        free(confidence);
        return false;
    }
    for (size_t c = 0; c <= way->count; c++)
        profile->starts[next][c] =
            c < way->count ? way->items[c].column : end.column;
    for (size_t c = 0; c < way->count; c++)
        confidence[c] = join_confidence(profile, &way->items[c]);
    for (size_t v = 0; v < profile->versions; v++) {
        if (!profile->starts[v] || v == next)
            continue;
        size_t *starts = calloc(way->count + 1, sizeof *starts);
        if (!starts) {
            free(confidence);
            return false;
        }
        for (size_t c = 0; c <= way->count; c++)
            starts[c] =
                profile
                    ->starts[v][c < way->count ? way->items[c].row : end.row];
        free(profile->starts[v]);
        profile->starts[v] = starts;
    }
    free(profile->confidence);
    profile->confidence = confidence;
    profile->columns = way->count;
    return true;
}

/** Let version next join those that have. */
static bool join(hxp_profile *profile, const hxp_versions *versions,
                 size_t next)
{
    struct choir choir = { .count = 0 };
    hxp_node end = { profile->columns, versions->sides[next].count };
    hxp_walk walk = { .again = true };
    hxp_scorer *scorer = NULL;
    hxp_shapes shapes;
    hxp_band band = { 0 };
    hxp_shapes_fill(&shapes, versions->options->max_merge,
                    (size_t)hxp_default_parameters.most_segments);
    bool done = choir_init(&choir, profile, versions, next) &&
                find_band(&band, profile, versions, next, &choir.fixed);
    if (done)
        scorer = hxp_scorer_new(choir.pairs, choir.count, &shapes);
    done = scorer && hxp_walk_through(&walk, scorer, &band, end) &&
           take_links(profile, next, &walk.way, end);
    if (done)
        hxp_given_gather(profile, versions);
    hxp_scorer_free(scorer);
    hxp_band_free(&band);
    hxp_walk_free(&walk);
    choir_free(&choir);
    return done;
}

/** Begin with one version, a segment a column. */
static bool begin(hxp_profile *profile, const hxp_versions *versions,
                  size_t first)
{
    size_t columns = versions->sides[first].count;
    profile->versions = versions->count;
    profile->columns = columns;
    profile->starts = calloc(versions->count, sizeof *profile->starts);
    profile->confidence = calloc(columns + 1, sizeof *profile->confidence);
    if (!profile->starts || !profile->confidence)
        return false;
    profile->starts[first] = calloc(columns + 1, sizeof(size_t));
    for (size_t c = 0; profile->starts[first] && c <= columns; c++) {
        profile->starts[first][c] = c;
        profile->confidence[c] = 1;
    }
    return profile->starts[first] != NULL;
}

bool hxp_profile_join(hxp_profile *profile, const hxp_versions *versions)
{
    size_t first = 0, next = 1;
    *profile = (hxp_profile){ .columns = 0 };
    find_first(&first, &next, versions);
    const hxp_matching *match = hxp_versions_match(versions, first, next);
    hxp_node end = { versions->sides[first].count,
                     versions->sides[next].count };
    bool done = begin(profile, versions, first) &&
                take_links(profile, next, &match->walk.way, end);
    if (done)
        hxp_given_gather(profile, versions);
    while (done && find_next(&next, profile, versions))
        done = join(profile, versions, next);
    return done;
}

void hxp_profile_free(hxp_profile *profile)
{
    for (size_t v = 0; profile->starts && v < profile->versions; v++)
        free(profile->starts[v]);
    free(profile->starts);
    free(profile->confidence);
    *profile = (hxp_profile){ .columns = 0 };
}
