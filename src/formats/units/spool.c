/* spool.c - a nameless temporary file of JSON lines, which hold all of a unit,
 * what XML forbids too. */
#include "formats/units/spool.h"

#include "base/error.h"
#include "base/nameless.h"
#include "formats/units/unit_format.h"
#include "model/sink.h"

#include <stdlib.h>
#include <unistd.h>

struct hxp_spool {
    hxp_unit_sink sink; /* hands on to writer, and finishes the file */
    hxp_unit_sink *writer;
    hxp_output *output;
    int file;
};

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    hxp_unit_sink *writer = ((hxp_spool *)sink)->writer;
    return writer->begin(writer, header, error);
}

static hxp_status add_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    hxp_unit_sink *writer = ((hxp_spool *)sink)->writer;
    return writer->unit(writer, unit, error);
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    hxp_spool *spool = (hxp_spool *)sink;
    hxp_status status = spool->writer->end(spool->writer, error);
    return status == HXP_OK ? hxp_output_finish(spool->output, error) : status;
}

static hxp_status open_writer(hxp_spool *spool, hxp_error *error)
{
    static const hxp_write_options options = { .format = "jsonl" };
    hxp_status status = hxp_output_nameless(&spool->output, spool->file, error);
    if (status != HXP_OK)
        return status;
    return hxp_jsonl_writer_new(&spool->writer, spool->output, &options, error);
}

hxp_status hxp_spool_new(hxp_spool **out, hxp_error *error)
{
    hxp_spool *spool = calloc(1, sizeof *spool);
    *out = NULL;
    if (!spool)
        return hxp_no_memory(error);
    spool->sink = (hxp_unit_sink){ begin, add_unit, end, hxp_ignore_close };
    hxp_status status = hxp_open_nameless(&spool->file, error);
    if (status == HXP_OK)
        status = open_writer(spool, error);
    if (status != HXP_OK) {
        hxp_spool_free(spool);
        return status;
    }
    *out = spool;
    return HXP_OK;
}

hxp_unit_sink *hxp_spool_sink(hxp_spool *spool)
{
    return &spool->sink;
}

hxp_status hxp_spool_replay(hxp_spool *spool, hxp_unit_sink *sink,
                            hxp_error *error)
{
    /* What went in was within the reader's limits, or is the caller's. */
    static const hxp_read_options options = { .limits = { SIZE_MAX, SIZE_MAX,
                                                          1024 } };
    hxp_input *input;
    hxp_status status =
        hxp_input_nameless(&input, spool->file, HXP_NAMELESS, error);
    if (status != HXP_OK)
        return status;
    status = hxp_jsonl_read(input, &options, sink, error);
    hxp_input_close(input);
    return status;
}

void hxp_spool_free(hxp_spool *spool)
{
    if (!spool)
        return;
    if (spool->writer)
        spool->writer->close(spool->writer);
    hxp_output_close(spool->output);
    if (spool->file >= 0)
        close(spool->file);
    free(spool);
}
