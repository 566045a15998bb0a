/* asking.c - keeps a unit until the next one has come, whose source is part of
 * its context. */
#include "memory/asking.h"

#include "base/error.h"
#include "base/str.h"
#include "model/pack.h"

hxp_status hxp_asking_begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                            hxp_error *error)
{
    hxp_asking *self = (hxp_asking *)sink;
    return hxp_source_begin(&self->source, header, error);
}

static hxp_str text_of(const hxp_variant *variant)
{
    return variant ? variant->content.text : HXP_STR("");
}

/** Hand on the unit that waits; next is the text behind it. */
static hxp_status ask_waiting(hxp_asking *self, hxp_str next, hxp_error *error)
{
    const hxp_variant *source = hxp_source_of(&self->source, &self->unit);
    hxp_query query = { .in_context = true,
                        .previous = hxp_buffer_str(&self->previous),
                        .next = next,
                        .id = self->unit.id };
    if (source)
        query.content = source->content;
    self->waiting = false;
    hxp_status status = self->ask(self, &self->unit, &query, error);
    self->previous.len = 0;
    if (status == HXP_OK && !hxp_buffer_add(&self->previous, text_of(source)))
        return hxp_no_memory(error);
    return status;
}

hxp_status hxp_asking_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    hxp_asking *self = (hxp_asking *)sink;
    hxp_str bytes;
    hxp_status status = HXP_OK;
    if (self->waiting)
        status = ask_waiting(self, text_of(hxp_source_of(&self->source, unit)),
                             error);
    if (status != HXP_OK)
        return status;
    self->bytes.len = 0;
    hxp_arena_reset(&self->arena);
    if (!hxp_unit_pack(&self->bytes, unit) ||
        !hxp_arena_copy(&bytes, &self->arena, hxp_buffer_str(&self->bytes)) ||
        !hxp_unit_unpack(&self->unit, &self->arena, bytes))
        return hxp_no_memory(error);
    self->waiting = true;
    return HXP_OK;
}

hxp_status hxp_asking_end(hxp_unit_sink *sink, hxp_error *error)
{
    hxp_asking *self = (hxp_asking *)sink;
    return self->waiting ? ask_waiting(self, HXP_STR(""), error) : HXP_OK;
}

void hxp_asking_free(hxp_asking *asking)
{
    hxp_source_free(&asking->source);
    hxp_buffer_free(&asking->previous);
    hxp_buffer_free(&asking->bytes);
    hxp_arena_free(&asking->arena);
}
