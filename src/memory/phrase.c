/* phrase.c - phrases with stars, matched as shells match names of files. */
#include "memory/phrase.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "text/utf8.h"

/* --- Making --------------------------------------------------------------- */

/** Copy text with HXP_PHRASE_STAR for each star that is one. */
static bool put_stars(hxp_buffer *to, hxp_str text)
{
    char star[4];
    hxp_str mark = { star, hxp_utf8_put(star, HXP_PHRASE_STAR) };
    for (size_t i = 0; i < text.len; i++) {
        bool escaped = text.ptr[i] == '\\' && i + 1 < text.len &&
                       (text.ptr[i + 1] == '*' || text.ptr[i + 1] == '\\');
        i += escaped;
        bool is_star = text.ptr[i] == '*' && !escaped;
        if (!hxp_buffer_add(to, is_star ? mark : hxp_str_part(text, i, i + 1)))
            return false;
    }
    return true;
}

/** Take off accents and stars at the ends, and make rows of stars one. */
static void simplify(hxp_wanted_phrase *phrase, const hxp_caseless *caseless)
{
    hxp_characters *characters = &phrase->characters;
    size_t count = 0;
    for (size_t i = 0; i < characters->count; i++) {
        uint32_t c = characters->items[i];
        if (!phrase->accents)
            c = hxp_caseless_bare(caseless, c);
        if (c == HXP_PHRASE_STAR && count == 0)
            phrase->open_start = true;
        else if (c != 0 &&
                 !(c == HXP_PHRASE_STAR && characters->items[count - 1] == c))
            characters->items[count++] = c;
    }
    phrase->open_end =
        count > 0 && characters->items[count - 1] == HXP_PHRASE_STAR;
    characters->count = count - phrase->open_end;
    phrase->run = 0;
    while (phrase->run < characters->count &&
           characters->items[phrase->run] != HXP_PHRASE_STAR)
        phrase->run++;
}

hxp_status hxp_phrase_make(hxp_wanted_phrase *phrase, hxp_caseless *caseless,
                           hxp_str text, bool accents, hxp_error *error)
{
    hxp_buffer bytes = { NULL, 0, 0 };
    phrase->accents = accents;
    phrase->open_start = phrase->open_end = false;
    if (text.len > (size_t)4 * HXP_PHRASE_LIMIT)
        return hxp_fail(error, HXP_EINPUT,
                        "a phrase of more than %d characters is not searched "
                        "for",
                        HXP_PHRASE_LIMIT);
    hxp_status status = put_stars(&bytes, text)
                            ? hxp_caseless_make(&phrase->characters, caseless,
                                                hxp_buffer_str(&bytes), error)
                            : hxp_no_memory(error);
    hxp_buffer_free(&bytes);
    if (status != HXP_OK)
        return status;
    simplify(phrase, caseless);
    if (phrase->characters.count == 0)
        return hxp_fail(error, HXP_EINPUT, "there is nothing to search for");
    return HXP_OK;
}

void hxp_phrase_free(hxp_wanted_phrase *phrase)
{
    hxp_characters_free(&phrase->characters);
}

/* --- Matching ------------------------------------------------------------- */

/** Whether a word goes on between at - 1 and at. */
static bool within_word(const hxp_phrase_text *text, size_t at)
{
    return at > 0 && at < text->count && text->joins(text, at - 1) &&
           text->joins(text, at);
}

size_t hxp_phrase_end(const hxp_wanted_phrase *phrase,
                      const hxp_phrase_text *text, size_t start)
{
    const uint32_t *items = phrase->characters.items;
    size_t count = phrase->characters.count, item = 0, at = start;
    size_t star = HXP_NOWHERE, behind = 0; /* the last star; the place behind */
    if (!phrase->open_start && within_word(text, start))
        return HXP_NOWHERE;
    for (;;) {
        if (item == count && (phrase->open_end || !within_word(text, at)))
            return at;
        if (item < count && items[item] == HXP_PHRASE_STAR) {
            star = item++;
            behind = at;
        } else if (item < count && at < text->count &&
                   text->fits(text, item, at)) {
            item++;
            at++;
        } else {
            /* a longer word for the last star: shorter ones before it leave
             * as much to be found */
            if (star == HXP_NOWHERE || behind >= text->count ||
                !text->joins(text, behind))
                return HXP_NOWHERE;
            at = ++behind;
            item = star + 1;
        }
    }
}
