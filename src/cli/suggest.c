/* suggest.c - names that are two letters away at most, by Levenshtein. */
#include "cli/suggest.h"

#include <string.h>

enum { FURTHEST = 2, LONGEST = 31 };

/** Single letters added, left out or put for another, to make b from a. */
static size_t distance(hxp_str a, const char *b)
{
    size_t row[LONGEST + 1], n = strlen(b);
    if (n > LONGEST)
        return n;
    for (size_t j = 0; j <= n; j++)
        row[j] = j;
    for (size_t i = 0; i < a.len; i++) {
        size_t corner = row[0]++;
        for (size_t j = 1; j <= n; j++) {
            size_t best = corner + (a.ptr[i] != b[j - 1]);
            corner = row[j];
            if (row[j] + 1 < best)
                best = row[j] + 1;
            row[j] = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
        }
    }
    return row[n];
}

hxp_suggestion hxp_suggestion_make(hxp_str wrong)
{
    return (hxp_suggestion){ wrong, NULL, FURTHEST + 1 };
}

void hxp_suggest(hxp_suggestion *suggestion, const char *candidate)
{
    size_t far = distance(suggestion->wrong, candidate);
    if (far >= suggestion->distance || far >= suggestion->wrong.len)
        return;
    suggestion->distance = far;
    suggestion->name = candidate;
}
