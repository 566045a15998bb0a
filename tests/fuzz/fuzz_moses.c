/* fuzz_moses.c - any bytes as two texts whose lines translate one another. */
#include "base/str.h"
#include "dump.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static hxp_output *new_output(void)
{
    hxp_output *output;
    if (hxp_output_memory(&output, NULL) != HXP_OK)
        abort();
    return output;
}

/** Read two texts, in chunks if chunk is not 0, into sink. */
static hxp_status read_texts(const hxp_str texts[2], size_t chunk,
                             hxp_unit_sink *sink)
{
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    hxp_line_text sides[2] = { { NULL, HXP_STR("en") },
                               { NULL, HXP_STR("nl") } };
    hxp_error error = { .status = HXP_OK };
    for (int i = 0; i < 2; i++) {
        if (hxp_input_memory(&sides[i].input, texts[i], "text", NULL) != HXP_OK)
            abort();
        hxp_input_set_chunk(sides[i].input, chunk);
    }
    hxp_status status = hxp_read_lines(sides, 2, &options, sink, &error);
    if (status != error.status || (status != HXP_OK && !error.message[0]))
        abort();
    for (int i = 0; i < 2; i++)
        hxp_input_close(sides[i].input);
    return status;
}

/** Show what is read in output. */
static hxp_status show(hxp_output *output, const hxp_str texts[2], size_t chunk)
{
    dump to;
    dump_init(&to, output, false);
    return read_texts(texts, chunk, &to.sink);
}

/** Write what is read from texts as two texts again. */
static void write_texts(hxp_output *outputs[2], const hxp_str texts[2])
{
    hxp_write_options options = HXP_WRITE_OPTIONS_INIT;
    hxp_unit_sink *writer;
    options.from = "en";
    options.to = "nl";
    for (int i = 0; i < 2; i++)
        outputs[i] = new_output();
    if (hxp_lines_writer_new(&writer, outputs[0], outputs[1], &options, NULL) !=
            HXP_OK ||
        read_texts(texts, 0, writer) != HXP_OK)
        abort();
    writer->close(writer);
}

/** True when the first line begins with what is a mark once it is written. */
static bool begins_with_mark(hxp_output *text)
{
    return hxp_str_starts(hxp_output_bytes(text), HXP_STR("\xEF\xBB\xBF"));
}

/** What is written must be written the same when it is read again. */
static void check_written(const hxp_str texts[2])
{
    hxp_output *once[2], *twice[2];
    write_texts(once, texts);
    write_texts(twice, (const hxp_str[]){ hxp_output_bytes(once[0]),
                                          hxp_output_bytes(once[1]) });
    bool marked = begins_with_mark(once[0]) || begins_with_mark(once[1]);
    for (int i = 0; i < 2; i++) {
        if (!marked && !hxp_str_equal(hxp_output_bytes(once[i]),
                                      hxp_output_bytes(twice[i])))
            abort();
        hxp_output_close(once[i]);
        hxp_output_close(twice[i]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    const char *end = size > 0 ? memchr(bytes, '\0', size) : NULL;
    size_t first = end ? (size_t)(end - bytes) : size;
    size_t second = end ? first + 1 : size;
    const hxp_str texts[2] = { { bytes, first },
                               { bytes + second, size - second } };
    hxp_output *whole = new_output(), *pieces = new_output();
    hxp_status status = show(whole, texts, 0);
    if (show(pieces, texts, 1 + size % 7) != status ||
        !hxp_str_equal(hxp_output_bytes(whole), hxp_output_bytes(pieces)))
        abort();
    if (status == HXP_OK)
        check_written(texts);
    hxp_output_close(whole);
    hxp_output_close(pieces);
    return 0;
}
