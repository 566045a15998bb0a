/* oom_filter.c - the filters of units when memory runs out. */
#include "base/str.h"
#include "chain.h"
#include "oom.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#define TEXTS(...)                                                             \
    {                                                                          \
        (const char *const[]){ __VA_ARGS__ },                                  \
            sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *)      \
    }

/* What there is to copy, change and remember. */
static const char memory[] =
    "<tmx version=\"1.4\" xmlns:e=\"urn:e\"><header creationtool=\"a\" "
    "creationtoolversion=\"b\" segtype=\"block\" o-tmf=\"c\" adminlang=\"en\" "
    "srclang=\"en\" datatype=\"d\" creationid=\"anna\"><note>n</note>"
    "<ude name=\"u\"><map unicode=\"#xE000\" code=\"1\"/></ude></header><body>"
    "<tu tuid=\"1\" creationid=\"ben\" changedate=\"20240101T000000Z\">"
    "<prop type=\"p\">1</prop><tuv xml:lang=\"en\"><seg>a <ph x=\"1\">c<sub>d"
    "</sub></ph> 1,000</seg></tuv><tuv xml:lang=\"nl\" changeid=\"anna\">"
    "<note>m</note><seg>b <ph x=\"1\">c</ph> 1.000</seg></tuv></tu>"
    "<tu tuid=\"2\" e:u=\"1\"><tuv xml:lang=\"en\"><seg>a <ph x=\"1\">c"
    "<sub>d</sub></ph> 1,000</seg></tuv><tuv xml:lang=\"fr\"><seg>e 1</seg>"
    "</tuv><tuv xml:lang=\"nl\"><seg>f</seg></tuv></tu>"
    "</body></tmx>";

static hxp_status run(void *context, hxp_error *error)
{
    hxp_output *output;
    hxp_status status = hxp_output_memory(&output, error);
    if (status != HXP_OK)
        return status;
    status = chain_run(output, hxp_str_of(memory), context, error);
    hxp_output_close(output);
    return status;
}

static void test_filters(void **state)
{
    hxp_select_options select = { .matches = TEXTS("a", "\\d"),
                                  .properties = TEXTS("p~1", "q!=2"),
                                  .languages = TEXTS("en", "nl"),
                                  .only_languages = true,
                                  .invert = false };
    hxp_languages_options languages = { .map = TEXTS("en=en-GB"),
                                        .normalise = true };
    hxp_anonymise_options anonymise = { .properties = TEXTS("p") };
    filter_chain chains[] = {
        { chain_select, &select, "tmx", "tmx" },
        { chain_languages, &languages, "tmx", "tmx" },
        { chain_anonymise, &anonymise, "tmx", "tmx" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof chains / sizeof chains[0]; i++)
        oom_each(run, &chains[i]);
}

static hxp_status read_into(hxp_unit_sink *sink, hxp_error *error)
{
    hxp_read_options reading = { .format = "tmx" };
    hxp_input *input;
    hxp_status status =
        hxp_input_memory(&input, hxp_str_of(memory), "test", error);
    if (status != HXP_OK)
        return status;
    status = hxp_read_units(input, &reading, sink, error);
    hxp_input_close(input);
    return status;
}

/** A writer of TMX to *output. */
static hxp_status new_writer(hxp_unit_sink **writer, hxp_output **output,
                             hxp_error *error)
{
    hxp_write_options writing = { .format = "tmx" };
    *writer = NULL;
    hxp_status status = hxp_output_memory(output, error);
    if (status == HXP_OK)
        status = hxp_unit_writer_new(writer, *output, &writing, error);
    return status;
}

static hxp_status clean(void *context, hxp_error *error)
{
    hxp_output *output = NULL, *waste = NULL;
    hxp_unit_sink *sink = NULL, *filter;
    hxp_clean_options options = { .rules = TEXTS("all") };
    (void)context;
    hxp_status status = hxp_locales_open(
        &options.locales, SOURCE_DIR "/tests/oom/locales", error);
    if (status == HXP_OK)
        status = new_writer(&sink, &output, error);
    if (status == HXP_OK)
        status = new_writer(&options.rejects, &waste, error);
    if (status == HXP_OK)
        status = hxp_clean_new(&filter, sink, &options, error);
    if (status == HXP_OK) {
        sink = filter;
        status = read_into(sink, error);
    }
    if (sink)
        sink->close(sink);
    if (options.rejects)
        options.rejects->close(options.rejects);
    hxp_output_close(output);
    hxp_output_close(waste);
    hxp_locales_free(options.locales);
    return status;
}

static void test_clean(void **state)
{
    (void)state;
    oom_each(clean, NULL);
}

static hxp_status ignore(hxp_finding_sink *sink, const hxp_finding *finding,
                         hxp_error *error)
{
    (void)sink;
    (void)finding;
    (void)error;
    return HXP_OK;
}

static hxp_status merge(void *context, hxp_error *error)
{
    hxp_finding_sink findings = { ignore, NULL, NULL };
    hxp_merge_options options = { *(hxp_merge_keep *)context, &findings, NULL };
    hxp_output *output = NULL;
    hxp_unit_sink *writer;
    hxp_merger *merger = NULL;
    hxp_status status = new_writer(&writer, &output, error);
    if (status == HXP_OK)
        status = hxp_merger_new(&merger, writer, &options, error);
    if (status != HXP_OK && writer)
        writer->close(writer);
    if (status == HXP_OK && options.keep == HXP_KEEP_NEWEST)
        status = read_into(hxp_merger_dates(merger), error);
    for (int i = 0; status == HXP_OK && i < 2; i++)
        status = read_into(hxp_merger_units(merger), error);
    if (status == HXP_OK)
        status = hxp_merger_end(merger, error);
    hxp_merger_free(merger);
    hxp_output_close(output);
    return status;
}

static void test_merge(void **state)
{
    (void)state;
    for (hxp_merge_keep keep = HXP_KEEP_FIRST; keep <= HXP_KEEP_ALL; keep++)
        oom_each(merge, &keep);
}

static hxp_status join(void *context, hxp_error *error)
{
    hxp_join_options options = { .pivot = context };
    hxp_output *output = NULL;
    hxp_unit_sink *writer;
    hxp_joiner *joiner = NULL;
    hxp_status status = new_writer(&writer, &output, error);
    if (status == HXP_OK)
        status = hxp_joiner_new(&joiner, writer, &options, error);
    if (status != HXP_OK && writer)
        writer->close(writer);
    for (int i = 0; status == HXP_OK && i < 2; i++)
        status = read_into(hxp_joiner_units(joiner), error);
    if (status == HXP_OK)
        status = hxp_joiner_end(joiner, error);
    hxp_joiner_free(joiner);
    hxp_output_close(output);
    return status;
}

static void test_join(void **state)
{
    char dutch[] = "nl";
    (void)state;
    oom_each(join, NULL);
    oom_each(join, dutch);
}

static hxp_status open_part(hxp_unit_sink **out, void *context, hxp_str name,
                            hxp_error *error)
{
    hxp_write_options writing = { .format = "tmx" };
    (void)name;
    return hxp_unit_writer_new(out, context, &writing, error);
}

static hxp_status split(void *context, hxp_error *error)
{
    hxp_split_options options = { .by = *(hxp_split_by *)context,
                                  .most = 1,
                                  .property = "p",
                                  .open = open_part };
    hxp_output *output;
    hxp_unit_sink *splitter;
    hxp_status status = hxp_output_memory(&output, error);
    if (status != HXP_OK)
        return status;
    options.context = output;
    status = hxp_split_new(&splitter, &options, error);
    if (status == HXP_OK) {
        status = read_into(splitter, error);
        splitter->close(splitter);
    }
    hxp_output_close(output);
    return status;
}

static void test_split(void **state)
{
    hxp_split_by ways[] = { HXP_SPLIT_UNITS, HXP_SPLIT_PAIRS,
                            HXP_SPLIT_PROPERTY };
    (void)state;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
        oom_each(split, &ways[i]);
}

static hxp_status count(void *context, hxp_error *error)
{
    hxp_unit_sink *sink;
    (void)context;
    hxp_status status = hxp_stats_new(&sink, error);
    if (status != HXP_OK)
        return status;
    status = read_into(sink, error);
    sink->close(sink);
    return status;
}

static void test_stats(void **state)
{
    (void)state;
    oom_each(count, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_filters), cmocka_unit_test(test_clean),
        cmocka_unit_test(test_merge),   cmocka_unit_test(test_join),
        cmocka_unit_test(test_split),   cmocka_unit_test(test_stats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
