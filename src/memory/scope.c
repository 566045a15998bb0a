/* scope.c - opens a language's texts, and sees which of them are meant. */
#include "memory/scope.h"

#include "base/error.h"
#include "base/str.h"
#include "memory/match.h"

#include <hexapla/text.h>

#include <stdlib.h>

static hxp_status add_memory(void *context, const hxp_store_memory *memory,
                             hxp_error *error)
{
    hxp_scope *scope = context;
    if (!hxp_array_reserve(&scope->memories, &scope->room, scope->count + 1,
                           sizeof *scope->memories))
        return hxp_no_memory(error);
    struct hxp_scope_memory *to = &scope->memories[scope->count];
    to->id = memory->id;
    if (!hxp_arena_copy(&to->name, &scope->arena, memory->name))
        return hxp_no_memory(error);
    scope->count++;
    return HXP_OK;
}

hxp_str hxp_scope_memory(const hxp_scope *scope, int64_t id)
{
    for (size_t i = 0; i < scope->count; i++)
        if (scope->memories[i].id == id)
            return scope->memories[i].name;
    return HXP_STR("");
}

/** Whether texts of a class are what options ask for. */
static bool is_wanted(const hxp_scope *scope, const hxp_index_class *class,
                      const hxp_lookup_options *options)
{
    hxp_str rest = class->targets, tag;
    if (options->memory &&
        !hxp_str_is(hxp_scope_memory(scope, class->memory), options->memory))
        return false;
    while (hxp_str_cut(&rest, '\0', &tag))
        if (!options->to || hxp_match_language(tag, hxp_str_of(options->to)))
            return true;
    return false;
}

/** Mark the classes that are wanted; *any tells whether one is. */
static hxp_status mark_wanted(hxp_scope *scope, bool *any,
                              const hxp_lookup_options *options,
                              hxp_error *error)
{
    *any = false;
    for (size_t part = 0; part < HXP_FIND_PARTS; part++) {
        const hxp_index *index = &scope->following.parts[part];
        bool *wanted = calloc(index->class_count + 1, sizeof *wanted);
        if (!wanted)
            return hxp_no_memory(error);
        scope->wanted[part] = wanted;
        for (size_t i = 0; i < index->class_count; i++) {
            wanted[i] = is_wanted(scope, &index->classes[i], options);
            *any |= wanted[i];
        }
    }
    return HXP_OK;
}

/** Fail when the store does not have the memory that is asked for. */
static hxp_status check_memory(const hxp_scope *scope, const char *name,
                               hxp_error *error)
{
    for (size_t i = 0; name && i < scope->count; i++)
        if (hxp_str_is(scope->memories[i].name, name))
            return HXP_OK;
    return name ? hxp_fail_at(error, HXP_EINPUT, scope->store->path,
                              (hxp_place){ 0, 0, 0 },
                              "there is no memory '%s' in this store", name)
                : HXP_OK;
}

hxp_status hxp_scope_open(hxp_scope *scope, const hxp_lookup_options *options,
                          hxp_error *error)
{
    char language[HXP_TAG_SIZE];
    bool any = false;
    if (!hxp_tag_language(language, hxp_str_of(options->from)))
        return hxp_fail(error, HXP_EINPUT, "'%s' is no language tag",
                        options->from);
    hxp_status status =
        scope->store->calls->memories(scope->store, add_memory, scope, error);
    if (status == HXP_OK)
        status = check_memory(scope, options->memory, error);
    if (status == HXP_OK)
        status = hxp_follow(&scope->following, scope->store, language, error);
    if (status == HXP_OK)
        status = mark_wanted(scope, &any, options, error);
    if (status != HXP_OK || any)
        return status;
    hxp_error why;
    status = hxp_match_no_texts(scope->store, options, &why);
    bool is_told = options->none && status == HXP_EINPUT;
    hxp_error *to = is_told ? options->none : error;
    if (to)
        *to = why;
    return is_told ? HXP_OK : status;
}

void hxp_scope_free(hxp_scope *scope)
{
    for (size_t i = 0; i < HXP_FIND_PARTS; i++)
        free(scope->wanted[i]);
    hxp_following_free(&scope->following);
    hxp_arena_free(&scope->arena);
    free(scope->memories);
}
