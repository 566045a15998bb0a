/* fuzz_tbx.c - any bytes as a termbase, in pieces of two sizes. */
#include "base/str.h"
#include "text/utf8.h"

#include <hexapla/formats.h>

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

/** A sink that counts. */
typedef struct counter {
    hxp_finding_sink sink;
    size_t findings;
} counter;

static hxp_status on_finding(hxp_finding_sink *sink, const hxp_finding *finding,
                             hxp_error *error)
{
    (void)error;
    require(finding->place.line > 0 && finding->place.column > 0);
    require(finding->message.len > 0 && is_text(finding->message));
    ((counter *)sink)->findings++;
    return HXP_OK;
}

static hxp_status read(hxp_termbase *termbase, counter *to, hxp_str bytes,
                       size_t chunk)
{
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    hxp_input *input;
    hxp_error error = { .status = HXP_OK };
    *to = (counter){ { on_finding, NULL, NULL }, 0 };
    options.findings = &to->sink;
    options.limits.segment_bytes = 256;
    options.limits.unit_bytes = 512;
    require(hxp_input_memory(&input, bytes, "fuzz", NULL) == HXP_OK);
    hxp_input_set_chunk(input, chunk);
    hxp_status status = hxp_termbase_read(termbase, input, &options, &error);
    require(status == error.status);
    require(status == HXP_OK || status == HXP_EINPUT || status == HXP_ELIMIT);
    require(is_text(hxp_str_of(error.message)));
    hxp_input_close(input);
    return status;
}

static void check_term(const hxp_term *term)
{
    require(term->text.len > 0 && term->text.len <= 256);
    require(is_text(term->text) && is_text(term->language));
    require(hxp_str_equal(term->text, hxp_str_trim(term->text)));
    require(term->language.len > 0 && term->place.line > 0);
    require(term->status <= HXP_TERM_DRAFT);
}

static void same_term(const hxp_term *a, const hxp_term *b)
{
    require(hxp_str_equal(a->text, b->text));
    require(hxp_str_equal(a->language, b->language));
    require(a->status == b->status);
    require(a->place.line == b->place.line);
    require(a->place.column == b->place.column);
    require(a->place.column16 == b->place.column16);
}

static void same_termbase(const hxp_termbase *a, const hxp_termbase *b)
{
    require(hxp_termbase_count(a) == hxp_termbase_count(b));
    for (size_t i = 0; i < hxp_termbase_count(a); i++) {
        const hxp_concept *of_a = hxp_termbase_concept(a, i);
        const hxp_concept *of_b = hxp_termbase_concept(b, i);
        require(hxp_str_equal(of_a->id, of_b->id));
        require(of_a->term_count == of_b->term_count);
        for (size_t t = 0; t < of_a->term_count; t++) {
            check_term(&of_a->terms[t]);
            same_term(&of_a->terms[t], &of_b->terms[t]);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hxp_str bytes = { (const char *)data, size };
    hxp_termbase *whole, *pieces;
    counter of_whole, of_pieces;
    require(hxp_termbase_new(&whole, NULL) == HXP_OK);
    require(hxp_termbase_new(&pieces, NULL) == HXP_OK);
    hxp_status status = read(whole, &of_whole, bytes, 0);
    require(read(pieces, &of_pieces, bytes, 1 + size % 7) == status);
    require(of_whole.findings == of_pieces.findings);
    same_termbase(whole, pieces);
    hxp_termbase_free(whole);
    hxp_termbase_free(pieces);
    return 0;
}
