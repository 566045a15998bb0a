/* block_source.c - a text with its places, on its way into a paragraph. */
#include "formats/documents/block_source.h"

#include "base/str.h"
#include "text/utf8.h"

/** Take the run that begins at the byte that comes next, if one does. */
static void take_run(hxp_block_source *source)
{
    while (source->run_count > 0 && source->runs->offset <= source->at) {
        source->place = source->runs->place;
        source->runs++;
        source->run_count--;
    }
}

hxp_block_source hxp_block_source_make(const hxp_content *content)
{
    hxp_block_source source = { .text = content->text,
                                .runs = content->runs,
                                .run_count = content->run_count };
    take_run(&source);
    return source;
}

/** Pass what comes up to byte end or the next run; gives it. */
static hxp_str pass_part(hxp_block_source *source, size_t end)
{
    if (source->run_count > 0 && source->runs->offset < end)
        end = source->runs->offset;
    hxp_str part = hxp_str_part(source->text, source->at, end);
    if (source->place.line > 0)
        hxp_place_advance(&source->place, part);
    source->at = end;
    take_run(source);
    return part;
}

hxp_status hxp_block_source_put(hxp_blocks *blocks, hxp_block_source *source,
                                size_t end, hxp_error *error)
{
    hxp_status status = HXP_OK;
    while (status == HXP_OK && source->at < end) {
        hxp_place place = source->place;
        status =
            hxp_blocks_text_at(blocks, pass_part(source, end), place, error);
    }
    return status;
}

void hxp_block_source_pass(hxp_block_source *source, size_t end)
{
    while (source->at < end)
        pass_part(source, end);
}
