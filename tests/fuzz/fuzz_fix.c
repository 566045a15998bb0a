/* fuzz_fix.c - any bytes as broken TMX: what is fixed is sound, and stays. */
#include "base/str.h"
#include "dump.h"

#include <hexapla/formats.h>

#include <stdlib.h>

/** Counts what was repaired. */
typedef struct counter {
    hxp_finding_sink sink;
    size_t repairs;
} counter;

static hxp_status count(hxp_finding_sink *sink, const hxp_finding *finding,
                        hxp_error *error)
{
    (void)error;
    if (finding->message.len == 0 || !finding->rule)
        abort();
    ((counter *)sink)->repairs += strncmp(finding->rule, "fix.", 4) == 0;
    return HXP_OK;
}

static hxp_status fix(hxp_output **out, hxp_str bytes, size_t chunk,
                      size_t *repairs)
{
    counter counted = { { count, NULL, NULL }, 0 };
    hxp_fix_options options = { .repairs = &counted.sink };
    hxp_error error = { .status = HXP_OK };
    hxp_input *input;
    if (hxp_output_memory(out, NULL) != HXP_OK ||
        hxp_input_memory(&input, bytes, "fuzz.tmx", NULL) != HXP_OK)
        abort();
    hxp_input_set_chunk(input, chunk);
    hxp_status status = hxp_tmx_fix(input, *out, &options, &error);
    if (status != error.status || (status != HXP_OK && !error.message[0]))
        abort();
    hxp_input_close(input);
    *repairs = counted.repairs;
    return status;
}

/** What a reader sees in bytes, which are sound. */
static hxp_output *units_of(hxp_str bytes)
{
    static const dump_options options = { .format = "tmx" };
    hxp_output *units;
    if (hxp_output_memory(&units, NULL) != HXP_OK ||
        dump_units(units, bytes, &options, NULL) != HXP_OK)
        abort();
    return units;
}

/** What was fixed without a word can be read before, and is the same. */
static void check_silent(hxp_str bytes, hxp_str made)
{
    hxp_output *before = units_of(bytes), *after = units_of(made);
    if (!hxp_str_equal(hxp_output_bytes(before), hxp_output_bytes(after)))
        abort();
    hxp_output_close(before);
    hxp_output_close(after);
}

/**
 * What such entities stand for only the reader knows: a value with one is
 * judged when the second fix sees it written out.
 */
static bool declares_entities(hxp_str bytes)
{
    static const hxp_str declaration = { "<!ENTITY", 8 };
    for (size_t i = 0; i + declaration.len <= bytes.len; i++)
        if (hxp_str_starts(hxp_str_part(bytes, i, bytes.len), declaration))
            return true;
    return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hxp_output *once, *twice, *chunks;
    hxp_str bytes = { (const char *)data, size };
    size_t repairs, other;
    hxp_status status = fix(&once, bytes, 0, &repairs);
    if (fix(&chunks, bytes, 1 + size % 7, &other) != status || repairs != other)
        abort();
    if (status == HXP_OK) {
        hxp_str made = hxp_output_bytes(once);
        if (repairs == 0)
            check_silent(bytes, made);
        if (!hxp_str_equal(made, hxp_output_bytes(chunks)) ||
            fix(&twice, made, 0, &other) != HXP_OK ||
            (!declares_entities(bytes) &&
             !hxp_str_equal(made, hxp_output_bytes(twice))))
            abort();
        hxp_output_close(twice);
    }
    hxp_output_close(chunks);
    hxp_output_close(once);
    return 0;
}
