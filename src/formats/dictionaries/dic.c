/* dic.c - hunalign's dictionaries: a line "target phrase @ source phrase"; and
 * tables that name no languages: "source phrase TAB target phrase". */
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/dictionaries/dictionary_format.h"
#include "text/utf8.h"

#include <string.h>

enum { LIMIT = 1 << 30 };

/** Take the line apart at '@', or at a tab: then the source stands first. What
 * is behind a second tab is no part of it. */
static bool parse(hxp_str line, char mark, hxp_str *source, hxp_str *target)
{
    hxp_str first, second = { "", 0 };
    if (!memchr(line.ptr, mark, line.len))
        return false;
    hxp_str_cut(&line, mark, &first);
    if (mark == '\t')
        hxp_str_cut(&line, mark, &second);
    else
        second = line;
    *source = hxp_utf8_trim(mark == '\t' ? first : second);
    *target = hxp_utf8_trim(mark == '\t' ? second : first);
    return true;
}

static hxp_status read_lines(hxp_entries *entries, hxp_str text, char mark,
                             hxp_error *error)
{
    hxp_str line, source, target;
    hxp_place place = { 0, 1, 1 };
    hxp_status status = HXP_OK;
    while (status == HXP_OK && hxp_line_cut(&text, &line)) {
        place.line++;
        status = hxp_utf8_check(line, entries->file.ptr, place, error);
        if (status != HXP_OK)
            return status;
        if (hxp_utf8_trim(line).len == 0)
            continue;
        if (!parse(line, mark, &source, &target))
            return hxp_fail_at(error, HXP_EINPUT, entries->file.ptr, place,
                               mark == '@' ? "a line without \"@\" between "
                                             "target and source"
                                           : "a line without a tab between "
                                             "source and target");
        status = hxp_entries_add(entries, source, target, error);
    }
    return status;
}

hxp_status hxp_dic_read(hxp_entries *entries, hxp_input *input, char mark,
                        hxp_error *error)
{
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_status status = HXP_OK;
    if (entries->languages[0].len == 0 || entries->languages[1].len == 0)
        return hxp_fail_at(error, HXP_EINPUT, entries->file.ptr,
                           (hxp_place){ 0, 0, 0 },
                           "the dictionary does not tell its languages");
    status = hxp_input_read_all(input, &bytes, LIMIT, error);
    if (status == HXP_OK)
        status = read_lines(entries, hxp_buffer_str(&bytes), mark, error);
    hxp_buffer_free(&bytes);
    return status;
}
