/* analysis.c - how much of files a memory has, in the counts that translators
 * are paid by. */
#include "base/error.h"
#include "base/hash_map.h"
#include "base/str.h"
#include "memory/asking.h"
#include "memory/match.h"
#include "model/pack.h"
#include "text/count.h"
#include "text/utf8.h"

#include <stdlib.h>

/** A segment that waits for being compared with those before it. */
typedef struct waiting {
    hxp_content content;
    unsigned score; /* of the memory's match */
    hxp_analysis_counts *counts;
} waiting;

struct hxp_analysis {
    hxp_lookup *lookup;
    bool internal;
    hxp_hash_map seen; /* texts: the number of the last file that has each */
    uint32_t files;
    hxp_buffer bytes;
    hxp_arena arena; /* of what waits */
    waiting *items;
    size_t count, room;
    hxp_caseless *caseless;
    hxp_characters query;
};

const char *hxp_band_name(hxp_band band)
{
    static const char *const names[] = {
        [HXP_BAND_CONTEXT] = "context",
        [HXP_BAND_EXACT] = "100",
        [HXP_BAND_REPEATED] = "repetitions",
        [HXP_BAND_CROSS] = "cross-file",
        [HXP_BAND_95] = "95-99",
        [HXP_BAND_85] = "85-94",
        [HXP_BAND_75] = "75-84",
        [HXP_BAND_50] = "50-74",
        [HXP_BAND_NEW] = "new",
    };
    return names[band];
}

/* --- Counting ------------------------------------------------------------- */

static hxp_band band_of(unsigned score)
{
    static const unsigned least[] = {
        [HXP_BAND_CONTEXT] = 101, [HXP_BAND_EXACT] = 100, [HXP_BAND_95] = 95,
        [HXP_BAND_85] = 85,       [HXP_BAND_75] = 75,     [HXP_BAND_50] = 50,
    };
    for (int band = 0; band < HXP_BAND_NEW; band++)
        if (least[band] > 0 && score >= least[band])
            return (hxp_band)band;
    return HXP_BAND_NEW;
}

static void count(hxp_analysis_counts *counts, hxp_band band,
                  const hxp_content *content)
{
    hxp_volume *volume = &counts->bands[band];
    hxp_str text = content->text;
    volume->segments++;
    volume->words += hxp_count_words(text);
    volume->codes += content->code_count;
    for (size_t at = 0; at < text.len;) {
        volume->characters++;
        volume->solid += !hxp_char_is_space(hxp_utf8_next(text, &at));
    }
}

/* --- Segments ------------------------------------------------------------- */

/** The file that last had the text and codes of content, from 1; 0: none. */
static uint32_t *find_seen(hxp_analysis *analysis, const hxp_content *content)
{
    hxp_hasher hasher = HXP_HASHER_INIT;
    bool found;
    analysis->bytes.len = 0;
    if (!hxp_codes_pack(&analysis->bytes, content))
        return NULL;
    hxp_hasher_add(&hasher, content->text);
    hxp_hasher_add(&hasher, hxp_buffer_str(&analysis->bytes));
    return hxp_hash_map_add(&analysis->seen, hxp_hasher_finish(&hasher),
                            &found);
}

/** Let a segment wait until all files are read. */
static hxp_status keep(hxp_analysis *analysis, const hxp_content *content,
                       unsigned score, hxp_analysis_counts *counts,
                       hxp_error *error)
{
    hxp_str codes;
    if (!hxp_array_reserve(&analysis->items, &analysis->room,
                           analysis->count + 1, sizeof *analysis->items))
        return hxp_no_memory(error);
    waiting *to = &analysis->items[analysis->count];
    *to = (waiting){ .score = score, .counts = counts };
    analysis->bytes.len = 0;
    if (!hxp_codes_pack(&analysis->bytes, content) ||
        !hxp_arena_copy(&codes, &analysis->arena,
                        hxp_buffer_str(&analysis->bytes)) ||
        !hxp_arena_copy(&to->content.text, &analysis->arena, content->text))
        return hxp_no_memory(error);
    hxp_status status =
        hxp_codes_unpack(&to->content, &analysis->arena, codes, error);
    analysis->count += status == HXP_OK;
    return status;
}

/** A file that is being counted. */
typedef struct counting {
    hxp_asking asking;
    hxp_analysis *analysis;
    hxp_analysis_counts *counts;
    uint32_t file; /* its number, from 1 */
} counting;

static hxp_status count_segment(hxp_asking *asking, const hxp_unit *unit,
                                const hxp_query *query, hxp_error *error)
{
    counting *self = (counting *)asking;
    hxp_analysis *analysis = self->analysis;
    const hxp_match *matches;
    size_t found;
    (void)unit;
    if (query->content.text.len == 0)
        return HXP_OK;
    uint32_t *file = find_seen(analysis, &query->content);
    if (!file)
        return hxp_no_memory(error);
    if (*file > 0) {
        count(self->counts,
              *file == self->file ? HXP_BAND_REPEATED : HXP_BAND_CROSS,
              &query->content);
        *file = self->file;
        return HXP_OK;
    }
    hxp_status status =
        hxp_lookup_find(&matches, &found, analysis->lookup, query, error);
    if (status != HXP_OK)
        return status;
    unsigned score = found > 0 ? matches[0].score : 0;
    if (score < 100)
        *file = self->file; /* what comes again is a repetition */
    if (analysis->internal && score < 100)
        return keep(analysis, &query->content, score, self->counts, error);
    count(self->counts, band_of(score), &query->content);
    return HXP_OK;
}

static void close_counting(hxp_unit_sink *sink)
{
    counting *self = (counting *)sink;
    hxp_asking_free(&self->asking);
    free(self);
}

hxp_status hxp_analysis_file_new(hxp_unit_sink **out, hxp_analysis *analysis,
                                 const char *from, hxp_analysis_counts *counts,
                                 hxp_error *error)
{
    counting *self = calloc(1, sizeof *self);
    *out = NULL;
    if (!self)
        return hxp_no_memory(error);
    self->asking.sink = (hxp_unit_sink){ hxp_asking_begin, hxp_asking_unit,
                                         hxp_asking_end, close_counting };
    self->asking.ask = count_segment;
    self->asking.source.chosen = from;
    self->analysis = analysis;
    self->counts = counts;
    self->file = ++analysis->files;
    *out = &self->asking.sink;
    return HXP_OK;
}

/* --- Internal matches ----------------------------------------------------- */

static hxp_status give_text(void *context, hxp_characters *characters,
                            const hxp_hit *hit, hxp_error *error)
{
    const hxp_analysis *analysis = context;
    return hxp_caseless_make(characters, analysis->caseless,
                             analysis->items[hit->id - 1].content.text, error);
}

/** Index all segments that wait; the id of each is its number from 1. */
static hxp_status make_index(hxp_index *index, hxp_analysis *analysis,
                             hxp_error *error)
{
    static const char class_name[] = "\0\0\0\0\0\0\0\0x\0x";
    static const hxp_store_state state;
    hxp_index_builder *builder;
    hxp_output *output = NULL;
    hxp_status status = hxp_index_builder_new(&builder, error);
    for (size_t i = 0; status == HXP_OK && i < analysis->count; i++)
        status = hxp_index_builder_add(
            builder, (int64_t)i + 1, (hxp_str){ class_name, sizeof class_name },
            analysis->items[i].content.text, error);
    if (status == HXP_OK)
        status = hxp_output_memory(&output, error);
    if (status == HXP_OK)
        status = hxp_index_builder_write(builder, output, &state, error);
    hxp_index_builder_free(builder);
    if (status == HXP_OK)
        return hxp_index_use(index, output, error);
    hxp_output_close(output);
    return status;
}

/** Raise the score of segment i to that of the one before it most like it. */
static hxp_status compare(hxp_analysis *analysis, hxp_finder *finder, size_t i,
                          hxp_error *error)
{
    waiting *item = &analysis->items[i];
    unsigned min = item->score < 50 ? 50 : item->score + 1;
    finder->end = (uint32_t)i + 1;
    if (i == 0 || item->content.text.len > HXP_BYTES_LIMIT)
        return HXP_OK;
    hxp_status status = hxp_caseless_make(&analysis->query, analysis->caseless,
                                          item->content.text, error);
    if (status == HXP_OK)
        status = hxp_find(finder, &analysis->query,
                          (hxp_difference){ 100 - min, 100 }, 1, error);
    if (status != HXP_OK || finder->count == 0)
        return status;
    const hxp_hit *hit = &finder->hits[0];
    unsigned score = hxp_match_score(hit, &item->content,
                                     &analysis->items[hit->id - 1].content);
    item->score = score > item->score ? score : item->score;
    return HXP_OK;
}

/** Find the internal matches of what waits. */
static hxp_status compare_all(hxp_analysis *analysis, hxp_error *error)
{
    static const bool wanted[] = { true };
    hxp_index index;
    hxp_status status = hxp_caseless_new(&analysis->caseless, error);
    if (status == HXP_OK)
        status = make_index(&index, analysis, error);
    if (status != HXP_OK)
        return status;
    hxp_finder finder = { .kernels = hxp_kernels_at(0),
                          .parts = { &index },
                          .wanted = { wanted },
                          .give = give_text,
                          .context = analysis };
    for (size_t i = 0; status == HXP_OK && i < analysis->count; i++)
        status = compare(analysis, &finder, i, error);
    hxp_finder_free(&finder);
    hxp_index_close(&index);
    return status;
}

/* --- The analysis --------------------------------------------------------- */

hxp_status hxp_analysis_new(hxp_analysis **out, hxp_lookup *lookup,
                            bool internal, hxp_error *error)
{
    hxp_analysis *analysis = calloc(1, sizeof *analysis);
    *out = analysis;
    if (!analysis)
        return hxp_no_memory(error);
    analysis->lookup = lookup;
    analysis->internal = internal;
    return HXP_OK;
}

hxp_status hxp_analysis_finish(hxp_analysis *analysis, hxp_error *error)
{
    if (analysis->count > 1) {
        hxp_status status = compare_all(analysis, error);
        if (status != HXP_OK)
            return status;
    }
    for (size_t i = 0; i < analysis->count; i++) {
        const waiting *item = &analysis->items[i];
        count(item->counts, band_of(item->score), &item->content);
    }
    analysis->count = 0;
    return HXP_OK;
}

void hxp_analysis_free(hxp_analysis *analysis)
{
    if (!analysis)
        return;
    hxp_hash_map_free(&analysis->seen);
    hxp_buffer_free(&analysis->bytes);
    hxp_arena_free(&analysis->arena);
    hxp_caseless_free(analysis->caseless);
    hxp_characters_free(&analysis->query);
    free(analysis->items);
    free(analysis);
}
