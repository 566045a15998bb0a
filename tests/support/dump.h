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

#endif
