/* locales.c - the folder of languages: which are loaded, which folder fits. */
#include "text/locales.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "text/alias.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#ifndef HEXAPLA_LOCALES_DIR
#error "the build defines HEXAPLA_LOCALES_DIR"
#endif

struct hxp_locales {
    char *directory;
    hxp_language **languages; /* those asked for so far */
    size_t count, capacity;
};

static bool is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

hxp_status hxp_locales_open(hxp_locales **out, const char *directory,
                            hxp_error *error)
{
    *out = NULL;
    if (!directory) /* NOLINTNEXTLINE(concurrency-mt-unsafe): only read */
        directory = getenv("HEXAPLA_LOCALES");
    if (!directory || !*directory)
        directory = HEXAPLA_LOCALES_DIR;
    if (!is_folder(directory))
        return hxp_fail_at(error, HXP_EINPUT, directory, (hxp_place){ 0, 0, 0 },
                           "no such folder of language data");
    hxp_locales *locales = calloc(1, sizeof *locales);
    if (locales)
        locales->directory = strdup(directory);
    if (!locales || !locales->directory) {
        free(locales);
        return hxp_no_memory(error);
    }
    *out = locales;
    return HXP_OK;
}

/** Find the folder of tag, or of it with subtags taken off its end, into path,
 * which has room for it. */
static bool find_named(char *path, size_t size, const hxp_locales *locales,
                       const char *tag)
{
    size_t len = strlen(tag);
    while (len > 0) {
        snprintf(path, size, "%s/%.*s", locales->directory, (int)len, tag);
        if (is_folder(path))
            return true;
        do
            len--;
        while (len > 0 && tag[len] != '-');
    }
    return false;
}

/**
 * Find the folder for tag: as it is written, by its shortest codes ("de-AT" of
 * deu-AT), or by the usual ones of its language ("nb" of no). *folder is NULL
 * when there is none; the caller frees it.
 */
static hxp_status find_folder(char **folder, const hxp_locales *locales,
                              const char *tag, hxp_error *error)
{
    char other[HXP_TAG_SIZE], language[HXP_TAG_SIZE];
    size_t size = strlen(locales->directory) + HXP_TAG_SIZE + 1;
    *folder = malloc(size);
    if (!*folder)
        return hxp_no_memory(error);
    if (find_named(*folder, size, locales, tag) ||
        (hxp_tag_normalise(other, hxp_str_of(tag)) &&
         find_named(*folder, size, locales, other)))
        return HXP_OK;
    snprintf(language, sizeof language, "%.*s", (int)strcspn(other, "-"),
             other);
    if (hxp_tag_alias(other, language) &&
        find_named(*folder, size, locales, other))
        return HXP_OK;
    free(*folder);
    *folder = NULL;
    return HXP_OK;
}

hxp_status hxp_locales_language(const hxp_language **out, hxp_locales *locales,
                                hxp_str tag, hxp_error *error)
{
    char canonical[HXP_TAG_SIZE];
    char *folder;
    *out = NULL;
    if (!hxp_tag_canonical(canonical, tag))
        return hxp_fail(error, HXP_EINPUT, "\"%.*s\" is not a language tag",
                        HXP_FMT(tag));
    for (size_t i = 0; i < locales->count; i++)
        if (strcmp(hxp_language_tag(locales->languages[i]), canonical) == 0)
            *out = locales->languages[i];
    if (*out)
        return HXP_OK;
    if (!hxp_array_reserve(&locales->languages, &locales->capacity,
                           locales->count + 1, sizeof *locales->languages))
        return hxp_no_memory(error);
    hxp_status status = find_folder(&folder, locales, canonical, error);
    if (status != HXP_OK)
        return status;
    hxp_language *language;
    status = hxp_language_load(&language, canonical, folder, error);
    free(folder);
    if (status == HXP_OK)
        locales->languages[locales->count++] = language;
    *out = language;
    return status;
}

static int by_tag(const void *a, const void *b)
{
    const hxp_language *const *x = a, *const *y = b;
    return strcmp(hxp_language_tag(*x), hxp_language_tag(*y));
}

/** Add the language of a folder, unless its name is no tag. */
static hxp_status add_folder(const hxp_language ***items, size_t *count,
                             size_t *room, hxp_locales *locales,
                             const char *name)
{
    char canonical[HXP_TAG_SIZE];
    const hxp_language *language;
    if (!hxp_tag_canonical(canonical, hxp_str_of(name)))
        return HXP_OK;
    hxp_status status =
        hxp_locales_language(&language, locales, hxp_str_of(name), NULL);
    if (status != HXP_OK || !hxp_language_has_data(language))
        return status == HXP_ENOMEM ? status : HXP_OK;
    if (!hxp_array_reserve(items, room, *count + 1, sizeof **items))
        return HXP_ENOMEM;
    (*items)[(*count)++] = language;
    return HXP_OK;
}

hxp_status hxp_locales_all(const hxp_language ***items, size_t *count,
                           hxp_locales *locales, hxp_error *error)
{
    size_t room = 0;
    hxp_status status = HXP_OK;
    const struct dirent *entry;
    *items = NULL;
    *count = 0;
    DIR *folder = opendir(locales->directory);
    if (!folder)
        return hxp_fail_errno(error, locales->directory, errno);
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): the folder is ours alone */
    while (status == HXP_OK && (entry = readdir(folder)))
        status = add_folder(items, count, &room, locales, entry->d_name);
    closedir(folder);
    if (*count > 0)
        qsort(*items, *count, sizeof **items, by_tag);
    if (status != HXP_OK) {
        free(*items);
        *items = NULL;
        return hxp_no_memory(error);
    }
    return HXP_OK;
}

void hxp_locales_free(hxp_locales *locales)
{
    if (!locales)
        return;
    for (size_t i = 0; i < locales->count; i++)
        hxp_language_free(locales->languages[i]);
    free(locales->languages);
    free(locales->directory);
    free(locales);
}
