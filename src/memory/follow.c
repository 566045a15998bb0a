/* follow.c - brings indexes up to date with their store. */
#include "memory/follow.h"

#include "base/array.h"
#include "base/error.h"
#include "base/folders.h"
#include "base/output.h"
#include "base/str.h"
#include "memory/own_tags.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Fewer new texts are indexed anew by every look-up: in a blink. */
enum { FEW_TEXTS = 5000, FEW_OF = 20 };

/* --- Reading the store's texts -------------------------------------------- */

/** A text of the unit in hand. */
typedef struct unit_text {
    uint32_t language; /* number of its tag */
    size_t start, len;
} unit_text;

/** Where indexes may lie: beside their store, in the user's cache; what their
 * names begin with, or NULL: none there. */
enum { FOLDERS = 2 };

/** Indexes in the making, one part after another. */
typedef struct making {
    hxp_following *following;
    hxp_store *store;
    const char *language;
    const char *prefixes[FOLDERS];
    bool to_files;         /* else in memory */
    hxp_store_state state; /* of the store */
    int64_t after;         /* the last unit of the part before; 0: none */
    hxp_index_builder *builder;
} making;

/** Units on their way into an index. */
typedef struct collector {
    making *made;
    hxp_own_tags tags; /* met so far; own: of the language that is indexed */
    int64_t unit, memory;
    unit_text *texts;
    size_t count, room;
    size_t most;      /* texts of a unit so far */
    hxp_buffer bytes; /* of the texts */
    hxp_buffer name;  /* of a class */
} collector;

static hxp_status begin_part(making *made, hxp_error *error)
{
    return made->builder ? HXP_OK
                         : hxp_index_builder_new(&made->builder, error);
}

static hxp_status end_part(making *made, int64_t last, hxp_error *error);

static bool add_tag(hxp_buffer *name, const collector *self, size_t i)
{
    return hxp_buffer_add(name,
                          self->tags.tags.items[self->texts[i].language]) &&
           hxp_buffer_add(name, (hxp_str){ "", 1 });
}

/** Make the name of the class of text i of the unit in hand. */
static bool name_class(collector *self, size_t i)
{
    hxp_buffer *name = &self->name;
    hxp_str memory = { (const char *)&self->memory, sizeof self->memory };
    name->len = 0;
    bool named = hxp_buffer_add(name, memory) && add_tag(name, self, i);
    for (size_t k = 0; named && k < self->count; k++)
        if (k != i)
            named = add_tag(name, self, k);
    return named;
}

/** Index the texts of the unit in hand, in another part if this one is full;
 * and let it go. */
static hxp_status end_unit(collector *self, hxp_error *error)
{
    making *made = self->made;
    hxp_status status = HXP_OK;
    if (made->following->count + 2 < HXP_FIND_PARTS &&
        hxp_index_builder_is_full(made->builder, self->count))
        status = end_part(made, self->unit - 1, error);
    if (status == HXP_OK)
        status = begin_part(made, error);
    for (size_t i = 0; status == HXP_OK && i < self->count; i++) {
        const unit_text *text = &self->texts[i];
        if (!self->tags.own[text->language] || self->count < 2)
            continue;
        if (!name_class(self, i))
            return hxp_no_memory(error);
        status = hxp_index_builder_add(
            made->builder, self->unit, hxp_buffer_str(&self->name),
            hxp_str_part(hxp_buffer_str(&self->bytes), text->start,
                         text->start + text->len),
            error);
    }
    self->count = 0;
    self->bytes.len = 0;
    return status;
}

static hxp_status take_text(void *context, const hxp_store_text *text,
                            hxp_error *error)
{
    collector *self = context;
    hxp_status status = HXP_OK;
    if (text->unit != self->unit)
        status = end_unit(self, error);
    self->unit = text->unit;
    self->memory = text->memory;
    if (status != HXP_OK || text->text.len == 0)
        return status;
    if (!hxp_array_reserve(&self->texts, &self->room, self->count + 1,
                           sizeof *self->texts))
        return hxp_no_memory(error);
    unit_text *to = &self->texts[self->count++];
    to->start = self->bytes.len;
    to->len = text->text.len;
    if (self->count > self->most) {
        self->most = self->count;
        to->language = 0;
    }
    if (!hxp_own_tags_number(&to->language, &self->tags, text->language) ||
        (self->tags.own[to->language] &&
         !hxp_buffer_add(&self->bytes, text->text)))
        return hxp_no_memory(error);
    return HXP_OK;
}

/** Make parts of the store's texts behind made->after. */
static hxp_status collect(making *made, hxp_error *error)
{
    collector self = { .made = made, .tags.language = made->language };
    hxp_status status = begin_part(made, error);
    if (status == HXP_OK)
        status = made->store->calls->scan(made->store, made->after, take_text,
                                          &self, error);
    if (status == HXP_OK)
        status = end_unit(&self, error);
    if (status == HXP_OK)
        status = end_part(made, made->state.last, error);
    hxp_index_builder_free(made->builder);
    made->builder = NULL;
    free(self.texts);
    hxp_own_tags_free(&self.tags);
    hxp_buffer_free(&self.bytes);
    hxp_buffer_free(&self.name);
    return status;
}

/* --- Making --------------------------------------------------------------- */

static hxp_status finish_and_close(hxp_output *output, hxp_error *error)
{
    hxp_status status = hxp_output_finish(output, error);
    hxp_output_close(output);
    return status;
}

static const hxp_memory_files own_files = { hxp_output_open, finish_and_close,
                                            hxp_output_close };

/**
 * Write an index to path and use it, before others can put theirs in its place.
 * The builder goes as soon as all is written.
 */
static hxp_status make_file(hxp_index *index, making *made,
                            const hxp_store_state *state, const char *path,
                            hxp_error *error)
{
    const hxp_memory_files *files =
        made->store->files ? made->store->files : &own_files;
    hxp_output *output;
    hxp_status status = files->open(&output, path, error);
    if (status != HXP_OK)
        return status;
    status = hxp_index_builder_write(made->builder, output, state, error);
    if (status == HXP_OK)
        status = hxp_output_complete(output, error);
    if (status == HXP_OK) {
        const char *temporary = hxp_output_temporary(output);
        hxp_index_builder_free(made->builder);
        made->builder = NULL;
        status = hxp_index_open(index, temporary ? temporary : path, error);
    }
    if (status == HXP_OK)
        (void)files->finish(output, NULL); /* the next one makes it again */
    else
        files->close(output);
    return status;
}

/** Make an index in memory and use it. */
static hxp_status make_in_memory(hxp_index *index, const making *made,
                                 const hxp_store_state *state, hxp_error *error)
{
    hxp_output *output;
    hxp_status status = hxp_output_memory(&output, error);
    if (status != HXP_OK)
        return status;
    status = hxp_index_builder_write(made->builder, output, state, error);
    if (status == HXP_OK)
        return hxp_index_use(index, output, error);
    hxp_output_close(output);
    return status;
}

/** Make the path of the index of the units behind after; NULL: no memory. */
static char *make_path(const char *prefix, const char *language, int64_t after)
{
    enum { REST = 32 }; /* a number and what stands around it */
    size_t size = strlen(prefix) + strlen(language) + REST;
    char *path = malloc(size);
    if (path && after == 0)
        snprintf(path, size, "%s-%s.index", prefix, language);
    else if (path)
        snprintf(path, size, "%s-%s-%lld.index", prefix, language,
                 (long long)after);
    return path;
}

/** Write an index to the first folder where that can be done. */
static hxp_status make_any_file(hxp_index *index, making *made,
                                const hxp_store_state *state, hxp_error *error)
{
    hxp_status status = HXP_ESYSTEM;
    for (int i = 0; i < FOLDERS && status != HXP_OK && status != HXP_ENOMEM;
         i++) {
        if (!made->to_files || !made->prefixes[i] || !made->builder)
            continue;
        char *path = make_path(made->prefixes[i], made->language, made->after);
        /* others may not read the texts */
        if (!path || (i > 0 && !hxp_folders_make(path, 0700)))
            status = hxp_no_memory(error);
        else
            status = make_file(index, made, state, path, error);
        free(path);
    }
    return status;
}

/** Make the index of the texts that are collected, up to the unit last. */
static hxp_status end_part(making *made, int64_t last, hxp_error *error)
{
    hxp_error why = { .status = HXP_ESYSTEM };
    hxp_store_state state = made->state;
    hxp_index *index = &made->following->parts[made->following->count];
    state.last = last;
    /* where it cannot be written it is kept in memory */
    hxp_status status = make_any_file(index, made, &state, &why);
    if (status != HXP_OK && status != HXP_ENOMEM && made->builder)
        status = make_in_memory(index, made, &state, error);
    else if (status != HXP_OK && error)
        *error = why;
    hxp_index_builder_free(made->builder);
    made->builder = NULL;
    made->after = last;
    made->following->count += status == HXP_OK;
    return status;
}

static int by_number(const void *a, const void *b)
{
    const int64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/** The state that the indexes tell: of removals the first, for those behind it
 * may have been made later; of units the last. */
static hxp_store_state state_of(const hxp_following *following)
{
    hxp_store_state state = following->parts[0].header.state;
    state.last = following->parts[following->count - 1].header.state.last;
    return state;
}

/** Take up what has changed since the indexes were made. */
static hxp_status catch_up(making *made, hxp_error *error)
{
    hxp_following *following = made->following;
    const hxp_store_state then = state_of(following);
    const int64_t *removed;
    hxp_status status = made->store->calls->removed(
        &removed, &following->removed_count, made->store, then.removal, error);
    if (status == HXP_OK && following->removed_count > 0) {
        size_t size = following->removed_count * sizeof *removed;
        following->removed = malloc(size);
        if (!following->removed)
            return hxp_no_memory(error);
        memcpy(following->removed, removed, size);
        qsort(following->removed, following->removed_count, sizeof *removed,
              by_number);
    }
    if (status != HXP_OK || made->state.last == then.last)
        return status;
    made->after = then.last;
    return collect(made, error);
}

/* --- Opening -------------------------------------------------------------- */

/** Whether a change of so many is little beside so many texts. */
static bool is_little(int64_t change, size_t texts)
{
    int64_t few = (int64_t)(texts / FEW_OF);
    return change >= 0 && change <= (few > FEW_TEXTS ? few : FEW_TEXTS);
}

/** Whether indexes are of the store that is now, and few units are gone. */
static bool are_alike(const hxp_following *following,
                      const hxp_store_state *now)
{
    const hxp_store_state then = state_of(following);
    size_t texts = 0;
    for (size_t i = 0; i < following->count; i++)
        texts += following->parts[i].header.texts;
    return then.store == now->store && then.generation == now->generation &&
           then.last <= now->last &&
           is_little(now->removal - then.removal, texts);
}

/** Whether indexes can be brought up to date by taking up a little. */
static bool are_close(const hxp_following *following,
                      const hxp_store_state *now)
{
    const hxp_index *last = &following->parts[following->count - 1];
    return are_alike(following, now) &&
           is_little(now->last - last->header.state.last, last->header.texts);
}

/** Close the last part, and remove its file; that of the first is written
 * anew in any case. */
static hxp_status drop_part(const making *made, hxp_error *error)
{
    hxp_following *following = made->following;
    hxp_index_close(&following->parts[--following->count]);
    for (int i = 0; i < FOLDERS && following->count > 0; i++) {
        char *path = NULL;
        if (made->prefixes[i])
            path = make_path(made->prefixes[i], made->language,
                             state_of(following).last);
        if (made->prefixes[i] && !path)
            return hxp_no_memory(error);
        if (path)
            (void)remove(path);
        free(path);
    }
    return HXP_OK;
}

/** Open the part of the units behind after: the first one in a folder, others
 * there or else in another, where they were written if they had to be. */
static hxp_status open_part(hxp_index *index, const making *made, int folder,
                            int64_t after)
{
    hxp_status status = HXP_ESYSTEM;
    for (int i = 0; i < FOLDERS && status != HXP_OK && status != HXP_ENOMEM;
         i++) {
        const char *prefix = made->prefixes[(folder + i) % FOLDERS];
        if (!prefix || (after == 0 && i > 0))
            continue;
        char *path = make_path(prefix, made->language, after);
        status = path ? hxp_index_open(index, path, NULL) : HXP_ENOMEM;
        free(path);
    }
    return status;
}

/** Open the parts that are there, of which the first is in folder, whichever
 * units they are of. */
static hxp_status open_parts(const making *made, int folder, hxp_error *error)
{
    hxp_following *following = made->following;
    for (int64_t after = 0; following->count + 1 < HXP_FIND_PARTS;) {
        hxp_index *index = &following->parts[following->count];
        hxp_status status = open_part(index, made, folder, after);
        if (status == HXP_ENOMEM)
            return hxp_no_memory(error);
        if (status != HXP_OK)
            break;
        const hxp_store_state *state = &index->header.state;
        const hxp_store_state *first = &following->parts[0].header.state;
        following->count++;
        if (following->count > 1 &&
            (state->store != first->store ||
             state->generation != first->generation || state->last <= after)) {
            /* of others that begin in another folder, perhaps */
            hxp_index_close(&following->parts[--following->count]);
            break;
        }
        after = state->last;
        if (after >= made->state.last)
            break;
    }
    return HXP_OK;
}

/**
 * Open the parts of which the first is in folder and bring them up to date, if
 * little has changed; *done tells. Else those stay open that still hold.
 */
static hxp_status follow_files(bool *done, making *made, int folder,
                               hxp_error *error)
{
    hxp_following *following = made->following;
    hxp_status status = open_parts(made, folder, error);
    *done = status == HXP_OK && following->count > 0 &&
            are_close(following, &made->state);
    if (*done)
        return catch_up(made, error);
    /* the last part is made anew, with what came since */
    bool all = following->count > 0 && !are_alike(following, &made->state);
    while (status == HXP_OK && following->count > 0) {
        status = drop_part(made, error);
        if (!all)
            break;
    }
    return status;
}

static hxp_status follow(making *made, hxp_error *error)
{
    hxp_following *following = made->following;
    bool done = false;
    hxp_status status =
        made->store->calls->state(&made->state, made->store, error);
    for (int i = 0; i < FOLDERS && status == HXP_OK && !done; i++)
        if (made->prefixes[i] && following->count == 0)
            status = follow_files(&done, made, i, error);
    if (status != HXP_OK || done)
        return status;
    made->to_files = true;
    return following->count > 0 ? catch_up(made, error) : collect(made, error);
}

hxp_status hxp_follow(hxp_following *following, hxp_store *store,
                      const char *language, hxp_error *error)
{
    making made = { .following = following,
                    .store = store,
                    .language = language,
                    .prefixes = { store->derived, store->spare } };
    hxp_status status = store->calls->begin_reading(store, error);
    if (status != HXP_OK)
        return status;
    status = follow(&made, error);
    store->calls->end_reading(store);
    return status;
}

void hxp_following_free(hxp_following *following)
{
    for (size_t i = 0; i < HXP_FIND_PARTS; i++)
        hxp_index_close(&following->parts[i]);
    free(following->removed);
    memset(following, 0, sizeof *following);
}
