/* losses.c - what was lost, rule by rule. */
#include "formats/units/losses.h"

void hxp_losses_add(hxp_losses *losses, hxp_fault rule, size_t count)
{
    losses->counts[rule - HXP_FAULT_LOSS_CHARACTERS] += count;
}

void hxp_losses_keep(hxp_losses *losses, hxp_fault rule, size_t count)
{
    losses->counts[rule - HXP_FAULT_LOSS_CHARACTERS] -= count;
}

/** Count content's codes; marked spans count once. */
static void add_codes(hxp_losses *losses, const hxp_content *content)
{
    size_t count = 0;
    for (size_t i = 0; i < content->code_count; i++)
        count += content->codes[i].kind != HXP_CODE_UNMARK;
    hxp_losses_add(losses, HXP_FAULT_LOSS_CODES, count);
}

void hxp_losses_add_unit(hxp_losses *losses, const hxp_unit *unit, size_t shown)
{
    hxp_losses_add(losses, HXP_FAULT_LOSS_VARIANTS,
                   unit->variant_count - shown);
    hxp_losses_add(losses, HXP_FAULT_LOSS_REMARKS, unit->remarks.count);
    hxp_losses_add(losses, HXP_FAULT_LOSS_ATTRIBUTES,
                   unit->attributes.count + (unit->id.len > 0) +
                       (unit->source_language.len > 0));
    for (size_t i = 0; i < unit->variant_count; i++) {
        const hxp_variant *variant = &unit->variants[i];
        add_codes(losses, &variant->content);
        hxp_losses_add(losses, HXP_FAULT_LOSS_REMARKS, variant->remarks.count);
        hxp_losses_add(losses, HXP_FAULT_LOSS_ATTRIBUTES,
                       variant->attributes.count +
                           variant->segment_attributes.count);
    }
}

hxp_status hxp_losses_tell(const hxp_losses *losses, hxp_finding_sink *sink,
                           hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (int i = 0; status == HXP_OK && i < HXP_LOSSES; i++)
        status = hxp_tell_loss(sink, (hxp_fault)(HXP_FAULT_LOSS_CHARACTERS + i),
                               losses->counts[i], error);
    return status;
}
