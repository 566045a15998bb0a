/* traits.c - kinds of paragraphs, and inline codes, as numbers. */
#include "align/traits.h"

#include "base/str.h"

#include <stdlib.h>

static unsigned char class_of(hxp_block block)
{
    unsigned level = block.level < HXP_LEVELS ? block.level : HXP_LEVELS - 1;
    return (unsigned char)((unsigned)block.kind * HXP_LEVELS + level);
}

hxp_block hxp_traits_block(const hxp_traits *traits)
{
    return (hxp_block){ (hxp_block_kind)(traits->block / HXP_LEVELS),
                        traits->block % HXP_LEVELS };
}

/** The number of the type of a code; the last is that of all others. */
static size_t type_of(const hxp_code *code)
{
    static const char *const types[HXP_CODE_TYPES - 1] = { "bold", "italic",
                                                           "link", "image",
                                                           "fnote" };
    const hxp_str *type = hxp_attributes_value(&code->attributes, "type");
    size_t i = 0;
    while (i < HXP_CODE_TYPES - 1 && !(type && hxp_str_is(*type, types[i])))
        i++;
    return i;
}

static uint64_t one_of_type(size_t type)
{
    return (uint64_t)1 << (8 * type);
}

/** Count the codes of document from *next on that stand before byte end; what
 * closes is no code of its own. */
static void count_codes(hxp_traits *traits, size_t *next,
                        const hxp_document *document, size_t end)
{
    for (; *next < document->code_count && document->codes[*next].offset < end;
         ++*next) {
        const hxp_code *code = &document->codes[*next];
        if (code->kind == HXP_CODE_END || code->kind == HXP_CODE_UNMARK)
            continue;
        size_t type = type_of(code);
        if (hxp_codes_of_type(traits->codes, type) < HXP_CODE_COUNTS - 1)
            traits->codes += one_of_type(type);
    }
}

hxp_traits *hxp_traits_read(const hxp_segmented *from)
{
    const hxp_document *document = from->document;
    const hxp_segments *segments = from->segments;
    size_t next = 0;
    hxp_traits *all = calloc(segments->count + 1, sizeof *all);
    for (size_t i = 0; all && i < segments->count; i++) {
        size_t end = i + 1 < segments->count ? segments->items[i + 1].start
                                             : document->text.len + 1;
        all[i].block = class_of(document->blocks[segments->items[i].paragraph]);
        if (document->keys)
            all[i].key = document->keys[segments->items[i].paragraph];
        count_codes(&all[i], &next, document, end);
    }
    return all;
}

hxp_traits hxp_traits_join(const hxp_traits *traits, size_t count)
{
    hxp_traits joined = traits[0];
    for (size_t i = 1; i < count; i++) {
        uint64_t sum = joined.codes + traits[i].codes;
        joined.codes = 0;
        if (joined.key != traits[i].key)
            joined.key = 0;
        for (size_t t = 0; t < HXP_CODE_TYPES; t++)
            joined.codes += hxp_codes_of_type(sum, t) * one_of_type(t);
    }
    return joined;
}
