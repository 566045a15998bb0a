/* selection.c - options that say which units are meant, as the filter takes
 * them. */
#include "cli/selection.h"

#include "cli/units.h"

void hxp_selection_settle(hxp_selection *selection)
{
    hxp_select_options *select = &selection->select;
    select->languages = HXP_TEXTS(selection->languages);
    select->matches = HXP_TEXTS(selection->matches);
    select->source_matches = HXP_TEXTS(selection->source_matches);
    select->target_matches = HXP_TEXTS(selection->target_matches);
    select->properties = HXP_TEXTS(selection->properties);
    select->counts = &selection->counts;
}

bool hxp_selection_is_all(const hxp_selection *selection)
{
    const hxp_select_options *select = &selection->select;
    size_t lists = selection->languages.count + selection->matches.count +
                   selection->source_matches.count +
                   selection->target_matches.count +
                   selection->properties.count;
    return lists == 0 && !select->since && !select->before &&
           select->min_length == 0 && select->max_length == 0 &&
           select->max_ratio <= 0 && !select->invert;
}
