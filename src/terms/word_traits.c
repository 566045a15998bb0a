/* word_traits.c - puts the lists that are asked of each word of a text
 * together. */
#include "terms/word_traits.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

#include <stdlib.h>

/** Give word a trait. False when memory is out. */
static bool add(hxp_word_traits *traits, hxp_str word, unsigned trait)
{
    uint32_t number;
    size_t count = traits->words.count;
    if (!hxp_names_add(&traits->words, word, &number) ||
        !hxp_array_reserve(&traits->bits, &traits->room, traits->words.count,
                           sizeof *traits->bits))
        return false;
    if (number == count)
        traits->bits[number] = 0;
    traits->bits[number] |= (uint16_t)trait;
    return true;
}

/** True for a blank or a mark; whatever is not ASCII counts as a letter. */
static bool parts_words(char c)
{
    unsigned char lower = (unsigned char)hxp_ascii_lower(c);
    return lower < 0x80 && !(lower >= 'a' && lower <= 'z') &&
           !hxp_ascii_digit(c);
}

/** Cut the first word, or mark, off a phrase of folded words. */
static hxp_str cut_word(hxp_str *phrase)
{
    size_t len = 0;
    while (len < phrase->len && !parts_words(phrase->ptr[len]))
        len++;
    if (len == 0 && phrase->len > 0)
        len = 1;
    bool blank = len < phrase->len && phrase->ptr[len] == ' ';
    hxp_str word = hxp_str_part(*phrase, 0, len);
    *phrase = hxp_str_part(*phrase, len + blank, phrase->len);
    return word;
}

/** What of an entry has the trait. */
typedef enum entry_part {
    WHOLE,
    PREFIX,
    EXCHANGED,
    FIRST,
    FIRST_TWO
} entry_part;

/** Add the words of an exchange: "higher highest > high". */
static bool add_exchanged(hxp_word_traits *traits, hxp_str entry,
                          unsigned trait)
{
    hxp_str word;
    while (hxp_str_cut(&entry, ' ', &word) && !hxp_str_is(word, ">"))
        if (!add(traits, word, trait))
            return false;
    return true;
}

/** Give the part of entry its trait. False when memory is out. */
static bool add_entry(hxp_word_traits *traits, hxp_str entry, entry_part part,
                      unsigned trait)
{
    switch (part) {
    case WHOLE:
        return add(traits, entry, trait);
    case PREFIX: /* "niet-", or a word as well */
        entry.len -= hxp_str_ends(entry, HXP_STR("-"));
        return add(traits, entry, trait);
    case EXCHANGED:
        return add_exchanged(traits, entry, trait);
    case FIRST:
        return add(traits, cut_word(&entry), trait);
    case FIRST_TWO:
        return add(traits, cut_word(&entry), trait) &&
               add(traits, cut_word(&entry), HXP_TRAIT_FOLLOWS);
    }
    return false;
}

hxp_status hxp_word_traits_read(hxp_word_traits *traits,
                                const hxp_language *language, hxp_error *error)
{
    static const struct {
        const char *list;
        entry_part part;
        unsigned trait;
    } all[] = { { "idioms", FIRST_TWO, HXP_TRAIT_OPENS },
                { "negations", PREFIX, HXP_TRAIT_CHANGES },
                { "ranks", PREFIX, HXP_TRAIT_CHANGES },
                { "numbers", EXCHANGED, HXP_TRAIT_NUMBER },
                { "comparatives", EXCHANGED, HXP_TRAIT_COMPARES },
                { "adjectives", WHOLE, HXP_TRAIT_ADJECTIVE },
                { "capitals", WHOLE, HXP_TRAIT_CAPITAL },
                { "foreign-words", WHOLE, HXP_TRAIT_FOREIGN },
                { "before-verbs", FIRST, HXP_TRAIT_LEADS } };
    *traits = (hxp_word_traits){ .room = 0 };
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
        const hxp_word_list *list = hxp_language_list(language, all[k].list);
        for (size_t i = 0; i < hxp_word_list_count(list); i++)
            if (!add_entry(traits, hxp_word_list_entry(list, i), all[k].part,
                           all[k].trait))
                return hxp_no_memory(error);
    }
    return HXP_OK;
}

uint16_t hxp_word_traits_of(const hxp_word_traits *traits, hxp_str folded)
{
    uint32_t number;
    return hxp_names_find(&traits->words, folded, &number)
               ? traits->bits[number]
               : 0;
}

void hxp_word_traits_free(hxp_word_traits *traits)
{
    hxp_names_free(&traits->words);
    free(traits->bits);
}
