/* cue_time.c - reads the time line of a subtitle. */
#include "formats/documents/cue_time.h"

#include "base/str.h"

static void pass_blanks(hxp_str line, size_t *at)
{
    while (*at < line.len && (line.ptr[*at] == ' ' || line.ptr[*at] == '\t'))
        ++*at;
}

/** Pass over word, if it is what comes. */
static bool pass(hxp_str line, size_t *at, const char *word)
{
    hxp_str rest = hxp_str_part(line, *at, line.len);
    if (!hxp_str_starts(rest, hxp_str_of(word)))
        return false;
    *at += strlen(word);
    return true;
}

static bool read_number(uint64_t *number, hxp_str line, size_t *at)
{
    enum { MOST_DIGITS = 9 };
    size_t start = *at;
    *number = 0;
    while (*at < line.len && hxp_ascii_digit(line.ptr[*at]) &&
           *at - start < MOST_DIGITS)
        *number = *number * 10 + (uint64_t)(line.ptr[(*at)++] - '0');
    return *at > start;
}

/** Read the fraction of a second, if there is one, as milliseconds. */
static uint64_t read_fraction(hxp_str line, size_t *at)
{
    uint64_t sum = 0, worth = 100;
    if (!pass(line, at, ",") && !pass(line, at, "."))
        return 0;
    pass_blanks(line, at);
    for (; *at < line.len && hxp_ascii_digit(line.ptr[*at]); ++*at, worth /= 10)
        sum += worth * (uint64_t)(line.ptr[*at] - '0');
    return sum;
}

/** Read a point of time: 01:02:03,456 or 02:03.456. */
static bool read_stamp(uint64_t *stamp, hxp_str line, size_t *at)
{
    enum { MOST_PARTS = 3, SIXTY = 60 };
    uint64_t sum = 0, part;
    size_t count = 0, start;
    pass_blanks(line, at);
    do {
        start = *at;
        if (count == MOST_PARTS || !read_number(&part, line, at))
            return false;
        if (count > 0 && part >= SIXTY) {
            *at = start;
            return false;
        }
        sum = sum * SIXTY + part;
        count++;
    } while (pass(line, at, ":"));
    if (count == 1)
        return false;
    *stamp = sum * 1000 + read_fraction(line, at);
    return true;
}

bool hxp_cue_time_read(hxp_cue_time *time, hxp_str line, size_t *at)
{
    *at = 0;
    if (!read_stamp(&time->begin, line, at))
        return false;
    pass_blanks(line, at);
    return pass(line, at, "-->") && read_stamp(&time->end, line, at);
}
