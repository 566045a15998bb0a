/* store.h - which store a memory command works on, and opening it. */
#ifndef CLI_STORE_H
#define CLI_STORE_H

#include "cli/cli.h"

#include <hexapla/memory.h>

/** What "@", or no operand, stands for: $HEXAPLA_STORE or the usual place. */
#define HXP_USUAL_STORE "@"

/**
 * Open the store that the first operand of settings names, which is taken off
 * them. Says what goes wrong. The caller closes *memory.
 */
hxp_exit hxp_store_open(hxp_memory **memory, const hxp_command *command,
                        hxp_settings *settings, hxp_memory_mode mode);

/**
 * Say that the command needs --from and --to, and which languages are in the
 * store that the first operand of settings names, if it can be read.
 */
hxp_exit hxp_store_say_languages(const hxp_command *command,
                                 const hxp_settings *settings);

#endif
