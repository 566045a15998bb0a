/* units.c - reads, writes and reads again, and aborts where they differ. */
#include "units.h"

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

/** What is read from bytes, written in format to, is read again. */
static hxp_output *write_and_read(hxp_str bytes, const char *from,
                                  const char *to)
{
    dump_options reading = { .format = from };
    dump_options again = { .format = to };
    hxp_output *written = new_output(), *back = new_output();
    if (dump_convert(written, bytes, &reading, to, NULL) != HXP_OK ||
        dump_units(back, hxp_output_bytes(written), &again, NULL) != HXP_OK)
        abort();
    hxp_output_close(written);
    return back;
}

static void check_same(hxp_output *units, hxp_output *back)
{
    if (!hxp_str_equal(hxp_output_bytes(units), hxp_output_bytes(back)))
        abort();
}

void fuzz_writing(const char *from, const char *to, const uint8_t *data,
                  size_t size)
{
    dump_options options = { .format = from };
    hxp_str bytes = { (const char *)data, size };
    hxp_output *units = new_output();
    if (dump_units(units, bytes, &options, NULL) == HXP_OK)
        hxp_output_close(write_and_read(bytes, from, to));
    hxp_output_close(units);
}

void fuzz_units(const char *format, bool exact, const uint8_t *data,
                size_t size)
{
    dump_options options = { .format = format };
    dump_options places = { .format = format,
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
    if (status == HXP_OK) {
        hxp_output *lines = write_and_read(bytes, format, "jsonl");
        hxp_output *same = write_and_read(bytes, format, format);
        check_same(units, lines);
        if (exact)
            check_same(units, same);
        hxp_output_close(lines);
        hxp_output_close(same);
    }
    hxp_output_close(shown);
    hxp_output_close(units);
}
