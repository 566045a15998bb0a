/* fuzz_tsv.c - any bytes as unit TSV: what is read survives being written. */
#include "base/str.h"
#include "dump.h"

#include <stdlib.h>

static hxp_output *new_output(void)
{
    hxp_output *output;
    if (hxp_output_memory(&output, NULL) != HXP_OK)
        abort();
    return output;
}

/** What is read from bytes, written as TSV and read again, is the same. */
static void check_survival(hxp_output *units, hxp_str bytes)
{
    dump_options options = { .format = "tsv" };
    hxp_output *written = new_output(), *again = new_output();
    if (dump_convert(written, bytes, &options, "tsv", NULL) != HXP_OK ||
        dump_units(again, hxp_output_bytes(written), &options, NULL) != HXP_OK)
        abort();
    if (!hxp_str_equal(hxp_output_bytes(units), hxp_output_bytes(again)))
        abort();
    hxp_output_close(written);
    hxp_output_close(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    dump_options options = { .format = "tsv" };
    dump_options places = { .format = "tsv",
                            .places = true,
                            .chunk = 1 + size % 7 };
    hxp_error error = { .status = HXP_OK };
    hxp_str bytes = { (const char *)data, size };
    hxp_output *units = new_output(), *shown = new_output();
    hxp_status status = dump_units(units, bytes, &options, &error);
    if (status != error.status || (status != HXP_OK && !error.message[0]))
        abort();
    if (dump_units(shown, bytes, &places, NULL) != status)
        abort();
    if (status == HXP_OK)
        check_survival(units, bytes);
    hxp_output_close(shown);
    hxp_output_close(units);
    return 0;
}
