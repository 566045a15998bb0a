/* config.c - finds and reads hexapla.ini. */
#include "cli/config.h"

#include "base/array.h"
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "cli/reports.h"
#include "formats/ini.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char name[] = "hexapla.ini";

enum { LIMIT = 1 << 20, DEPTH = 64 };

/** The file that is read. */
typedef struct reading {
    hxp_config *config;
    const char *path;
    size_t folder; /* bytes of path before the file's name */
} reading;

/** The value as a path from the working directory; NULL when memory is out. */
static const char *resolve(const reading *at, hxp_str value)
{
    hxp_str copy, folder = { at->path, at->folder };
    hxp_buffer joined = { NULL, 0, 0 };
    bool whole = (value.len > 0 && value.ptr[0] == '/') || folder.len == 0;
    bool fits =
        (whole || hxp_buffer_add(&joined, folder)) &&
        hxp_buffer_add(&joined, value) &&
        hxp_arena_copy(&copy, &at->config->arena, hxp_buffer_str(&joined));
    hxp_buffer_free(&joined);
    return fits ? copy.ptr : NULL;
}

/** A value such as json=FILE or en,nl=FILE with its file resolved. */
static const char *resolve_named(const reading *at, hxp_str value)
{
    hxp_str before, copy, file = value;
    hxp_str_cut(&file, '=', &before);
    const char *path = resolve(at, hxp_str_trim(file));
    hxp_buffer joined = { NULL, 0, 0 };
    bool fits =
        path && hxp_buffer_add(&joined, hxp_str_trim(before)) &&
        hxp_buffer_add(&joined, HXP_STR("=")) &&
        hxp_buffer_add(&joined, hxp_str_of(path)) &&
        hxp_arena_copy(&copy, &at->config->arena, hxp_buffer_str(&joined));
    hxp_buffer_free(&joined);
    return fits ? copy.ptr : NULL;
}

static bool has_name(hxp_str value)
{
    return value.len > 0 && memchr(value.ptr, '=', value.len) != NULL;
}

/** The text as it stands; NULL when memory is out. */
static const char *copy_text(const reading *at, hxp_str text)
{
    hxp_str copy;
    return hxp_arena_copy(&copy, &at->config->arena, text) ? copy.ptr : NULL;
}

/** Append text, unless it is NULL; false when memory is out. */
static bool append(hxp_values *values, const char *text)
{
    size_t room = values->count;
    if (!text || !hxp_array_reserve(&values->items, &room, values->count + 1,
                                    sizeof(const char *)))
        return false;
    values->items[values->count++] = text;
    return true;
}

static hxp_status fail(const reading *at, hxp_place place, const char *what,
                       hxp_str text, hxp_error *error)
{
    return hxp_fail_at(error, HXP_EINPUT, at->path, place, "%s \"%.*s\"", what,
                       HXP_FMT(text));
}

/** "files = FILE", or a pattern that files have */
static hxp_status take_files(const reading *at, const hxp_ini_setting *setting,
                             hxp_error *error)
{
    hxp_values *files = &at->config->files;
    const char *path = resolve(at, setting->value);
    glob_t found = { .gl_pathc = 0 };
    if (!path)
        return hxp_no_memory(error);
    if (!strpbrk(path, "*?[") || access(path, F_OK) == 0)
        return append(files, path) ? HXP_OK : hxp_no_memory(error);
    int code = glob(path, 0, NULL, &found);
    bool fits = code != GLOB_NOSPACE;
    for (size_t i = 0; code == 0 && fits && i < found.gl_pathc; i++)
        fits = append(files, copy_text(at, hxp_str_of(found.gl_pathv[i])));
    globfree(&found);
    if (!fits)
        return hxp_no_memory(error);
    return code == 0 ? HXP_OK
                     : fail(at, setting->value_place, "no file is named",
                            setting->value, error);
}

/** The index of value among names, or -1. */
static int index_of(const char *const *names, hxp_str value)
{
    for (int i = 0; names[i]; i++)
        if (hxp_str_is(value, names[i]))
            return i;
    return -1;
}

/** "seg.number = error", "term = off" */
static hxp_status take_level(const reading *at, const hxp_ini_setting *setting,
                             hxp_error *error)
{
    static const char *const levels[] = { "off", "note", "warning", "error",
                                          NULL };
    hxp_config *config = at->config;
    size_t room = config->level_count;
    int level = index_of(levels, setting->value);
    hxp_str rule;
    if (!hxp_arena_copy(&rule, &config->arena, setting->key))
        return hxp_no_memory(error);
    if (!hxp_check_rule_known(rule.ptr))
        return fail(at, setting->place, "no rule is named", setting->key,
                    error);
    if (level < 0)
        return fail(at, setting->value_place,
                    "want off, note, warning or error, not", setting->value,
                    error);
    if (!hxp_array_reserve(&config->levels, &room, config->level_count + 1,
                           sizeof *config->levels))
        return hxp_no_memory(error);
    config->levels[config->level_count++] = (hxp_rule_level){ rule.ptr, level };
    return HXP_OK;
}

/** "terms = FILE" and the like. */
static hxp_status take_check(const reading *at, const hxp_ini_setting *setting,
                             hxp_error *error)
{
    hxp_config *config = at->config;
    hxp_str key = setting->key, value = setting->value;
    bool fits = true;
    if (value.len == 0)
        return fail(at, setting->value_place, "want a value of", key, error);
    if (hxp_str_is(key, "terms")) {
        fits = append(&config->terms, has_name(value) ? resolve_named(at, value)
                                                      : resolve(at, value));
    } else if (hxp_str_is(key, "files")) {
        return take_files(at, setting, error);
    } else if (hxp_str_is(key, "report")) {
        fits =
            append(&config->reports, has_name(value) ? resolve_named(at, value)
                                                     : copy_text(at, value));
    } else if (hxp_str_is(key, "ignore")) {
        fits = append(&config->ignored, copy_text(at, value));
    } else if (hxp_str_is(key, "baseline")) {
        fits = (config->baseline = resolve(at, value)) != NULL;
    } else if (hxp_str_is(key, "from")) {
        fits = (config->from = copy_text(at, value)) != NULL;
    } else if (hxp_str_is(key, "fail-level")) {
        config->fail_level = index_of(hxp_fail_level_names, value);
        if (config->fail_level < 0)
            return fail(at, setting->value_place,
                        "want none, note, warning or error, not", value, error);
    } else {
        return fail(at, setting->place, "check has no setting", key, error);
    }
    return fits ? HXP_OK : hxp_no_memory(error);
}

static hxp_status take(void *context, const hxp_ini_setting *setting,
                       hxp_error *error)
{
    const reading *at = context;
    if (hxp_str_is(setting->section, "check"))
        return take_check(at, setting, error);
    if (hxp_str_is(setting->section, "rules"))
        return take_level(at, setting, error);
    return fail(at, setting->place, "want a setting of [check] or [rules], not",
                setting->section.len > 0 ? setting->section : setting->key,
                error);
}

static hxp_status read_path(hxp_config *config, const char *path,
                            hxp_error *error)
{
    hxp_input *input;
    hxp_buffer bytes = { NULL, 0, 0 };
    const char *slash = strrchr(path, '/');
    reading at = { config, path, slash ? (size_t)(slash + 1 - path) : 0 };
    hxp_status status = hxp_input_open(&input, path, error);
    if (status == HXP_OK)
        status = hxp_input_read_all(input, &bytes, LIMIT, error);
    hxp_input_close(input);
    if (status == HXP_OK)
        status = hxp_ini_read(hxp_buffer_str(&bytes), path, take, &at, error);
    hxp_buffer_free(&bytes);
    return status;
}

/** True when up, a folder or the beginning of a path, has a file of name. */
static bool has_file(char *path, size_t size, const char *up, const char *file)
{
    snprintf(path, size, "%s%s", up, file);
    return access(path, F_OK) == 0;
}

/** Find hexapla.ini upwards; false when there is none. */
static bool find(char *path, size_t size)
{
    char up[3 * DEPTH + 1] = "", other[sizeof up + sizeof name];
    for (size_t depth = 0; depth < DEPTH; depth++) {
        if (has_file(path, size, up, name))
            return true;
        if (has_file(other, sizeof other, up, ".git"))
            return false;
        memcpy(up + 3 * depth, "../", 4);
    }
    return false;
}

hxp_exit hxp_config_read(hxp_config *config, const char *path)
{
    char found[3 * DEPTH + 1 + sizeof name];
    hxp_error error;
    *config = (hxp_config){ .fail_level = -1 };
    if (!path && !find(found, sizeof found))
        return HXP_EXIT_OK;
    hxp_str kept;
    if (!hxp_arena_copy(&kept, &config->arena, hxp_str_of(path ? path : found)))
        return hxp_say_no_memory();
    return read_path(config, kept.ptr, &error) == HXP_OK
               ? HXP_EXIT_OK
               : hxp_say_error(&error);
}

void hxp_config_free(hxp_config *config)
{
    free(config->terms.items);
    free(config->files.items);
    free(config->reports.items);
    free(config->ignored.items);
    free(config->levels);
    hxp_arena_free(&config->arena);
}
