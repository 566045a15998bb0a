/* senses.c - reads the senses of words, and looks for their renderings. */
#include "check/senses.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/names.h"
#include "base/str.h"
#include "terms/beside.h"
#include "terms/pair_list.h"
#include "terms/serves.h"
#include "text/fold.h"
#include "text/language.h"

#include <stdlib.h>

/* Senses of a word, renderings of a sense, bytes of a word. */
enum { MOST_SENSES = 16, MOST_RENDERINGS = 48, LONGEST = 64 };

/* Bytes that words which look alike share at their beginning, at least. */
enum { FEWEST_SHARED = 3 };

/* Concepts whose senses are kept. */
enum { KEPT = 512 };

/** The lists of words that say little. */
enum { SMALL_LISTS = 5 };

/** The senses of a word: concepts of the termbase from first on. */
typedef struct entry {
    size_t first, count;
} entry;

/** Which of the senses of a word a concept may have. */
typedef struct own_senses {
    const hxp_concept *first; /* of the word's */
    bool own[MOST_SENSES];
    bool any;
} own_senses;

/** The same, kept for a concept that was asked about before. */
struct hxp_kept_senses {
    const hxp_concept *concept;
    const entry *of;
    own_senses which;
};

struct hxp_senses {
    hxp_str language; /* of the translations */
    hxp_str markers;  /* what the source has before infinitives */
    const hxp_word_list *small[SMALL_LISTS]; /* of the translations' language */
    hxp_termbase *termbase;
    hxp_term_matcher *matcher; /* finds the renderings */
    hxp_names words;           /* that have senses */
    entry *entries;            /* by the number of the word */
    size_t room;
    struct hxp_kept_senses *kept; /* by concept; see find_own() */
    hxp_folder folder;
    hxp_arena work; /* for one comparison */
};

/**
 * Add a sense: the renderings in text, parted by commas; = before one says that
 * it is sure, whatever it looks like, and makes it preferred.
 */
static hxp_status add_sense(hxp_senses *senses, hxp_str text, hxp_error *error)
{
    hxp_term terms[MOST_RENDERINGS];
    hxp_concept concept = { .terms = terms };
    hxp_str part;
    while (concept.term_count < MOST_RENDERINGS &&
           hxp_str_cut(&text, ',', &part)) {
        part = hxp_str_trim(part);
        bool sure = hxp_str_starts(part, HXP_STR("="));
        part = hxp_str_part(part, sure, part.len);
        if (part.len > 0)
            terms[concept.term_count++] =
                (hxp_term){ .text = part,
                            .language = senses->language,
                            .status =
                                sure ? HXP_TERM_PREFERRED : HXP_TERM_ADMITTED };
    }
    return hxp_termbase_add(senses->termbase, &concept, error);
}

/** Add a line: "word > rendering, rendering | rendering ...". */
static hxp_status add_line(hxp_senses *senses, hxp_str line, const char *name,
                           hxp_error *error)
{
    hxp_str rest = line, word, sense;
    hxp_status status = HXP_OK;
    hxp_str_cut(&rest, '>', &word);
    if (word.len == line.len)
        return hxp_fail(error, HXP_EINPUT,
                        "locales: %.*s/%s.txt: \"%.*s\": want \"word > "
                        "rendering, ... | rendering ...\"",
                        HXP_FMT(senses->language), name, HXP_FMT(line));
    entry made = { hxp_termbase_count(senses->termbase), 0 };
    while (status == HXP_OK && made.count < MOST_SENSES &&
           hxp_str_cut(&rest, '|', &sense)) {
        status = add_sense(senses, sense, error);
        made.count++;
    }
    if (status != HXP_OK)
        return status;
    uint32_t number;
    if (!hxp_names_add(&senses->words, hxp_str_trim(word), &number) ||
        !hxp_array_reserve(&senses->entries, &senses->room, (size_t)number + 1,
                           sizeof made))
        return hxp_no_memory(error);
    senses->entries[number] = made;
    return HXP_OK;
}

/** Add the lines of the list. */
static hxp_status read(hxp_senses *senses, const hxp_language *target,
                       const char *name, hxp_error *error)
{
    const hxp_word_list *list = hxp_language_list(target, name);
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < hxp_word_list_count(list); i++)
        status = add_line(senses, hxp_word_list_entry(list, i), name, error);
    if (status == HXP_OK && senses->words.count > 0)
        status = hxp_term_matcher_new(&senses->matcher, senses->termbase,
                                      target, error);
    return status;
}

/** Note which words of both languages say little beside others. */
static void know_small_words(hxp_senses *senses, const hxp_language *source,
                             const hxp_language *target)
{
    static const char *const lists[SMALL_LISTS] = {
        "articles", "function-words", "determiners", "auxiliaries",
        "conjunctions"
    };
    const char *markers = hxp_language_setting(source, "infinitive-marker");
    senses->markers = hxp_str_of(markers ? markers : "");
    for (size_t i = 0; i < SMALL_LISTS; i++)
        senses->small[i] = hxp_language_list(target, lists[i]);
}

hxp_status hxp_senses_new(hxp_senses **out, const hxp_language *source,
                          const hxp_language *target, hxp_error *error)
{
    char name[HXP_PAIR_LIST_NAME];
    hxp_senses *senses = calloc(1, sizeof *senses);
    *out = NULL;
    if (!senses)
        return hxp_no_memory(error);
    senses->language = hxp_str_of(hxp_language_tag(target));
    know_small_words(senses, source, target);
    hxp_pair_list_name(name, "senses", source);
    senses->kept = calloc(KEPT, sizeof *senses->kept);
    hxp_status status = senses->kept ? HXP_OK : hxp_no_memory(error);
    if (status == HXP_OK)
        status = hxp_folder_init(&senses->folder, error);
    if (status == HXP_OK)
        status = hxp_termbase_new(&senses->termbase, error);
    if (status == HXP_OK)
        status = read(senses, target, name, error);
    if (status == HXP_OK)
        *out = senses;
    else
        hxp_senses_free(senses);
    return status;
}

void hxp_senses_free(hxp_senses *senses)
{
    if (!senses)
        return;
    hxp_folder_free(&senses->folder);
    hxp_arena_free(&senses->work);
    hxp_term_matcher_free(senses->matcher);
    hxp_termbase_free(senses->termbase);
    hxp_names_free(&senses->words);
    free(senses->entries);
    free(senses->kept);
    free(senses);
}

/** The word of said without what stands before infinitives: "to save". */
static hxp_str without_marker(const hxp_senses *senses, hxp_str said)
{
    hxp_str markers = senses->markers, marker;
    while (hxp_str_cut(&markers, ' ', &marker))
        if (marker.len > 0 && said.len > marker.len &&
            hxp_str_starts(said, marker) && said.ptr[marker.len] == ' ')
            return hxp_str_part(said, marker.len + 1, said.len);
    return said;
}

/** The entry of word, or NULL. */
static const entry *find_entry(const hxp_senses *senses, hxp_str word)
{
    char small[LONGEST];
    uint32_t number;
    return hxp_names_find(&senses->words,
                          hxp_str_small(word, small, sizeof small), &number)
               ? &senses->entries[number]
               : NULL;
}

/** True for words that say little, whatever verb they may be a form of. */
static bool is_small(const hxp_senses *senses, hxp_str word)
{
    char small[LONGEST];
    word = hxp_str_small(word, small, sizeof small);
    for (size_t i = 0; i < SMALL_LISTS; i++)
        if (hxp_word_list_has(senses->small[i], word))
            return true;
    return false;
}

/** The senses of one word. */
typedef struct word_senses {
    const hxp_concept *items[MOST_SENSES];
    hxp_concepts concepts;
} word_senses;

static void list_senses(word_senses *all, const hxp_senses *senses,
                        const entry *of)
{
    for (size_t i = 0; i < of->count; i++)
        all->items[i] = hxp_termbase_concept(senses->termbase, of->first + i);
    all->concepts = (hxp_concepts){ all->items, of->count };
}

static bool is_own(const own_senses *which, const hxp_term_hit *hit)
{
    return which->own[hit->concept - which->first];
}

/** True when hit is all of text, or, unless whole, any part that counts. */
static bool tells(const hxp_term_hit *hit, hxp_str text, bool whole)
{
    return whole ? hit->match <= HXP_MATCH_INFLECTED && hit->start == 0 &&
                       hit->end == text.len
                 : !hit->covered && hit->match != HXP_MATCH_CASE;
}

/** Note the senses that hits, of a concept's term text, are renderings of. */
static void note_own(own_senses *which, const hxp_term_hits *hits, hxp_str text)
{
    bool found = false;
    for (int whole = 1; whole >= 0 && !found; whole--) {
        for (size_t i = 0; i < hits->count; i++) {
            const hxp_term_hit *hit = &hits->items[i];
            if (!tells(hit, text, whole))
                continue;
            which->own[hit->concept - which->first] = true;
            which->any = found = true;
        }
    }
}

/** Find out which senses of the word the concept has, by its terms. */
static hxp_status read_own(own_senses *which, hxp_senses *senses,
                           const entry *of, const hxp_concept *concept,
                           hxp_error *error)
{
    hxp_status status = HXP_OK;
    word_senses all;
    list_senses(&all, senses, of);
    *which = (own_senses){ .first = hxp_termbase_concept(senses->termbase,
                                                         of->first) };
    for (size_t i = 0; status == HXP_OK && i < concept->term_count; i++) {
        const hxp_term *term = &concept->terms[i];
        hxp_term_hits hits;
        if (term->status >= HXP_TERM_DEPRECATED ||
            !hxp_term_serves(term->language, senses->language))
            continue;
        status = hxp_find_terms_of(&hits, senses->matcher, term->text,
                                   &all.concepts, error);
        if (status == HXP_OK)
            note_own(which, &hits, term->text);
    }
    return status;
}

/** The same, kept until another concept of its slot is asked about. */
static hxp_status find_own(own_senses *which, hxp_senses *senses,
                           const entry *of, const hxp_concept *concept,
                           hxp_error *error)
{
    size_t slot = (uintptr_t) concept / sizeof *concept % KEPT;
    struct hxp_kept_senses *kept = &senses->kept[slot];
    hxp_status status = HXP_OK;
    if (kept->concept != concept || kept->of != of) {
        status = read_own(which, senses, of, concept, error);
        if (status == HXP_OK)
            *kept = (struct hxp_kept_senses){ concept, of, *which };
    }
    if (status == HXP_OK)
        *which = kept->which;
    return status;
}

static bool is_inside(const hxp_term_hit *hit, const hxp_term_hit *other)
{
    return hit->start >= other->start && hit->end <= other->end;
}

/** True when another sense says more of the words of hit: "zandbank". */
static bool is_outdone(const own_senses *which, const hxp_term_hits *hits,
                       const hxp_term_hit *hit)
{
    for (size_t i = 0; i < hits->count; i++) {
        const hxp_term_hit *other = &hits->items[i];
        bool same = other->start == hit->start && other->end == hit->end;
        if (is_own(which, other) != is_own(which, hit) &&
            is_inside(hit, other) && (!same || other->match < hit->match))
            return true;
    }
    return false;
}

/** True when the translation says hit for another concept of the source. */
static bool is_asked(const hxp_sense_lack *lack, const hxp_term_hit *hit)
{
    for (size_t i = 0; i < lack->hits->count; i++) {
        const hxp_term_hit *other = &lack->hits->items[i];
        if (other->concept != lack->concept && other->match != HXP_MATCH_CASE &&
            is_inside(hit, other))
            return true;
    }
    return false;
}

/** True when a and b, folded, may be taken for one another. */
static bool is_alike(hxp_str a, hxp_str b)
{
    size_t least = a.len < b.len ? a.len : b.len, same = 0;
    while (same < least && a.ptr[same] == b.ptr[same])
        same++;
    return same >= FEWEST_SHARED && 2 * same >= least;
}

/** Fold word, and take its accents off. */
static hxp_status fold(hxp_str *bare, hxp_senses *senses, hxp_str word,
                       hxp_error *error)
{
    hxp_str folded;
    hxp_status status =
        hxp_fold(&folded, &senses->folder, &senses->work, word, error);
    return status == HXP_OK ? hxp_fold_bare(bare, &senses->folder,
                                            &senses->work, folded, error)
                            : status;
}

/**
 * *slip: the rendering of hit is the source's own word, or looks like a term of
 * the concept.
 */
static hxp_status find_slip(bool *slip, hxp_senses *senses,
                            const hxp_sense_lack *lack, const hxp_term_hit *hit,
                            hxp_error *error)
{
    hxp_str rendering, other;
    const hxp_concept *concept = lack->concept;
    *slip = false;
    if (hit->term->status == HXP_TERM_PREFERRED) /* it is sure */
        return HXP_OK;
    hxp_status status = fold(&rendering, senses, hit->term->text, error);
    if (status == HXP_OK)
        status = fold(&other, senses, lack->term, error);
    *slip = status == HXP_OK && hxp_str_equal(rendering, other);
    for (size_t i = 0; status == HXP_OK && !*slip && i < concept->term_count;
         i++) {
        if (!hxp_term_serves(concept->terms[i].language, senses->language))
            continue;
        status = fold(&other, senses, concept->terms[i].text, error);
        *slip = status == HXP_OK && is_alike(rendering, other);
    }
    hxp_arena_free(&senses->work);
    return status;
}

/** True when some hit is of a sense that the concept has. */
static bool says_own(const own_senses *which, const hxp_term_hits *hits)
{
    for (size_t i = 0; i < hits->count; i++)
        if (hits->items[i].match != HXP_MATCH_CASE &&
            is_own(which, &hits->items[i]) &&
            !is_outdone(which, hits, &hits->items[i]))
            return true;
    return false;
}

/** The same as hxp_senses_other() for the word whose entry is of. */
static hxp_status find_other(hxp_term_hit *hit, hxp_senses *senses,
                             const entry *of, const hxp_sense_lack *lack,
                             hxp_error *error)
{
    own_senses which;
    word_senses all;
    hxp_term_hits hits = { NULL, 0 };
    list_senses(&all, senses, of);
    hxp_status status = find_own(&which, senses, of, lack->concept, error);
    if (status == HXP_OK && which.any)
        status = hxp_find_terms_beside(&hits, senses->matcher, lack->matcher,
                                       &all.concepts, error);
    if (status != HXP_OK || says_own(&which, &hits))
        return status;
    for (size_t i = 0; status == HXP_OK && i < hits.count; i++) {
        const hxp_term_hit *found = &hits.items[i];
        bool slip = true;
        hxp_str word = hxp_str_part(lack->text, found->start, found->end);
        if (found->match != HXP_MATCH_CASE && !is_small(senses, word) &&
            !is_outdone(&which, &hits, found) && !is_asked(lack, found))
            status = find_slip(&slip, senses, lack, found, error);
        if (status == HXP_OK && !slip) {
            *hit = *found;
            break;
        }
    }
    return status;
}

hxp_status hxp_senses_other(bool *other, hxp_term_hit *hit, hxp_senses *senses,
                            const hxp_sense_lack *lack, hxp_error *error)
{
    const entry *of = find_entry(senses, lack->said);
    hxp_status status = HXP_OK;
    hit->term = NULL;
    if (!of)
        of = find_entry(senses, without_marker(senses, lack->term));
    if (of)
        status = find_other(hit, senses, of, lack, error);
    *other = hit->term != NULL;
    return status;
}
