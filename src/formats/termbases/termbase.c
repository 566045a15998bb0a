/* termbase.c - chooses the reader of a termbase, and the writer. */
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/faults.h"
#include "formats/termbases/termbase_format.h"
#include "text/decode.h"

/** True when head is that of XML, in whatever encoding. */
static bool is_xml(hxp_str head)
{
    size_t at;
    hxp_encoding_of_mark(head, &at);
    while (at < head.len && strchr(" \t\r\n", head.ptr[at])) /* NUL, too */
        at++;
    return at < head.len && head.ptr[at] == '<';
}

/** Tell of a file that gave no concept. */
static hxp_status tell_empty(hxp_input *input, const hxp_read_options *options,
                             hxp_error *error)
{
    hxp_faults faults = { .sink = options->findings,
                          .file = hxp_str_of(hxp_input_name(input)) };
    return hxp_tell(&faults, HXP_FAULT_TERM_NONE, (hxp_place){ 1, 1, 1 }, error,
                    "the termbase has no concepts");
}

hxp_status hxp_termbase_read(hxp_termbase *termbase, hxp_input *input,
                             const hxp_read_options *options, hxp_error *error)
{
    static const hxp_read_options defaults = HXP_READ_OPTIONS_INIT;
    size_t before = hxp_termbase_count(termbase);
    hxp_str head;
    if (!options)
        options = &defaults;
    hxp_status status = hxp_input_peek(input, HXP_INPUT_PEEK, &head, error);
    if (status == HXP_OK)
        status = is_xml(head)
                     ? hxp_tbx_read(termbase, input, options, error)
                     : hxp_term_table_read(termbase, input, options, error);
    if (status == HXP_OK && hxp_termbase_count(termbase) == before)
        status = tell_empty(input, options, error);
    if (status == HXP_OK)
        status = hxp_termbase_join(termbase, before, error);
    return status;
}

static const struct {
    const char *name;
    const char *extension;
    hxp_status (*write)(hxp_output *output, const hxp_termbase *termbase,
                        const hxp_termbase_write_options *options,
                        hxp_error *error);
} formats[] = {
    { "tbx", ".tbx", hxp_tbx_write },
    { "columns", ".columns.csv", hxp_term_languages_write },
    { "csv", ".csv", hxp_term_table_write },
    { "omegat", ".txt", hxp_omegat_write },
    { "omegat", ".tab", hxp_omegat_write },
    { "omegat", ".utf8", hxp_omegat_write },
    { "omegat", ".tsv", hxp_omegat_write },
};

hxp_status hxp_termbase_write(hxp_output *output, const hxp_termbase *termbase,
                              const hxp_termbase_write_options *options,
                              hxp_error *error)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, options->format) == 0)
            return formats[i].write(output, termbase, options, error);
    return hxp_fail(error, HXP_EINPUT, "there is no termbase format \"%s\"",
                    options->format);
}

const char *hxp_termbase_format_of(const char *path)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (hxp_str_ends(hxp_str_of(path), hxp_str_of(formats[i].extension)))
            return formats[i].name;
    return NULL;
}
