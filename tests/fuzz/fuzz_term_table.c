/* fuzz_term_table.c - any bytes as a table of terms, in pieces of two sizes. */
#include "base/str.h"
#include "dump.h"
#include "text/utf8.h"

#include <hexapla/text.h>

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth)
        abort();
}

static bool is_text(hxp_str s)
{
    return hxp_utf8_invalid(s) == s.len;
}

static void check_concept(const hxp_concept *concept)
{
    require(concept->term_count > 0);
    for (size_t i = 0; i < concept->term_count; i++) {
        const hxp_term *term = &concept->terms[i];
        char tag[HXP_TAG_SIZE];
        require(term->text.len > 0 && is_text(term->text));
        require(hxp_str_equal(term->text, hxp_str_trim(term->text)));
        require(hxp_tag_canonical(tag, term->language));
        require(term->place.line > 0 && term->place.column > 0);
    }
}

/** Read bytes and show in output what came of them. */
static void read(hxp_output *output, hxp_str bytes, size_t chunk)
{
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    hxp_error error = { .status = HXP_OK };
    hxp_termbase *termbase;
    hxp_input *input;
    dump_findings findings;
    dump_findings_init(&findings, output);
    options.findings = &findings.sink;
    options.from = "en";
    options.to = "nl";
    require(hxp_termbase_new(&termbase, NULL) == HXP_OK);
    require(hxp_input_memory(&input, bytes, "fuzz", NULL) == HXP_OK);
    hxp_input_set_chunk(input, chunk);
    hxp_status status = hxp_termbase_read(termbase, input, &options, &error);
    require(status == error.status);
    require(status == HXP_OK || status == HXP_EINPUT || status == HXP_ELIMIT);
    require(is_text(hxp_str_of(error.message)));
    hxp_output_printf(output, "%s\n", error.message);
    dump_termbase(output, termbase);
    for (size_t i = 0; i < hxp_termbase_count(termbase); i++)
        check_concept(hxp_termbase_concept(termbase, i));
    hxp_input_close(input);
    hxp_termbase_free(termbase);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hxp_str bytes = { (const char *)data, size };
    hxp_output *whole, *pieces;
    if (memchr(data, '<', size < 8 ? size : 8))
        return 0; /* fuzz_tbx's */
    require(hxp_output_memory(&whole, NULL) == HXP_OK);
    require(hxp_output_memory(&pieces, NULL) == HXP_OK);
    read(whole, bytes, 0);
    read(pieces, bytes, 1 + size % 7);
    require(hxp_str_equal(hxp_output_bytes(whole), hxp_output_bytes(pieces)));
    hxp_output_close(whole);
    hxp_output_close(pieces);
    return 0;
}
