/* extract.c - the sink that finds the terms of the units it gets. */
#include "base/array.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/str.h"
#include "lexicon/term_pairs.h"
#include "model/source.h"

#include <hexapla/lexicon.h>

#include <stdlib.h>

/** The units of the source language and one other. */
typedef struct target {
    const hxp_language *language;
    hxp_bitext bitext;
    hxp_str (*texts)[2];
    size_t room;
    hxp_term_pairs pairs;
} target;

/** A term of the source, and the number of its pair in each target. */
typedef struct extracted {
    size_t *pairs; /* 1 + number; 0: none */
    size_t best;   /* target whose pair is surest */
    size_t number; /* in the order they were found */
    double sum;    /* of the confidences */
    double score;
} extracted;

typedef struct extractor {
    hxp_unit_sink sink;
    hxp_extract_options options;
    hxp_termbase *termbase;
    hxp_arena arena; /* owns the texts */
    hxp_source source;
    const hxp_language *from; /* of the first unit with a source */
    target **targets;
    size_t count, room;
    size_t words;       /* of all targets, with those of the source */
    size_t passed_over; /* translations, as there were words enough */
    hxp_names keys;     /* of the terms */
    extracted *concepts;
    size_t concept_room;
} extractor;

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    return hxp_source_begin(&((extractor *)sink)->source, header, error);
}

/** The language of a variant, or NULL: it names none. */
static hxp_status language_of(const hxp_language **language,
                              const extractor *self, const hxp_variant *variant,
                              hxp_error *error)
{
    char tag[HXP_TAG_SIZE];
    *language = NULL;
    if (!hxp_tag_normalise(tag, variant->language))
        return HXP_OK;
    return hxp_locales_language(language, self->options.locales,
                                hxp_str_of(tag), error);
}

/** True when terms in language are asked for. */
static bool is_wanted(const extractor *self, const hxp_language *language)
{
    const hxp_extract_options *options = &self->options;
    for (size_t i = 0; i < options->target_count; i++)
        if (hxp_tag_within(hxp_str_of(hxp_language_tag(language)),
                           hxp_str_of(options->targets[i])))
            return true;
    return options->target_count == 0;
}

/** The target of language, or NULL: it is new. */
static target *find_target(const extractor *self, const hxp_language *language)
{
    for (size_t i = 0; i < self->count; i++)
        if (self->targets[i]->language == language)
            return self->targets[i];
    return NULL;
}

/** Add the target of language; NULL when memory is out. */
static target *add_target(extractor *self, const hxp_language *language,
                          hxp_error *error)
{
    const hxp_language *const languages[] = { self->from, language };
    target *to = calloc(1, sizeof *to);
    if (!to || !hxp_array_reserve(&self->targets, &self->room, self->count + 1,
                                  sizeof(target *))) {
        free(to);
        hxp_no_memory(error);
        return NULL;
    }
    self->targets[self->count++] = to;
    to->language = language;
    return hxp_bitext_init(&to->bitext, languages, error) == HXP_OK ? to : NULL;
}

/** The source of a unit in hand. */
typedef struct source_text {
    hxp_str text;
    bool copied; /* to the arena: a translation was kept */
} source_text;

/** Keep a source and its translation, if words are still looked at. */
static hxp_status keep(extractor *self, target *to, source_text *source,
                       hxp_str translation, hxp_error *error)
{
    size_t i = to->bitext.count;
    if (hxp_bitext_is_full(&to->bitext, self->words)) {
        self->passed_over++;
        return HXP_OK;
    }
    if (!source->copied &&
        !hxp_arena_copy(&source->text, &self->arena, source->text))
        return hxp_no_memory(error);
    source->copied = true;
    if (!hxp_array_reserve(&to->texts, &to->room, i + 1, sizeof *to->texts) ||
        !hxp_arena_copy(&to->texts[i][1], &self->arena, translation))
        return hxp_no_memory(error);
    to->texts[i][0] = source->text;
    size_t before = hxp_bitext_size(&to->bitext);
    hxp_status status = hxp_bitext_add(&to->bitext, to->texts[i], error);
    self->words += hxp_bitext_size(&to->bitext) - before;
    return status;
}

static hxp_status take_variant(extractor *self, source_text *source,
                               const hxp_variant *variant, hxp_error *error)
{
    const hxp_language *language;
    hxp_status status = language_of(&language, self, variant, error);
    if (status != HXP_OK || !language || language == self->from ||
        variant->content.text.len == 0 || !is_wanted(self, language))
        return status;
    target *to = find_target(self, language);
    if (!to)
        to = add_target(self, language, error);
    return to ? keep(self, to, source, variant->content.text, error)
              : HXP_ENOMEM;
}

static hxp_status unit(hxp_unit_sink *sink, const hxp_unit *unit,
                       hxp_error *error)
{
    extractor *self = (extractor *)sink;
    const hxp_variant *variant = hxp_source_of(&self->source, unit);
    const hxp_language *language;
    if (!variant || variant->content.text.len == 0)
        return HXP_OK;
    hxp_status status = language_of(&language, self, variant, error);
    if (status != HXP_OK || !language)
        return status;
    if (!self->from)
        self->from = language;
    if (language != self->from)
        return HXP_OK;
    source_text source = { variant->content.text, false };
    for (size_t i = 0; status == HXP_OK && i < unit->variant_count; i++)
        if (&unit->variants[i] != variant)
            status = take_variant(self, &source, &unit->variants[i], error);
    return status;
}

/* --- At the end ----------------------------------------------------------- */

static const hxp_term_pair *pair_of(const extractor *self, const extracted *one,
                                    size_t i)
{
    return one->pairs[i] > 0 ? &self->targets[i]->pairs.items[one->pairs[i] - 1]
                             : NULL;
}

/** The pair that is surest. */
static const hxp_term_pair *best_of(const extractor *self, const extracted *one)
{
    size_t number = one->pairs[one->best] - 1;
    return &self->targets[one->best]->pairs.items[number];
}

/** Note that a term has pair number k of target i. */
static void note_pair(extractor *self, extracted *one, size_t i, size_t k)
{
    const hxp_term_pair *pair = &self->targets[i]->pairs.items[k];
    one->pairs[i] = k + 1;
    if (one->pairs[one->best] == 0 ||
        pair->confidence > best_of(self, one)->confidence)
        one->best = i;
    one->sum += pair->confidence;
    one->score = best_of(self, one)->value * one->sum / (double)self->count;
}

/** Find the terms of target number i, and add them to the concepts. */
static bool find_terms(extractor *self, size_t i)
{
    target *of = self->targets[i];
    if (!hxp_bitext_learn(&of->bitext) ||
        !hxp_term_pairs_find(&of->pairs, &of->bitext,
                             (const hxp_str(*)[2])of->texts,
                             self->options.least))
        return false;
    for (size_t k = 0; k < of->pairs.count; k++) {
        size_t before = self->keys.count;
        uint32_t number;
        if (!hxp_array_reserve(&self->concepts, &self->concept_room, before + 1,
                               sizeof *self->concepts) ||
            !hxp_names_add(&self->keys, of->pairs.items[k].key, &number))
            return false;
        if (number == before)
            self->concepts[number] =
                (extracted){ .number = number,
                             .pairs = hxp_arena_alloc(&self->arena, self->count,
                                                      sizeof(size_t)) };
        if (!self->concepts[number].pairs)
            return false;
        note_pair(self, &self->concepts[number], i, k);
    }
    return true;
}

static int by_score(const void *a, const void *b)
{
    const extracted *x = a, *y = b;
    if (x->score > y->score || x->score < y->score)
        return x->score < y->score ? 1 : -1;
    return (x->number > y->number) - (x->number < y->number);
}

/** Details in text: how often, and how sure. */
typedef struct numbers {
    char count[HXP_DECIMAL_SIZE], confidence[HXP_DECIMAL_SIZE];
    hxp_detail details[3];
} numbers;

/** Fill the details of a term; confidence below 0: none is said. */
static hxp_details describe(numbers *to, size_t count, double confidence,
                            hxp_str context)
{
    hxp_details details = { to->details, 2 };
    to->details[0] =
        (hxp_detail){ .type = HXP_STR("context"), .text = context };
    to->details[1] = (hxp_detail){ .type = HXP_STR("frequency"),
                                   .text = hxp_str_of(hxp_decimal(
                                       to->count, (double)count, 0)) };
    if (confidence < 0)
        return details;
    to->details[2] = (hxp_detail){ .type = HXP_STR("confidence"),
                                   .text = hxp_str_of(hxp_decimal(
                                       to->confidence, confidence, 2)) };
    details.count = 3;
    return details;
}

/** Add a concept to the termbase. */
static hxp_status put(extractor *self, const extracted *one, hxp_term *terms,
                      numbers *room, hxp_error *error)
{
    size_t count = 1;
    const hxp_term_pair *best = best_of(self, one);
    const hxp_str *context = self->targets[one->best]->texts[best->unit];
    terms[0] =
        (hxp_term){ .text = best->terms[0],
                    .language = hxp_str_of(hxp_language_tag(self->from)),
                    .status = HXP_TERM_DRAFT,
                    .details = describe(&room[0], best->uses, -1, context[0]) };
    for (size_t i = 0; i < self->count; i++) {
        const target *of = self->targets[i];
        const hxp_term_pair *pair = pair_of(self, one, i);
        if (!pair || pair->confidence < self->options.confidence)
            continue;
        terms[count] =
            (hxp_term){ .text = pair->terms[1],
                        .language = hxp_str_of(hxp_language_tag(of->language)),
                        .status = HXP_TERM_DRAFT,
                        .details = describe(&room[count], pair->count,
                                            pair->confidence,
                                            of->texts[pair->unit][1]) };
        count++;
    }
    const hxp_concept concept = { .terms = terms, .term_count = count };
    return count > 1 ? hxp_termbase_add(self->termbase, &concept, error)
                     : HXP_OK;
}

/** Sort the concepts and add the best to the termbase. */
static hxp_status put_best(extractor *self, hxp_error *error)
{
    size_t count = self->keys.count;
    hxp_term *terms = calloc(self->count + 1, sizeof *terms);
    numbers *room = calloc(self->count + 1, sizeof *room);
    hxp_status status = terms && room ? HXP_OK : hxp_no_memory(error);
    if (count > 1)
        qsort(self->concepts, count, sizeof *self->concepts, by_score);
    size_t before = hxp_termbase_count(self->termbase);
    for (size_t i = 0; status == HXP_OK && i < count; i++) {
        size_t put_so_far = hxp_termbase_count(self->termbase) - before;
        if (self->concepts[i].score <= 0 ||
            (self->options.most > 0 && put_so_far == self->options.most))
            break;
        status = put(self, &self->concepts[i], terms, room, error);
    }
    free(terms);
    free(room);
    return status;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    extractor *self = (extractor *)sink;
    for (size_t i = 0; i < self->count; i++)
        if (!find_terms(self, i))
            return hxp_no_memory(error);
    return put_best(self, error);
}

size_t hxp_extractor_passed_over(const hxp_unit_sink *sink)
{
    return ((const extractor *)sink)->passed_over;
}

static void close_extractor(hxp_unit_sink *sink)
{
    extractor *self = (extractor *)sink;
    for (size_t i = 0; i < self->count; i++) {
        hxp_term_pairs_free(&self->targets[i]->pairs);
        hxp_bitext_free(&self->targets[i]->bitext);
        free(self->targets[i]->texts);
        free(self->targets[i]);
    }
    free(self->targets);
    free(self->concepts);
    hxp_names_free(&self->keys);
    hxp_source_free(&self->source);
    hxp_arena_free(&self->arena);
    free(self);
}

hxp_status hxp_extractor_new(hxp_unit_sink **out, hxp_termbase *termbase,
                             const hxp_extract_options *options,
                             hxp_error *error)
{
    extractor *self = calloc(1, sizeof *self);
    *out = NULL;
    if (!self)
        return hxp_no_memory(error);
    self->sink = (hxp_unit_sink){ begin, unit, end, close_extractor };
    self->options = *options;
    self->termbase = termbase;
    self->source.chosen = options->source_language;
    *out = &self->sink;
    return HXP_OK;
}
