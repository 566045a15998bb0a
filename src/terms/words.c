/* words.c - a hash table from forms to the words that have them. */
#include "terms/word_table.h"

#include "base/array.h"
#include "base/str.h"
#include "terms/opaque.h"
#include "text/utf8.h"

#include <stdlib.h>

/** Where a key may be found. */
struct hxp_key_slot {
    uint32_t hash;   /* the upper half, to tell most others without a look */
    uint32_t number; /* 1 + the key's; 0: free */
};

hxp_status hxp_term_words_init(hxp_term_words *known,
                               const hxp_language *language,
                               hxp_analyzer *analyzer, hxp_error *error)
{
    memset(known, 0, sizeof *known);
    known->analyzer = analyzer;
    hxp_status status = hxp_folder_init(&known->folder, error);
    if (status == HXP_OK)
        status = hxp_grammar_read(&known->grammar, language, error);
    const hxp_word_list *endings = known->grammar.inflections;
    for (size_t i = 0; i < hxp_word_list_count(endings); i++)
        if (hxp_word_list_entry(endings, i).len > known->longest_ending)
            known->longest_ending = hxp_word_list_entry(endings, i).len;
    return status;
}

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

static uint64_t hash_of(const hxp_form *form)
{
    return hxp_str_slot_hash(form->text) + (uint64_t)form->kind;
}

/** The slot of form: where it is, or where it would go. */
static struct hxp_key_slot *find_slot(const hxp_term_words *known,
                                      const hxp_form *form, uint64_t hash)
{
    size_t at = (size_t)hash & (known->slots - 1);
    for (;; at = (at + 1) & (known->slots - 1)) {
        struct hxp_key_slot *slot = &known->table[at];
        if (slot->number == 0)
            return slot;
        if (slot->hash != (uint32_t)(hash >> 32))
            continue;
        const hxp_form there = hxp_key_form(&known->keys[slot->number - 1]);
        if (there.kind == form->kind && hxp_str_equal(there.text, form->text))
            return slot;
    }
}

/** The key of form, whose hash is given, as hxp_term_words_key() has it. */
static const struct hxp_key *find_key(const hxp_term_words *known,
                                      const hxp_form *form, uint64_t hash)
{
    if (known->slots == 0)
        return NULL;
    uint32_t there = find_slot(known, form, hash)->number;
    return there ? &known->keys[there - 1] : NULL;
}

const struct hxp_key *hxp_term_words_key(const hxp_term_words *known,
                                         const hxp_form *form)
{
    uint64_t hash = hash_of(form);
    return hxp_hash_set_may_have(&known->keyed, hash)
               ? find_key(known, form, hash)
               : NULL;
}

/** Double the table, at two thirds of its load at the latest. */
static bool grow(hxp_term_words *known)
{
    size_t slots = known->slots ? 2 * known->slots : 64;
    struct hxp_key_slot *table = calloc(slots, sizeof *table);
    if (!table)
        return false;
    free(known->table);
    known->table = table;
    known->slots = slots;
    for (size_t i = 0; i < known->key_count; i++) {
        const hxp_form form = hxp_key_form(&known->keys[i]);
        uint64_t hash = hash_of(&form);
        *find_slot(known, &form, hash) =
            (struct hxp_key_slot){ (uint32_t)(hash >> 32), (uint32_t)i + 1 };
    }
    return true;
}

/** The key of form, made when it is new; NULL when memory is out. */
static struct hxp_key *need_key(hxp_term_words *known, const hxp_form *form)
{
    if (3 * known->key_count >= 2 * known->slots && !grow(known))
        return NULL;
    uint64_t hash = hash_of(form);
    struct hxp_key_slot *slot = find_slot(known, form, hash);
    if (slot->number != 0)
        return &known->keys[slot->number - 1];
    hxp_str text = form->text;
    if ((form->made && !hxp_arena_copy(&text, &known->arena, text)) ||
        !hxp_array_reserve(&known->keys, &known->key_room, known->key_count + 1,
                           sizeof *known->keys))
        return NULL;
    known->keys[known->key_count] =
        (struct hxp_key){ text.ptr, (uint32_t)text.len, 0, form->kind };
    *slot = (struct hxp_key_slot){ (uint32_t)(hash >> 32),
                                   (uint32_t)++known->key_count };
    return &known->keys[known->key_count - 1];
}

/** Note that word has the key of form. */
static bool add_use(hxp_term_words *known, const hxp_form *form, uint32_t word,
                    bool own)
{
    if (!hxp_array_reserve(&known->uses, &known->use_room, known->use_count + 1,
                           sizeof *known->uses))
        return false;
    struct hxp_key *key = need_key(known, form);
    if (!key)
        return false;
    known->uses[known->use_count] =
        (struct hxp_key_use){ word, key->first, own };
    key->first = (uint32_t)++known->use_count;
    return true;
}

/** 1 + the number of the use by which key is a word's own; 0: it is none's. */
static uint32_t own_use(const hxp_term_words *known, const struct hxp_key *key)
{
    uint32_t i = key->first;
    while (i != 0 && !known->uses[i - 1].own)
        i = known->uses[i - 1].next;
    return i;
}

bool hxp_term_words_own(uint32_t *number, const hxp_term_words *known,
                        const hxp_form *form)
{
    uint64_t hash = hash_of(form);
    if (!hxp_hash_set_may_have(&known->owned, hash))
        return false;
    const struct hxp_key *key = find_key(known, form, hash);
    uint32_t use = key ? own_use(known, key) : 0;
    if (use != 0)
        *number = known->uses[use - 1].word;
    return use != 0;
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
    hxp_hash_set_add_beginnings(&known->begun, HXP_FORM_STEM, text);
    for (size_t len = 1; len <= text.len; len++)
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
    uint64_t hash = hash_of(&form);
    hxp_hash_set_add(&known->keyed, hash);
    if (own_use(known, key) != 0) {
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
    for (size_t i = 0; i < known->key_count; i++)
        add_hashes(known, &known->keys[i]);
    for (size_t i = 0; i < known->word_count; i++) {
        const struct hxp_term_word *word = &known->words[i];
        add_cores(known, word->folded);
        if (!hxp_str_equal(word->bare, word->folded))
            add_cores(known, word->bare);
    }
    return true;
}

hxp_str hxp_term_exact_text(char made[HXP_ENDING_ROOM], const hxp_word *word,
                            hxp_str surface)
{
    size_t len = 0;
    if (!word->acronym || surface.len > HXP_ENDING_ROOM ||
        !memchr(surface.ptr, '.', surface.len))
        return surface;
    for (size_t i = 0; i < surface.len; i++)
        if (surface.ptr[i] != '.')
            made[len++] = surface.ptr[i];
    return (hxp_str){ made, len };
}

bool hxp_has_sharp_s(hxp_str word)
{
    for (size_t i = 1; i < word.len; i++)
        if (word.ptr[i - 1] == '\xC3' && word.ptr[i] == '\x9F')
            return true;
    return false;
}

/** Make room for a word and note what is to be known of it. */
static bool add_word(hxp_term_words *known, const hxp_word *word,
                     hxp_str surface, bool exact)
{
    const hxp_grammar *grammar = &known->grammar;
    struct hxp_term_word made = {
        .folded = word->folded,
        .bare = word->bare,
        .role = hxp_grammar_role(grammar, word->folded),
        .letters = (uint32_t)hxp_utf8_length(word->folded),
        .exact = exact,
        .verb =
            grammar->infinitive_count > 0 && hxp_grammar_verb(grammar, word),
        .noun = known->capitals_tell && word->capital,
        .sharp = hxp_has_sharp_s(surface)
    };
    if (!hxp_array_reserve(&known->words, &known->word_room,
                           known->word_count + 1, sizeof made))
        return false;
    add_beginnings(known, made.bare);
    known->words[known->word_count++] = made;
    return true;
}

bool hxp_term_words_add(uint32_t *number, hxp_term_words *known,
                        const hxp_word *word, hxp_str surface, bool exact)
{
    hxp_forms forms;
    char made[HXP_ENDING_ROOM];
    exact |= word->acronym;
    hxp_form folded = { HXP_FORM_WORD, false, word->folded };
    hxp_form own = { HXP_FORM_EXACT, true,
                     hxp_term_exact_text(made, word, surface) };
    if (!exact)
        own = folded;
    if (hxp_term_words_own(number, known, &own)) {
        known->words[*number].noun &= word->capital;
        return true;
    }
    *number = (uint32_t)known->word_count;
    known->doing |= known->grammar.doing.len > 0 &&
                    hxp_str_ends(word->folded, known->grammar.doing);
    if (!add_word(known, word, surface, exact) ||
        !add_use(known, &own, *number, true))
        return false;
    if (exact) /* to tell a term in wrong capitals */
        return add_use(known, &folded, *number, false);
    const hxp_form_wants wants = {
        HXP_FORMS_OF_TERM | HXP_FORMS_STEM | HXP_FORMS_STEMS, NULL
    };
    if (!hxp_forms_make(&forms, &known->grammar, known->analyzer, word, &wants))
        return false;
    for (size_t i = 0; i < forms.count; i++) {
        const hxp_form *form = &forms.items[i];
        bool itself =
            form->kind == own.kind && hxp_str_equal(form->text, own.text);
        if (!itself && !add_use(known, form, *number, false))
            return false;
    }
    return true;
}

hxp_word_role hxp_term_words_role(const hxp_term_words *known, uint32_t number)
{
    return known->words[number].role;
}

void hxp_term_words_free(hxp_term_words *known)
{
    hxp_grammar_free(&known->grammar);
    hxp_folder_free(&known->folder);
    hxp_arena_free(&known->work);
    hxp_word_parts_free(&known->parts);
    hxp_arena_free(&known->arena);
    free(known->keys);
    hxp_hash_set_free(&known->keyed);
    hxp_hash_set_free(&known->owned);
    hxp_hash_set_free(&known->parted);
    hxp_hash_set_free(&known->begun);
    hxp_hash_set_free(&known->hidden);
    hxp_hash_set_free(&known->cores);
    free(known->table);
    free(known->uses);
    free(known->words);
}
