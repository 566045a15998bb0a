/* chain.h - bytes through a reader, a filter and a writer, for tests. */
#ifndef TESTS_CHAIN_H
#define TESTS_CHAIN_H

#include <hexapla/filter.h>
#include <hexapla/formats.h>

/** Makes a filter in front of next. */
typedef hxp_status chain_make(hxp_unit_sink **out, hxp_unit_sink *next,
                              const void *options, hxp_error *error);

/** A filter and the formats around it. */
typedef struct filter_chain {
    chain_make *make;
    const void *options;
    const char *from;
    const char *to;
} filter_chain;

/** Read bytes, filter them, and write them to output. */
hxp_status chain_run(hxp_output *output, hxp_str bytes,
                     const filter_chain *chain, hxp_error *error);

/* Makers of each filter. */
chain_make chain_select, chain_languages, chain_anonymise;

#endif
