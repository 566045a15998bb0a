/* omegat_write.c - a termbase as a glossary of OmegaT's: pairs of terms. */
#include "base/error.h"
#include "base/str.h"
#include "formats/faults.h"
#include "formats/termbases/termbase_format.h"

#include <hexapla/text.h>

typedef struct glossary {
    hxp_output *output;
    hxp_str from, to;
    size_t left_out;
} glossary;

/** The first language of termbase but for other; empty: there is none. */
static hxp_str find_language(const hxp_termbase *termbase, hxp_str other)
{
    for (size_t i = 0; i < hxp_termbase_count(termbase); i++) {
        const hxp_concept *concept = hxp_termbase_concept(termbase, i);
        for (size_t t = 0; t < concept->term_count; t++)
            if (!hxp_tag_within(concept->terms[t].language, other))
        return concept->terms[t].language;
    }
    return HXP_STR("");
}

/** Write text in one cell: tabs and line breaks become blanks. */
static void put(hxp_output *output, hxp_str text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!strchr("\t\r\n", text.ptr[i]) || text.ptr[i] == '\0')
            continue;
        hxp_output_write(output, hxp_str_part(text, from, i));
        hxp_output_write(output, HXP_STR(" "));
        from = i + 1;
    }
    hxp_output_write(output, hxp_str_part(text, from, text.len));
}

/** Write what the comment of a pair says: definitions and notes. */
static void put_comment(hxp_output *output, const hxp_details *details,
                        const char **before)
{
    for (size_t i = 0; i < details->count; i++) {
        const hxp_detail *detail = &details->items[i];
        if (!hxp_str_is(detail->type, "definition") &&
            !hxp_str_is(detail->type, "note"))
            continue;
        hxp_output_write(output, hxp_str_of(*before));
        put(output, detail->text);
        *before = "; ";
    }
}

static bool is_usable(const hxp_term *term, hxp_str language)
{
    return hxp_tag_within(term->language, language) &&
           term->status <= HXP_TERM_ADMITTED;
}

static void put_pair(const glossary *to, const hxp_concept *concept,
                     const hxp_term *source, const hxp_term *target)
{
    const char *before = "\t";
    put(to->output, source->text);
    hxp_output_write(to->output, HXP_STR("\t"));
    put(to->output, target->text);
    put_comment(to->output, &concept->details, &before);
    put_comment(to->output, &target->details, &before);
    hxp_output_write(to->output, HXP_STR("\n"));
}

/** Write the pairs of a concept whose targets have a status. */
static bool put_pairs(const glossary *to, const hxp_concept *concept,
                      hxp_term_status status)
{
    bool any = false;
    for (size_t s = 0; s < concept->term_count; s++) {
        if (!is_usable(&concept->terms[s], to->from))
            continue;
        for (size_t t = 0; t < concept->term_count; t++) {
            const hxp_term *target = &concept->terms[t];
            if (target->status != status || !is_usable(target, to->to))
                continue;
            put_pair(to, concept, &concept->terms[s], target);
            any = true;
        }
    }
    return any;
}

static void put_concept(glossary *to, const hxp_concept *concept)
{
    bool preferred = put_pairs(to, concept, HXP_TERM_PREFERRED);
    bool any = put_pairs(to, concept, HXP_TERM_ADMITTED) || preferred;
    for (size_t i = 0; i < concept->term_count; i++)
        to->left_out += !any || (!is_usable(&concept->terms[i], to->from) &&
                                 !is_usable(&concept->terms[i], to->to));
}

hxp_status hxp_omegat_write(hxp_output *output, const hxp_termbase *termbase,
                            const hxp_termbase_write_options *options,
                            hxp_error *error)
{
    glossary to = { .output = output };
    hxp_str given = hxp_str_of(options->to ? options->to : "-");
    to.from = options->from ? hxp_str_of(options->from)
                            : find_language(termbase, given);
    to.to = options->to ? given : find_language(termbase, to.from);
    if (to.from.len == 0 || to.to.len == 0)
        return hxp_fail(error, HXP_EINPUT,
                        "the termbase has terms in one language only");
    hxp_output_write(output, HXP_STR("# Glossary in tab-separated format -*- "
                                     "coding: utf-8 -*-\n"));
    for (size_t i = 0; i < hxp_termbase_count(termbase); i++)
        put_concept(&to, hxp_termbase_concept(termbase, i));
    return hxp_tell_loss(options->losses, HXP_FAULT_LOSS_TERMS, to.left_out,
                         error);
}
