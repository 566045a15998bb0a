/* store.c - finds and opens the store of a memory command. */
#include "cli/store.h"

#include "base/array.h"
#include "base/error.h"
#include "base/folders.h"
#include "base/str.h"
#include "cli/guard.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_SIZE = 4096 };

/** Write where the usual store is into path. False: nobody can tell. */
static bool find_usual(char path[PATH_SIZE], bool make)
{
    const char *store = getenv("HEXAPLA_STORE");
    const char *data = getenv("XDG_DATA_HOME");
    const char *home = getenv("HOME");
    int len;
    if (store && *store)
        len = snprintf(path, PATH_SIZE, "%s", store);
    else if (data && *data)
        len = snprintf(path, PATH_SIZE, "%s/hexapla/memory.db", data);
    else if (home && *home)
        len = snprintf(path, PATH_SIZE, "%s/.local/share/hexapla/memory.db",
                       home);
    else
        return false;
    if (len >= PATH_SIZE)
        return false;
    if (make && !(store && *store))
        (void)hxp_folders_make(path, 0777);
    return true;
}

hxp_exit hxp_store_open(hxp_memory **memory, const hxp_command *command,
                        hxp_settings *settings, hxp_memory_mode mode)
{
    static const hxp_memory_files files = { hxp_guard_open, hxp_guard_finish,
                                            hxp_guard_close };
    char usual[PATH_SIZE];
    hxp_error error;
    hxp_values *operands = &settings->operands;
    const char *path = operands->count > 0 ? operands->items[0] : "@";
    *memory = NULL;
    if (operands->count > 0) {
        operands->items++;
        operands->count--;
    }
    if (strcmp(path, "-") == 0)
        return hxp_say_usage(command, "a store cannot be standard input");
    if (strcmp(path, HXP_USUAL_STORE) == 0) {
        if (!find_usual(usual, mode == HXP_MEMORY_CREATE))
            return hxp_say_usage(command, "which STORE? HEXAPLA_STORE is not "
                                          "set");
        path = usual;
    }
    if (hxp_memory_open(memory, path, mode, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_memory_set_files(*memory, &files);
    if (mode != HXP_MEMORY_READ && !settings->quiet &&
        hxp_memory_is_remote(path))
        hxp_say("%s: warning: this lies on a network's file system; if several "
                "machines write to it, it may be damaged",
                path);
    return HXP_EXIT_OK;
}

/* --- What is in it -------------------------------------------------------- */

static hxp_status list_language(void *context, hxp_str tag, hxp_error *error)
{
    hxp_buffer *list = context;
    return hxp_buffer_add(list, list->len > 0 ? HXP_STR(", ") : HXP_STR("")) &&
                   hxp_buffer_add(list, tag)
               ? HXP_OK
               : hxp_no_memory(error);
}

hxp_exit hxp_store_say_languages(const hxp_command *command,
                                 const hxp_settings *settings)
{
    char usual[PATH_SIZE];
    hxp_buffer list = { NULL, 0, 0 };
    hxp_memory *memory = NULL;
    const hxp_values *operands = &settings->operands;
    const char *path =
        operands->count > 0 ? operands->items[0] : HXP_USUAL_STORE;
    if (strcmp(path, HXP_USUAL_STORE) == 0)
        path = find_usual(usual, false) ? usual : "-";
    bool told =
        strcmp(path, "-") != 0 &&
        hxp_memory_open(&memory, path, HXP_MEMORY_READ, NULL) == HXP_OK &&
        hxp_memory_languages(memory, list_language, &list, NULL) == HXP_OK &&
        list.len > 0;
    if (told)
        path = hxp_memory_path(memory);
    hxp_str languages = hxp_buffer_str(&list);
    hxp_exit code =
        told
            ? hxp_say_usage(command,
                            "%s needs --from and --to; the languages of %s "
                            "are: %.*s",
                            command->name, path, HXP_FMT(languages))
            : hxp_say_usage(command, "%s needs --from and --to", command->name);
    hxp_memory_close(memory);
    hxp_buffer_free(&list);
    return code;
}
