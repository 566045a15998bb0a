/* oom_memory.c - stores when memory runs out; what SQLite and libpq allocate
 * for themselves does not fail. */
#include "oom.h"
#include "store.h"

#include "base/str.h"

#include <hexapla/formats.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <unistd.h>

#include <cmocka.h>

static const char units[] =
    "<tmx version=\"1.4\"><header creationtool=\"a\" "
    "creationtoolversion=\"b\" segtype=\"block\" o-tmf=\"c\" adminlang=\"en\" "
    "srclang=\"en\" datatype=\"d\"><note>n</note></header><body>"
    "<tu tuid=\"1\"><prop type=\"p\">1</prop><tuv xml:lang=\"en\"><seg>a "
    "<ph x=\"1\">c<sub>d</sub></ph></seg></tuv><tuv xml:lang=\"nl\"><seg>b"
    "</seg></tuv></tu><tu><tuv xml:lang=\"en\"><seg>c</seg></tuv>"
    "<tuv xml:lang=\"nl\"><seg>d</seg></tuv></tu></body></tmx>";

/** Make a store, fill it and read it. */
static hxp_status use_store(void *context, hxp_error *error)
{
    hxp_memory *memory;
    hxp_memory_counts counts;
    hxp_output *output = NULL;
    (void)context;
    store_remove();
    hxp_status status =
        hxp_memory_open(&memory, store_name(), HXP_MEMORY_CREATE, error);
    if (status != HXP_OK)
        return status;
    for (int i = 0; status == HXP_OK && i < 2; i++)
        status = store_add(memory, "m", hxp_str_of(units), &counts, error);
    if (status == HXP_OK)
        status = hxp_output_memory(&output, error);
    if (status == HXP_OK)
        status = store_export(output, memory, NULL, "tmx", error);
    hxp_output_close(output);
    hxp_memory_close(memory);
    return status;
}

/** Look up in the store that use_store() made, its index new and old. */
static hxp_status look_up(void *context, hxp_error *error)
{
    hxp_memory *memory;
    hxp_lookup *lookup = NULL;
    hxp_lookup_options options = HXP_LOOKUP_OPTIONS_INIT;
    hxp_error none;
    const hxp_match *matches;
    size_t count;
    hxp_query query = { .content = { .text = HXP_STR("a c\xC3\xA9") },
                        .in_context = true };
    (void)context;
    if (store_index())
        (void)unlink(store_index());
    options.from = "en";
    options.to = "nl";
    options.min = 30;
    hxp_status status =
        hxp_memory_open(&memory, store_name(), HXP_MEMORY_READ, error);
    if (status != HXP_OK)
        return status;
    for (int i = 0; status == HXP_OK && i < 2; i++) {
        status = hxp_lookup_new(&lookup, memory, &options, error);
        if (status == HXP_OK)
            status = hxp_lookup_find(&matches, &count, lookup, &query, error);
        hxp_lookup_free(lookup);
        lookup = NULL;
    }
    options.to = "fr";
    options.none = &none;
    if (status == HXP_OK)
        status = hxp_lookup_new(&lookup, memory, &options, error);
    hxp_lookup_free(lookup);
    hxp_memory_close(memory);
    return status;
}

/** Count a file by the store that use_store() made. */
static hxp_status count_file(hxp_lookup *lookup, hxp_error *error)
{
    static const char text[] = "en\tnl\na\t\na c\t\na c d\t\na c d\t\n";
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_analysis_counts counts;
    hxp_analysis *analysis;
    hxp_unit_sink *sink = NULL;
    hxp_input *input = NULL;
    reading.format = "tsv";
    hxp_status status = hxp_analysis_new(&analysis, lookup, true, error);
    if (status == HXP_OK)
        status = hxp_analysis_file_new(&sink, analysis, "en", &counts, error);
    if (status == HXP_OK)
        status = hxp_input_memory(&input, hxp_str_of(text), "test", error);
    if (status == HXP_OK)
        status = hxp_read_units(input, &reading, sink, error);
    if (status == HXP_OK)
        status = hxp_analysis_finish(analysis, error);
    hxp_input_close(input);
    if (sink)
        sink->close(sink);
    hxp_analysis_free(analysis);
    return status;
}

/** Translate a file by the store. */
static hxp_status translate_file(hxp_lookup *lookup, hxp_error *error)
{
    static const char text[] = "en\tnl\na\t\na 12\t\nc\td\n";
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_pretranslate_options options = HXP_PRETRANSLATE_OPTIONS_INIT;
    hxp_write_options writing = { .format = "xliff" };
    hxp_pretranslation_counts counts = { 0, 0, 0, 0, 0 };
    hxp_unit_sink *writer = NULL, *filter = NULL;
    hxp_input *input = NULL;
    hxp_output *output = NULL;
    reading.format = "tsv";
    options.from = "en";
    options.to = "nl";
    options.counts = &counts;
    options.xliff = true;
    hxp_status status = hxp_output_memory(&output, error);
    if (status == HXP_OK)
        status = hxp_unit_writer_new(&writer, output, &writing, error);
    if (status == HXP_OK)
        status = hxp_pretranslate_new(&filter, writer, lookup, &options, error);
    if (status == HXP_OK)
        status = hxp_input_memory(&input, hxp_str_of(text), "test", error);
    if (status == HXP_OK)
        status = hxp_read_units(input, &reading, filter, error);
    if (status == HXP_OK)
        status = writer->end(writer, error);
    hxp_input_close(input);
    if (filter)
        filter->close(filter);
    else if (writer)
        writer->close(writer);
    hxp_output_close(output);
    return status;
}

/** Search in the store, by a phrase and by an expression. */
static hxp_status search_store(hxp_memory *memory, hxp_error *error)
{
    hxp_search_options options = HXP_SEARCH_OPTIONS_INIT;
    const hxp_occurrence *items;
    size_t count;
    hxp_status status = HXP_OK;
    options.language = "en";
    options.other = "nl";
    options.memory = "m";
    for (int i = 0; status == HXP_OK && i < 2; i++) {
        hxp_search *search;
        options.regex = i == 1;
        status = hxp_search_new(&search, memory, &options, error);
        if (status == HXP_OK)
            status = hxp_search_find(&items, &count, search,
                                     HXP_STR("a\xCC\x81*"), error);
        hxp_search_free(search);
    }
    return status;
}

static hxp_status use_files(void *context, hxp_error *error)
{
    hxp_memory *memory;
    hxp_lookup *lookup = NULL;
    hxp_lookup_options options = HXP_LOOKUP_OPTIONS_INIT;
    (void)context;
    options.from = "en";
    options.to = "nl";
    options.min = 50;
    hxp_status status =
        hxp_memory_open(&memory, store_name(), HXP_MEMORY_READ, error);
    if (status == HXP_OK)
        status = hxp_lookup_new(&lookup, memory, &options, error);
    if (status == HXP_OK)
        status = count_file(lookup, error);
    if (status == HXP_OK)
        status = translate_file(lookup, error);
    if (status == HXP_OK)
        status = search_store(memory, error);
    hxp_lookup_free(lookup);
    hxp_memory_close(memory);
    return status;
}

static void test_store(void **state)
{
    (void)state;
    oom_each(use_store, NULL);
    oom_each(look_up, NULL);
    if (store_is_file()) /* what else it asks of a store is asked above */
        oom_each(use_files, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_store) };
    return cmocka_run_group_tests_name("oom memory", tests, store_set_up,
                                       store_tear_down);
}
