/* store.c - stores of units, for tests. */
#include "store.h"

#include "base/str.h"

#include <hexapla/formats.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/hexapla-store-XXXXXX";

bool store_folder(void)
{
    return mkdtemp(folder) && chdir(folder) == 0;
}

void store_folder_remove(void)
{
    DIR *entries = opendir(folder);
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): one thread */
    for (struct dirent *entry; entries && (entry = readdir(entries));)
        (void)unlink(entry->d_name); /* not "." */
    if (entries)
        closedir(entries);
    (void)(chdir("/") == 0 && rmdir(folder));
}

hxp_status store_add(hxp_memory *memory, const char *name, hxp_str bytes,
                     hxp_memory_counts *counts, hxp_error *error)
{
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_unit_sink *sink;
    hxp_input *input;
    *counts = (hxp_memory_counts){ 0, 0, 0, 0 };
    reading.format = hxp_str_starts(bytes, HXP_STR("<")) ? "tmx" : "tsv";
    hxp_status status = hxp_input_memory(&input, bytes, "test", error);
    if (status != HXP_OK)
        return status;
    status = hxp_memory_add_new(&sink, memory, name, counts, error);
    if (status == HXP_OK) {
        status = hxp_read_units(input, &reading, sink, error);
        sink->close(sink);
    }
    hxp_input_close(input);
    return status;
}

hxp_status store_export(hxp_output *output, hxp_memory *memory,
                        const char *name, const char *format, hxp_error *error)
{
    hxp_write_options writing = { .format = format };
    hxp_unit_sink *writer;
    hxp_status status = hxp_unit_writer_new(&writer, output, &writing, error);
    if (status != HXP_OK)
        return status;
    status = hxp_memory_read(memory, name, writer, error);
    writer->close(writer);
    return status;
}
