/* phones.h - is a telephone number of one text in another? */
#ifndef CHECK_PHONES_H
#define CHECK_PHONES_H

#include "check/said.h"

/**
 * True when figure of own is part of a telephone number that other has too,
 * its digits grouped in another way, with the country's code or without.
 */
bool hxp_phone_said(const hxp_figure *figure, const hxp_number_side *own,
                    const hxp_number_side *other);

#endif
