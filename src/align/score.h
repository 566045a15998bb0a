/* score.h - what a bead is worth: its words, its lengths, its shape. */
#ifndef ALIGN_SCORE_H
#define ALIGN_SCORE_H

#include "align/explainer.h"

/** score, but not beyond most: fmin() and fmax() are calls. */
static inline double hxp_capped(double score, double most)
{
    if (score > most)
        return most;
    return score < -most ? -most : score;
}

/** The letters of count segments from first on, times scale. */
static inline double hxp_scaled_letters(const hxp_corpus *corpus, size_t first,
                                        size_t count, double scale)
{
    return (corpus->letters[first + count] - corpus->letters[first]) * scale;
}

/** What lengths (scaled letters) say for a bead. */
double hxp_score_length(double source, double target, double mean,
                        const hxp_parameters *parameters);

/** How far the lengths of a link differ: squared, for each letter. */
double hxp_length_spread(const hxp_pair *pair, hxp_link link);

/** The kind of a bead. */
hxp_kind hxp_kind_of(hxp_shape shape);

/** What a bead's shape says for it. empty: a segment without words alone. */
double hxp_score_shape(hxp_shape shape, bool empty,
                       const hxp_parameters *parameters);

/** What borders of paragraphs say for a bead with text on both sides. */
double hxp_score_borders(const hxp_pair *pair, const hxp_link *bead);

/** What the paragraphs of a bead with text on both sides, and their codes, say
 * for it; 0 unless both texts have traits. */
double hxp_score_structure(const hxp_pair *pair, const hxp_link *bead);

/** What a bead with text on both sides begins with and ends with: source, then
 * target. */
void hxp_bead_edges(hxp_edges edges[2], const hxp_pair *pair,
                    const hxp_link *bead);

/** What is said by signs at the ends of a source and of a target, of which
 * pair knows some. */
static inline double hxp_score_edges(const hxp_pair *pair, hxp_edges source,
                                     hxp_edges target)
{
    const hxp_parameters *parameters = pair->parameters;
    hxp_edges from = pair->turned ? target : source;
    hxp_edges to = pair->turned ? source : target;
    double sum = pair->marks->firsts[from.first][to.first] +
                 pair->marks->lasts[from.last][to.last];
    return parameters->marks_weight * hxp_capped(sum, parameters->marks_cap);
}

/** What the signs at the ends of such a bead say. */
double hxp_score_marks(const hxp_pair *pair, const hxp_link *bead);

/**
 * Scores bands with what one pair says, or with what several say together:
 * their sources are then versions of one text, cut at the same places, and
 * their targets are the same.
 */
typedef struct hxp_scorer hxp_scorer;

/** Make a scorer of count pairs, which must outlive it. NULL: no memory. */
hxp_scorer *hxp_scorer_new(const hxp_pair *pairs, size_t count,
                           const hxp_shapes *shapes);

/** The evidence of the first pair at each node of band, until the next call.
 * NULL: no memory. */
const hxp_evidence *hxp_score_words(hxp_scorer *scorer, const hxp_band *band);

/** The grid of band, until the next call. Its scores are NULL: no memory. */
hxp_grid hxp_score_grid(hxp_scorer *scorer, const hxp_band *band);

/** What a bead is worth when a border within it stands in one language only
 * (border.h); HXP_IMPOSSIBLE, when there is no such place. */
double hxp_score_again(const hxp_scorer *scorer, const hxp_link *bead,
                       size_t at);

/** The words of link on both sides, by two; of several pairs those of the ones
 * that have text there, on the average. */
double hxp_scorer_words(const hxp_scorer *scorer, const hxp_link *link);

/** What is given of the first pair, or NULL. */
const hxp_fixed *hxp_scorer_fixed(const hxp_scorer *scorer);

/** The parameters of the first pair. */
const hxp_parameters *hxp_scorer_parameters(const hxp_scorer *scorer);

/** Free the scorer; NULL is allowed. */
void hxp_scorer_free(hxp_scorer *scorer);

#endif
