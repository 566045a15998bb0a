/* lint.c - what is wrong with the concepts of a termbase. */
#include "base/array.h"
#include "base/error.h"
#include "base/hash_map.h"
#include "base/str.h"
#include "model/tell.h"
#include "text/fold.h"
#include "text/language.h"
#include "text/utf8.h"

#include <hexapla/terms.h>

#include <stdlib.h>

enum { SHORTEST_IN_COMPOUNDS = 4 };

typedef enum lint_rule {
    DUPLICATE,
    AMBIGUOUS,
    CONFLICT,
    TWO_PREFERRED,
    NO_TARGET,
    NONE_ALLOWED,
    SHORT
} lint_rule;

static const hxp_rule rules[] = {
    [DUPLICATE] = { "tb.duplicate", HXP_WARNING,
                    "A term stands twice, or two concepts have the same terms "
                    "or the same id",
                    "Remove one of them, or join the concepts." },
    [AMBIGUOUS] = { "tb.ambiguous", HXP_NOTE, "A term stands for two concepts",
                    "See that both are meant; either translation will do." },
    [CONFLICT] = { "tb.conflict", HXP_ERROR,
                   "A term is both allowed and forbidden",
                   "Remove one of them, or change its status." },
    [TWO_PREFERRED] = { "tb.two-preferred", HXP_WARNING,
                        "A concept has two preferred terms in a language",
                        "Make one of them admitted." },
    [NO_TARGET] = { "tb.no-target", HXP_NOTE,
                    "A concept has terms in one language only",
                    "Add translations, or mark it as not to be translated." },
    [NONE_ALLOWED] = { "tb.none-allowed", HXP_WARNING,
                       "All terms of a concept in a language are forbidden",
                       "Add one that is to be used." },
    [SHORT] = { "tb.short-term", HXP_NOTE,
                "A term is too short to be found in compounds",
                "Add the compounds as terms if they matter." },
};

const hxp_rule *hxp_termbase_rules(size_t *count)
{
    *count = sizeof rules / sizeof *rules;
    return rules;
}

/** A term and how it compares. */
typedef struct entry {
    hxp_hash hash; /* of language and folded text */
    size_t concept;
    size_t term;
} entry;

typedef struct linter {
    const hxp_termbase *termbase;
    hxp_locales *locales;
    hxp_finding_sink *findings;
    hxp_error *error;
    hxp_folder folder;
    hxp_arena arena; /* of one term's fold */
    entry *entries;  /* sorted by hash, then as they came */
    size_t count, room;
    hxp_hash_map ids; /* of each file: the number of the first concept */
    bool several;     /* languages */
} linter;

static const char *file_of(const hxp_term *term)
{
    return term->file ? term->file : "";
}

HXP_PRINTF(4, 5)
static hxp_status tell(const linter *of, lint_rule rule, const hxp_term *term,
                       const char *format, ...)
{
    va_list args;
    hxp_finding finding = { .rule = rules[rule].id,
                            .level = rules[rule].level,
                            .file = hxp_str_of(file_of(term)),
                            .place = term->place,
                            .language = term->language };
    va_start(args, format);
    hxp_status status =
        hxp_tell_finding(of->findings, &finding, of->error, format, args);
    va_end(args);
    return status;
}

static const hxp_concept *concept_of(const linter *of, const entry *item)
{
    return hxp_termbase_concept(of->termbase, item->concept);
}

static const hxp_term *term_of(const linter *of, const entry *item)
{
    return &concept_of(of, item)->terms[item->term];
}

static bool is_allowed(const hxp_term *term)
{
    return term->status <= HXP_TERM_ADMITTED;
}

/* --- Terms on their own --------------------------------------------------- */

static hxp_status add_entry(linter *of, size_t concept, size_t term)
{
    const hxp_term *itself =
        &hxp_termbase_concept(of->termbase, concept)->terms[term];
    hxp_hasher hasher = HXP_HASHER_INIT;
    hxp_str folded;
    hxp_arena_reset(&of->arena);
    hxp_status status =
        hxp_fold(&folded, &of->folder, &of->arena, itself->text, of->error);
    if (status != HXP_OK)
        return status;
    if (!hxp_array_reserve(&of->entries, &of->room, of->count + 1,
                           sizeof *of->entries))
        return hxp_no_memory(of->error);
    hxp_hasher_add(&hasher, itself->language);
    /* "IT" is not "it": of exact terms the capitals count. */
    hxp_hasher_add(&hasher, itself->exact ? itself->text : folded);
    of->entries[of->count++] =
        (entry){ hxp_hasher_finish(&hasher), concept, term };
    return HXP_OK;
}

/** Tell of a term that compounds are too long for, where there are some. */
static hxp_status check_short(const linter *of, const hxp_term *term)
{
    const hxp_language *language;
    char tag[HXP_TAG_SIZE];
    size_t letters = hxp_utf8_length(term->text);
    if (letters >= SHORTEST_IN_COMPOUNDS || !is_allowed(term) ||
        !hxp_tag_normalise(tag, term->language))
        return HXP_OK;
    hxp_status status = hxp_locales_language(&language, of->locales,
                                             hxp_str_of(tag), of->error);
    if (status != HXP_OK || !hxp_language_setting(language, "compound-links"))
        return status;
    return tell(of, SHORT, term,
                "\"%.*s\" has less than %d letters: it is not found in "
                "compounds",
                HXP_FMT(hxp_quote(term->text)), SHORTEST_IN_COMPOUNDS);
}

/* --- Concepts on their own ------------------------------------------------ */

/** Check the terms in the language of term first, the first one in it. */
static hxp_status check_language(const linter *of, const hxp_concept *concept,
                                 size_t first)
{
    const hxp_term *term = &concept->terms[first], *preferred = NULL;
    bool allowed = false;
    hxp_status status = HXP_OK;
    for (size_t i = first; status == HXP_OK && i < concept->term_count; i++) {
        const hxp_term *other = &concept->terms[i];
        if (!hxp_str_equal(other->language, term->language))
            continue;
        allowed |= other->status != HXP_TERM_DEPRECATED;
        if (other->status != HXP_TERM_PREFERRED)
            continue;
        if (preferred && !hxp_str_equal(preferred->text, other->text))
            status = tell(of, TWO_PREFERRED, other,
                          "\"%.*s\" is preferred, and so is \"%.*s\"",
                          HXP_FMT(hxp_quote(other->text)),
                          HXP_FMT(hxp_quote(preferred->text)));
        preferred = other;
    }
    if (status != HXP_OK || allowed)
        return status;
    return tell(of, NONE_ALLOWED, term,
                "all terms in %.*s are forbidden, as \"%.*s\" is",
                HXP_FMT(hxp_quote(term->language)),
                HXP_FMT(hxp_quote(term->text)));
}

/** Tell of a concept with the id of another one in its file. */
static hxp_status check_id(linter *of, const hxp_concept *concept,
                           size_t number)
{
    const hxp_term *term = &concept->terms[0];
    hxp_hasher hasher = HXP_HASHER_INIT;
    bool found;
    hxp_hasher_add(&hasher, hxp_str_of(file_of(term)));
    hxp_hasher_add(&hasher, concept->id);
    uint32_t *known =
        hxp_hash_map_add(&of->ids, hxp_hasher_finish(&hasher), &found);
    if (!known)
        return hxp_no_memory(of->error);
    if (!found)
        *known = (uint32_t)number;
    if (!found || concept->id.len == 0)
        return HXP_OK;
    const hxp_concept *other = hxp_termbase_concept(of->termbase, *known);
    return tell(of, DUPLICATE, term,
                "the concept has the id \"%.*s\" of that in %s:%zu",
                HXP_FMT(hxp_quote(concept->id)), file_of(term),
                other->terms[0].place.line);
}

static hxp_status check_concept(linter *of, size_t number)
{
    const hxp_concept *concept = hxp_termbase_concept(of->termbase, number);
    hxp_status status =
        concept->term_count > 0 ? check_id(of, concept, number) : HXP_OK;
    size_t languages = 0;
    for (size_t i = 0; status == HXP_OK && i < concept->term_count; i++) {
        size_t first = 0;
        while (!hxp_str_equal(concept->terms[first].language,
                              concept->terms[i].language))
            first++;
        languages += first == i;
        if (first == i)
            status = check_language(of, concept, i);
        if (status == HXP_OK)
            status = check_short(of, &concept->terms[i]);
        if (status == HXP_OK)
            status = add_entry(of, number, i);
    }
    if (status != HXP_OK || languages != 1 || !of->several ||
        concept->untranslated)
        return status;
    return tell(of, NO_TARGET, &concept->terms[0],
                "\"%.*s\" has no term in another language",
                HXP_FMT(hxp_quote(concept->terms[0].text)));
}

/** True when the termbase has terms in two languages. */
static bool has_several(const hxp_termbase *termbase)
{
    const hxp_term *first = NULL;
    for (size_t i = 0; i < hxp_termbase_count(termbase); i++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, i);
        for (size_t t = 0; t < concept->term_count; t++) {
            first = first ? first : &concept->terms[t];
            if (!hxp_str_equal(first->language, concept->terms[t].language))
                return true;
        }
    }
    return false;
}

/* --- Equal terms ---------------------------------------------------------- */

static int by_hash(const void *a, const void *b)
{
    const entry *one = a, *other = b;
    for (int i = 0; i < 2; i++)
        if (one->hash.words[i] != other->hash.words[i])
            return one->hash.words[i] < other->hash.words[i] ? -1 : 1;
    size_t left = one->concept, right = other->concept;
    if (left == right) {
        left = one->term;
        right = other->term;
    }
    return (left > right) - (left < right);
}

static const char *word_of(const hxp_term *term)
{
    return is_allowed(term) ? "allowed" : "forbidden";
}

/** Tell of a term that is allowed where an equal one is forbidden. */
static hxp_status tell_conflict(const linter *of, const hxp_term *term,
                                const hxp_term *other)
{
    return tell(of, CONFLICT, term, "\"%.*s\" is %s here and %s in %s:%zu",
                HXP_FMT(hxp_quote(term->text)), word_of(term), word_of(other),
                file_of(other), other->place.line);
}

/** Tell of a term that its concept has already. */
static hxp_status check_twice(const linter *of, const entry *first,
                              const entry *item)
{
    const hxp_term *term = term_of(of, item), *other = term_of(of, first);
    if (is_allowed(term) != is_allowed(other))
        return tell_conflict(of, term, other);
    return tell(of, DUPLICATE, term, "\"%.*s\" stands in %s:%zu already",
                HXP_FMT(hxp_quote(term->text)), file_of(other),
                other->place.line);
}

/** Two concepts with an equal term: what else they have in common. */
typedef enum common { OTHER_TERMS, SHARED_TERM, SHARED_ALL } common;

/** What concepts have in common beside one term. */
static common compare(const hxp_concept *a, const hxp_concept *b,
                      hxp_str language)
{
    size_t shared = 0, others = 0;
    for (size_t i = 0; i < a->term_count; i++) {
        bool found = false;
        if (hxp_str_equal(a->terms[i].language, language))
            continue;
        for (size_t k = 0; !found && k < b->term_count; k++)
            found = hxp_str_equal(a->terms[i].language, b->terms[k].language) &&
                    hxp_str_equal(a->terms[i].text, b->terms[k].text);
        shared += found;
        others += !found;
    }
    if (shared == 0)
        return OTHER_TERMS;
    return others == 0 ? SHARED_ALL : SHARED_TERM;
}

/** Tell of a term that another concept has, too. */
static hxp_status check_other(const linter *of, const entry *first,
                              const entry *item)
{
    const hxp_term *term = term_of(of, item), *other = term_of(of, first);
    common both =
        compare(concept_of(of, item), concept_of(of, first), term->language);
    if (is_allowed(term) != is_allowed(other))
        return both == OTHER_TERMS ? HXP_OK : tell_conflict(of, term, other);
    if (!is_allowed(term))
        return HXP_OK;
    if (both != SHARED_ALL)
        return tell(of, AMBIGUOUS, term,
                    "\"%.*s\" is a term of another concept, too: %s:%zu",
                    HXP_FMT(hxp_quote(term->text)), file_of(other),
                    other->place.line);
    if (item->term > 0)
        return HXP_OK; /* told with the first */
    return tell(of, DUPLICATE, term,
                "the concept of \"%.*s\" has the terms of that in %s:%zu",
                HXP_FMT(hxp_quote(term->text)), file_of(other),
                other->place.line);
}

/** Compare each term with the first that is equal to it. */
static hxp_status check_equal(const linter *of)
{
    hxp_status status = HXP_OK;
    const entry *first = of->entries;
    for (size_t i = 1; status == HXP_OK && i < of->count; i++) {
        const entry *item = &of->entries[i], *before = item - 1;
        if (!hxp_hash_equal(first->hash, item->hash))
            first = item;
        else if (before->concept == item->concept)
            status = check_twice(of, before, item);
        else
            status = check_other(of, first, item);
    }
    return status;
}

hxp_status hxp_termbase_lint(const hxp_termbase *termbase, hxp_locales *locales,
                             hxp_finding_sink *findings, hxp_error *error)
{
    linter of = { .termbase = termbase,
                  .locales = locales,
                  .findings = findings,
                  .error = error,
                  .several = has_several(termbase) };
    hxp_status status = hxp_folder_init(&of.folder, error);
    for (size_t i = 0; status == HXP_OK && i < hxp_termbase_count(termbase);
         i++)
        status = check_concept(&of, i);
    if (status == HXP_OK && of.count > 0) {
        qsort(of.entries, of.count, sizeof *of.entries, by_hash);
        status = check_equal(&of);
    }
    hxp_folder_free(&of.folder);
    hxp_arena_free(&of.arena);
    hxp_hash_map_free(&of.ids);
    free(of.entries);
    return status;
}
