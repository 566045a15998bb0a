/* records.c - gathers the lines of a record, by its quotes. */
#include "formats/units/records.h"

#include "base/error.h"
#include "base/str.h"

/** Where in a record a character stands. */
typedef enum place_in_cell { AT_START, PLAIN, QUOTED, BEHIND } place_in_cell;

static place_in_cell step(place_in_cell at, char c, char separator)
{
    if (at == QUOTED)
        return c == '"' ? BEHIND : QUOTED;
    if (c == separator)
        return AT_START;
    if (c == '"' && at != PLAIN)
        return QUOTED; /* behind a quote: two stand for one */
    return PLAIN;
}

hxp_status hxp_records_next(bool *more, hxp_records *records, hxp_error *error)
{
    place_in_cell at = AT_START;
    hxp_buffer *record = &records->record;
    record->len = 0;
    records->line = records->lines.number + 1;
    do {
        hxp_str line, end = hxp_str_of(records->lines.end);
        hxp_status status = hxp_lines_next(&line, more, &records->lines, error);
        if (status != HXP_OK)
            return status;
        if (!*more)
            break;
        for (size_t i = 0; i < line.len; i++)
            at = step(at, line.ptr[i], records->separator);
        if ((records->line < records->lines.number &&
             !hxp_buffer_add(record, end)) ||
            !hxp_buffer_add(record, line))
            return hxp_no_memory(error);
        if (record->len > records->lines.limit)
            return hxp_fail_at(error, HXP_ELIMIT, records->lines.file.ptr,
                               (hxp_place){ records->line, 1, 1 },
                               "the record is longer than %zu bytes, the limit",
                               records->lines.limit);
    } while (at == QUOTED && !records->flat);
    *more = records->line <= records->lines.number;
    return HXP_OK;
}

char hxp_find_separator(hxp_str record)
{
    static const char separators[] = { ',', ';', '\t' };
    size_t most = 0;
    char best = ',';
    for (size_t k = 0; k < sizeof separators; k++) {
        place_in_cell at = AT_START;
        size_t count = 0;
        for (size_t i = 0; i < record.len; i++) {
            count += at != QUOTED && record.ptr[i] == separators[k];
            at = step(at, record.ptr[i], separators[k]);
        }
        if (count > most) {
            most = count;
            best = separators[k];
        }
    }
    return best;
}

size_t hxp_quoted_length(hxp_str record, size_t start)
{
    size_t i = start;
    while (i < record.len && (record.ptr[i] != '"' ||
                              (i + 1 < record.len && record.ptr[i + 1] == '"')))
        i += record.ptr[i] == '"' ? 2 : 1;
    return i - start;
}

void hxp_records_close(hxp_records *records)
{
    hxp_lines_close(&records->lines);
    hxp_buffer_free(&records->record);
}
