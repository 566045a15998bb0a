/* uses.c - counts the terms of each concept and language, to tell the odd. */
#include "check/uses.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "check/family.h"
#include "terms/serves.h"

#include <stdlib.h>

/* Uses of one term that can be told of one by one. */
enum { KEPT = 1000 };

/** A use: the parts of a finding that differ from use to use. */
typedef struct kept_use {
    struct kept_use *next;
    hxp_finding finding;
} kept_use;

/** A term and where it was used. */
typedef struct used_term {
    struct used_term *next; /* in the order of their first uses */
    const hxp_term *term;
    size_t count;
    kept_use *first, *last;
} used_term;

struct hxp_use_group {
    const hxp_concept *concept;
    const hxp_language *language;
    hxp_str source_term;
    used_term *terms;
    bool choice; /* the concept has several terms in the language */
};

/** True when concept has two terms that may be used in language. */
static bool has_choice(const hxp_concept *concept, const hxp_language *language)
{
    hxp_str tag = hxp_str_of(hxp_language_tag(language));
    size_t count = 0;
    for (size_t i = 0; i < concept->term_count; i++)
        count += hxp_term_serves(concept->terms[i].language, tag);
    return count > 1;
}

/** The slot of the group of use: where it is, or where it would go. */
static size_t find_slot(const hxp_uses *uses, const hxp_concept *concept,
                        const hxp_language *language)
{
    uintptr_t mixed = (uintptr_t) concept / sizeof *concept * 31;
    size_t slot =
        (size_t)(mixed + (uintptr_t)language / 16) & (uses->slots - 1);
    while (uses->table[slot] != 0) {
        const struct hxp_use_group *there =
            &uses->groups[uses->table[slot] - 1];
        if (there->concept == concept && there->language == language)
            break;
        slot = (slot + 1) & (uses->slots - 1);
    }
    return slot;
}

static bool grow(hxp_uses *uses)
{
    size_t slots = uses->slots ? 2 * uses->slots : 64;
    uint32_t *table = calloc(slots, sizeof *table);
    if (!table)
        return false;
    free(uses->table);
    uses->table = table;
    uses->slots = slots;
    for (size_t i = 0; i < uses->count; i++)
        table[find_slot(uses, uses->groups[i].concept,
                        uses->groups[i].language)] = (uint32_t)i + 1;
    return true;
}

/** The group of use, made when it is new; NULL when memory is out. */
static struct hxp_use_group *need_group(hxp_uses *uses, const hxp_use *use)
{
    if (2 * uses->count >= uses->slots && !grow(uses))
        return NULL;
    size_t slot = find_slot(uses, use->concept, use->language);
    if (uses->table[slot] != 0)
        return &uses->groups[uses->table[slot] - 1];
    struct hxp_use_group group = { .concept = use->concept,
                                   .language = use->language,
                                   .choice = has_choice(use->concept,
                                                        use->language) };
    if (!hxp_arena_copy(&group.source_term, &uses->arena, use->source_term) ||
        !hxp_array_reserve(&uses->groups, &uses->room, uses->count + 1,
                           sizeof group))
        return NULL;
    uses->groups[uses->count] = group;
    uses->table[slot] = (uint32_t)++uses->count;
    return &uses->groups[uses->count - 1];
}

static used_term *need_term(hxp_uses *uses, struct hxp_use_group *group,
                            const hxp_term *term)
{
    used_term **at = &group->terms;
    while (*at && (*at)->term != term)
        at = &(*at)->next;
    if (!*at) {
        *at = hxp_arena_alloc(&uses->arena, 1, sizeof **at);
        if (*at)
            (*at)->term = term;
    }
    return *at;
}

static bool keep(hxp_uses *uses, used_term *term, const hxp_finding *finding)
{
    hxp_arena *arena = &uses->arena;
    kept_use *kept = hxp_arena_alloc(arena, 1, sizeof *kept);
    if (!kept)
        return false;
    kept->finding = *finding;
    if (!hxp_arena_copy(&kept->finding.file, arena, finding->file) ||
        !hxp_arena_copy(&kept->finding.tuid, arena, finding->tuid) ||
        !hxp_arena_copy(&kept->finding.spot, arena, finding->spot) ||
        !hxp_arena_copy(&kept->finding.language, arena, finding->language) ||
        !hxp_arena_copy(&kept->finding.found, arena, finding->found) ||
        !hxp_arena_copy(&kept->finding.context, arena, finding->context) ||
        !hxp_arena_copy(&kept->finding.source, arena, finding->source) ||
        !hxp_arena_copy(&kept->finding.source_language, arena,
                        finding->source_language))
        return false;
    if (term->last)
        term->last->next = kept;
    else
        term->first = kept;
    term->last = kept;
    return true;
}

bool hxp_uses_vary(bool *varies, hxp_uses *uses, const hxp_use *use)
{
    const struct hxp_use_group *group = need_group(uses, use);
    *varies = group && group->choice;
    return group != NULL;
}

bool hxp_uses_add(hxp_uses *uses, const hxp_use *use,
                  const hxp_finding *finding)
{
    struct hxp_use_group *group = need_group(uses, use);
    used_term *term = group ? need_term(uses, group, use->term) : NULL;
    if (!term || (term->count < KEPT && !keep(uses, term, finding)))
        return false;
    term->count++;
    return true;
}

/** Send the uses of term, which is rarer than most. */
static hxp_status tell_term(const struct hxp_use_group *group,
                            const used_term *term, const used_term *most,
                            hxp_finding_sink *findings, hxp_error *error)
{
    hxp_status status = HXP_OK;
    hxp_buffer message = { NULL, 0, 0 };
    for (kept_use *use = term->first; use && status == HXP_OK;
         use = use->next) {
        hxp_finding finding = use->finding;
        message.len = 0;
        if (hxp_check_say(&message,
                          "\"%.*s\" for \"%.*s\" here, but \"%.*s\" "
                          "elsewhere in this file (%zu to %zu)",
                          HXP_FMT(finding.found), HXP_FMT(group->source_term),
                          HXP_FMT(most->term->text), term->count,
                          most->count)) {
            finding.message = hxp_buffer_str(&message);
            finding.source_term = group->source_term;
            finding.expected = &most->term->text;
            finding.expected_count = 1;
            status = findings->finding(findings, &finding, error);
        } else {
            status = hxp_no_memory(error);
        }
    }
    hxp_buffer_free(&message);
    return status;
}

/** The preferred term of the group's concept in the language of its uses. */
static const hxp_term *preferred(const struct hxp_use_group *group)
{
    hxp_str language = hxp_str_of(hxp_language_tag(group->language));
    for (size_t i = 0; i < group->concept->term_count; i++) {
        const hxp_term *term = &group->concept->terms[i];
        if (term->status == HXP_TERM_PREFERRED &&
            hxp_term_serves(term->language, language))
            return term;
    }
    return NULL;
}

/** Tell each use of term, in whose place another one is preferred. */
static hxp_status tell_not_preferred(const struct hxp_use_group *group,
                                     const used_term *term,
                                     const hxp_term *better,
                                     hxp_finding_sink *findings,
                                     hxp_error *error)
{
    hxp_status status = HXP_OK;
    hxp_buffer message = { NULL, 0, 0 };
    for (const kept_use *use = term->first; use && status == HXP_OK;
         use = use->next) {
        hxp_finding finding = use->finding;
        hxp_check_rename(&finding, HXP_CHECK_TERM_NOT_PREFERRED);
        message.len = 0;
        if (!hxp_check_say(&message,
                           "\"%.*s\" is allowed for \"%.*s\", but \"%.*s\" "
                           "is preferred",
                           HXP_FMT(finding.found), HXP_FMT(group->source_term),
                           HXP_FMT(better->text))) {
            status = hxp_no_memory(error);
            break;
        }
        finding.message = hxp_buffer_str(&message);
        finding.source_term = group->source_term;
        finding.expected = &better->text;
        finding.expected_count = 1;
        status = findings->finding(findings, &finding, error);
    }
    hxp_buffer_free(&message);
    return status;
}

/** Tell the uses of the group's terms that are rarer than most. */
static hxp_status tell_rarer(const struct hxp_use_group *group,
                             hxp_finding_sink *findings, hxp_error *error)
{
    hxp_status status = HXP_OK;
    const used_term *most = group->terms;
    for (const used_term *t = most; t; t = t->next)
        if (t->count > most->count)
            most = t;
    for (const used_term *t = group->terms; t && status == HXP_OK; t = t->next)
        if (t != most)
            status = tell_term(group, t, most, findings, error);
    return status;
}

/** Tell the uses of its admitted terms, if it has a preferred one. */
static hxp_status tell_admitted(const struct hxp_use_group *group,
                                hxp_finding_sink *findings, hxp_error *error)
{
    hxp_status status = HXP_OK;
    const hxp_term *better = preferred(group);
    const used_term *t = better ? group->terms : NULL;
    for (; t && status == HXP_OK; t = t->next)
        if (t->term->status == HXP_TERM_ADMITTED)
            status = tell_not_preferred(group, t, better, findings, error);
    return status;
}

hxp_status hxp_uses_tell(const hxp_uses *uses, hxp_finding_sink *findings,
                         hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < uses->count; i++) {
        status = tell_rarer(&uses->groups[i], findings, error);
        if (status == HXP_OK)
            status = tell_admitted(&uses->groups[i], findings, error);
    }
    return status;
}

void hxp_uses_free(hxp_uses *uses)
{
    hxp_arena_free(&uses->arena);
    free(uses->groups);
    free(uses->table);
    *uses = (hxp_uses){ { NULL }, NULL, 0, 0, NULL, 0 };
}
