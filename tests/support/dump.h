/* dump.h - units and findings as text, to be compared in tests. */
#ifndef TESTS_DUMP_H
#define TESTS_DUMP_H

#include <hexapla/formats.h>

/** A sink that writes all of the units to output, places too if asked. */
typedef struct dump {
    hxp_unit_sink sink;
    hxp_output *output;
    bool header; /* also what begin hands over; true at first */
    bool places;
} dump;

void dump_init(dump *to, hxp_output *output, bool places);

/** A sink that writes "line:column rule unit: message" lines to output. */
typedef struct dump_findings {
    hxp_finding_sink sink;
    hxp_output *output;
} dump_findings;

void dump_findings_init(dump_findings *to, hxp_output *output);

/** How bytes are read and shown; all zero but format will do. */
typedef struct dump_options {
    const char *format;
    const char *encoding;
    size_t chunk;   /* of the input */
    bool places;    /* show them */
    bool no_header; /* do not show it */
    hxp_limits limits;
    hxp_finding_sink *findings;
    hxp_finding_sink *losses; /* of dump_convert() */
    const char *from, *to;    /* of reading and writing */
    hxp_table_options table;  /* likewise */
} dump_options;

/** Read bytes and show the units in output. */
hxp_status dump_units(hxp_output *output, hxp_str bytes,
                      const dump_options *options, hxp_error *error);

/** Read bytes and write them to output in format to. */
hxp_status dump_convert(hxp_output *output, hxp_str bytes,
                        const dump_options *options, const char *to,
                        hxp_error *error);

/** Show concepts, their terms and all that is said of them. */
void dump_termbase(hxp_output *output, const hxp_termbase *termbase);

#endif
