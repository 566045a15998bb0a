/* compound.c - cuts compounds, and completes what a hyphen leaves out. */
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
    LONGEST_COMPOUND = 80,
    MOST_DESCRIBING = 2 /* words before what completes a suspended one */
};

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' ||
           c == 'y' || (unsigned char)c >= 0x80;
}

/** True when byte at begins a character of word. */
static bool is_border(hxp_str word, size_t at)
{
    return ((unsigned char)word.ptr[at] & 0xC0) != 0x80;
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

/** True when word has letters other than ASCII, such as an umlaut. */
static bool has_accent(hxp_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if ((unsigned char)word.ptr[i] >= 0x80)
            return true;
    return false;
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
static void keep_compounds(const hxp_word_search *search, size_t count,
                           hxp_str word, size_t cut)
{
    if (search->found->count > count &&
        is_derived(&search->known->grammar, word, cut))
        search->found->count = count;
}

/** True when left ends as plurals in front of another word do: "wolven". */
static bool is_plural(const hxp_grammar *grammar, hxp_str left)
{
    return grammar->plural_link.len > 0 &&
           hxp_str_ends(left, grammar->plural_link);
}

static bool has_vowel(hxp_str part)
{
    for (size_t i = 0; i < part.len; i++)
        if (is_vowel(part.ptr[i]))
            return true;
    return false;
}

/** True when part is one of the list and consonants: "ver|g" of "vergeten". */
static bool is_begun(const hxp_word_list *list, hxp_str part)
{
    for (size_t len = SHORTEST_REST; len < part.len; len++)
        if (hxp_word_list_has(list, hxp_str_part(part, 0, len)) &&
            !has_vowel(hxp_str_part(part, len, part.len)))
            return true;
    return false;
}

/** True when part looks like no word, and the language does not list it. */
static bool is_fragment(const hxp_grammar *grammar, hxp_str part)
{
    return grammar->fragments &&
           (hxp_utf8_length(part) <= SHORTEST_REST ||
            is_begun(grammar->prefixes, part) ||
            is_begun(grammar->particles, part)) &&
           !hxp_word_list_has(grammar->fragments, part);
}

/**
 * Look for the noun of the verb whose stem stands before the cut:
 * "verzend|kosten" has "verzending", "Bestell|nummer" "Bestellung".
 */
static bool find_doing(const hxp_word_search *search, hxp_str word, size_t cut,
                       const hxp_part_limits *limits)
{
    const hxp_grammar *grammar = &search->known->grammar;
    hxp_str ending = grammar->doing, left = hxp_str_part(word, 0, cut);
    char made[HXP_ENDING_ROOM], noun[HXP_ENDING_ROOM];
    size_t count = search->found->count, next = 0, len;
    bool good = true;
    if (!search->known->doing || cut < SHORTEST_STEM ||
        word.len < cut + SHORTEST_TERM ||
        hxp_str_starts(hxp_str_part(word, cut, word.len), ending))
        return true;
    while (good &&
           (len = hxp_endings_next(made, &grammar->verbs, &next, left)) > 0) {
        hxp_str infinitive = { made, len }, main = grammar->infinitives[0];
        if (!hxp_str_ends(infinitive, main) ||
            len - main.len + ending.len > sizeof noun)
            continue;
        memcpy(noun, made, len - main.len);
        memcpy(noun + len - main.len, ending.ptr, ending.len);
        good = hxp_term_words_find_own(
            search, (hxp_str){ noun, len - main.len + ending.len }, limits);
    }
    keep_compounds(search, count, word, cut);
    return good;
}

/** True when left ends with link, in which most differ by the last byte. */
static inline bool ends_with(hxp_str left, hxp_str link)
{
    return link.len > 0 && left.ptr[left.len - 1] == link.ptr[link.len - 1] &&
           hxp_str_ends(left, link);
}

/**
 * Look for terms of at least shortest letters before the cut, with each link
 * taken off their end.
 */
static bool find_left(const hxp_word_search *search, hxp_str word, size_t cut,
                      size_t shortest)
{
    const hxp_grammar *grammar = &search->known->grammar;
    hxp_str left = hxp_str_part(word, 0, cut);
    hxp_part_limits limits = { .match = HXP_MATCH_COMPOUND,
                               .shortest = shortest,
                               .listed = shortest == SHORTEST_TERM &&
                                         word.len >= cut + SHORTEST_TERM };
    size_t least = limits.listed ? SHORTEST_LISTED : shortest;
    size_t count = search->found->count;
    bool good = hxp_term_words_find_own(search, left, &limits);
    keep_compounds(search, count, word, cut);
    for (size_t i = 0; good && i < grammar->link_count; i++) {
        hxp_str link = grammar->links[i];
        if (left.len < link.len + least || !ends_with(left, link))
            continue;
        count = search->found->count;
        good = hxp_term_words_find_own(
            search, hxp_str_part(left, 0, left.len - link.len), &limits);
        keep_compounds(search, count, word, cut - link.len);
    }
    good = good && find_doing(search, word, cut, &limits);
    if (!good || !(has_accent(left) || is_plural(grammar, left)))
        return good;
    count = search->found->count;
    limits.longest = hxp_utf8_length(left) + 1; /* "tekens", "tekenset" */
    good = hxp_term_words_find_part(search, left, &limits);
    keep_compounds(search, count, word, cut); /* Städtebund, wolvenroedel */
    for (size_t i = 0; i < grammar->link_count; i++) /* no "Bürgers|chaft" */
        if (ends_with(left, grammar->links[i]))
            keep_compounds(search, count, word, cut - grammar->links[i].len);
    return good;
}

/** True when left makes of a word another one, but no compound. */
static bool is_prefix(const hxp_grammar *grammar, hxp_str left)
{
    return hxp_word_list_has(grammar->prefixes, left) ||
           hxp_word_list_has(grammar->particles, left);
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
        (!has_vowel(rest) || is_fragment(&search->known->grammar, rest)))
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
static bool find_inside(const hxp_word_search *search, hxp_str right)
{
    const hxp_grammar *grammar = &search->known->grammar;
    for (size_t cut = SHORTEST_TERM; cut + SHORTEST_REST <= right.len; cut++) {
        size_t count = search->found->count;
        size_t shortest = shortest_inner(grammar, right, cut);
        if (shortest > cut)
            continue;
        if (is_border(right, cut) && !find_left(search, right, cut, shortest))
            return false;
        keep_words(search, count, hxp_str_part(right, cut, right.len));
        if (search->found->count > count &&
            is_undivided(&search->known->grammar, right, cut))
            search->found->count = count;
    }
    return true;
}

/** Look for terms behind a cut, where left is before it. */
static bool find_right(const hxp_word_search *search, hxp_str left,
                       hxp_str right, const hxp_part_limits *limits)
{
    const hxp_grammar *grammar = &search->known->grammar;
    size_t count = search->found->count;
    if (right.len < SHORTEST_LISTED ||
        !hxp_term_words_may_begin(search->known, right) ||
        (!limits->thing && is_prefix(grammar, left)) ||
        is_fragment(grammar, left))
        return true;
    if (!hxp_term_words_find_part(search, right, limits) ||
        !find_inside(search, right))
        return false;
    if (search->found->count > count && is_stacked(grammar, left))
        search->found->count = count;
    return true;
}

/** Look for terms on both sides of a cut; begins: on the left, too. */
static bool find_at(const hxp_word_search *search, const hxp_word *whole,
                    size_t cut, bool begins)
{
    const hxp_grammar *grammar = &search->known->grammar;
    bool shorter = whole->folded.len - cut < SHORTEST_TERM;
    size_t shortest = shorter ? LONGEST_COMPOUND : SHORTEST_TERM;
    hxp_str word = whole->folded;
    hxp_str left = hxp_str_part(word, 0, cut);
    const hxp_part_limits limits = { .match = HXP_MATCH_COMPOUND,
                                     .shortest = shortest,
                                     .listed = cut >= SHORTEST_TERM,
                                     .small = !whole->capital,
                                     .thing = hxp_word_list_has(
                                         grammar->modifiers, left) };
    hxp_str right = hxp_str_part(word, cut, word.len);
    size_t count = search->found->count;
    if (begins && cut + grammar->dropped.len >= SHORTEST_LISTED &&
        !find_left(search, word, cut, SHORTEST_TERM))
        return false;
    keep_words(search, count, right);
    if (!find_right(search, left, right, &limits))
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
    bool begins = hxp_term_words_may_begin(search->known, all);
    size_t first = 0, last = all.len; /* vowels: both sides have one */
    size_t letters = hxp_utf8_length(all), before = 0;
    while (first < all.len && !is_vowel(all.ptr[first]))
        first++;
    while (last > 0 && !is_vowel(all.ptr[last - 1]))
        last--;
    for (size_t cut = 1; cut < last; cut++) {
        before += is_border(all, cut);
        if (is_border(all, cut) && first < cut && before >= SHORTEST_REST &&
            letters - before >= SHORTEST_REST &&
            !find_at(search, word, cut, begins))
            return false;
    }
    return true;
}

static bool is_hyphen(const hxp_words *words, size_t i)
{
    return i < words->count && hxp_str_is(words->items[i].folded, "-");
}

/** True when words i and i + 1 touch. */
static bool touches(const hxp_words *words, size_t i)
{
    return i + 1 < words->count &&
           words->items[i].end == words->items[i + 1].start;
}

/** Look for the terms that first_part with a piece of the other word makes. */
static bool find_joined(const hxp_word_search *search, hxp_str left,
                        hxp_str right)
{
    char made[HXP_ENDING_ROOM];
    if (left.len + right.len > sizeof made)
        return true;
    memcpy(made, left.ptr, left.len);
    memcpy(made + left.len, right.ptr, right.len);
    const hxp_part_limits limits = { .match = HXP_MATCH_SUSPENDED };
    return hxp_term_words_find_part(
        search, (hxp_str){ made, left.len + right.len }, &limits);
}

/** Complete left with every end of whole, also behind a particle: "na". */
static bool complete_end(const hxp_word_search *search, hxp_str left,
                         hxp_str whole)
{
    const hxp_grammar *grammar = &search->known->grammar;
    for (size_t cut = SHORTEST_REST - 1; cut + SHORTEST_REST <= whole.len;
         cut++)
        if (is_border(whole, cut) &&
            (cut >= SHORTEST_REST ||
             is_prefix(grammar, hxp_str_part(whole, 0, cut))) &&
            !find_joined(search, left, hxp_str_part(whole, cut, whole.len)))
            return false;
    return true;
}

/** Complete right with every beginning of whole. */
static bool complete_beginning(const hxp_word_search *search, hxp_str whole,
                               hxp_str right)
{
    for (size_t cut = SHORTEST_REST; cut + SHORTEST_REST <= whole.len; cut++)
        if (is_border(whole, cut) &&
            !find_joined(search, hxp_str_part(whole, 0, cut), right))
            return false;
    return true;
}

/** True for what joins words that share a part: "und", or a slash. */
static bool joins_parts(const hxp_grammar *grammar, const hxp_word *word)
{
    return hxp_str_is(word->folded, "/") ||
           hxp_grammar_role(grammar, word->folded) == HXP_ROLE_CONJUNCTION;
}

/** True when white space or a slash stands before the hyphen of word i. */
static bool begins_apart(const hxp_words *words, size_t i)
{
    return i < 2 || !touches(words, i - 2) ||
           hxp_str_is(words->items[i - 2].folded, "/");
}

/** True for what a suspended word may have behind it: "Winter- bis". */
static bool goes_on(const hxp_grammar *grammar, const hxp_word *word)
{
    hxp_word_role role = hxp_grammar_role(grammar, word->folded);
    return joins_parts(grammar, word) || role == HXP_ROLE_FUNCTION;
}

/** The word that completes the suspended word i: behind what joins them. */
static const hxp_word *completing(const hxp_grammar *grammar,
                                  const hxp_words *words, size_t i)
{
    bool conjunction = false;
    for (size_t k = i + 2; k < words->count; k++) {
        const hxp_word *word = &words->items[k];
        bool listed = is_hyphen(words, k) || is_hyphen(words, k + 1) ||
                      hxp_str_is(word->folded, ",") ||
                      (conjunction && hxp_str_is(word->folded, "."));
        if (goes_on(grammar, word))
            conjunction = true;
        else if (word->kind == HXP_WORD_LETTERS && conjunction)
            return word;
        else if (!listed)
            return NULL;
    }
    return NULL;
}

/** The word before the conjunction before word i, whose beginning lacks. */
static const hxp_word *completed(const hxp_grammar *grammar,
                                 const hxp_words *words, size_t i)
{
    if (i < 3)
        return NULL;
    const hxp_word *joint = &words->items[i - 2];
    bool joins = hxp_str_is(joint->folded, ",") || joins_parts(grammar, joint);
    return joins && joint[-1].kind == HXP_WORD_LETTERS ? &joint[-1] : NULL;
}

/** Complete word i, of words, with what stands behind it and a conjunction. */
static bool complete(const hxp_word_search *search, const hxp_words *words,
                     size_t i)
{
    const hxp_grammar *grammar = &search->known->grammar;
    hxp_str left = words->items[i].folded;
    const hxp_word *other = completing(grammar, words, i);
    const hxp_word *end = words->items + words->count;
    if (!other)
        return true;
    if (!complete_end(search, left, other->folded))
        return false;
    for (size_t more = 1; more <= MOST_DESCRIBING && other + more < end;
         more++) {
        const hxp_word *next = &other[more]; /* "basis- en open scholen" */
        if (next->kind != HXP_WORD_LETTERS ||
            hxp_grammar_role(grammar, next->folded) != HXP_ROLE_CONTENT)
            break;
        if (!find_joined(search, left, next->folded))
            return false;
    }
    return true;
}

bool hxp_suspended_find(const hxp_word_search *search, const hxp_words *words,
                        size_t i)
{
    const hxp_word *word = &words->items[i], *other;
    if (word->kind != HXP_WORD_LETTERS)
        return true;
    if (touches(words, i) && is_hyphen(words, i + 1) &&
        !(touches(words, i + 1) &&
          words->items[i + 2].kind == HXP_WORD_LETTERS))
        return complete(search, words, i);
    if (search->known->grammar.link_count == 0 || i == 0 ||
        !is_hyphen(words, i - 1) || !touches(words, i - 1))
        return true;
    /* A small letter says nothing there: "Hardware/-treiber". */
    const hxp_part_limits limits = { .match = HXP_MATCH_COMPOUND };
    if (!hxp_term_words_find_part(search, word->folded, &limits))
        return false;
    if (begins_apart(words, i)) {
        other = completed(&search->known->grammar, words, i);
        return !other ||
               complete_beginning(search, other->folded, word->folded);
    }
    return true;
}
