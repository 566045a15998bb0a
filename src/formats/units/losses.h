/* losses.h - counts what a format cannot hold, to be told once. */
#ifndef FORMATS_LOSSES_H
#define FORMATS_LOSSES_H

#include "formats/faults.h"

enum { HXP_LOSSES = HXP_FAULT_COUNT - HXP_FAULT_LOSS_CHARACTERS };

/** A count for each rule from HXP_FAULT_LOSS_CHARACTERS on. */
typedef struct hxp_losses {
    size_t counts[HXP_LOSSES];
} hxp_losses;

/** Count more losses of a rule. */
void hxp_losses_add(hxp_losses *losses, hxp_fault rule, size_t count);

/** Take back count losses of a rule: they are kept after all. */
void hxp_losses_keep(hxp_losses *losses, hxp_fault rule, size_t count);

/**
 * Count all of a unit that is not the text of shown of its variants: codes,
 * other variants, remarks, ids and attributes.
 */
void hxp_losses_add_unit(hxp_losses *losses, const hxp_unit *unit,
                         size_t shown);

/** Tell sink (NULL: nobody) of the losses, a finding for each rule. */
hxp_status hxp_losses_tell(const hxp_losses *losses, hxp_finding_sink *sink,
                           hxp_error *error);

#endif
