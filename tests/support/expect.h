/* expect.h - what tests of formats and filters expect of reading and writing.
 */
#ifndef TESTS_EXPECT_H
#define TESTS_EXPECT_H

#include "dump.h"

#include "base/array.h"

/* All of these fail the test when something is not as it should be. */

/** An output into memory. */
hxp_output *new_output(void);

/** A writer to output, which the caller closes. */
hxp_unit_sink *new_writer(hxp_output *output, const char *format);

/** Read bytes of a format into sink. */
void read_into(hxp_unit_sink *sink, hxp_str bytes, const char *format);

/** The bytes of a file; the caller frees them. */
hxp_buffer load(const char *path);

/** Read bytes and show the units; in chunks of 1 to 7 bytes they are the same.
 */
hxp_output *show(hxp_str bytes, const dump_options *options);

/** Read bytes and write them in format to. */
hxp_output *convert(hxp_str bytes, const dump_options *options, const char *to);

/** Output holds text. It is closed. */
void expect_text(hxp_output *output, const char *text);

/** Both hold the same. They are closed. */
void expect_equal(hxp_output *a, hxp_output *b);

/**
 * Reading bytes fails, also in chunks of 1 to 7 bytes, with this as its last
 * finding: "line:column error input.broken unit: message", a line.
 */
void expect_fault(const char *format, hxp_str bytes, const char *fault);

/** Reading bytes, in chunks too, tells of these findings, a line each. */
void expect_findings(const dump_options *options, hxp_str bytes,
                     const char *expected);

/** Writing bytes in format to tells of these losses, a line each. */
void expect_losses(const dump_options *options, hxp_str bytes, const char *to,
                   const char *expected);

#endif
