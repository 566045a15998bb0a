/* termbase_format.h - what a format of termbases provides, and the table of
 * them. */
#ifndef FORMATS_TERMBASE_FORMAT_H
#define FORMATS_TERMBASE_FORMAT_H

#include <hexapla/formats.h>

/* What every reader refuses to exceed, unless options say otherwise. */
enum { HXP_TERM_BYTES = 128 << 20, HXP_ENTRY_BYTES = 256 << 20 };

/** Read TBX; options are given. */
hxp_status hxp_tbx_read(hxp_termbase *termbase, hxp_input *input,
                        const hxp_read_options *options, hxp_error *error);

/** Read a table: csv, tsv, a glossary of OmegaT's, UTX. As above. */
hxp_status hxp_term_table_read(hxp_termbase *termbase, hxp_input *input,
                               const hxp_read_options *options,
                               hxp_error *error);

/** Write all of termbase; options->format is the one. */
hxp_status hxp_tbx_write(hxp_output *output, const hxp_termbase *termbase,
                         const hxp_termbase_write_options *options,
                         hxp_error *error);
hxp_status hxp_term_table_write(hxp_output *output,
                                const hxp_termbase *termbase,
                                const hxp_termbase_write_options *options,
                                hxp_error *error);
hxp_status hxp_term_languages_write(hxp_output *output,
                                    const hxp_termbase *termbase,
                                    const hxp_termbase_write_options *options,
                                    hxp_error *error);
hxp_status hxp_omegat_write(hxp_output *output, const hxp_termbase *termbase,
                            const hxp_termbase_write_options *options,
                            hxp_error *error);

#endif
