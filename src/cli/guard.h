/* guard.h - outputs of which no half remains, not even after a signal. */
#ifndef CLI_GUARD_H
#define CLI_GUARD_H

#include <hexapla/base.h>

/** Outputs open at the same time, at most. */
enum { HXP_GUARDED = 1 << 16 };

/**
 * On SIGINT, SIGTERM, SIGHUP and SIGPIPE remove unfinished files, then die of
 * the signal. Signals that were ignored stay so.
 */
void hxp_guard_signals(void);

/** As hxp_output_open(), of an output the signals know; NULL is "-". */
hxp_status hxp_guard_open(hxp_output **out, const char *path, hxp_error *error);

/** As hxp_output_finish() and then, either way, hxp_output_close(). */
hxp_status hxp_guard_finish(hxp_output *output, hxp_error *error);

/**
 * Finish output if all went well, status being HXP_OK; else leave nothing of
 * it. Returns what is to be said in the end.
 */
hxp_status hxp_guard_end(hxp_output *output, hxp_status status,
                         hxp_error *error);

/** As hxp_output_close(); NULL is allowed. */
void hxp_guard_close(hxp_output *output);

#endif
