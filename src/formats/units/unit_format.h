/* unit_format.h - what a format of units provides, and the table of them. */
#ifndef FORMATS_UNIT_FORMAT_H
#define FORMATS_UNIT_FORMAT_H

#include <hexapla/formats.h>

/** A format of units. reader or writer is NULL where there is none. */
typedef struct hxp_unit_format {
    const char *name;
    const char *const *extensions; /* with their dot; NULL ends them */
    /** True when a file that begins with head is surely of the format. */
    bool (*recognise)(hxp_str head);
    hxp_status (*read)(hxp_input *input, const hxp_read_options *options,
                       hxp_unit_sink *sink, hxp_error *error);
    hxp_status (*new_writer)(hxp_unit_sink **out, hxp_output *output,
                             const hxp_write_options *options,
                             hxp_error *error);
} hxp_unit_format;

/* One file a reader and a writer. */
bool hxp_tmx_recognise(hxp_str head);
hxp_status hxp_tmx_read(hxp_input *input, const hxp_read_options *options,
                        hxp_unit_sink *sink, hxp_error *error);
hxp_status hxp_tmx_writer_new(hxp_unit_sink **out, hxp_output *output,
                              const hxp_write_options *options,
                              hxp_error *error);
bool hxp_tsv_recognise(hxp_str head);
hxp_status hxp_tsv_read(hxp_input *input, const hxp_read_options *options,
                        hxp_unit_sink *sink, hxp_error *error);
hxp_status hxp_tsv_writer_new(hxp_unit_sink **out, hxp_output *output,
                              const hxp_write_options *options,
                              hxp_error *error);
bool hxp_csv_recognise(hxp_str head);
hxp_status hxp_csv_read(hxp_input *input, const hxp_read_options *options,
                        hxp_unit_sink *sink, hxp_error *error);
hxp_status hxp_csv_writer_new(hxp_unit_sink **out, hxp_output *output,
                              const hxp_write_options *options,
                              hxp_error *error);
bool hxp_jsonl_recognise(hxp_str head);
hxp_status hxp_jsonl_read(hxp_input *input, const hxp_read_options *options,
                          hxp_unit_sink *sink, hxp_error *error);
hxp_status hxp_jsonl_writer_new(hxp_unit_sink **out, hxp_output *output,
                                const hxp_write_options *options,
                                hxp_error *error);
bool hxp_po_recognise(hxp_str head);
hxp_status hxp_po_read(hxp_input *input, const hxp_read_options *options,
                       hxp_unit_sink *sink, hxp_error *error);
hxp_status hxp_po_writer_new(hxp_unit_sink **out, hxp_output *output,
                             const hxp_write_options *options,
                             hxp_error *error);
bool hxp_xliff_recognise(hxp_str head);
hxp_status hxp_xliff_read(hxp_input *input, const hxp_read_options *options,
                          hxp_unit_sink *sink, hxp_error *error);
hxp_status hxp_xliff_writer_new(hxp_unit_sink **out, hxp_output *output,
                                const hxp_write_options *options,
                                hxp_error *error);
bool hxp_xcstrings_recognise(hxp_str head);
hxp_status hxp_xcstrings_read(hxp_input *input, const hxp_read_options *options,
                              hxp_unit_sink *sink, hxp_error *error);
hxp_status hxp_xcstrings_writer_new(hxp_unit_sink **out, hxp_output *output,
                                    const hxp_write_options *options,
                                    hxp_error *error);
hxp_status hxp_xliff2_writer_new(hxp_unit_sink **out, hxp_output *output,
                                 const hxp_write_options *options,
                                 hxp_error *error);

#endif
