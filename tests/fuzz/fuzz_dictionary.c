/* fuzz_dictionary.c - any bytes as a dictionary; the first chooses which, and
 * whether words of a text alone are wanted. */
#include "base/str.h"
#include "formats/dictionaries/dictionary_format.h"

#include <hexapla/lexicon.h>

#include <stdlib.h>

enum { DICTIONARIES = 4 };

static hxp_input *open(hxp_str bytes)
{
    hxp_input *input;
    if (hxp_input_memory(&input, bytes, "t", NULL) != HXP_OK)
        abort();
    return input;
}

/** Read as dictd's: what stands before a NUL is the index. */
static hxp_status read_dictd(hxp_entries *entries, hxp_str bytes,
                             hxp_error *error)
{
    hxp_str index = { bytes.ptr, 0 };
    while (index.len < bytes.len && index.ptr[index.len] != '\0')
        index.len++;
    size_t behind = index.len < bytes.len ? index.len + 1 : index.len;
    hxp_input *words = open(index);
    hxp_input *articles = open(hxp_str_part(bytes, behind, bytes.len));
    hxp_status status = hxp_dictd_read(entries, words, articles, error);
    hxp_input_close(words);
    hxp_input_close(articles);
    return status;
}

static hxp_status read(hxp_dictionary *dictionary, unsigned which,
                       hxp_str bytes, hxp_error *error)
{
    hxp_entries entries = { .sink = hxp_dictionary_sink(dictionary),
                            .file = HXP_STR("t"),
                            .languages = { HXP_STR("en"), HXP_STR("nl") } };
    hxp_beginnings wanted = { .open = false };
    hxp_beginnings_add(&wanted, HXP_STR("cats house dogma k"));
    if (which >= DICTIONARIES)
        entries.wanted[0] = &wanted;
    which %= DICTIONARIES;
    if (which == 0)
        return read_dictd(&entries, bytes, error);
    if (which == 1)
        return hxp_dictd_article(&entries, bytes, error);
    hxp_input *input = open(bytes);
    hxp_status status =
        which == 2
            ? hxp_dic_read(&entries, input, bytes.len % 2 ? '@' : '\t', error)
            : hxp_dictionary_load(dictionary, input, error);
    hxp_input_close(input);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static hxp_locales *locales;
    hxp_dictionary *dictionary;
    hxp_error error = { .status = HXP_OK };
    if (!locales && hxp_locales_open(&locales, NULL, NULL) != HXP_OK)
        abort();
    if (size == 0)
        return 0;
    if (hxp_dictionary_new(&dictionary, locales, NULL) != HXP_OK)
        abort();
    hxp_str bytes = { (const char *)data + 1, size - 1 };
    hxp_status status =
        read(dictionary, data[0] % (2 * DICTIONARIES), bytes, &error);
    if (status != error.status || (status != HXP_OK && !error.message[0]))
        abort();
    hxp_dictionary_free(dictionary);
    return 0;
}
