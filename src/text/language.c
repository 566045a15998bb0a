/* language.c - reads a folder of locales/: language.conf and the lists. */
#include "text/language.h"

#include "base/array.h"
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "text/locales.h"
#include "text/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

enum { FILE_LIMIT = 64 << 20 };

struct hxp_word_list {
    struct hxp_word_list *next;
    const char *name;
    hxp_str *entries; /* sorted */
    size_t count;
    uint32_t *table;       /* hash table of 1 + their numbers; 0: free */
    size_t slots;          /* a power of two */
    uint64_t lengths[256]; /* of entries, a bit each, by their first byte */
};

typedef struct setting {
    struct setting *next;
    const char *key;
    const char *value;
} setting;

struct hxp_language {
    hxp_arena arena; /* owns everything */
    const char *tag;
    bool has_data;
    setting *settings;
    hxp_word_list *lists;
};

/** Read the file at path into the arena; it must be UTF-8. */
static hxp_status read_file(hxp_str *text, hxp_arena *arena, const char *path,
                            hxp_error *error)
{
    hxp_input *input;
    hxp_buffer buffer = { NULL, 0, 0 };
    hxp_status status = hxp_input_open(&input, path, error);
    if (status == HXP_OK)
        status = hxp_input_read_all(input, &buffer, FILE_LIMIT, error);
    hxp_str bytes = hxp_buffer_str(&buffer);
    if (status == HXP_OK)
        status = hxp_utf8_check(bytes, path, (hxp_place){ 1, 1, 1 }, error);
    if (status == HXP_OK && !hxp_arena_copy(text, arena, bytes))
        status = hxp_no_memory(error);
    hxp_buffer_free(&buffer);
    hxp_input_close(input);
    return status;
}

/** Cut the next line that says something; a # begins a comment. */
static bool next_entry(hxp_str *text, size_t *line, hxp_str *entry)
{
    hxp_str part, rest;
    while (hxp_str_cut(text, '\n', &part)) {
        ++*line;
        rest = part;
        if (part.len == 0 || !hxp_str_cut(&rest, '#', entry))
            continue;
        *entry = hxp_str_trim(*entry);
        if (entry->len > 0)
            return true;
    }
    return false;
}

/** Copy s into the arena as a C string; NULL when memory is out. */
static const char *copy(hxp_arena *arena, hxp_str s)
{
    hxp_str made;
    return hxp_arena_copy(&made, arena, s) ? made.ptr : NULL;
}

static hxp_status read_settings(hxp_language *language, const char *path,
                                hxp_error *error)
{
    hxp_str text, entry, key;
    size_t line = 0;
    hxp_status status = read_file(&text, &language->arena, path, error);
    if (status != HXP_OK)
        return status;
    while (next_entry(&text, &line, &entry)) {
        hxp_str value = entry;
        hxp_str_cut(&value, '=', &key);
        if (key.len == entry.len)
            return hxp_fail_at(error, HXP_EINPUT, path,
                               (hxp_place){ line, 1, 1 },
                               "want \"key = value\"");
        setting *made = hxp_arena_alloc(&language->arena, 1, sizeof *made);
        if (!made)
            return hxp_no_memory(error);
        made->key = copy(&language->arena, hxp_str_trim(key));
        made->value = copy(&language->arena, hxp_str_trim(value));
        if (!made->key || !made->value)
            return hxp_no_memory(error);
        made->next = language->settings;
        language->settings = made;
    }
    return HXP_OK;
}

/** The bit for words as long as word: longer ones share the last. */
static uint64_t length_bit(hxp_str word)
{
    return UINT64_C(1) << (word.len < 64 ? word.len : 63);
}

static void add_entry(hxp_word_list *list, hxp_str entry)
{
    list->entries[list->count++] = entry;
    list->lengths[(unsigned char)entry.ptr[0]] |= length_bit(entry);
}

/** The slot of word: where it is, or where it would go. */
static uint32_t *find_slot(const hxp_word_list *list, hxp_str word)
{
    size_t at = (size_t)hxp_str_slot_hash(word) & (list->slots - 1);
    while (list->table[at] != 0 &&
           !hxp_str_equal(list->entries[list->table[at] - 1], word))
        at = (at + 1) & (list->slots - 1);
    return &list->table[at];
}

/** Make the hash table of the entries. False when memory is out. */
static bool index_entries(hxp_word_list *list, hxp_arena *arena)
{
    list->slots = 8;
    while (list->slots < 2 * list->count)
        list->slots *= 2;
    list->table = hxp_arena_alloc(arena, list->slots, sizeof *list->table);
    for (size_t i = 0; list->table && i < list->count; i++)
        *find_slot(list, list->entries[i]) = (uint32_t)i + 1;
    return list->table != NULL;
}

static hxp_status read_list(hxp_language *language, const char *path,
                            hxp_str name, hxp_error *error)
{
    hxp_str text, entry;
    size_t line = 0, room = 1;
    hxp_arena *arena = &language->arena;
    hxp_status status = read_file(&text, arena, path, error);
    if (status != HXP_OK)
        return status;
    for (size_t i = 0; i < text.len; i++)
        room += text.ptr[i] == '\n';
    hxp_word_list *list = hxp_arena_alloc(arena, 1, sizeof *list);
    if (!list)
        return hxp_no_memory(error);
    list->name = copy(arena, name);
    list->entries = hxp_arena_alloc(arena, room, sizeof *list->entries);
    if (!list->name || !list->entries)
        return hxp_no_memory(error);
    while (next_entry(&text, &line, &entry))
        add_entry(list, entry);
    qsort(list->entries, list->count, sizeof *list->entries, hxp_str_order);
    if (!index_entries(list, arena))
        return hxp_no_memory(error);
    list->next = language->lists;
    language->lists = list;
    return HXP_OK;
}

/** True for the lists that say nothing of how the language is written. */
static bool is_for_aligning(hxp_str file)
{
    return hxp_str_is(file, "basic-words.txt") ||
           hxp_str_is(file, "proclitics.txt");
}

/** Read one file of the folder, if it is one of ours. */
static hxp_status read_entry(hxp_language *language, const char *folder,
                             const char *name, hxp_error *error)
{
    const hxp_str ending = HXP_STR(".txt");
    hxp_str file = hxp_str_of(name);
    bool list = file.ptr[0] != '.' && hxp_str_ends(file, ending);
    if (!list && !hxp_str_is(file, "language.conf"))
        return HXP_OK;
    language->has_data |= !is_for_aligning(file);
    size_t size = strlen(folder) + file.len + 2;
    char *path = malloc(size);
    if (!path)
        return hxp_no_memory(error);
    snprintf(path, size, "%s/%s", folder, name);
    hxp_status status;
    if (list)
        status = read_list(language, path,
                           hxp_str_part(file, 0, file.len - ending.len), error);
    else
        status = read_settings(language, path, error);
    free(path);
    return status;
}

static hxp_status read_folder(hxp_language *language, const char *folder,
                              hxp_error *error)
{
    hxp_status status = HXP_OK;
    DIR *directory = opendir(folder);
    if (!directory)
        return hxp_fail_errno(error, folder, errno);
    struct dirent *entry;
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is this call's own */
    while (status == HXP_OK && (entry = readdir(directory)) != NULL)
        status = read_entry(language, folder, entry->d_name, error);
    closedir(directory);
    return status;
}

hxp_status hxp_language_load(hxp_language **out, const char *tag,
                             const char *folder, hxp_error *error)
{
    hxp_language *language = calloc(1, sizeof *language);
    hxp_status status = HXP_OK;
    *out = NULL;
    if (!language)
        return hxp_no_memory(error);
    language->tag = copy(&language->arena, hxp_str_of(tag));
    if (!language->tag)
        status = hxp_no_memory(error);
    else if (folder)
        status = read_folder(language, folder, error);
    if (status == HXP_OK)
        *out = language;
    else
        hxp_language_free(language);
    return status;
}

void hxp_language_free(hxp_language *language)
{
    if (!language)
        return;
    hxp_arena_free(&language->arena);
    free(language);
}

const char *hxp_language_tag(const hxp_language *language)
{
    return language->tag;
}

bool hxp_language_has_data(const hxp_language *language)
{
    return language->has_data;
}

const char *hxp_language_setting(const hxp_language *language, const char *key)
{
    for (const setting *s = language->settings; s; s = s->next)
        if (*s->key == *key && strcmp(s->key, key) == 0)
            return s->value;
    return NULL;
}

bool hxp_language_flag(const hxp_language *language, const char *key)
{
    const char *value = hxp_language_setting(language, key);
    return value && strcmp(value, "yes") == 0;
}

const hxp_word_list *hxp_language_list(const hxp_language *language,
                                       const char *name)
{
    const hxp_word_list *list = language->lists;
    while (list && strcmp(list->name, name) != 0)
        list = list->next;
    return list;
}

bool hxp_word_list_has(const hxp_word_list *list, hxp_str word)
{
    if (!list || word.len == 0)
        return false;
    return (list->lengths[(unsigned char)word.ptr[0]] & length_bit(word)) &&
           *find_slot(list, word) != 0;
}

size_t hxp_word_list_prefix(const hxp_word_list *list, hxp_str word)
{
    if (!list || word.len == 0)
        return 0;
    uint64_t lengths = list->lengths[(unsigned char)word.ptr[0]];
    hxp_str part = word;
    if (lengths == 0)
        return 0;
    while (part.len > 0 &&
           !((lengths & length_bit(part)) && *find_slot(list, part) != 0))
        part.len--;
    return part.len;
}

size_t hxp_word_list_first(const hxp_word_list *list, hxp_str start)
{
    size_t low = 0, high = hxp_word_list_count(list);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (hxp_str_order(&list->entries[middle], &start) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t hxp_word_list_count(const hxp_word_list *list)
{
    return list ? list->count : 0;
}

hxp_str hxp_word_list_entry(const hxp_word_list *list, size_t i)
{
    return list->entries[i];
}
