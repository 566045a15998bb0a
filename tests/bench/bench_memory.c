/* bench_memory.c - fuzzy look-up in a store: how long it takes, and whether it
 * finds what a scan of all texts finds; and how long searching takes.
 *
 * bench_memory STORE FROM TO QUERIES [SCANNED]: QUERIES has a query a line; the
 * first SCANNED (50) of them are compared with scans, and all are added, one by
 * one. Times are CPU times in milliseconds of this one thread. */
#include "base/array.h"
#include "base/input.h"
#include "base/str.h"
#include "memory/follow.h"
#include "text/utf8.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { TOP = 5, SCANNED = 50 };

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void stop_at(hxp_status status, const hxp_error *error)
{
    if (status == HXP_OK)
        return;
    fprintf(stderr, "bench_memory: %s%s%s\n", error->file,
            error->file[0] ? ": " : "", error->message);
    exit(1);
}

/** What is measured with. */
typedef struct bench {
    hxp_memory *memory;
    const char *from, *to;
    hxp_buffer bytes;
    hxp_str *queries;
    size_t count;
    double *times;
    hxp_following following;
    hxp_caseless *caseless;
} bench;

static void read_queries(bench *self, const char *path)
{
    hxp_input *input;
    hxp_error error;
    hxp_str rest, line;
    size_t room = 0;
    stop_at(hxp_input_open(&input, path, &error), &error);
    stop_at(hxp_input_read_all(input, &self->bytes, (size_t)1 << 30, &error),
            &error);
    hxp_input_close(input);
    rest = hxp_buffer_str(&self->bytes);
    while (hxp_line_cut(&rest, &line)) {
        if (!hxp_array_reserve(&self->queries, &room, self->count + 1,
                               sizeof *self->queries))
            exit(1);
        self->queries[self->count++] = line;
    }
    self->times = calloc(self->count + 1, sizeof *self->times);
}

static int by_size(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void report(bench *self, const char *what, size_t found)
{
    double sum = 0;
    size_t n = self->count;
    for (size_t i = 0; i < n; i++)
        sum += self->times[i];
    qsort(self->times, n, sizeof *self->times, by_size);
    printf("%-28s mean %7.3f  p50 %7.3f  p90 %7.3f  p99 %7.3f  max %8.3f  "
           "%zu queries, %zu matches\n",
           what, sum / (double)n, self->times[n / 2], self->times[n * 9 / 10],
           self->times[n * 99 / 100], self->times[n - 1], n, found);
}

static hxp_lookup *open_lookup(const bench *self, hxp_similarity_kind by,
                               unsigned min)
{
    hxp_lookup_options options = HXP_LOOKUP_OPTIONS_INIT;
    hxp_lookup *lookup;
    hxp_error error;
    options.from = self->from;
    options.to = self->to;
    options.min = min;
    options.by = by;
    options.top = TOP;
    stop_at(hxp_lookup_new(&lookup, self->memory, &options, &error), &error);
    return lookup;
}

/** Whole look-ups: matches with their texts. */
static void measure_lookups(bench *self, hxp_similarity_kind by, unsigned min,
                            const char *what)
{
    hxp_lookup *lookup = open_lookup(self, by, min);
    size_t found = 0;
    for (size_t i = 0; i < self->count; i++) {
        const hxp_match *matches;
        size_t count;
        hxp_error error;
        hxp_query query = { .content = { .text = self->queries[i] } };
        double start = now();
        stop_at(hxp_lookup_find(&matches, &count, lookup, &query, &error),
                &error);
        self->times[i] = now() - start;
        found += count;
    }
    report(self, what, found);
    hxp_lookup_free(lookup);
}

/* --- Finding alone, and scans --------------------------------------------- */

static hxp_status give_nothing(void *context, hxp_characters *characters,
                               const hxp_hit *hit, hxp_error *error)
{
    (void)context;
    (void)hit;
    (void)error;
    characters->count = 0;
    return HXP_OK;
}

static hxp_finder new_finder(const bench *self, hxp_similarity_kind by,
                             bool *wanted, const hxp_kernels *kernels)
{
    const hxp_index *index = &self->following.parts[0];
    memset(wanted, true, index->class_count);
    return (hxp_finder){ .kernels = kernels,
                         .parts = { index },
                         .wanted = { wanted },
                         .give = give_nothing,
                         .by = by };
}

static void measure_finding(bench *self, hxp_similarity_kind by,
                            const hxp_kernels *kernels, const char *what)
{
    static bool wanted[HXP_INDEX_CLASSES];
    hxp_finder finder = new_finder(self, by, wanted, kernels);
    hxp_characters query = { NULL, 0, 0 };
    hxp_error error;
    char name[64];
    size_t found = 0;
    for (size_t i = 0; i < self->count; i++) {
        double start = now();
        stop_at(
            hxp_caseless_make(&query, self->caseless, self->queries[i], &error),
            &error);
        stop_at(
            hxp_find(&finder, &query, (hxp_difference){ 30, 100 }, TOP, &error),
            &error);
        self->times[i] = now() - start;
        found += finder.count;
    }
    snprintf(name, sizeof name, "%s, %s", what, kernels->name);
    report(self, name, found);
    hxp_finder_free(&finder);
    hxp_characters_free(&query);
}

/** Keep the best of a scan. */
static void keep(hxp_difference best[TOP], size_t *count, hxp_difference found)
{
    if (*count == TOP && !hxp_difference_below(found, best[TOP - 1]))
        return;
    size_t at = *count < TOP ? (*count)++ : TOP - 1;
    for (; at > 0 && hxp_difference_below(found, best[at - 1]); at--)
        best[at] = best[at - 1];
    best[at] = found;
}

/** Compare the query with every text of the index. */
static size_t scan(hxp_difference best[TOP], hxp_finder *finder)
{
    const hxp_index *index = finder->parts[0];
    size_t count = 0, query = finder->query->count;
    hxp_pattern *pattern = &finder->character_pattern;
    uint32_t text[HXP_LENGTH_LIMIT];
    hxp_error error;
    finder->index = index;
    for (uint32_t c = 0; c < index->header.cells; c++) {
        const hxp_cell *cell = &index->cells[c];
        size_t longer = query > cell->length ? query : cell->length;
        size_t most = longer * 30 / 100, words;
        size_t more = cell->words > finder->tokens.count ? cell->words
                                                         : finder->tokens.count;
        for (uint32_t i = cell->first; i < hxp_cell_end(index, cell); i++) {
            uint8_t room[HXP_TEXT_ROOM];
            const uint8_t *symbols = hxp_index_text(index, cell, i, room);
            hxp_difference found = { (uint32_t)longer, (uint32_t)longer };
            for (size_t k = 0; k < cell->length; k++)
                text[k] = symbols[k];
            if (finder->by == HXP_BY_CHARACTERS &&
                longer - (query < cell->length ? query : cell->length) <= most)
                found.distance = (uint32_t)hxp_pattern_distance(
                    pattern, text, cell->length, most);
            if (finder->by == HXP_BY_WORDS) {
                stop_at(hxp_find_word_distance(
                            &words, finder,
                            (hxp_index_row){ symbols, cell->length }, more,
                            &error),
                        &error);
                found = (hxp_difference){ (uint32_t)words, (uint32_t)more };
                most = more * 30 / 100;
            }
            if (found.distance <= most)
                keep(best, &count, found);
        }
    }
    return count;
}

/** Compare what is found with what scans find. */
static void measure_recall(bench *self, hxp_similarity_kind by, size_t scanned,
                           const char *what)
{
    static bool wanted[HXP_INDEX_CLASSES];
    hxp_finder finder = new_finder(self, by, wanted, hxp_kernels_at(0));
    hxp_characters query = { NULL, 0, 0 };
    hxp_error error;
    size_t expected = 0, found = 0, with_hits = 0;
    for (size_t i = 0; i < self->count && i < scanned; i++) {
        hxp_difference best[TOP];
        stop_at(
            hxp_caseless_make(&query, self->caseless, self->queries[i], &error),
            &error);
        stop_at(
            hxp_find(&finder, &query, (hxp_difference){ 30, 100 }, TOP, &error),
            &error);
        size_t count = query.count > 0 ? scan(best, &finder) : 0;
        expected += count;
        with_hits += count > 0;
        for (size_t k = 0; k < count && k < finder.count; k++)
            found += finder.hits[k].best.distance * best[k].longer ==
                     best[k].distance * finder.hits[k].best.longer;
    }
    printf("%-28s %zu of %zu scores are those of a scan; %zu queries of %zu "
           "have a match: recall %.4f\n",
           what, found, expected, with_hits,
           scanned < self->count ? scanned : self->count,
           expected ? (double)found / (double)expected : 1.0);
    hxp_finder_free(&finder);
    hxp_characters_free(&query);
}

/* --- Adding --------------------------------------------------------------- */

static double clock_time(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/** Add one unit, as a file of its own. */
static hxp_status add_one(hxp_memory *memory, const bench *self, hxp_str text,
                          hxp_error *error)
{
    hxp_unit_sink *sink;
    hxp_memory_counts counts = { 0, 0, 0, 0 };
    hxp_unit_header header = { .source_language = hxp_str_of(self->from) };
    hxp_variant variants[] = {
        { .language = hxp_str_of(self->from), .content = { .text = text } },
        { .language = hxp_str_of(self->to), .content = { .text = text } }
    };
    hxp_unit unit = { .variants = variants, .variant_count = 2 };
    hxp_status status =
        hxp_memory_add_new(&sink, memory, "bench", &counts, error);
    if (status != HXP_OK)
        return status;
    status = sink->begin(sink, &header, error);
    if (status == HXP_OK)
        status = sink->unit(sink, &unit, error);
    if (status == HXP_OK)
        status = sink->end(sink, error);
    sink->close(sink);
    return status;
}

/** What the disk itself takes for as much as a unit costs SQLite's log. */
static void measure_writes(bench *self, const char *path)
{
    enum { PAGES = 5, PAGE = 4120, SIZE = 1000 };
    static const char page[PAGE];
    char *name = calloc(strlen(path) + 8, 1);
    if (!name)
        exit(1);
    strcat(strcat(name, path), ".bare");
    int file = open(name, O_RDWR | O_CREAT | O_TRUNC, 0600);
    bool done = file >= 0;
    for (int i = 0; done && i < SIZE; i++)
        done = pwrite(file, page, PAGE, (off_t)i * PAGE) == PAGE;
    done = done && fsync(file) == 0;
    for (size_t i = 0; done && i < self->count; i++) {
        double start = clock_time();
        for (size_t k = i * PAGES; done && k < (i + 1) * PAGES; k++)
            done = pwrite(file, page, PAGE, (off_t)(k % SIZE) * PAGE) == PAGE;
        done = done && fdatasync(file) == 0;
        self->times[i] = clock_time() - start;
    }
    if (done)
        report(self, "bare writes, by the clock", 0);
    else
        perror(name);
    if (file >= 0)
        (void)close(file);
    (void)unlink(name);
    free(name);
}

/** Units that are added one by one, each kept for good; by the clock. */
static void measure_adds(bench *self, const char *path)
{
    hxp_memory *memory;
    hxp_error error;
    stop_at(hxp_memory_open(&memory, path, HXP_MEMORY_WRITE, &error), &error);
    for (size_t i = 0; i < self->count; i++) {
        double start = clock_time();
        stop_at(add_one(memory, self, self->queries[i], &error), &error);
        self->times[i] = clock_time() - start;
    }
    report(self, "single adds, by the clock", 0);
    hxp_memory_close(memory);
}

/* --- Searching ------------------------------------------------------------ */

/** What is searched for of a query. */
typedef enum search_kind {
    TWO_WORDS,    /* that stand side by side in it */
    PREFIX,       /* the beginning of its longest word */
    STRANGE_WORDS /* words of two queries, which hardly any text has */
} search_kind;

/** Word number n of text, or the last one there is; at most 40 bytes. */
static hxp_str word_of(hxp_str text, size_t n)
{
    hxp_str word = { "", 0 }, next;
    for (size_t i = 0; i <= n && hxp_str_cut(&text, ' ', &next); i++)
        if (next.len > 0 && next.len < 40)
            word = next;
    return word;
}

static hxp_str longest_word(hxp_str text)
{
    hxp_str longest = { "", 0 }, next;
    while (hxp_str_cut(&text, ' ', &next))
        if (next.len > longest.len && next.len < 40)
            longest = next;
    return longest;
}

static void make_phrase(char phrase[100], const bench *self, search_kind kind,
                        size_t i)
{
    hxp_str text = self->queries[i];
    hxp_str other = self->queries[(i + self->count / 2) % self->count];
    hxp_str first = word_of(text, i % 5);
    hxp_str second = word_of(kind == STRANGE_WORDS ? other : text, i % 5 + 1);
    if (kind == PREFIX) {
        hxp_str word = longest_word(text);
        size_t len = 0;
        for (size_t n = 0; len < word.len && n < 2 + i % 4; n++)
            (void)hxp_utf8_next(word, &len);
        snprintf(phrase, 100, "%.*s*", (int)len, word.ptr);
    } else {
        snprintf(phrase, 100, "%.*s %.*s", HXP_FMT(first), HXP_FMT(second));
    }
}

static void measure_search(bench *self, search_kind kind, bool accents,
                           const char *what)
{
    hxp_search_options options = HXP_SEARCH_OPTIONS_INIT;
    hxp_search *search;
    hxp_error error;
    size_t found = 0;
    options.language = self->from;
    options.other = self->to;
    options.accents = accents;
    stop_at(hxp_search_new(&search, self->memory, &options, &error), &error);
    for (size_t i = 0; i < self->count; i++) {
        char phrase[100];
        const hxp_occurrence *items;
        size_t count = 0;
        make_phrase(phrase, self, kind, i);
        double start = now();
        /* what is no phrase is not found */
        (void)hxp_search_find(&items, &count, search, hxp_str_of(phrase), NULL);
        self->times[i] = now() - start;
        found += count;
    }
    report(self, what, found);
    hxp_search_free(search);
}

/* --- All of it ------------------------------------------------------------ */

/** Where the bytes of an index are, for each text. */
static void report_sizes(const hxp_index *index)
{
    hxp_index_layout at;
    double texts = index->header.texts;
    if (texts == 0 || !hxp_index_layout_of(&at, &index->header))
        return;
    enum { PARTS = 5 };
    const size_t starts[] = { at.signatures, at.ids,   at.text,
                              at.words,      at.lists, at.hash };
    const char *names[] = { "signatures", "ids and classes", "symbols", "words",
                            "lists" };
    for (size_t i = 0; i < PARTS; i++)
        printf("%s %.1f%s", names[i],
               (double)(starts[i + 1] - starts[i]) / texts,
               i + 1 < PARTS ? ", " : "\n");
}

static void open_index(bench *self, const char *path, const char *language)
{
    hxp_memory *memory;
    hxp_error error;
    struct rusage usage;
    stop_at(hxp_memory_open(&memory, path, HXP_MEMORY_READ, &error), &error);
    for (int again = 0; again < 2; again++) {
        double start = now();
        hxp_following_free(&self->following);
        stop_at(hxp_follow(&self->following, memory->store, language, &error),
                &error);
        double took = now() - start;
        uint32_t texts = self->following.parts[0].header.texts;
        printf("index of %u texts %s in %.0f ms: %.0f texts a second; %.1f "
               "bytes a text\n",
               texts, again ? "opened" : "made or opened", took,
               texts / took * 1e3,
               (double)self->following.parts[0].size / texts);
    }
    report_sizes(&self->following.parts[0]);
    hxp_memory_close(memory);
    getrusage(RUSAGE_SELF, &usage);
    printf("memory: %ld MB at most\n", usage.ru_maxrss / 1024);
}

int main(int argc, char **argv)
{
    bench self = { .memory = NULL };
    hxp_error error;
    if (argc < 5) {
        fprintf(stderr,
                "usage: bench_memory STORE FROM TO QUERIES [SCANNED]\n");
        return 2;
    }
    setvbuf(stdout, NULL, _IOLBF, 0);
    size_t scanned = argc > 5 ? strtoul(argv[5], NULL, 10) : SCANNED;
    self.from = argv[2];
    self.to = argv[3];
    read_queries(&self, argv[4]);
    stop_at(hxp_caseless_new(&self.caseless, &error), &error);
    open_index(&self, argv[1], self.from);
    stop_at(hxp_memory_open(&self.memory, argv[1], HXP_MEMORY_READ, &error),
            &error);
    measure_search(&self, TWO_WORDS, false, "search, two words");
    measure_search(&self, PREFIX, false, "search, prefix");
    measure_search(&self, STRANGE_WORDS, false, "search, strange words");
    measure_search(&self, STRANGE_WORDS, true, "the same with accents");
    for (size_t k = 0; hxp_kernels_at(k); k++)
        measure_finding(&self, HXP_BY_CHARACTERS, hxp_kernels_at(k),
                        "characters");
    measure_finding(&self, HXP_BY_WORDS, hxp_kernels_at(0), "words");
    measure_lookups(&self, HXP_BY_CHARACTERS, 70, "characters, with texts");
    measure_lookups(&self, HXP_BY_WORDS, 70, "words, with texts");
    measure_lookups(&self, HXP_BY_BOTH, 70, "both, with texts");
    measure_lookups(&self, HXP_BY_BOTH, 85, "both, with texts, min 85");
    measure_recall(&self, HXP_BY_CHARACTERS, scanned, "recall of characters");
    measure_recall(&self, HXP_BY_WORDS, scanned, "recall of words");
    hxp_memory_close(self.memory);
    measure_adds(&self, argv[1]);
    if (!strstr(argv[1], "://"))
        measure_writes(&self, argv[1]);
    hxp_following_free(&self.following);
    hxp_caseless_free(self.caseless);
    hxp_buffer_free(&self.bytes);
    free(self.queries);
    free(self.times);
    return 0;
}
