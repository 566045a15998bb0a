/* chain.c - puts reader, filter and writer together. */
#include "chain.h"

hxp_status chain_run(hxp_output *output, hxp_str bytes,
                     const filter_chain *chain, hxp_error *error)
{
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_write_options writing = { .format = chain->to };
    hxp_input *input;
    hxp_unit_sink *writer, *filter = NULL;
    reading.format = chain->from;
    hxp_status status = hxp_unit_writer_new(&writer, output, &writing, error);
    if (status != HXP_OK)
        return status;
    status = chain->make(&filter, writer, chain->options, error);
    if (status == HXP_OK)
        status = hxp_input_memory(&input, bytes, "test", error);
    if (status == HXP_OK) {
        status = hxp_read_units(input, &reading, filter, error);
        hxp_input_close(input);
    }
    if (filter)
        filter->close(filter);
    else
        writer->close(writer);
    return status;
}

hxp_status chain_select(hxp_unit_sink **out, hxp_unit_sink *next,
                        const void *options, hxp_error *error)
{
    return hxp_select_new(out, next, options, error);
}

hxp_status chain_languages(hxp_unit_sink **out, hxp_unit_sink *next,
                           const void *options, hxp_error *error)
{
    return hxp_languages_new(out, next, options, error);
}

hxp_status chain_anonymise(hxp_unit_sink **out, hxp_unit_sink *next,
                           const void *options, hxp_error *error)
{
    return hxp_anonymise_new(out, next, options, error);
}
