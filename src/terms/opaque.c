/* opaque.c - takes back words that are but letters of a compound. */
#include "terms/opaque.h"

#include "base/str.h"
#include "terms/word_table.h"

#include <string.h>

/* Bytes that an ending may add to a word of a term: "Marken". */
enum { LONGEST_ENDING = 1 };

/* Bytes that a line and a term begin with both, which saves a look at it. */
enum { FIRST = 3 };

static bool has(hxp_str word, hxp_str part)
{
    for (size_t at = 0; at + part.len <= word.len; at++)
        if (word.ptr[at] == part.ptr[0] &&
            memcmp(word.ptr + at, part.ptr, part.len) == 0)
            return true;
    return false;
}

/** compound, but for an e that inflection may take. */
static hxp_str stem(hxp_str compound)
{
    return hxp_str_part(compound, 0,
                        compound.len - hxp_str_ends(compound, HXP_STR("e")));
}

/** True when line, "part > compound compound", says that word hides term. */
static bool hides(hxp_str line, hxp_str word, hxp_str term)
{
    hxp_str part, compound;
    hxp_str_cut(&line, '>', &part);
    part = hxp_str_trim(part);
    if (part.len == 0 || !hxp_str_starts(term, part) ||
        term.len > part.len + LONGEST_ENDING)
        return false;
    while (hxp_str_cut(&line, ' ', &compound))
        if (compound.len > 0 && has(word, stem(compound)))
            return true;
    return false;
}

/** True when a line of list says that word hides term. */
static bool is_hidden(const hxp_word_list *list, hxp_str word, hxp_str term)
{
    hxp_str start = hxp_str_part(term, 0, FIRST);
    if (term.len < FIRST)
        return false;
    for (size_t i = hxp_word_list_first(list, start);
         i < hxp_word_list_count(list); i++) {
        hxp_str line = hxp_word_list_entry(list, i);
        if (!hxp_str_starts(line, start))
            break;
        if (hides(line, word, term))
            return true;
    }
    return false;
}

void hxp_opaque_drop(const hxp_word_search *search, size_t count, hxp_str word)
{
    const hxp_word_list *list = search->known->grammar.opaque;
    hxp_candidates *found = search->found;
    size_t kept = count;
    if (found->count == count || !list)
        return;
    for (size_t c = count; c < found->count; c++) {
        hxp_str term = search->known->words[found->items[c].word].folded;
        if (!is_hidden(list, word, term))
            found->items[kept++] = found->items[c];
    }
    found->count = kept;
}
