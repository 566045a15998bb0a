/* endings.c - reads "old > new" and applies it to the end of words. */
#include "terms/endings.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "text/language.h"

#include <stdlib.h>

struct hxp_ending {
    hxp_str from;
    hxp_str to;
    char last;     /* letter of from; zero: it may be one of several, or none */
    char previous; /* the letter before it, likewise */
    uint32_t tail; /* the last four letters of from, as last_four() has them */
    uint32_t mask; /* which of these are letters themselves, by bits */
};

/* What an ending leaves of a word, at least, in bytes. */
enum { SHORTEST_BODY = 3 };

static int order(const void *left, const void *right)
{
    const struct hxp_ending *a = left, *b = right;
    int by = hxp_str_order(&a->from, &b->from);
    return by ? by : hxp_str_order(&a->to, &b->to);
}

/** The letter at the end of pattern but for after; zero: not one alone. */
static char last_letter(hxp_str pattern, size_t after)
{
    char last =
        pattern.len > after ? pattern.ptr[pattern.len - after - 1] : '\0';
    return last == 'V' || last == 'C' || last == 'K' ? '\0' : last;
}

/** The last four bytes of word, the last one first; zeros: it has fewer. */
static inline uint32_t last_four(hxp_str word)
{
    const unsigned char *end = (const unsigned char *)word.ptr + word.len;
    uint32_t four = 0;
    if (word.len >= 4)
        return (uint32_t)end[-1] << 24 | (uint32_t)end[-2] << 16 |
               (uint32_t)end[-3] << 8 | end[-4];
    for (size_t i = 1; i <= 4; i++)
        four = four << 8 | (i <= word.len ? end[-(ptrdiff_t)i] : 0U);
    return four;
}

/** An ending, with what it takes to tell quickly that a word has another. */
static struct hxp_ending make_ending(hxp_str from, hxp_str to)
{
    struct hxp_ending made = {
        from, to, last_letter(from, 0), last_letter(from, 1), last_four(from), 0
    };
    for (size_t after = 0; after < 4; after++)
        made.mask =
            made.mask << 8 | (last_letter(from, after) != '\0' ? 0xFFU : 0U);
    return made;
}

static hxp_status add_line(hxp_endings *endings, size_t *room, hxp_str line,
                           const char *name, hxp_error *error)
{
    hxp_str to = line, olds, old;
    hxp_str_cut(&to, '>', &olds);
    if (olds.len == line.len)
        return hxp_fail(error, HXP_EINPUT,
                        "locales: %s.txt: \"%.*s\": want \"old > new\"", name,
                        HXP_FMT(line));
    to = hxp_str_trim(to);
    olds = hxp_str_trim(olds);
    do {
        old = (hxp_str){ olds.ptr, 0 };
        hxp_str_cut(&olds, ' ', &old);
        if (!hxp_array_reserve(&endings->items, room, endings->count + 1,
                               sizeof *endings->items))
            return hxp_no_memory(error);
        endings->items[endings->count++] = make_ending(old, to);
        if (old.len > endings->longest)
            endings->longest = old.len;
        olds = hxp_str_trim(olds);
    } while (olds.len > 0);
    return HXP_OK;
}

/** By the letter before the last, those that may have any before others. */
static int order_by_previous(const void *left, const void *right)
{
    const struct hxp_ending *a = left, *b = right;
    int by = (unsigned char)a->previous - (unsigned char)b->previous;
    return by ? by : order(left, right);
}

/** The first of count endings, in that order, with previous before the last. */
static size_t find_previous(const struct hxp_ending *endings, size_t count,
                            char previous)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if ((unsigned char)endings[middle].previous < (unsigned char)previous)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/** Gather the endings that words with a last letter may have, for each. */
static bool sort_by_last(hxp_endings *endings)
{
    size_t next[HXP_LETTERS] = { 0 }, any = 0, total = 0;
    for (size_t i = 0; i < endings->count; i++) {
        char last = endings->items[i].last;
        any += last == '\0';
        next[(unsigned char)last] += last != '\0';
    }
    for (size_t letter = 0; letter < HXP_LETTERS; letter++) {
        endings->starts[letter] = total;
        total += next[letter] + any;
        next[letter] = endings->starts[letter];
    }
    endings->starts[HXP_LETTERS] = total;
    endings->by_last = calloc(total, sizeof *endings->by_last);
    if (!endings->by_last)
        return false;
    for (size_t i = 0; i < endings->count; i++) {
        const struct hxp_ending *ending = &endings->items[i];
        unsigned char last = (unsigned char)ending->last;
        size_t behind = last ? last + (size_t)1 : HXP_LETTERS;
        for (size_t letter = last; letter < behind; letter++)
            endings->by_last[next[letter]++] = *ending;
    }
    for (size_t letter = 0; letter < HXP_LETTERS; letter++) {
        struct hxp_ending *first = endings->by_last + endings->starts[letter];
        size_t count = endings->starts[letter + 1] - endings->starts[letter];
        qsort(first, count, sizeof *first, order_by_previous);
        endings->wilds[letter] = find_previous(first, count, '\1');
    }
    return true;
}

/** How word begins: by three bytes, or what there is. */
static inline size_t start_of(hxp_str word)
{
    size_t start = 0;
    for (size_t i = 0; i < 3 && i < word.len; i++)
        start = start * 37 + (unsigned char)word.ptr[i];
    return start % HXP_STARTS;
}

static inline bool may_start(const hxp_endings *endings, hxp_str word)
{
    size_t start = start_of(word);
    return endings->begun[start / 64] >> start % 64 & 1;
}

/** Note how the items begin, and where those of each first byte; they are
 * sorted. */
static void index_starts(hxp_endings *endings)
{
    for (size_t i = 0; i < endings->count; i++) {
        size_t start = start_of(endings->items[i].from);
        endings->begun[start / 64] |= UINT64_C(1) << start % 64;
    }
    size_t at = 0;
    for (size_t byte = 0; byte <= HXP_LETTERS; byte++) {
        while (at < endings->count &&
               (endings->items[at].from.len == 0 ||
                (unsigned char)endings->items[at].from.ptr[0] < byte))
            at++;
        endings->firsts[byte] = at;
    }
}

/** The slot of the items whose old part is word: it may be free. */
static uint32_t *find_slot(const hxp_endings *endings, hxp_str word)
{
    size_t at = (size_t)hxp_str_slot_hash(word) & (endings->slots - 1);
    while (endings->table[at] != 0 &&
           !hxp_str_equal(endings->items[endings->table[at] - 1].from, word))
        at = (at + 1) & (endings->slots - 1);
    return &endings->table[at];
}

/** Make the hash table of the items, which are sorted. */
static bool index_wholes(hxp_endings *endings)
{
    for (endings->slots = 8; endings->slots < 2 * endings->count;)
        endings->slots *= 2;
    endings->table = calloc(endings->slots, sizeof *endings->table);
    if (!endings->table)
        return false;
    for (size_t i = endings->count; i-- > 0;)
        *find_slot(endings, endings->items[i].from) = (uint32_t)i + 1;
    return true;
}

hxp_status hxp_endings_read(hxp_endings *endings, const hxp_language *language,
                            const char *name, hxp_error *error)
{
    const hxp_word_list *list = hxp_language_list(language, name);
    hxp_status status = HXP_OK;
    size_t room = 0;
    *endings = (hxp_endings){ .count = 0 };
    for (size_t i = 0; status == HXP_OK && i < hxp_word_list_count(list); i++)
        status =
            add_line(endings, &room, hxp_word_list_entry(list, i), name, error);
    if (status != HXP_OK || endings->count == 0)
        return status;
    qsort(endings->items, endings->count, sizeof *endings->items, order);
    index_starts(endings);
    return sort_by_last(endings) && index_wholes(endings)
               ? HXP_OK
               : hxp_no_memory(error);
}

void hxp_endings_free(hxp_endings *endings)
{
    free(endings->items);
    free(endings->by_last);
    free(endings->table);
    *endings = (hxp_endings){ .count = 0 };
}

static bool is_vowel(char c)
{
    return c != '\0' && strchr("aeiouy", c) != NULL;
}

/** What V, C and K are in one word; zero: not known yet. */
typedef struct letters {
    char vowel, consonant, other;
} letters;

/** The place of the letter of a class; NULL: pattern is a letter itself. */
static char *letter_of(letters *bound, char pattern)
{
    return pattern == 'V'   ? &bound->vowel
           : pattern == 'C' ? &bound->consonant
           : pattern == 'K' ? &bound->other
                            : NULL;
}

/** True when letter is what pattern wants, and the one it was before, if any.
 */
static bool fits(letters *bound, char pattern, char letter)
{
    char *place = letter_of(bound, pattern);
    if (!place)
        return pattern == letter;
    bool right = pattern == 'V'
                     ? is_vowel(letter)
                     : letter >= 'a' && letter <= 'z' && !is_vowel(letter);
    if (!right || (*place && *place != letter))
        return false;
    *place = letter;
    return true;
}

/** True when word ends as the pattern says; bound tells what its letters are.
 */
static bool ends(hxp_str word, hxp_str pattern, letters *bound)
{
    if (word.len < pattern.len)
        return false;
    for (size_t i = 1; i <= pattern.len; i++)
        if (!fits(bound, pattern.ptr[pattern.len - i], word.ptr[word.len - i]))
            return false;
    return true;
}

/** Exchange the ending of word. Returns the new word's length, or 0. */
static size_t exchange(char made[HXP_ENDING_ROOM],
                       const struct hxp_ending *ending, hxp_str word)
{
    letters bound = { 0 };
    if (!ends(word, ending->from, &bound))
        return 0;
    size_t body = word.len - ending->from.len;
    size_t len = body + ending->to.len;
    if (len > HXP_ENDING_ROOM || len < SHORTEST_BODY)
        return 0;
    memcpy(made, word.ptr, body);
    for (size_t k = 0; k < ending->to.len; k++) {
        char c = ending->to.ptr[k];
        const char *letter = letter_of(&bound, c);
        made[body + k] = letter ? *letter : c;
    }
    return len;
}

/** A word whose ending is to be exchanged. */
typedef struct ended {
    hxp_str word;
    uint32_t four; /* its last_four() */
    size_t least;  /* bytes of its ending */
} ended;

/** The same, if the ending is long enough: most endings are others. */
static inline size_t try_exchange(char made[HXP_ENDING_ROOM],
                                  const struct hxp_ending *ending,
                                  const ended *of)
{
    if (((of->four ^ ending->tail) & ending->mask) ||
        ending->from.len < of->least)
        return 0;
    return exchange(made, ending, of->word);
}

size_t hxp_endings_next_behind(char made[HXP_ENDING_ROOM],
                               const hxp_endings *endings, size_t *i,
                               hxp_str word, size_t most)
{
    const ended of = { word, last_four(word),
                       word.len > most ? word.len - most : 0 };
    if (word.len == 0 || of.least > endings->longest || !endings->by_last)
        return 0;
    size_t letter = (unsigned char)word.ptr[word.len - 1], len = 0;
    size_t wild = endings->wilds[letter];
    const struct hxp_ending *all = endings->by_last + endings->starts[letter];
    size_t count = endings->starts[letter + 1] - endings->starts[letter];
    char previous = word.len > 1 ? word.ptr[word.len - 2] : '\0';
    while (len == 0 && *i < wild)
        len = try_exchange(made, &all[(*i)++], &of);
    if (len > 0 || previous == '\0')
        return len;
    if (*i == wild)
        *i = find_previous(all, count, previous);
    while (len == 0 && *i < count && all[*i].previous == previous)
        len = try_exchange(made, &all[(*i)++], &of);
    return len;
}

size_t hxp_endings_next(char made[HXP_ENDING_ROOM], const hxp_endings *endings,
                        size_t *i, hxp_str word)
{
    return hxp_endings_next_behind(made, endings, i, word, word.len);
}

/** The first item that word has at byte at; NULL: none. */
static inline const struct hxp_ending *item_at(const hxp_endings *endings,
                                               hxp_str word, size_t at)
{
    size_t first = (unsigned char)word.ptr[at];
    const char *next = word.ptr + at + 1;
    for (size_t i = endings->firsts[first]; i < endings->firsts[first + 1];
         i++) {
        hxp_str from = endings->items[i].from;
        if (from.len == 1 ||
            (from.len <= word.len - at && *next == from.ptr[1] &&
             memcmp(next, from.ptr + 1, from.len - 1) == 0))
            return &endings->items[i];
    }
    return NULL;
}

size_t hxp_endings_replace(char made[HXP_ENDING_ROOM],
                           const hxp_endings *endings, hxp_str word)
{
    size_t len = 0, at = 0, kept = 0; /* up to kept, word is in made */
    if (endings->count == 0)
        return 0;
    while (at < word.len) {
        const struct hxp_ending *item = item_at(endings, word, at);
        if (!item) {
            at++;
            continue;
        }
        size_t before = at - kept;
        if (len + before + item->to.len > HXP_ENDING_ROOM)
            return 0;
        memcpy(made + len, word.ptr + kept, before);
        memcpy(made + len + before, item->to.ptr, item->to.len);
        len += before + item->to.len;
        at += item->from.len;
        kept = at;
    }
    if (kept == 0 || len + word.len - kept > HXP_ENDING_ROOM)
        return 0;
    memcpy(made + len, word.ptr + kept, word.len - kept);
    return len + word.len - kept;
}

size_t hxp_endings_find(const hxp_endings *endings, hxp_str word)
{
    uint32_t first = may_start(endings, word) ? *find_slot(endings, word) : 0;
    return first > 0 ? first - 1 : endings->count;
}

hxp_str hxp_endings_base(const hxp_endings *endings, size_t i, hxp_str word)
{
    if (i < endings->count && hxp_str_equal(endings->items[i].from, word))
        return endings->items[i].to;
    return (hxp_str){ NULL, 0 };
}
