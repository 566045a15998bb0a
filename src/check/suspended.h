/* suspended.h - words whose end or beginning another word says as well. */
#ifndef CHECK_SUSPENDED_H
#define CHECK_SUSPENDED_H

#include <hexapla/base.h>

/**
 * How many words beside the word at bytes start to end of text leave to a
 * hyphen what it says: one before "vrijheidsrechten" in "mensen- en
 * vrijheidsrechten", one behind "Reisekosten" in "Reisekosten und -zeiten".
 */
size_t hxp_suspended_beside(hxp_str text, size_t start, size_t end);

#endif
