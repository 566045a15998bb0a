/* fuzz_srx.c - any bytes as SRX: read in pieces, written, linted, used. */
#include "base/str.h"
#include "text/utf8.h"

#include <hexapla/formats.h>
#include <hexapla/segment.h>

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What rules may cost grows with them; one input is a moment's work. */
enum { LONGEST = 4096 };

static const char text[] = "Dr. No came, i.e. he left.  So?\n\xC2\xAB Ja ! \xC2"
                           "\xBB A.B. 3. C\xCC\x81 aaaaaaaaaaaaaaaaaaaaaaaaaa";

static void require(bool truth)
{
    if (!truth)
        abort();
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
    require(finding->message.len > 0 &&
            hxp_utf8_invalid(finding->message) == finding->message.len);
    ((counter *)sink)->findings++;
    return HXP_OK;
}

static hxp_status read(hxp_srx **srx, counter *to, hxp_str bytes, size_t chunk)
{
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    hxp_input *input;
    hxp_error error = { .status = HXP_OK };
    *to = (counter){ { on_finding, NULL, NULL }, 0 };
    options.findings = &to->sink;
    require(hxp_input_memory(&input, bytes, "fuzz", NULL) == HXP_OK);
    hxp_input_set_chunk(input, chunk);
    hxp_status status = hxp_srx_read(srx, input, &options, &error);
    require(status == error.status);
    require(status == HXP_OK || status == HXP_EINPUT || status == HXP_ELIMIT);
    hxp_input_close(input);
    return status;
}

static void same_rules(const hxp_srx *a, const hxp_srx *b)
{
    require(a->rule_count == b->rule_count && a->map_count == b->map_count &&
            a->list_count == b->list_count && a->cascade == b->cascade);
    for (size_t i = 0; i < a->rule_count; i++) {
        require(a->rules[i].breaks == b->rules[i].breaks);
        require(hxp_str_equal(a->rules[i].before, b->rules[i].before));
        require(hxp_str_equal(a->rules[i].after, b->rules[i].after));
    }
    for (size_t i = 0; i < a->map_count; i++)
        require(hxp_str_equal(a->maps[i].pattern, b->maps[i].pattern));
}

/** What is written is read as the same, but for line ends that XML changes. */
static void check_writing(const hxp_srx *srx)
{
    hxp_output *output;
    hxp_srx *again;
    counter told;
    for (size_t i = 0; i < srx->rule_count; i++)
        if (memchr(srx->rules[i].before.ptr, '\r', srx->rules[i].before.len) ||
            memchr(srx->rules[i].after.ptr, '\r', srx->rules[i].after.len))
            return;
    require(hxp_output_memory(&output, NULL) == HXP_OK);
    hxp_srx_write(output, srx);
    require(read(&again, &told, hxp_output_bytes(output), 0) == HXP_OK);
    same_rules(srx, again);
    hxp_srx_free(again);
    hxp_output_close(output);
}

static void check_use(const hxp_srx *srx, counter *told)
{
    hxp_srx_engine *engine;
    hxp_cuts cuts = { NULL, 0, 0 };
    size_t at = 0;
    require(hxp_srx_engine_new(&engine, srx, HXP_STR("en"), &told->sink,
                               NULL) == HXP_OK);
    require(hxp_srx_cut(&cuts, engine, hxp_str_of(text), NULL) == HXP_OK);
    for (size_t i = 0; i < cuts.count; i++) {
        require(cuts.items[i].offset > at);
        at = cuts.items[i].offset;
    }
    require(at < strlen(text));
    hxp_cuts_free(&cuts);
    hxp_srx_engine_free(engine);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hxp_str bytes = { (const char *)data, size };
    hxp_srx *whole, *pieces;
    counter of_whole, of_pieces;
    if (size > LONGEST)
        return 0;
    hxp_status status = read(&whole, &of_whole, bytes, 0);
    require(read(&pieces, &of_pieces, bytes, 1 + size % 7) == status);
    require(of_whole.findings == of_pieces.findings);
    if (status == HXP_OK) {
        same_rules(whole, pieces);
        check_writing(whole);
        require(hxp_srx_lint(whole, &of_whole.sink, NULL) == HXP_OK);
        check_use(whole, &of_whole);
    }
    hxp_srx_free(whole);
    hxp_srx_free(pieces);
    return 0;
}
