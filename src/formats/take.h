/* take.h - numbers and signs off the front of a text. */
#ifndef FORMATS_TAKE_H
#define FORMATS_TAKE_H

#include <hexapla/base.h>

/** Read digits off the front of *text. False: there are none, or too many. */
bool hxp_take_number(hxp_str *text, size_t *number);

/** Take c, and blanks around it, off the front of *text. False: it is not
 * there, but the blanks are gone. */
bool hxp_take_sign(hxp_str *text, char c);

#endif
