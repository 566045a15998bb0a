/* language_watch.c - notes the languages of units; says which lack. */
#include "cli/language_watch.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "cli/cli.h"
#include "terms/serves.h"

#include <hexapla/text.h>

#include <stdlib.h>
#include <string.h>

static bool is_noted(const hxp_language_watch *watch, hxp_str tag)
{
    for (size_t i = 0; i < watch->count; i++)
        if (hxp_tag_equal(hxp_str_of(watch->tags[i]), tag))
            return true;
    return false;
}

static hxp_status watch_begin(hxp_unit_sink *sink,
                              const hxp_unit_header *header, hxp_error *error)
{
    hxp_language_watch *watch = (hxp_language_watch *)sink;
    return watch->next->begin(watch->next, header, error);
}

static hxp_status watch_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                             hxp_error *error)
{
    hxp_language_watch *watch = (hxp_language_watch *)sink;
    for (size_t i = 0; i < unit->variant_count; i++) {
        hxp_str tag = unit->variants[i].language;
        if (tag.len == 0 || tag.len >= HXP_TAG_SIZE || is_noted(watch, tag))
            continue;
        if (!hxp_array_reserve(&watch->tags, &watch->capacity, watch->count + 1,
                               sizeof *watch->tags))
            return hxp_no_memory(error);
        memset(watch->tags[watch->count], 0, HXP_TAG_SIZE);
        memcpy(watch->tags[watch->count++], tag.ptr, tag.len);
    }
    return watch->next->unit(watch->next, unit, error);
}

static hxp_status watch_end(hxp_unit_sink *sink, hxp_error *error)
{
    hxp_language_watch *watch = (hxp_language_watch *)sink;
    return watch->next->end(watch->next, error);
}

static void watch_close(hxp_unit_sink *sink)
{
    hxp_language_watch *watch = (hxp_language_watch *)sink;
    watch->next->close(watch->next);
    free(watch->tags);
}

/**
 * True when no concept has a term in language and some should have one; *names
 * tells whether there are names, which need none.
 */
static bool lacks_terms(bool *names, const hxp_termbase *termbase,
                        hxp_str language)
{
    bool others = false;
    *names = false;
    for (size_t i = 0; i < hxp_termbase_count(termbase); i++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, i);
        for (size_t k = 0; k < concept->term_count; k++)
            if (hxp_term_serves(concept->terms[k].language, language))
                return false;
        *names |= concept->untranslated;
        others |= !concept->untranslated;
    }
    return others || !*names;
}

/** Say so when no unit has text in the source language, or in another. */
static void say_lack(const hxp_language_watch *watch, const char *from,
                     const char *path)
{
    bool found = from == NULL;
    for (size_t i = 0; i < watch->count; i++)
        found |=
            from && hxp_str_equal(hxp_tag_primary(hxp_str_of(watch->tags[i])),
                                  hxp_tag_primary(hxp_str_of(from)));
    if (!found)
        hxp_say("%s: warning: no unit is in %s: nothing was checked", path,
                from);
    else if (watch->count == 0)
        hxp_say("%s: warning: no unit says its language: nothing was checked",
                path);
    else if (watch->count == 1)
        hxp_say("%s: warning: all units are in %s alone: there is no "
                "translation to check",
                path, watch->tags[0]);
}

/** Say which tags are none: the checks pass them over. */
static void say_unknown(const hxp_language_watch *watch, const char *path)
{
    char tag[HXP_TAG_SIZE];
    for (size_t i = 0; i < watch->count; i++) {
        hxp_str name = hxp_str_of(watch->tags[i]);
        if (!hxp_tag_canonical(tag, name) && !hxp_tag_normalise(tag, name))
            hxp_say("%s: warning: \"%s\" names no language: nothing was "
                    "checked there",
                    path, watch->tags[i]);
    }
}

/** Say which languages were passed over for want of terms. */
static void say_languages(const hxp_language_watch *watch,
                          const hxp_termbase *termbase, const char *path)
{
    bool names;
    for (size_t i = 0; i < watch->count; i++)
        if (lacks_terms(&names, termbase, hxp_str_of(watch->tags[i])))
            hxp_say("%s: warning: the termbase has no term in %s: %s was "
                    "checked there",
                    path, watch->tags[i],
                    names ? "nothing but names" : "nothing");
}

hxp_language_watch hxp_language_watch_make(void)
{
    return (hxp_language_watch){ .sink = { watch_begin, watch_unit, watch_end,
                                           watch_close } };
}

void hxp_language_watch_say(const hxp_language_watch *watch, const char *from,
                            const hxp_termbase *termbase, const char *path)
{
    say_lack(watch, from, path);
    say_unknown(watch, path);
    if (termbase)
        say_languages(watch, termbase, path);
}
