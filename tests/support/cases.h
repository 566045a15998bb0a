/* cases.h - the files of a folder of cases. */
#ifndef SUPPORT_CASES_H
#define SUPPORT_CASES_H

#include "base/array.h"

#include <hexapla/base.h>

/** All of folder/name.ending; empty if there is none. The caller frees it. */
hxp_buffer case_load(const char *folder, hxp_str name, const char *ending);

/**
 * Call check with the name, without its ending, of each file of folder that
 * ends with ending; returns how many there are.
 */
size_t case_each(const char *folder, const char *ending,
                 void (*check)(hxp_str name));

#endif
