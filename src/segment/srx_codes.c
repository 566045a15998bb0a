/* srx_codes.c - breaks in a text with inline codes: on which side they go. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "segment/srx_engine.h"

static bool is_isolated(const hxp_code *code)
{
    return code->kind == HXP_CODE_STANDALONE ||
           code->kind == HXP_CODE_ISOLATED || code->kind == HXP_CODE_UNKNOWN;
}

/** True when a code that stands just at a break stays before it. */
static bool stays(const hxp_srx *srx, const hxp_code *code)
{
    if (is_isolated(code))
        return srx->isolated_stays;
    if (code->kind == HXP_CODE_END || code->kind == HXP_CODE_UNMARK)
        return !srx->end_goes;
    return srx->start_stays;
}

/** The text as rules see it: codes on their own are blanks. */
static hxp_status put_blanks(hxp_buffer *text, const hxp_content *content,
                             hxp_error *error)
{
    size_t at = 0;
    for (size_t i = 0; i < content->code_count; i++) {
        const hxp_code *code = &content->codes[i];
        if (!is_isolated(code))
            continue;
        if (!hxp_buffer_add(text,
                            hxp_str_part(content->text, at, code->offset)) ||
            !hxp_buffer_add(text, HXP_STR(" ")))
            return hxp_no_memory(error);
        at = code->offset;
    }
    if (!hxp_buffer_add(text,
                        hxp_str_part(content->text, at, content->text.len)))
        return hxp_no_memory(error);
    return HXP_OK;
}

/** Turn breaks of the text with its blanks into breaks of the content. */
static void place_cuts(hxp_cuts *cuts, const hxp_srx *srx,
                       const hxp_content *content)
{
    size_t code = 0, blanks = 0;
    for (size_t i = 0; i < cuts->count; i++) {
        hxp_cut *cut = &cuts->items[i];
        for (; code < content->code_count; code++) {
            const hxp_code *next = &content->codes[code];
            bool blank = srx->isolated_is_space && is_isolated(next);
            size_t at = next->offset + blanks;
            if (at > cut->offset ||
                (at == cut->offset && (blank || !stays(srx, next))))
                break;
            blanks += blank;
        }
        cut->offset -= blanks;
        cut->code = code;
    }
}

hxp_status hxp_srx_cut_content(hxp_cuts *cuts, hxp_srx_engine *engine,
                               const hxp_content *content, bool subflow,
                               hxp_error *error)
{
    hxp_buffer text = { NULL, 0, 0 };
    hxp_status status = HXP_OK;
    cuts->count = 0;
    if (subflow && engine->srx->subflows_whole)
        return HXP_OK;
    if (engine->srx->isolated_is_space) {
        status = put_blanks(&text, content, error);
        if (status == HXP_OK)
            status = hxp_srx_cut(cuts, engine, hxp_buffer_str(&text), error);
    } else {
        status = hxp_srx_cut(cuts, engine, content->text, error);
    }
    hxp_buffer_free(&text);
    if (status == HXP_OK)
        place_cuts(cuts, engine->srx, content);
    return status;
}
