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

static uint64_t start_hash(hxp_str text)
{
    return hxp_str_slot_hash(hxp_str_part(text, 0, FIRST));
}

bool hxp_opaque_init(hxp_term_words *known)
{
    const hxp_word_list *list = known->grammar.opaque;
    size_t count = hxp_word_list_count(list);
    if (!hxp_hash_set_init(&known->hidden, count))
        return false;
    for (size_t i = 0; i < count; i++) {
        hxp_str line = hxp_word_list_entry(list, i);
        if (line.len >= FIRST)
            hxp_hash_set_add(&known->hidden, start_hash(line));
    }
    return true;
}

/** True when a line of opaque.txt says that word hides term. */
static bool is_hidden(const hxp_term_words *known, hxp_str word, hxp_str term)
{
    const hxp_word_list *list = known->grammar.opaque;
    if (term.len < FIRST ||
        !hxp_hash_set_may_have(&known->hidden, start_hash(term)))
        return false;
    hxp_str start = hxp_str_part(term, 0, FIRST);
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
    hxp_candidates *found = search->found;
    size_t kept = count;
    for (size_t c = count; c < found->count; c++) {
        hxp_str term = search->known->words[found->items[c].word].folded;
        if (!is_hidden(search->known, word, term))
            found->items[kept++] = found->items[c];
    }
    found->count = kept;
}
