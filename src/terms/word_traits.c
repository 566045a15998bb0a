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
    traits->bits[number] |= (uint8_t)trait;
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

/** Add the first two words of an idiom. */
static bool add_idiom(hxp_word_traits *traits, hxp_str idiom)
{
    hxp_str first = cut_word(&idiom), second = cut_word(&idiom);
    return add(traits, first, HXP_TRAIT_OPENS) &&
           add(traits, second, HXP_TRAIT_FOLLOWS);
}

/** Add the words of an exchange: "zeven > 7", "higher highest > high". */
static bool add_exchanged(hxp_word_traits *traits, hxp_str entry,
                          unsigned trait)
{
    hxp_str word;
    while (hxp_str_cut(&entry, ' ', &word) && !hxp_str_is(word, ">"))
        if (!add(traits, word, trait))
            return false;
    return true;
}

/** Add what an entry says: "niet-" is of "niet". */
static bool add_entry(hxp_word_traits *traits, hxp_str entry, unsigned trait)
{
    if (trait == HXP_TRAIT_OPENS)
        return add_idiom(traits, entry);
    if (trait == HXP_TRAIT_NUMBER || trait == HXP_TRAIT_COMPARES)
        return add_exchanged(traits, entry, trait);
    bool hyphen = hxp_str_ends(entry, HXP_STR("-"));
    return add(traits, hxp_str_part(entry, 0, entry.len - hyphen), trait);
}

hxp_status hxp_word_traits_read(hxp_word_traits *traits,
                                const hxp_language *language, hxp_error *error)
{
    static const struct {
        const char *list;
        unsigned trait;
    } all[] = { { "idioms", HXP_TRAIT_OPENS },
                { "negations", HXP_TRAIT_CHANGES },
                { "ranks", HXP_TRAIT_CHANGES },
                { "numbers", HXP_TRAIT_NUMBER },
                { "comparatives", HXP_TRAIT_COMPARES },
                { "adjectives", HXP_TRAIT_ADJECTIVE } };
    *traits = (hxp_word_traits){ .room = 0 };
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
        const hxp_word_list *list = hxp_language_list(language, all[k].list);
        for (size_t i = 0; i < hxp_word_list_count(list); i++)
            if (!add_entry(traits, hxp_word_list_entry(list, i), all[k].trait))
                return hxp_no_memory(error);
    }
    return HXP_OK;
}

uint8_t hxp_word_traits_of(const hxp_word_traits *traits, hxp_str folded)
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
