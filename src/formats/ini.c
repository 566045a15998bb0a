/* ini.c - reads settings a line at a time. */
#include "formats/ini.h"

#include "base/error.h"
#include "base/str.h"
#include "text/utf8.h"

/** Where part of line number begins. */
static hxp_place place_of(hxp_str line, size_t number, hxp_str part)
{
    hxp_place place = { number, 1, 1 };
    hxp_place_advance(&place,
                      hxp_str_part(line, 0, (size_t)(part.ptr - line.ptr)));
    return place;
}

/** Read "[name]"; false when the bracket is not closed. */
static bool read_section(hxp_str *section, hxp_str content)
{
    if (!hxp_str_ends(content, HXP_STR("]")))
        return false;
    *section = hxp_str_trim(hxp_str_part(content, 1, content.len - 1));
    return true;
}

/** Split content into key and value; false when it is not a setting. */
static bool split(hxp_ini_setting *setting, hxp_str content)
{
    const char *sign =
        content.len ? memchr(content.ptr, '=', content.len) : NULL;
    if (!sign)
        return false;
    size_t at = (size_t)(sign - content.ptr);
    setting->key = hxp_str_trim(hxp_str_part(content, 0, at));
    setting->value = hxp_str_trim(hxp_str_part(content, at + 1, content.len));
    return setting->key.len > 0;
}

hxp_status hxp_ini_read(hxp_str bytes, const char *file, hxp_ini_taker *take,
                        void *context, hxp_error *error)
{
    hxp_ini_setting setting = { .section = HXP_STR("") };
    hxp_str line;
    hxp_status status =
        hxp_utf8_check(bytes, file, (hxp_place){ 1, 1, 1 }, error);
    bytes = hxp_utf8_unmarked(bytes);
    for (size_t number = 1; status == HXP_OK && hxp_line_cut(&bytes, &line);
         number++) {
        hxp_str content = hxp_str_trim(line);
        if (content.len == 0 || content.ptr[0] == '#' || content.ptr[0] == ';')
            continue;
        if (content.ptr[0] == '[' && read_section(&setting.section, content))
            continue;
        if (content.ptr[0] != '[' && split(&setting, content)) {
            setting.place = place_of(line, number, setting.key);
            setting.value_place = place_of(line, number, setting.value);
            status = take(context, &setting, error);
        } else {
            status = hxp_fail_at(error, HXP_EINPUT, file,
                                 place_of(line, number, content),
                                 "want \"key = value\" or \"[section]\"");
        }
    }
    return status;
}
