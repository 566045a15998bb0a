/* renderings.c - is a term always translated in the same way? Without a
 * termbase: the words of the whole file tell. */
#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "check/family.h"
#include "check/rivals.h"
#include "check/tokens.h"
#include "terms/clean.h"

#include <stdlib.h>

/** What a finding about a unit needs. */
typedef struct kept_unit {
    hxp_unit unit; /* without its variants */
    hxp_variant source, target;
    size_t keys[2]; /* where the marks of keys stood in the texts */
} kept_unit;

/** The units of two languages. */
typedef struct pair {
    const hxp_language *languages[2];
    hxp_bitext bitext;
    kept_unit **units;
    hxp_str (*texts)[2]; /* without marks of keys and placeholders */
    size_t unit_room, text_room;
} pair;

typedef struct checker {
    hxp_finding_sink *findings;
    hxp_arena arena;
    hxp_str file; /* that the last unit came from */
    pair **pairs;
    size_t count, room;
    size_t words; /* of all pairs */
} checker;

static void close_renderings(void *state)
{
    checker *self = state;
    if (!self)
        return;
    for (size_t i = 0; i < self->count; i++) {
        hxp_bitext_free(&self->pairs[i]->bitext);
        free(self->pairs[i]->units);
        free(self->pairs[i]->texts);
        free(self->pairs[i]);
    }
    free(self->pairs);
    hxp_arena_free(&self->arena);
    free(self);
}

static hxp_status open_renderings(void **state, const hxp_check_setup *setup,
                                  hxp_error *error)
{
    if (setup->options->termbase)
        return HXP_OK; /* check/terms.c knows better */
    checker *self = calloc(1, sizeof *self);
    *state = self;
    if (!self)
        return hxp_no_memory(error);
    self->findings = setup->findings;
    return HXP_OK;
}

/** The pair of two languages, or NULL: they are new. */
static pair *find_pair(const checker *self, const hxp_check_side *source,
                       const hxp_check_side *target)
{
    for (size_t i = 0; i < self->count; i++) {
        pair *of = self->pairs[i];
        if (of->languages[0] == source->language &&
            of->languages[1] == target->language)
            return of;
    }
    return NULL;
}

/** Add the pair of two languages; NULL, with the reason, on failure. */
static pair *add_pair(checker *self, const hxp_check_side *source,
                      const hxp_check_side *target, hxp_error *error)
{
    pair *of = calloc(1, sizeof *of);
    if (!of || !hxp_array_reserve(&self->pairs, &self->room, self->count + 1,
                                  sizeof(pair *))) {
        free(of);
        hxp_no_memory(error);
        return NULL;
    }
    self->pairs[self->count++] = of;
    of->languages[0] = source->language;
    of->languages[1] = target->language;
    return hxp_bitext_init(&of->bitext, of->languages, error) == HXP_OK ? of
                                                                        : NULL;
}

/** Copy what places need of a variant. */
static bool keep_variant(hxp_variant *to, checker *self,
                         const hxp_variant *from)
{
    size_t size = from->content.run_count * sizeof *from->content.runs;
    hxp_run *runs = hxp_arena_alloc(&self->arena, size + 1, 1);
    if (!runs || !hxp_arena_copy(&to->language, &self->arena, from->language) ||
        !hxp_arena_copy(&to->spot, &self->arena, from->spot) ||
        !hxp_arena_copy(&to->content.text, &self->arena, from->content.text))
        return false;
    if (size > 0)
        memcpy(runs, from->content.runs, size);
    to->content.runs = runs;
    to->content.run_count = from->content.run_count;
    to->place = from->place;
    return true;
}

static kept_unit *keep(checker *self, const hxp_check_side *source,
                       const hxp_check_side *target)
{
    const hxp_unit *unit = target->unit;
    kept_unit *kept = hxp_arena_alloc(&self->arena, 1, sizeof *kept);
    if (!kept)
        return NULL;
    if (!hxp_str_equal(self->file, unit->file) &&
        !hxp_arena_copy(&self->file, &self->arena, unit->file))
        return NULL;
    kept->unit.number = unit->number;
    kept->unit.file = self->file;
    kept->unit.place = unit->place;
    return hxp_arena_copy(&kept->unit.id, &self->arena, unit->id) &&
                   keep_variant(&kept->source, self, source->variant) &&
                   keep_variant(&kept->target, self, target->variant)
               ? kept
               : NULL;
}

/**
 * Copy text without the mark of its key, which stood at *key, and with marks in
 * place of placeholders, tags and addresses: they are no words.
 */
static bool copy_words(hxp_str *words, size_t *key, checker *self, hxp_str text)
{
    char *bytes = hxp_arena_bytes(&self->arena, text.len + 1);
    size_t len = 0;
    *key = hxp_key_mark(text);
    if (!bytes)
        return false;
    for (size_t at = 0; at < text.len;) {
        size_t end = at == *key ? at : hxp_token_end(text, at);
        if (end > at) {
            memset(bytes + len, ';', end - at);
            len += end - at;
            at = end;
        } else {
            if (at != *key)
                bytes[len++] = text.ptr[at];
            at++;
        }
    }
    *words = (hxp_str){ bytes, len };
    return true;
}

/** Where byte at of a copied text stood. */
static size_t place_of(size_t at, size_t key)
{
    return at + (at >= key);
}

static hxp_status take_target(void *state, const hxp_check_side *source,
                              const hxp_check_side *target, hxp_error *error)
{
    checker *self = state;
    const hxp_str texts[2] = { hxp_check_text(source), hxp_check_text(target) };
    if (texts[0].len == 0 || texts[1].len == 0 ||
        hxp_str_equal(texts[0], texts[1]) || /* it is not translated */
        hxp_check_ignores(target->unit, target->variant->language,
                          "term.inconsistent"))
        return HXP_OK;
    pair *of = find_pair(self, source, target);
    if (!of)
        of = add_pair(self, source, target, error);
    if (!of)
        return HXP_ENOMEM; /* nothing else can have failed */
    if (hxp_bitext_is_full(&of->bitext, self->words))
        return HXP_OK;
    size_t i = of->bitext.count;
    if (!hxp_array_reserve(&of->units, &of->unit_room, i + 1,
                           sizeof(kept_unit *)) ||
        !hxp_array_reserve(&of->texts, &of->text_room, i + 1,
                           sizeof *of->texts))
        return hxp_no_memory(error);
    kept_unit *kept = keep(self, source, target);
    if (!kept)
        return hxp_no_memory(error);
    of->units[i] = kept;
    for (size_t k = 0; k < 2; k++)
        if (!copy_words(&of->texts[i][k], &kept->keys[k], self, texts[k]))
            return hxp_no_memory(error);
    size_t before = hxp_bitext_size(&of->bitext);
    hxp_status status = hxp_bitext_add(&of->bitext, of->texts[i], error);
    self->words += hxp_bitext_size(&of->bitext) - before;
    return status;
}

static hxp_status tell(const checker *self, const pair *of,
                       const hxp_rival *rival, hxp_error *error)
{
    const kept_unit *kept = of->units[rival->use->unit];
    const hxp_str *texts = of->texts[rival->use->unit];
    const hxp_check_side side = { .unit = &kept->unit,
                                  .variant = &kept->target,
                                  .language = of->languages[1],
                                  .source = &kept->source };
    hxp_finding finding = hxp_check_finding(HXP_CHECK_TERM_INCONSISTENT, &side);
    hxp_str usual = hxp_words_text(&of->bitext, rival->usual, 1,
                                   of->texts[rival->usual->unit][1]);
    finding.source_term = hxp_words_text(&of->bitext, rival->use, 0, texts[0]);
    finding.found = hxp_words_text(&of->bitext, rival->use, 1, texts[1]);
    finding.expected = &usual;
    finding.expected_count = 1;
    size_t start = (size_t)(finding.found.ptr - texts[1].ptr);
    size_t source_start = (size_t)(finding.source_term.ptr - texts[0].ptr);
    size_t end = start + finding.found.len;
    size_t source_end = source_start + finding.source_term.len;
    finding.source_start = place_of(source_start, kept->keys[0]);
    finding.source_end = place_of(source_end - 1, kept->keys[0]) + 1;
    hxp_check_point(&finding, &side, place_of(start, kept->keys[1]),
                    place_of(end - 1, kept->keys[1]) + 1);
    return hxp_check_tell(self->findings, &finding, error,
                          "\"%.*s\" for \"%.*s\" here, but \"%.*s\" elsewhere "
                          "in this file (%zu to %zu)",
                          HXP_FMT(finding.found), HXP_FMT(finding.source_term),
                          HXP_FMT(usual), rival->count, rival->most);
}

static hxp_status end_pair(const checker *self, pair *of, hxp_error *error)
{
    hxp_rivals rivals = { .count = 0 };
    const hxp_rival_texts from = { &of->bitext,
                                   (const hxp_str(*)[2])of->texts };
    hxp_status status = hxp_bitext_learn(&of->bitext)
                            ? hxp_rivals_find(&rivals, &from, error)
                            : hxp_no_memory(error);
    for (size_t i = 0; status == HXP_OK && i < rivals.count; i++)
        status = tell(self, of, &rivals.items[i], error);
    hxp_rivals_free(&rivals);
    hxp_bitext_free(&of->bitext);
    return status;
}

static hxp_status end_renderings(void *state, hxp_error *error)
{
    checker *self = state;
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < self->count; i++)
        status = end_pair(self, self->pairs[i], error);
    return status;
}

const hxp_check_family hxp_check_renderings = { HXP_CHECK_TERM_INCONSISTENT,
                                                HXP_CHECK_TERM_INCONSISTENT,
                                                open_renderings,
                                                NULL,
                                                take_target,
                                                end_renderings,
                                                close_renderings };
