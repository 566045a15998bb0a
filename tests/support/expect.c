/* expect.c - reads, writes and compares for tests of formats and filters. */
#include "expect.h"

#include "base/input.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

hxp_output *new_output(void)
{
    hxp_output *output;
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    return output;
}

hxp_unit_sink *new_writer(hxp_output *output, const char *format)
{
    hxp_unit_sink *writer;
    hxp_write_options writing = { .format = format };
    assert_int_equal(hxp_unit_writer_new(&writer, output, &writing, NULL),
                     HXP_OK);
    return writer;
}

void read_into(hxp_unit_sink *sink, hxp_str bytes, const char *format)
{
    hxp_error error = { .status = HXP_OK };
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_input *input;
    reading.format = format;
    assert_int_equal(hxp_input_memory(&input, bytes, "test", NULL), HXP_OK);
    hxp_status status = hxp_read_units(input, &reading, sink, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, HXP_OK);
    hxp_input_close(input);
}

hxp_buffer load(const char *path)
{
    hxp_input *input;
    hxp_buffer bytes = { NULL, 0, 0 };
    assert_int_equal(hxp_input_open(&input, path, NULL), HXP_OK);
    assert_int_equal(hxp_input_read_all(input, &bytes, (size_t)1 << 24, NULL),
                     HXP_OK);
    hxp_input_close(input);
    return bytes;
}

/** Read bytes in chunks and show the units. */
static hxp_output *show_chunks(hxp_str bytes, const dump_options *options,
                               size_t chunk)
{
    dump_options with = *options;
    hxp_error error = { .status = HXP_OK };
    hxp_output *output = new_output();
    with.chunk = chunk;
    hxp_status status = dump_units(output, bytes, &with, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, HXP_OK);
    return output;
}

hxp_output *show(hxp_str bytes, const dump_options *options)
{
    dump_options silent = *options;
    hxp_output *output = show_chunks(bytes, options, options->chunk);
    silent.findings = NULL;
    for (size_t chunk = 1; chunk <= 7; chunk++) {
        hxp_output *other = show_chunks(bytes, &silent, chunk);
        if (!hxp_str_equal(hxp_output_bytes(output), hxp_output_bytes(other)))
            fail_msg("in chunks of %zu:\n%.*sat once:\n%.*s", chunk,
                     HXP_FMT(hxp_output_bytes(other)),
                     HXP_FMT(hxp_output_bytes(output)));
        hxp_output_close(other);
    }
    return output;
}

hxp_output *convert(hxp_str bytes, const dump_options *options, const char *to)
{
    hxp_error error = { .status = HXP_OK };
    hxp_output *output = new_output();
    hxp_status status = dump_convert(output, bytes, options, to, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, HXP_OK);
    return output;
}

void expect_text(hxp_output *output, const char *text)
{
    hxp_str found = hxp_output_bytes(output);
    if (!hxp_str_is(found, text))
        fail_msg("found\n%.*sexpected\n%s", HXP_FMT(found), text);
    hxp_output_close(output);
}

void expect_equal(hxp_output *a, hxp_output *b)
{
    hxp_str x = hxp_output_bytes(a), y = hxp_output_bytes(b);
    if (!hxp_str_equal(x, y))
        fail_msg("differ:\n%.*s\n%.*s", HXP_FMT(x), HXP_FMT(y));
    hxp_output_close(a);
    hxp_output_close(b);
}

void expect_fault(const char *format, hxp_str bytes, const char *fault)
{
    for (size_t chunk = 0; chunk <= 7; chunk++) {
        dump_options options = { .format = format, .chunk = chunk };
        hxp_error error = { .status = HXP_OK };
        hxp_output *output = new_output(), *told = new_output();
        dump_findings findings;
        char found[512];
        dump_findings_init(&findings, told);
        options.findings = &findings.sink;
        assert_int_equal(dump_units(output, bytes, &options, &error),
                         HXP_EINPUT);
        snprintf(found, sizeof found, "%zu:%zu error input.broken 0: %s\n",
                 error.place.line, error.place.column, error.message);
        assert_string_equal(found, fault);
        if (!hxp_str_ends(hxp_output_bytes(told), hxp_str_of(fault)))
            fail_msg("told\n%.*s", HXP_FMT(hxp_output_bytes(told)));
        hxp_output_close(told);
        hxp_output_close(output);
    }
}

void expect_findings(const dump_options *options, hxp_str bytes,
                     const char *expected)
{
    for (size_t chunk = 0; chunk <= 7; chunk++) {
        hxp_output *told = new_output();
        dump_findings findings;
        dump_options with = *options;
        dump_findings_init(&findings, told);
        with.findings = &findings.sink;
        hxp_output_close(show_chunks(bytes, &with, chunk));
        expect_text(told, expected);
    }
}

void expect_losses(const dump_options *options, hxp_str bytes, const char *to,
                   const char *expected)
{
    hxp_output *told = new_output();
    dump_findings losses;
    dump_options with = *options;
    dump_findings_init(&losses, told);
    with.losses = &losses.sink;
    hxp_output_close(convert(bytes, &with, to));
    expect_text(told, expected);
}
