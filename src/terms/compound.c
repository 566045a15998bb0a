/* compound.c - cuts compounds. */
#include "terms/compound.h"

#include "base/str.h"
#include "text/utf8.h"

/* Letters of a term at an edge of a compound, of one amid it, and of what is
 * left beside it. Shorter words are found in too many others. */
enum {
    SHORTEST_TERM = 4,
    SHORTEST_INNER = 5,
    SHORTEST_LISTED = 3, /* those in short-words.txt */
    SHORTEST_REST = 3,
    SHORTEST_STEM = 5, /* of a verb, before its noun's ending */
    LONGEST_COMPOUND = 80
};

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' ||
           c == 'y' || (unsigned char)c >= 0x80;
}

/**
 * True when the rest of a word, behind a term, is but suffixes: they make
 * another word, no compound.
 */
static bool is_suffix(const hxp_grammar *grammar, hxp_str rest)
{
    bool any = false;
    size_t len;
    while ((len = hxp_word_list_prefix(grammar->suffixes, rest)) > 0) {
        rest = hxp_str_part(rest, len, rest.len);
        any = true;
    }
    return any &&
           (rest.len == 0 || hxp_word_list_has(grammar->inflections, rest));
}

/**
 * True when word is but suffixes from cut on, with or without a link:
 * "arbeits|los", "straf|feloos".
 */
static bool is_derived(const hxp_grammar *grammar, hxp_str word, size_t cut)
{
    hxp_str rest = hxp_str_part(word, cut, word.len);
    bool derived = is_suffix(grammar, rest);
    if (rest.ptr[0] == word.ptr[cut - 1])
        rest = hxp_str_part(rest, 1, rest.len);
    for (size_t i = 0; !derived && i < grammar->link_count; i++) {
        hxp_str link = grammar->links[i];
        derived = hxp_str_starts(rest, link) &&
                  is_suffix(grammar, hxp_str_part(rest, link.len, rest.len));
    }
    return derived;
}

/** Take back what was found from count on if word is no compound with it. */
static inline void keep_compounds(const hxp_word_search *search, size_t count,
                                  hxp_str word, size_t cut)
{
    if (search->found->count > count &&
        is_derived(&search->known->grammar, word, cut))
        search->found->count = count;
}

/** The bytes up to the last vowel of part; 0: it has none. */
static size_t behind_vowels(hxp_str part)
{
    size_t len = part.len;
    while (len > 0 && !is_vowel(part.ptr[len - 1]))
        len--;
    return len;
}

/** True when part is a prefix and consonants: "ver|g" of "vergeten". */
static bool is_begun(const hxp_grammar *grammar, hxp_str part)
{
    size_t len = behind_vowels(part);
    for (len = len > SHORTEST_REST ? len : SHORTEST_REST; len < part.len; len++)
        if (hxp_grammar_prefix(grammar, hxp_str_part(part, 0, len)))
            return true;
    return false;
}

/** True when part looks like no word, and the language does not list it. */
static bool is_fragment(const hxp_grammar *grammar, hxp_str part)
{
    return grammar->fragments &&
           (hxp_utf8_length(part) <= SHORTEST_REST ||
            is_begun(grammar, part)) &&
           !hxp_word_list_has(grammar->fragments, part);
}

/** A word that is cut, or the end of one. */
typedef struct whole {
    hxp_str text;
    bool begins;  /* a word of terms may begin as it does, accents or not */
    size_t begun; /* bytes that a form of terms may begin with, as they stand */
    size_t plain; /* bytes before the first letter other than ASCII */
} whole;

static whole make_whole(const hxp_term_words *known, hxp_str text, bool begins)
{
    return (whole){ text, begins, hxp_term_words_begun(known, text),
                    hxp_ascii_end(text, 0) };
}

/**
 * Look for the noun of the verb whose stem stands before the cut:
 * "verzend|kosten" has "verzending", "Bestell|nummer" "Bestellung".
 */
static bool find_doing(const hxp_word_search *search, const whole *of,
                       size_t cut, const hxp_part_limits *limits)
{
    const hxp_grammar *grammar = &search->known->grammar;
    hxp_str ending = grammar->doing, main = grammar->infinitives[0];
    hxp_str left = hxp_str_part(of->text, 0, cut);
    hxp_str right = hxp_str_part(of->text, cut, of->text.len);
    char made[HXP_ENDING_ROOM], noun[HXP_ENDING_ROOM];
    size_t count = search->found->count, next = 0, len;
    bool good = true;
    if (!search->known->doing || cut < SHORTEST_STEM ||
        right.len < SHORTEST_TERM || hxp_str_starts(right, ending))
        return true;
    while (good &&
           (len = hxp_endings_next_behind(made, &grammar->verbs, &next, left,
                                          of->begun + main.len)) > 0) {
        hxp_str infinitive = { made, len };
        if (!hxp_str_ends(infinitive, main) ||
            len - main.len + ending.len > sizeof noun)
            continue;
        memcpy(noun, made, len - main.len);
        memcpy(noun + len - main.len, ending.ptr, ending.len);
        good = hxp_term_words_find_own(
            search, (hxp_str){ noun, len - main.len + ending.len }, limits);
    }
    keep_compounds(search, count, of->text, cut);
    return good;
}

/** True when left ends with link, in which most differ by the last byte. */
static inline bool ends_with(hxp_str left, hxp_str link)
{
    return link.len > 0 && left.ptr[left.len - 1] == link.ptr[link.len - 1] &&
           hxp_str_ends(left, link);
}

/** Look for a word that ends at end as it is in the dictionary. */
static bool find_own(const hxp_word_search *search, hxp_str word, size_t end,
                     const hxp_part_limits *limits)
{
    size_t count = search->found->count;
    bool good =
        hxp_term_words_find_own(search, hxp_str_part(word, 0, end), limits);
    keep_compounds(search, count, word, end);
    return good;
}

/** The same before the cut, and before each link there. */
static bool find_linked(const hxp_word_search *search, const whole *of,
                        size_t cut, const hxp_part_limits *limits)
{
    const hxp_grammar *grammar = &search->known->grammar;
    size_t least = limits->listed ? SHORTEST_LISTED : limits->shortest;
    hxp_str left = hxp_str_part(of->text, 0, cut);
    if (cut > of->begun + grammar->longest_link)
        return true;
    bool good = cut > of->begun || find_own(search, of->text, cut, limits);
    for (size_t i = 0; good && i < grammar->link_count; i++) {
        size_t len = grammar->links[i].len;
        if (cut <= of->begun + len && cut >= least + len &&
            ends_with(left, grammar->links[i]))
            good = find_own(search, of->text, cut - len, limits);
    }
    return good;
}

/** Look for a word that stands before the cut as a plural: "Städtebund". */
static bool find_plural(const hxp_word_search *search, hxp_str word, size_t cut,
                        hxp_part_limits limits)
{
    const hxp_grammar *grammar = &search->known->grammar;
    hxp_str left = hxp_str_part(word, 0, cut);
    size_t count = search->found->count;
    limits.longest = hxp_utf8_length(left) + 1; /* "tekens", "tekenset" */
    if (!hxp_term_words_find_part(search, left, &limits))
        return false;
    keep_compounds(search, count, word, cut);
    for (size_t i = 0; i < grammar->link_count; i++) /* no "Bürgers|chaft" */
        if (ends_with(left, grammar->links[i]))
            keep_compounds(search, count, word, cut - grammar->links[i].len);
    return true;
}

/**
 * Look for terms of at least shortest letters before the cut. Plurals have an
 * accent there, or end as they do.
 */
static bool find_left(const hxp_word_search *search, const whole *of,
                      size_t cut, size_t shortest)
{
    hxp_str left = hxp_str_part(of->text, 0, cut);
    const hxp_part_limits limits = { .match = HXP_MATCH_COMPOUND,
                                     .shortest = shortest,
                                     .listed =
                                         shortest == SHORTEST_TERM &&
                                         of->text.len >= cut + SHORTEST_TERM };
    if (!find_linked(search, of, cut, &limits) ||
        !find_doing(search, of, cut, &limits))
        return false;
    return (of->plain >= cut &&
            !ends_with(left, search->known->grammar.plural_link)) ||
           find_plural(search, of->text, cut, limits);
}

/** True when left is nothing but prefixes: "be|ge" of "begeleiden". */
static bool is_stacked(const hxp_grammar *grammar, hxp_str left)
{
    size_t len;
    while (left.len > 0 &&
           (len = hxp_word_list_prefix(grammar->prefixes, left)) > 0)
        left = hxp_str_part(left, len, left.len);
    return left.len == 0;
}

/** True when an undivided word begins before the cut and ends behind it. */
static bool is_undivided(const hxp_grammar *grammar, hxp_str word, size_t cut)
{
    for (size_t end = cut + 1; end <= word.len; end++)
        if (hxp_word_list_has(grammar->undivided, hxp_str_part(word, 0, end)))
            return true;
    for (size_t start = 0; start < cut; start++)
        if (hxp_word_list_has(grammar->undivided,
                              hxp_str_part(word, start, word.len)))
            return true;
    return false;
}

/** Take back what was found from count on unless rest may be a word. */
static void keep_words(const hxp_word_search *search, size_t count,
                       hxp_str rest)
{
    if (search->found->count > count &&
        (behind_vowels(rest) == 0 ||
         is_fragment(&search->known->grammar, rest)))
        search->found->count = count;
}

/** Letters of a word that ends at cut of right, amid a compound, at least. */
static size_t shortest_inner(const hxp_grammar *grammar, hxp_str right,
                             size_t cut)
{
    return hxp_word_list_has(grammar->inner_words, hxp_str_part(right, 0, cut))
               ? SHORTEST_TERM
               : SHORTEST_INNER;
}

/** Look for terms that the end of a compound begins with. */
static bool find_inside(const hxp_word_search *search, const whole *of)
{
    const hxp_grammar *grammar = &search->known->grammar;
    hxp_str right = of->text;
    for (size_t cut = SHORTEST_TERM; cut + SHORTEST_REST <= right.len; cut++) {
        size_t count = search->found->count;
        size_t shortest = shortest_inner(grammar, right, cut);
        if (shortest > cut)
            continue;
        if (hxp_utf8_begins(right, cut) &&
            !find_left(search, of, cut, shortest))
            return false;
        keep_words(search, count, hxp_str_part(right, cut, right.len));
        if (search->found->count > count && is_undivided(grammar, right, cut))
            search->found->count = count;
    }
    return true;
}

/**
 * Look for terms behind the cut. A word that begins with a small letter ends
 * with no noun.
 */
static bool find_right(const hxp_word_search *search, hxp_str word, size_t cut,
                       bool small)
{
    const hxp_grammar *grammar = &search->known->grammar;
    hxp_str left = hxp_str_part(word, 0, cut);
    hxp_str right = hxp_str_part(word, cut, word.len);
    size_t count = search->found->count;
    if (right.len < SHORTEST_LISTED ||
        !hxp_term_words_may_begin(search->known, right))
        return true;
    bool shorter = right.len < SHORTEST_TERM;
    const hxp_part_limits limits = {
        .match = HXP_MATCH_COMPOUND,
        .shortest = shorter ? LONGEST_COMPOUND : SHORTEST_TERM,
        .listed = cut >= SHORTEST_TERM,
        .small = small,
        .thing = hxp_word_list_has(grammar->modifiers, left)
    };
    if ((!limits.thing && hxp_grammar_prefix(grammar, left)) ||
        is_fragment(grammar, left))
        return true;
    const whole of = make_whole(search->known, right, true);
    if (!hxp_term_words_find_part(search, right, &limits) ||
        !find_inside(search, &of))
        return false;
    if (search->found->count > count && is_stacked(grammar, left))
        search->found->count = count;
    return true;
}

/** Look for terms on both sides of a cut; small as above. */
static bool find_at(const hxp_word_search *search, const whole *of, size_t cut,
                    bool small)
{
    const hxp_grammar *grammar = &search->known->grammar;
    hxp_str word = of->text;
    size_t count = search->found->count;
    if (of->begins && cut + grammar->dropped.len >= SHORTEST_LISTED &&
        !find_left(search, of, cut, SHORTEST_TERM))
        return false;
    keep_words(search, count, hxp_str_part(word, cut, word.len));
    if (!find_right(search, word, cut, small))
        return false;
    if (search->found->count > count && is_undivided(grammar, word, cut))
        search->found->count = count;
    return true;
}

bool hxp_compounds_find(const hxp_word_search *search, const hxp_word *word)
{
    hxp_str all = word->folded;
    if (search->known->grammar.link_count == 0 ||
        word->kind != HXP_WORD_LETTERS ||
        all.len < SHORTEST_TERM + SHORTEST_REST || all.len > LONGEST_COMPOUND)
        return true;
    const whole of = make_whole(search->known, all,
                                hxp_term_words_may_begin(search->known, all));
    size_t first = 0, last = behind_vowels(all); /* both sides have one */
    size_t letters = hxp_utf8_length(all), before = 0;
    while (first < all.len && !is_vowel(all.ptr[first]))
        first++;
    for (size_t cut = 1; cut < last; cut++) {
        before += hxp_utf8_begins(all, cut);
        if (hxp_utf8_begins(all, cut) && first < cut &&
            before >= SHORTEST_REST && letters - before >= SHORTEST_REST &&
            !find_at(search, &of, cut, !word->capital))
            return false;
    }
    return true;
}
