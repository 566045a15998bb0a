/* bench_terms.c - checks made-up units against a made-up termbase; tells the
 * CPU time of the check alone, and the memory of the whole. */
#include "base/array.h"
#include "base/str.h"

#include <hexapla/check.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

/* Words of a language, words of a segment, segments held at once. */
enum { WORDS = 20000, LENGTH = 18, BATCH = 1000 };

static uint64_t seed = 1;

/** A number from 0 to below limit, the same in every run. */
static size_t draw(size_t limit)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (size_t)(seed >> 11) % limit;
}

static void need(bool truth)
{
    if (!truth) {
        fprintf(stderr, "bench_terms: failed\n");
        exit(2);
    }
}

/** Put word number of a language, with one of its endings, into made. */
static size_t put_word(char *made, size_t number, const char *endings[4],
                       const char *syllables[16])
{
    char *at = made;
    for (size_t rest = number + 16; rest > 0; rest /= 16)
        at = stpcpy(at, syllables[rest % 16]);
    at = stpcpy(at, endings[draw(4)]);
    *at++ = ' ';
    *at = '\0';
    return (size_t)(at - made);
}

static const char *sources[16] = { "ba",  "ter", "con", "li",  "sto", "men",
                                   "pra", "hu",  "der", "fin", "go",  "res",
                                   "ty",  "wa",  "spe", "nu" };
static const char *targets[16] = { "be",   "tor", "ver", "lij", "sta", "moe",
                                   "prij", "hui", "dan", "voe", "gel", "ren",
                                   "tij",  "waa", "spo", "nie" };
static const char *source_endings[4] = { "", "s", "", "ed" };
static const char *target_endings[4] = { "", "en", "s", "e" };
static const char *none[4] = { "", "", "", "" };

/** Rare words are many: as in texts. */
static size_t draw_word(void)
{
    size_t range = (size_t)1 << (3 + draw(12));
    return draw(range < WORDS ? range : WORDS);
}

/** Fill the termbase with concepts of one to three words. */
static hxp_termbase *make_termbase(size_t concepts)
{
    hxp_termbase *termbase;
    need(hxp_termbase_new(&termbase, NULL) == HXP_OK);
    for (size_t i = 0; i < concepts; i++) {
        char text[2][256];
        size_t len[2] = { 0, 0 };
        for (size_t words = 1 + draw(3); words > 0; words--) {
            size_t word = 100 + draw(WORDS - 100);
            len[0] += put_word(text[0] + len[0], word, none, sources);
            len[1] += put_word(text[1] + len[1], word, none, targets);
        }
        const hxp_term terms[] = {
            { .text = { text[0], len[0] - 1 }, .language = HXP_STR("en") },
            { .text = { text[1], len[1] - 1 }, .language = HXP_STR("nl") }
        };
        const hxp_concept concept = { .terms = terms, .term_count = 2 };
        need(hxp_termbase_add(termbase, &concept, NULL) == HXP_OK);
    }
    return termbase;
}

/** A findings sink that counts. */
typedef struct counter {
    hxp_finding_sink sink;
    size_t count;
} counter;

static hxp_status count(hxp_finding_sink *sink, const hxp_finding *finding,
                        hxp_error *error)
{
    counter *self = (counter *)sink;
    (void)finding;
    (void)error;
    self->count++;
    return HXP_OK;
}

/** Make a sentence pair; the buffers grow, segments point into them later. */
static void make_pair(char source[], char target[])
{
    size_t len[2] = { 0, 0 };
    for (int i = 0; i < LENGTH; i++) {
        size_t word = draw_word();
        len[0] += put_word(source + len[0], word, source_endings, sources);
        len[1] += put_word(target + len[1], draw(10) ? word : draw_word(),
                           target_endings, targets);
    }
    source[len[0] - 1] = target[len[1] - 1] = '.';
}

static double cpu(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/** CONCEPTS SEGMENTS. */
int main(int argc, char **argv)
{
    static char texts[BATCH][2][LENGTH * 48];
    hxp_locales *locales;
    hxp_unit_sink *checker;
    counter found = { .sink = { count, NULL, NULL } };
    double spent = 0, start;
    need(argc == 3);
    size_t segments = strtoul(argv[2], NULL, 10);
    hxp_termbase *termbase = make_termbase(strtoul(argv[1], NULL, 10));
    need(hxp_locales_open(&locales, NULL, NULL) == HXP_OK);
    static const char *const off[] = { "seg" };
    hxp_check_options options = { .locales = locales,
                                  .termbase = termbase,
                                  .disabled = off,
                                  .disabled_count = 1 };
    hxp_unit_header header = { .source_language = HXP_STR("en") };
    need(hxp_checker_new(&checker, &found.sink, &options, NULL) == HXP_OK);
    need(checker->begin(checker, &header, NULL) == HXP_OK);
    for (size_t done = 0; done < segments; done += BATCH) {
        for (size_t i = 0; i < BATCH; i++)
            make_pair(texts[i][0], texts[i][1]);
        start = cpu();
        for (size_t i = 0; i < BATCH; i++) {
            const hxp_variant pair[] = {
                { .language = HXP_STR("en"),
                  .content = { .text = hxp_str_of(texts[i][0]) } },
                { .language = HXP_STR("nl"),
                  .content = { .text = hxp_str_of(texts[i][1]) } }
            };
            const hxp_unit unit = { .variants = pair, .variant_count = 2 };
            need(checker->unit(checker, &unit, NULL) == HXP_OK);
        }
        spent += cpu() - start;
    }
    start = cpu();
    need(checker->end(checker, NULL) == HXP_OK);
    spent += cpu() - start;
    checker->close(checker);
    hxp_termbase_free(termbase);
    hxp_locales_free(locales);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%s concepts, %s segments: %.2f s CPU, %ld MB, %zu findings\n",
           argv[1], argv[2], spent, usage.ru_maxrss / 1024, found.count);
    return 0;
}
