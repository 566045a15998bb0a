/* paraphrase.c - a second look for a term of one word that a text seems to
 * lack: its parts in a phrase, or with another link. */
#include "terms/matcher.h"

#include "base/error.h"
#include "base/str.h"
#include "terms/serves.h"

/* Letters of a compound's parts, bytes that words with one stem share, and
 * what may stand between the words of a phrase. */
enum {
    SHORTEST_LEFT = 3,
    SHORTEST_RIGHT = 4,
    SHORTEST_SHARED = 3,
    MOST_SMALL = 3,
    MOST_LARGE = 1
};

/** A term that is looked for in the text last searched. */
typedef struct second_look {
    hxp_term_matcher *matcher;
    hxp_word term;   /* the only one, or the one behind the hyphen ... */
    hxp_word before; /* ... before which this stands, if it has a text */
    bool verb;       /* the term is one */
    bool failed;     /* for want of memory */
} second_look;

/**
 * Work out the forms of word, as a noun, but no stems, which are not compared
 * here; without any when memory is out, as look says.
 */
static void make_forms(hxp_forms *forms, second_look *look,
                       const hxp_word *word)
{
    hxp_term_matcher *matcher = look->matcher;
    const hxp_form_wants wants = { 0, NULL };
    if (hxp_forms_make(forms, &matcher->known.grammar, matcher->analyzer, word,
                       &wants))
        return;
    forms->count = 0;
    look->failed = true;
}

/** True when part, of a word, and word have a form in common. */
static bool is_part(second_look *look, hxp_str part, const hxp_word *word)
{
    hxp_forms own, others;
    const hxp_word whole = { .kind = HXP_WORD_LETTERS,
                             .folded = part,
                             .bare = part };
    make_forms(&own, look, &whole);
    make_forms(&others, look, word);
    for (size_t i = 0; i < own.count; i++)
        if (own.items[i].kind == HXP_FORM_WORD &&
            hxp_forms_have(&others, HXP_FORM_WORD, own.items[i].text))
            return true;
    return false;
}

/** The bytes that a and b begin with both. */
static size_t shared(hxp_str a, hxp_str b)
{
    size_t len = 0;
    while (len < a.len && len < b.len && a.ptr[len] == b.ptr[len])
        len++;
    return len;
}

/** True for what may follow the first word between those of a phrase. */
static bool is_small(const hxp_grammar *grammar, hxp_str word)
{
    return hxp_word_list_has(grammar->determiners, word) ||
           hxp_grammar_role(grammar, word) == HXP_ROLE_ARTICLE;
}

/** The word behind word i and what a phrase has in between; 0: none. */
static size_t next_of_phrase(const second_look *look, size_t i)
{
    const hxp_grammar *grammar = &look->matcher->known.grammar;
    const hxp_words *words = &look->matcher->words;
    size_t k = i + 1, behind = i + 1 + MOST_SMALL;
    if (k >= words->count ||
        !hxp_grammar_links_phrase(grammar, words->items[k].folded))
        return 0;
    for (k++; k < behind && k < words->count; k++)
        if (!is_small(grammar, words->items[k].folded))
            break;
    return k < words->count ? k : 0;
}

/** The same of the parts of a term with a hyphen: "EU-begroting". */
static bool are_around_hyphen(second_look *look, const hxp_word *last,
                              const hxp_word *first)
{
    const hxp_word *term = &look->term, *before = &look->before;
    return before->acronym == first->acronym &&
           shared(term->folded, last->folded) >= SHORTEST_SHARED &&
           (hxp_str_equal(before->folded, first->folded) ||
            (shared(before->folded, first->folded) >= SHORTEST_SHARED &&
             is_part(look, before->folded, first))) &&
           is_part(look, term->folded, last);
}

/** True when left is what the term, a verb, may have before it: "aan". */
static bool is_prefix(const second_look *look, hxp_str left)
{
    const hxp_grammar *grammar = &look->matcher->known.grammar;
    return look->verb && (hxp_word_list_has(grammar->prefixes, left) ||
                          hxp_word_list_has(grammar->particles, left));
}

/** True when words i and k are the last and the first part of the term. */
static bool are_parts(second_look *look, size_t i, size_t k)
{
    hxp_str term = look->term.folded;
    const hxp_word *last = &look->matcher->words.items[i];
    const hxp_word *first = &look->matcher->words.items[k];
    if (look->before.folded.len > 0)
        return are_around_hyphen(look, last, first);
    if (shared(term, first->folded) < SHORTEST_SHARED)
        return false;
    for (size_t cut = SHORTEST_LEFT; cut + SHORTEST_RIGHT <= term.len; cut++) {
        hxp_str left = hxp_str_part(term, 0, cut);
        hxp_str right = hxp_str_part(term, cut, term.len);
        if (shared(right, last->folded) >= SHORTEST_SHARED &&
            !is_prefix(look, left) && is_part(look, right, last) &&
            is_part(look, left, first))
            return true;
    }
    return false;
}

/** True when word may be the first part of the term, or the term itself. */
static bool may_begin(const second_look *look, const hxp_word *word)
{
    hxp_str term = look->term.folded, before = look->before.folded;
    return before.len == 0 ? shared(term, word->folded) >= SHORTEST_SHARED
                           : shared(before, word->folded) >= SHORTEST_SHARED ||
                                 hxp_str_equal(before, word->folded);
}

/**
 * True when a phrase says it whose last word, the first part of the term, is
 * word k: "Wandel des Klimas".
 */
static bool ends_phrase(second_look *look, size_t k)
{
    enum { REACH = 1 + MOST_SMALL + MOST_LARGE };
    const hxp_word *items = look->matcher->words.items;
    if (items[k].kind != HXP_WORD_LETTERS)
        return false;
    for (size_t i = k > REACH ? k - REACH : 0; i + 1 < k; i++) {
        size_t next =
            items[i].kind == HXP_WORD_LETTERS ? next_of_phrase(look, i) : 0;
        if (next > 0 && next <= k && next + MOST_LARGE >= k &&
            items[next].kind == HXP_WORD_LETTERS && are_parts(look, i, k))
            return true;
    }
    return false;
}

/** True when a and b are one compound, with the link and without. */
static bool differ_in_link(const hxp_grammar *grammar, hxp_str a, hxp_str b)
{
    hxp_str longer = a.len > b.len ? a : b, shorter = a.len > b.len ? b : a;
    hxp_str link = grammar->links[0];
    size_t same = shared(a, b), more = longer.len - shorter.len;
    while (same > 0 && same + more > longer.len)
        same--;
    return more == link.len && same > SHORTEST_RIGHT &&
           shorter.len >= same + SHORTEST_RIGHT &&
           memcmp(longer.ptr + same, link.ptr, link.len) == 0 &&
           memcmp(longer.ptr + same + more, shorter.ptr + same,
                  shorter.len - same) == 0;
}

/** True when word says it with another link: "Mitgliedsstaat". */
static bool is_linked(second_look *look, const hxp_word *word)
{
    const hxp_grammar *grammar = &look->matcher->known.grammar;
    hxp_forms forms;
    if (look->before.folded.len > 0 || word->kind != HXP_WORD_LETTERS ||
        shared(word->folded, look->term.folded) <= SHORTEST_RIGHT)
        return false;
    make_forms(&forms, look, word);
    for (size_t i = 0; i < forms.count; i++)
        if (forms.items[i].kind == HXP_FORM_WORD &&
            differ_in_link(grammar, forms.items[i].text, look->term.folded))
            return true;
    return false;
}

/** True when the text says the term. */
static bool says(second_look *look)
{
    const hxp_words *words = &look->matcher->words;
    for (size_t i = 0; i < words->count; i++) {
        const hxp_word *word = &words->items[i];
        if (may_begin(look, word) &&
            (is_linked(look, word) || ends_phrase(look, i)))
            return true;
    }
    return false;
}

/**
 * False when the text cannot say term, which saves a look at it: terms of
 * several words are not looked for so, and of others the first letters, before
 * a hyphen, begin a word. Beyond ASCII, where folding changes more than
 * capitals, true.
 */
static bool may_say(const hxp_words *words, hxp_str term)
{
    char start[SHORTEST_SHARED];
    size_t len = 0;
    if (memchr(term.ptr, ' ', term.len) || term.len < SHORTEST_SHARED)
        return false;
    for (; len < SHORTEST_SHARED && term.ptr[len] != '-'; len++) {
        if ((unsigned char)term.ptr[len] >= 0x80)
            return true;
        start[len] = hxp_ascii_lower(term.ptr[len]);
    }
    for (size_t i = 0; i < words->count; i++)
        if (shared(words->items[i].folded, (hxp_str){ start, len }) == len)
            return true;
    return false;
}

/** Take the term's words; false: it is not one for which the look is made. */
static bool take_term(second_look *look, const hxp_words *words)
{
    const hxp_word *items = words->items;
    look->before = (hxp_word){ .folded = { NULL, 0 } };
    if (words->count == 1) {
        look->term = items[0];
        return !items[0].acronym;
    }
    if (words->count != 3 || !hxp_str_is(items[1].folded, "-") ||
        !hxp_word_joins(words, 1) || items[2].kind != HXP_WORD_LETTERS)
        return false;
    look->before = items[0];
    look->term = items[2];
    return true;
}

/** True when the term is one for which the look is made, in its language. */
static bool is_wanted(const hxp_term_matcher *matcher, const hxp_term *term)
{
    return (term->status == HXP_TERM_PREFERRED ||
            term->status == HXP_TERM_ADMITTED) &&
           !term->exact &&
           hxp_term_serves(term->language,
                           hxp_str_of(hxp_language_tag(matcher->language)));
}

hxp_status hxp_term_paraphrased(bool *said, hxp_term_matcher *matcher,
                                const hxp_concept *concept, hxp_error *error)
{
    second_look look = { .matcher = matcher };
    hxp_words words;
    *said = false;
    if (matcher->known.grammar.link_count == 0) /* no compounds */
        return HXP_OK;
    for (size_t t = 0; !*said && t < concept->term_count; t++) {
        const hxp_term *term = &concept->terms[t];
        if (!is_wanted(matcher, term) || !may_say(&matcher->words, term->text))
            continue;
        hxp_status status =
            hxp_analyze(&words, matcher->of_terms, term->text, error);
        if (status != HXP_OK)
            return status;
        if (!take_term(&look, &words))
            continue;
        look.verb = hxp_grammar_verb(&matcher->known.grammar, &look.term);
        *said = says(&look);
        if (look.failed)
            return hxp_no_memory(error);
    }
    return HXP_OK;
}
