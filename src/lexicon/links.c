/* links.c - which words of a unit translate which. */
#include "lexicon/bitext.h"

#include "base/array.h"

#include <math.h>
#include <stdlib.h>

/* Weaker links are none; those to a word that has one must be stronger. How
 * fast words that stand elsewhere in their text lose weight. */
static const double LEAST = 0.01;
static const double LEAST_SECOND = 0.05;
static const double SLOPE = 1.5;

void hxp_linker_free(hxp_linker *linker)
{
    free(linker->links);
    free(linker->linked[0]);
    free(linker->linked[1]);
    free(linker->row);
    *linker = (hxp_linker){ .count = 0 };
}

/** Put what row gives into linker->row, or take it out again. */
static void spread(hxp_linker *linker, hxp_word_table_row row, bool in)
{
    for (size_t k = 0; k < row.count; k++)
        linker->row[row.items[k].word] = in ? row.items[k].weight : 0;
}

/** Make room for all that a unit of rows may need, with so many links, and
 * clear it. */
static bool prepare(hxp_linker *linker, const hxp_bitext *bitext,
                    const hxp_bitext_row rows[2], size_t links)
{
    size_t stems = hxp_vocabulary_size(&bitext->sides[1].stems);
    size_t before = linker->row_room;
    if (!hxp_array_reserve(&linker->row, &linker->row_room, stems + 1,
                           sizeof *linker->row) ||
        !hxp_array_reserve(&linker->links, &linker->room, links + 1,
                           sizeof *linker->links))
        return false;
    for (size_t i = before; i < linker->row_room; i++)
        linker->row[i] = 0;
    for (size_t k = 0; k < 2; k++) {
        if (!hxp_array_reserve(&linker->linked[k], &linker->linked_room[k],
                               rows[k].count + 1, sizeof **linker->linked))
            return false;
        memset(linker->linked[k], 0,
               (rows[k].count + 1) * sizeof **linker->linked);
    }
    linker->count = 0;
    return true;
}

/** List the links that may be. */
static void list_links(hxp_linker *linker, const hxp_bitext *bitext,
                       const hxp_bitext_row rows[2])
{
    for (size_t i = 0; i < rows[0].count; i++) {
        uint32_t stem = rows[0].items[i].stem;
        hxp_word_table_row known =
            hxp_word_table_get(&bitext->tables[HXP_FORWARD], stem);
        if (!(rows[0].items[i].flags & HXP_WORD_CONTENT))
            continue;
        spread(linker, known, true);
        for (size_t j = 0; j < rows[1].count; j++) {
            uint32_t other = rows[1].items[j].stem;
            double forward = (double)linker->row[other];
            if (!(rows[1].items[j].flags & HXP_WORD_CONTENT) || forward <= 0)
                continue;
            double back = (double)hxp_word_table_row_weight(
                hxp_word_table_get(&bitext->tables[HXP_BACKWARD], other), stem);
            double apart = fabs((double)i / (double)rows[0].count -
                                (double)j / (double)rows[1].count);
            double weight = sqrt(forward * back) * exp(-SLOPE * apart);
            if (weight >= LEAST)
                linker->links[linker->count++] =
                    (hxp_word_link){ { (uint16_t)i, (uint16_t)j },
                                     (float)weight };
        }
        spread(linker, known, false);
    }
}

static int by_weight(const void *a, const void *b)
{
    const hxp_word_link *x = a, *y = b;
    if (x->weight > y->weight || x->weight < y->weight)
        return x->weight < y->weight ? 1 : -1;
    if (x->at[0] != y->at[0])
        return x->at[0] < y->at[0] ? -1 : 1;
    return (x->at[1] > y->at[1]) - (x->at[1] < y->at[1]);
}

/** True when no content word stands between word at and those of range. */
static bool is_beside(hxp_bitext_row words, hxp_linked range, size_t at)
{
    size_t from = at < range.first ? at + 1 : range.end;
    size_t to = at < range.first ? range.first : at;
    for (size_t i = from; i < to; i++)
        if (words.items[i].flags & HXP_WORD_CONTENT)
            return false;
    return true;
}

static void widen(hxp_linked *range, uint16_t at)
{
    if (range->end == 0)
        *range = (hxp_linked){ at, (uint16_t)(at + 1) };
    if (at < range->first)
        range->first = at;
    if (at >= range->end)
        range->end = (uint16_t)(at + 1);
}

/** True when link may be, besides those that are. */
static bool may_link(const hxp_linker *linker, const hxp_bitext_row rows[2],
                     const hxp_word_link *link)
{
    hxp_linked source = linker->linked[0][link->at[0]];
    hxp_linked target = linker->linked[1][link->at[1]];
    if (source.end == 0 && target.end == 0)
        return true;
    if ((source.end > 0 && target.end > 0) ||
        (double)link->weight < LEAST_SECOND)
        return false;
    return source.end > 0 ? is_beside(rows[1], source, link->at[1])
                          : is_beside(rows[0], target, link->at[0]);
}

bool hxp_bitext_link(hxp_linker *linker, const hxp_bitext *bitext, size_t unit)
{
    const hxp_bitext_row rows[2] = { hxp_bitext_words(bitext, 0, unit),
                                     hxp_bitext_words(bitext, 1, unit) };
    bool fits =
        rows[0].count <= HXP_LINKED_WORDS && rows[1].count <= HXP_LINKED_WORDS;
    /* room for each pair of words of a long unit would be too much */
    size_t links = fits ? rows[0].count * rows[1].count : 0;
    if (!prepare(linker, bitext, rows, links))
        return false;
    if (fits)
        list_links(linker, bitext, rows);
    if (linker->count > 1)
        qsort(linker->links, linker->count, sizeof *linker->links, by_weight);
    size_t kept = 0;
    for (size_t i = 0; i < linker->count; i++) {
        hxp_word_link link = linker->links[i];
        if (!may_link(linker, rows, &link))
            continue;
        widen(&linker->linked[0][link.at[0]], link.at[1]);
        widen(&linker->linked[1][link.at[1]], link.at[0]);
        linker->links[kept++] = link;
    }
    linker->count = kept;
    return true;
}
