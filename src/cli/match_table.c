/* match_table.c - pretranslated units as TSV. */
#include "cli/match_table.h"

#include "base/error.h"
#include "base/str.h"
#include "cli/escape.h"
#include "model/match.h"
#include "model/remark.h"
#include "model/sink.h"

#include <hexapla/text.h>

#include <stdlib.h>

typedef struct match_table {
    hxp_unit_sink sink;
    hxp_output *output;
    const char *from, *to;
} match_table;

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    const match_table *self = (const match_table *)sink;
    (void)header;
    (void)error;
    hxp_output_printf(self->output, "%s\t%s\tmatch\torigin\n", self->from,
                      self->to);
    return HXP_OK;
}

/** Write the text of unit in language; of its kinds, that in itself first. */
static void put_text(const match_table *self, const hxp_unit *unit,
                     const char *language)
{
    const hxp_variant *variant = hxp_unit_source(unit, hxp_str_of(language));
    if (variant)
        hxp_put_escaped(self->output, variant->content.text);
}

static void put_property(const match_table *self, const hxp_unit *unit,
                         const char *type)
{
    const hxp_str *text = hxp_remarks_property(&unit->remarks, type);
    hxp_output_write(self->output, HXP_STR("\t"));
    if (text)
        hxp_put_escaped(self->output, *text);
}

static hxp_status put_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    const match_table *self = (const match_table *)sink;
    put_text(self, unit, self->from);
    hxp_output_write(self->output, HXP_STR("\t"));
    put_text(self, unit, self->to);
    put_property(self, unit, HXP_MATCH_SCORE);
    put_property(self, unit, HXP_MATCH_ORIGIN);
    hxp_output_write(self->output, HXP_STR("\n"));
    return hxp_output_failed(self->output)
               ? hxp_output_finish(self->output, error)
               : HXP_OK;
}

static void close_table(hxp_unit_sink *sink)
{
    free(sink);
}

hxp_status hxp_match_table_new(hxp_unit_sink **out, hxp_output *output,
                               const char *from, const char *to,
                               hxp_error *error)
{
    match_table *self = calloc(1, sizeof *self);
    *out = NULL;
    if (!self)
        return hxp_no_memory(error);
    *self = (match_table){
        { begin, put_unit, hxp_ignore_end, close_table }, output, from, to
    };
    *out = &self->sink;
    return HXP_OK;
}
