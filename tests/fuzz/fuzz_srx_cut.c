/* fuzz_srx_cut.c - any rules divide any text as the slow way does. */
#include "base/str.h"
#include "segment/srx_regex.h"
#include "srx_naive.h"
#include "text/utf8.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LONGEST = 512, LONGEST_TEXT = 128 };

static void require(bool truth)
{
    if (!truth)
        abort();
}

/** Count what is told: rules that are dropped divide nothing. */
typedef struct told_counter {
    hxp_finding_sink sink;
    size_t findings;
} told_counter;

static hxp_status on_finding(hxp_finding_sink *sink, const hxp_finding *finding,
                             hxp_error *error)
{
    (void)finding;
    (void)error;
    ((told_counter *)sink)->findings++;
    return HXP_OK;
}

/** Take a line; false when it is empty, or there is none. */
static bool take_line(hxp_str *line, hxp_str *bytes)
{
    const char *end =
        bytes->len > 0 ? memchr(bytes->ptr, '\n', bytes->len) : NULL;
    *line = end ? hxp_str_part(*bytes, 0, (size_t)(end - bytes->ptr)) : *bytes;
    *bytes = hxp_str_part(*bytes, line->len + (end ? 1 : 0), bytes->len);
    return line->len > 0;
}

/** Add "+before~after", a rule that breaks, or one with a minus. */
static bool add_rule(hxp_srx *srx, hxp_str line)
{
    const char *middle = memchr(line.ptr, '~', line.len);
    size_t at = middle ? (size_t)(middle - line.ptr) : line.len;
    hxp_srx_rule rule = { .breaks = line.ptr[0] == '+',
                          .before = hxp_str_part(line, 1, at),
                          .after = hxp_str_part(line, at, line.len) };
    if (at == 0 || hxp_utf8_invalid(line) < line.len)
        return false;
    if (middle)
        rule.after = hxp_str_part(line, at + 1, line.len);
    if (hxp_srx_regex_check(rule.before, NULL) != HXP_OK ||
        hxp_srx_regex_check(rule.after, NULL) != HXP_OK)
        return false;
    require(hxp_srx_add_rule(srx, &rule, NULL) == HXP_OK);
    return true;
}

static void compare(const hxp_srx *srx, hxp_str text)
{
    hxp_cuts fast = { NULL, 0, 0 }, slow = { NULL, 0, 0 };
    told_counter told = { { on_finding, NULL, NULL }, 0 };
    hxp_srx_engine *engine;
    require(hxp_srx_engine_new(&engine, srx, HXP_STR("en"), &told.sink, NULL) ==
            HXP_OK);
    /* Twice: the second time all that it needs is known. */
    for (int time = 0; time < 2; time++) {
        require(hxp_srx_cut(&fast, engine, text, NULL) == HXP_OK);
        if (told.findings > 0 ||
            !srx_naive_cut(&slow, srx, &srx->lists[0], text))
            break;
        require(fast.count == slow.count);
        for (size_t i = 0; i < fast.count; i++)
            require(fast.items[i].offset == slow.items[i].offset);
    }
    hxp_cuts_free(&fast);
    hxp_cuts_free(&slow);
    hxp_srx_engine_free(engine);
}

/** Rules, one a line, up to an empty line, and then the text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hxp_str rest = { (const char *)data, size }, line;
    const hxp_place place = { 1, 1, 1 };
    const hxp_srx_map map = { HXP_STR(".*"), HXP_STR("all"), place };
    hxp_srx *srx;
    if (size == 0 || size > LONGEST)
        return 0;
    require(hxp_srx_new(&srx, HXP_STR("t.srx"), NULL) == HXP_OK &&
            hxp_srx_add_map(srx, &map, NULL) == HXP_OK &&
            hxp_srx_add_list(srx, HXP_STR("all"), place, NULL) == HXP_OK);
    bool good = true;
    while (good && take_line(&line, &rest))
        good = add_rule(srx, line);
    if (good && rest.len <= LONGEST_TEXT)
        compare(srx, rest);
    hxp_srx_free(srx);
    return 0;
}
