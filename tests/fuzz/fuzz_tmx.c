/* fuzz_tmx.c - any bytes as TMX: what is read survives being written. */
#include "base/str.h"
#include "dump.h"

#include <stdlib.h>

static hxp_status ignore(hxp_finding_sink *sink, const hxp_finding *finding,
                         hxp_error *error)
{
    (void)sink;
    (void)error;
    if (finding->message.len == 0 || !finding->rule)
        abort();
    return HXP_OK;
}

static hxp_output *new_output(void)
{
    hxp_output *output;
    if (hxp_output_memory(&output, NULL) != HXP_OK)
        abort();
    return output;
}

/** The units of what was written must be those that were read. */
static void check_written(hxp_output *units, hxp_str bytes, const char *format)
{
    dump_options options = { .format = format, .no_header = true };
    hxp_output *again = new_output();
    if (dump_units(again, bytes, &options, NULL) != HXP_OK)
        abort();
    if (!hxp_str_equal(hxp_output_bytes(units), hxp_output_bytes(again)))
        abort();
    hxp_output_close(again);
}

/** Reading in small pieces finds the same. */
static void check_chunks(hxp_output *units, hxp_str bytes, size_t chunk)
{
    dump_options options = { .format = "tmx",
                             .no_header = true,
                             .chunk = chunk };
    hxp_output *again = new_output();
    dump_units(again, bytes, &options, NULL);
    if (!hxp_str_equal(hxp_output_bytes(units), hxp_output_bytes(again)))
        abort();
    hxp_output_close(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hxp_finding_sink findings = { ignore, NULL, NULL };
    dump_options options = { .format = "tmx",
                             .no_header = true,
                             .findings = &findings };
    dump_options places = { .format = "tmx", .places = true };
    hxp_error error = { .status = HXP_OK };
    hxp_str bytes = { (const char *)data, size };
    hxp_output *units = new_output(), *written = new_output();
    hxp_status status = dump_units(units, bytes, &options, &error);
    if (status != error.status || (status != HXP_OK && !error.message[0]))
        abort();
    check_chunks(units, bytes, 1 + size % 7);
    if (dump_convert(written, bytes, &options, "tmx", NULL) != status)
        abort();
    if (status == HXP_OK)
        check_written(units, hxp_output_bytes(written), "tmx");
    hxp_output *shown = new_output();
    dump_units(shown, bytes, &places, NULL);
    hxp_output_close(shown);
    hxp_output_close(written);
    hxp_output_close(units);
    return 0;
}
