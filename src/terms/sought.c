/* sought.c - tells which words of texts need not be looked for among those of
 * terms: by how they begin, or by what is left of them without an ending. */
#include "base/str.h"
#include "terms/opaque.h"
#include "terms/word_table.h"

/* Words begin by three letters; of some there are but two. What is so long
 * keeps the first four, whatever is exchanged at its end, unless these are all
 * that the word has: "Zelle", "Zellformat". */
enum { MOST_ASKED = 4, LONG = 8 };

/** What a word says by so many of its first letters, or by all there are. */
typedef struct beginning {
    size_t two, three, four, five;
} beginning;

/** Add the next letter of bare to what it says, unless it has no more. */
static inline size_t say(size_t said, hxp_str bare, size_t *at)
{
    if (*at > 0)
        while (*at < bare.len && bare.ptr[*at] == bare.ptr[*at - 1])
            ++*at;
    if (*at == bare.len)
        return said;
    char letter = bare.ptr[(*at)++];
    letter = letter == 'z' ? 's' : letter == 'v' ? 'f' : letter;
    return said * 37 + (unsigned char)letter;
}

/**
 * How bare begins. Doubled letters count once: inflection doubles them and
 * takes them off. So it does with voices: "roos", "rozen".
 */
static inline beginning begin(hxp_str bare)
{
    size_t at = 0;
    size_t one = say(0, bare, &at), two = say(one, bare, &at);
    size_t three = say(two, bare, &at), four = say(three, bare, &at);
    return (beginning){ two, three, four, say(four, bare, &at) };
}

/** What a word says that has three letters, or few more: for those that are
 * long. */
static size_t whole(const beginning *of)
{
    return of->three * 37;
}

static bool has_beginning(const hxp_term_words *known, size_t said)
{
    size_t bit = said % ((size_t)64 * HXP_BEGINNINGS);
    return known->beginnings[bit / 64] >> (bit % 64) & 1;
}

static void add_beginning(hxp_term_words *known, size_t said)
{
    size_t bit = said % ((size_t)64 * HXP_BEGINNINGS);
    known->beginnings[bit / 64] |= UINT64_C(1) << (bit % 64);
}

/** Note how a word begins. */
static void add_beginnings(hxp_term_words *known, hxp_str bare)
{
    const beginning word = begin(bare);
    bool few = word.five == word.four;
    add_beginning(known, word.three);
    add_beginning(known, few ? whole(&word) : word.four);
}

bool hxp_term_words_may_begin(const hxp_term_words *known, hxp_str folded)
{
    for (size_t i = 0; i < MOST_ASKED && i < folded.len; i++)
        if ((unsigned char)folded.ptr[i] >= 0x80)
            return true; /* it may have an accent */
    const beginning word = begin(folded);
    if (has_beginning(known, word.two))
        return true;
    if (folded.len < LONG)
        return has_beginning(known, word.three);
    return has_beginning(known, word.four) ||
           has_beginning(known, whole(&word));
}

size_t hxp_term_words_begun(const hxp_term_words *known, hxp_str folded)
{
    return hxp_hash_set_begun(&known->begun, HXP_FORM_WORD, HXP_STR(""),
                              folded);
}

/** True when word is inflected, if at all, behind its first len bytes. */
static bool is_core(const hxp_grammar *grammar, hxp_str word, size_t len)
{
    return len == word.len ||
           hxp_word_list_has(grammar->inflections,
                             hxp_str_part(word, len, word.len));
}

static uint64_t core_hash(hxp_str word, size_t len)
{
    return hxp_str_slot_hash(hxp_str_part(word, 0, len));
}

/** Note what may be the core of text, a word of terms or its bare form. */
static void add_cores(hxp_term_words *known, hxp_str text)
{
    size_t most = known->longest_ending;
    hxp_hash_set_add_beginnings(&known->begun, HXP_FORM_STEM, text);
    for (size_t len = text.len > most ? text.len - most : 1; len <= text.len;
         len++)
        if (is_core(&known->grammar, text, len))
            hxp_hash_set_add(&known->cores, core_hash(text, len));
}

/** True when text may have a core that a word of terms has. */
static bool has_core(const hxp_term_words *known, hxp_str text)
{
    size_t len =
        hxp_hash_set_begun(&known->begun, HXP_FORM_STEM, HXP_STR(""), text);
    for (; len > 0 && text.len - len <= known->longest_ending; len--)
        if (is_core(&known->grammar, text, len) &&
            hxp_hash_set_may_have(&known->cores, core_hash(text, len)))
            return true;
    return false;
}

bool hxp_term_words_may_share(const hxp_term_words *known, const hxp_word *word)
{
    return !known->grammar.inflections || has_core(known, word->bare) ||
           (!hxp_str_equal(word->bare, word->folded) &&
            has_core(known, word->folded)); /* as verbs are compared */
}

/** Note how word may stand in compounds. */
static void add_part(hxp_term_words *known, hxp_str word)
{
    hxp_str dropped = known->grammar.dropped;
    hxp_hash_set_add(&known->parted, hxp_str_slot_hash(word));
    if (dropped.len > 0 && hxp_str_ends(word, dropped))
        hxp_hash_set_add(&known->parted, hxp_str_slot_hash(hxp_str_part(
                                             word, 0, word.len - dropped.len)));
}

bool hxp_term_words_may_own(const hxp_term_words *known, hxp_str part)
{
    return hxp_hash_set_may_have(&known->parted, hxp_str_slot_hash(part));
}

/** Note what is asked of the key of form before it is looked for. */
static void add_hashes(hxp_term_words *known, const struct hxp_key *key)
{
    const hxp_form form = hxp_key_form(key);
    uint64_t hash = hxp_form_hash(&form);
    hxp_hash_set_add(&known->keyed, hash);
    if (hxp_key_own_use(known, key) != 0) {
        hxp_hash_set_add(&known->owned, hash);
        add_part(known, form.text);
    }
    if (form.kind != HXP_FORM_EXACT && form.kind != HXP_FORM_STEM)
        hxp_hash_set_add_beginnings(&known->begun, form.kind, form.text);
}

/* What a word has of these on average, at most: each in its own set. */
enum { CORES = 4, BEGINNINGS = 32 };

bool hxp_term_words_finish(hxp_term_words *known)
{
    if (!hxp_hash_set_init(&known->keyed, known->key_count) ||
        !hxp_hash_set_init(&known->owned, 2 * known->word_count) ||
        !hxp_hash_set_init(&known->parted, 2 * known->word_count) ||
        !hxp_opaque_init(known) ||
        !hxp_hash_set_init(&known->cores, CORES * known->word_count) ||
        !hxp_hash_set_init(&known->begun, BEGINNINGS * known->word_count))
        return false;
    const hxp_word_list *endings = known->grammar.inflections;
    for (size_t i = 0; i < hxp_word_list_count(endings); i++)
        if (hxp_word_list_entry(endings, i).len > known->longest_ending)
            known->longest_ending = hxp_word_list_entry(endings, i).len;
    for (size_t i = 0; i < known->key_count; i++)
        add_hashes(known, &known->keys[i]);
    for (size_t i = 0; i < known->word_count; i++) {
        const struct hxp_term_word *word = &known->words[i];
        add_beginnings(known, word->bare);
        add_cores(known, word->folded);
        if (!hxp_str_equal(word->bare, word->folded))
            add_cores(known, word->bare);
    }
    return true;
}
