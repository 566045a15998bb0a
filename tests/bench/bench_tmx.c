/* bench_tmx.c - the CPU time of reading a TMX as a share of bare expat's. */
#include "base/array.h"
#include "base/str.h"

#include <hexapla/formats.h>

#include <expat.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_RUNS = 15, BUFFER = 1 << 16 };

static void fail(const char *what)
{
    fprintf(stderr, "bench_tmx: %s\n", what);
    _exit(2);
}

/* --- Bare expat, which copies the text of each seg ------------------------ */

typedef struct copier {
    hxp_buffer text;
    size_t units;
    bool in_seg;
} copier;

static void XMLCALL start(void *data, const XML_Char *name,
                          const XML_Char **attributes)
{
    copier *copy = data;
    (void)attributes;
    if (strcmp(name, "seg") == 0) {
        copy->in_seg = true;
        copy->text.len = 0;
    }
    copy->units += strcmp(name, "tu") == 0;
}

static void XMLCALL end(void *data, const XML_Char *name)
{
    copier *copy = data;
    if (strcmp(name, "seg") == 0)
        copy->in_seg = false;
}

static void XMLCALL text(void *data, const XML_Char *piece, int len)
{
    copier *copy = data;
    if (copy->in_seg &&
        !hxp_buffer_add(&copy->text, (hxp_str){ piece, (size_t)len }))
        fail("out of memory");
}

static void run_expat(const char *path)
{
    int file = open(path, O_RDONLY);
    copier copy = { .units = 0 };
    XML_Parser parser = XML_ParserCreate(NULL);
    ssize_t got = 1;
    if (file < 0 || !parser)
        fail("cannot begin");
    XML_SetUserData(parser, &copy);
    XML_SetElementHandler(parser, start, end);
    XML_SetCharacterDataHandler(parser, text);
    while (got > 0) {
        got = read(file, XML_GetBuffer(parser, BUFFER), BUFFER);
        if (got < 0 || !XML_ParseBuffer(parser, (int)got, got == 0))
            fail("cannot parse");
    }
    XML_ParserFree(parser);
    hxp_buffer_free(&copy.text);
    close(file);
}

/* --- Ours ----------------------------------------------------------------- */

/** Counts units; hands those it selects on if there is a next sink. */
typedef struct counter {
    hxp_unit_sink sink;
    hxp_unit_sink *next;
    size_t units;
} counter;

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    counter *count = (counter *)sink;
    return count->next ? count->next->begin(count->next, header, error)
                       : HXP_OK;
}

/** Select the units whose first variant has at least 40 bytes: most have. */
static hxp_status unit(hxp_unit_sink *sink, const hxp_unit *given,
                       hxp_error *error)
{
    counter *count = (counter *)sink;
    count->units++;
    if (!count->next || given->variant_count == 0 ||
        given->variants[0].content.text.len < 40)
        return HXP_OK;
    return count->next->unit(count->next, given, error);
}

static hxp_status end_units(hxp_unit_sink *sink, hxp_error *error)
{
    counter *count = (counter *)sink;
    return count->next ? count->next->end(count->next, error) : HXP_OK;
}

static void close_counter(hxp_unit_sink *sink)
{
    (void)sink;
}

static hxp_status ignore(hxp_finding_sink *sink, const hxp_finding *finding,
                         hxp_error *error)
{
    (void)sink;
    (void)finding;
    (void)error;
    return HXP_OK;
}

static void read_units(const char *path, hxp_finding_sink *findings,
                       hxp_unit_sink *next)
{
    counter count = { { begin, unit, end_units, close_counter }, next, 0 };
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    hxp_input *input;
    hxp_error error;
    options.format = "tmx";
    options.findings = findings;
    if (hxp_input_open(&input, path, &error) != HXP_OK ||
        hxp_read_units(input, &options, &count.sink, &error) != HXP_OK)
        fail(error.message);
    hxp_input_close(input);
}

static void run_count(const char *path)
{
    read_units(path, NULL, NULL);
}

static void run_validate(const char *path)
{
    hxp_finding_sink findings = { ignore, NULL, NULL };
    read_units(path, &findings, NULL);
}

static void run_write(const char *path)
{
    hxp_write_options options = HXP_WRITE_OPTIONS_INIT;
    hxp_output *output;
    hxp_unit_sink *writer = NULL;
    options.format = "tmx";
    if (hxp_output_open(&output, "/dev/null", NULL) != HXP_OK ||
        hxp_unit_writer_new(&writer, output, &options, NULL) != HXP_OK)
        fail("cannot write");
    read_units(path, NULL, writer);
    writer->close(writer);
    if (hxp_output_finish(output, NULL) != HXP_OK)
        fail("cannot write");
    hxp_output_close(output);
}

/* --- Measuring ------------------------------------------------------------ */

/** What is measured: name, what to run, and the share that is wanted. */
static const struct job {
    const char *name;
    void (*run)(const char *path);
    double want;
} jobs[] = {
    { "bare expat, copying text", run_expat, 1 },
    { "read and count", run_count, 0.85 },
    { "validate", run_validate, 0.6 },
    { "read, select, write", run_write, 0.45 },
};
enum { JOBS = sizeof jobs / sizeof jobs[0] };

/** CPU seconds of a run in a process of its own; *peak is its memory. */
static double measure(const struct job *job, const char *path, long *peak)
{
    struct rusage before, after;
    int status;
    getrusage(RUSAGE_CHILDREN, &before);
    pid_t child = fork();
    if (child == 0) {
        struct rusage own;
        job->run(path);
        getrusage(RUSAGE_SELF, &own);
        _exit(own.ru_maxrss < 16 * 1024 ? 0 : 1);
    }
    if (child < 0 || waitpid(child, &status, 0) != child ||
        !WIFEXITED(status) || WEXITSTATUS(status) > 1)
        fail("a run failed");
    getrusage(RUSAGE_CHILDREN, &after);
    *peak = after.ru_maxrss;
    return (double)(after.ru_utime.tv_sec - before.ru_utime.tv_sec) +
           (double)(after.ru_utime.tv_usec - before.ru_utime.tv_usec) / 1e6 +
           (double)(after.ru_stime.tv_sec - before.ru_stime.tv_sec) +
           (double)(after.ru_stime.tv_usec - before.ru_stime.tv_usec) / 1e6;
}

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

int main(int argc, char **argv)
{
    double seconds[JOBS][MOST_RUNS];
    long peak = 0;
    int runs = argc == 3 ? atoi(argv[2]) : 5;
    if (argc < 2 || runs < 1 || runs > MOST_RUNS)
        fail("usage: bench_tmx FILE [RUNS]");
    for (int run = 0; run < runs; run++)
        for (size_t i = 0; i < JOBS; i++)
            seconds[i][run] = measure(&jobs[i], argv[1], &peak);
    for (size_t i = 0; i < JOBS; i++)
        qsort(seconds[i], (size_t)runs, sizeof seconds[i][0], ascending);
    printf("%-28s\tCPU s\tshare\twanted\n", "TMX");
    for (size_t i = 0; i < JOBS; i++) {
        double median = seconds[i][runs / 2];
        printf("%-28s\t%.2f\t%.2f\t%.2f\n", jobs[i].name, median,
               seconds[0][runs / 2] / median, jobs[i].want);
    }
    printf("%-28s\t%ld KB\n", "most memory", peak);
    return 0;
}
