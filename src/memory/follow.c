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

/** Units on their way into an index. */
typedef struct collector {
    hxp_index_builder *builder;
    hxp_own_tags tags; /* met so far; own: of the language that is indexed */
    int64_t unit, memory;
    unit_text *texts;
    size_t count, room;
    size_t most;      /* texts of a unit so far */
    hxp_buffer bytes; /* of the texts */
    hxp_buffer name;  /* of a class */
} collector;

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

/** Index the texts of the unit in hand, and let it go. */
static hxp_status end_unit(collector *self, hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < self->count; i++) {
        const unit_text *text = &self->texts[i];
        if (!self->tags.own[text->language] || self->count < 2)
            continue;
        if (!name_class(self, i))
            return hxp_no_memory(error);
        status = hxp_index_builder_add(
            self->builder, self->unit, hxp_buffer_str(&self->name),
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

/** Give a builder with the store's texts behind after. */
static hxp_status collect(hxp_index_builder **builder, hxp_store *store,
                          const char *language, int64_t after, hxp_error *error)
{
    collector self = { .tags.language = language };
    hxp_status status = hxp_index_builder_new(&self.builder, error);
    if (status == HXP_OK)
        status = store->calls->scan(store, after, take_text, &self, error);
    if (status == HXP_OK)
        status = end_unit(&self, error);
    free(self.texts);
    hxp_own_tags_free(&self.tags);
    hxp_buffer_free(&self.bytes);
    hxp_buffer_free(&self.name);
    *builder = self.builder;
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

/** An index in the making. */
typedef struct making {
    hxp_index_builder *builder;
    hxp_store_state state;
} making;

/**
 * Write an index to path and use it, before others can put theirs in its place.
 * The builder goes as soon as all is written.
 */
static hxp_status make_file(hxp_index *index, making *made,
                            const hxp_store *store, const char *path,
                            hxp_error *error)
{
    const hxp_memory_files *files = store->files ? store->files : &own_files;
    hxp_output *output;
    hxp_status status = files->open(&output, path, error);
    if (status != HXP_OK)
        return status;
    status =
        hxp_index_builder_write(made->builder, output, &made->state, error);
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
                                 hxp_error *error)
{
    hxp_output *output;
    hxp_status status = hxp_output_memory(&output, error);
    if (status != HXP_OK)
        return status;
    status =
        hxp_index_builder_write(made->builder, output, &made->state, error);
    if (status == HXP_OK)
        return hxp_index_use(index, output, error);
    hxp_output_close(output);
    return status;
}

/** Where an index may lie: beside its store, in the user's cache; NULL: none.
 */
typedef struct index_paths {
    char *items[2];
} index_paths;
enum { PATHS = 2 };

/** Write an index to the first of paths where that can be done. */
static hxp_status make_any_file(hxp_index *index, making *made,
                                const hxp_store *store,
                                const index_paths *paths, hxp_error *error)
{
    hxp_status status = HXP_ESYSTEM;
    for (int i = 0; i < PATHS && status != HXP_OK && status != HXP_ENOMEM;
         i++) {
        const char *path = paths->items[i];
        if (!path || !made->builder)
            continue;
        /* others may not read the texts */
        if (i > 0 && !hxp_folders_make(path, 0700))
            return hxp_no_memory(error);
        status = make_file(index, made, store, path, error);
    }
    return status;
}

/** Make the index of all texts anew. */
static hxp_status make_all(hxp_following *following, hxp_store *store,
                           const char *language, const index_paths *paths,
                           hxp_error *error)
{
    making made = { .builder = NULL };
    hxp_index *index = &following->parts[0];
    hxp_error why = { .status = HXP_ESYSTEM };
    hxp_status status = store->calls->state(&made.state, store, error);
    if (status == HXP_OK)
        status = collect(&made.builder, store, language, 0, error);
    if (status == HXP_OK) {
        /* where it cannot be written it is kept in memory */
        status = make_any_file(index, &made, store, paths, &why);
        if (status != HXP_OK && status != HXP_ENOMEM && made.builder)
            status = make_in_memory(index, &made, error);
        else if (status != HXP_OK && error)
            *error = why;
    }
    hxp_index_builder_free(made.builder);
    return status;
}

static int by_number(const void *a, const void *b)
{
    const int64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/** Take up what has changed since the index was made. */
static hxp_status catch_up(hxp_following *following, hxp_store *store,
                           const char *language, const hxp_store_state *state,
                           hxp_error *error)
{
    const hxp_store_state *then = &following->parts[0].header.state;
    making made = { .state = *state };
    const int64_t *removed;
    hxp_status status = store->calls->removed(
        &removed, &following->removed_count, store, then->removal, error);
    if (status == HXP_OK && following->removed_count > 0) {
        size_t size = following->removed_count * sizeof *removed;
        following->removed = malloc(size);
        if (!following->removed)
            return hxp_no_memory(error);
        memcpy(following->removed, removed, size);
        qsort(following->removed, following->removed_count, sizeof *removed,
              by_number);
    }
    if (status != HXP_OK || state->last == then->last)
        return status;
    status = collect(&made.builder, store, language, then->last, error);
    if (status == HXP_OK)
        status = make_in_memory(&following->parts[1], &made, error);
    hxp_index_builder_free(made.builder);
    return status;
}

/** Whether an index can be brought up to date by taking up a little. */
static bool is_close(const hxp_index *index, const hxp_store_state *now)
{
    const hxp_store_state *then = &index->header.state;
    int64_t few = index->header.texts / FEW_OF;
    few = few > FEW_TEXTS ? few : FEW_TEXTS;
    return then->store == now->store && then->generation == now->generation &&
           then->last <= now->last && now->last - then->last <= few &&
           then->removal <= now->removal && now->removal - then->removal <= few;
}

static hxp_status follow(hxp_following *following, hxp_store *store,
                         const char *language, const index_paths *paths,
                         hxp_error *error)
{
    hxp_store_state now;
    hxp_index *index = &following->parts[0];
    hxp_status status = store->calls->state(&now, store, error);
    if (status != HXP_OK)
        return status;
    for (int i = 0; i < PATHS; i++) {
        if (!paths->items[i])
            continue;
        status = hxp_index_open(index, paths->items[i], NULL);
        if (status == HXP_OK && is_close(index, &now))
            return catch_up(following, store, language, &now, error);
        if (status == HXP_OK)
            hxp_index_close(index);
        if (status == HXP_ENOMEM)
            return hxp_no_memory(error);
    }
    return make_all(following, store, language, paths, error);
}

/** Make the path of the index of language. False: no memory. */
static bool make_path(char **path, const char *prefix, const char *language)
{
    static const char tail[] = ".index";
    if (!prefix)
        return true;
    size_t size = strlen(prefix) + strlen(language) + sizeof tail + 1;
    *path = malloc(size);
    if (*path)
        snprintf(*path, size, "%s-%s%s", prefix, language, tail);
    return *path != NULL;
}

hxp_status hxp_follow(hxp_following *following, hxp_store *store,
                      const char *language, hxp_error *error)
{
    index_paths paths = { { NULL, NULL } };
    hxp_status status =
        make_path(&paths.items[0], store->derived, language) &&
                make_path(&paths.items[1], store->spare, language)
            ? store->calls->begin_reading(store, error)
            : hxp_no_memory(error);
    if (status == HXP_OK) {
        status = follow(following, store, language, &paths, error);
        store->calls->end_reading(store);
    }
    for (int i = 0; i < PATHS; i++)
        free(paths.items[i]);
    return status;
}

void hxp_following_free(hxp_following *following)
{
    for (size_t i = 0; i < HXP_FIND_PARTS; i++)
        hxp_index_close(&following->parts[i]);
    free(following->removed);
    memset(following, 0, sizeof *following);
}
