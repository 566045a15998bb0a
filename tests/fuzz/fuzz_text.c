/* fuzz_text.c - any bytes as text: decoding, tags, words. */
#include "base/str.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <hexapla/text.h>

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const encodings[] = { "UTF-8",   "UTF-16LE",     "UTF-16BE",
                                         "UTF-32",  "windows-1252", "Shift_JIS",
                                         "GB18030", "ISO-2022-JP" };

static const char *const tags[] = { "en", "nl", "fr", "de", "ja", "th" };

static void require(bool truth)
{
    if (!truth)
        abort();
}

/** Words are in order, within the text, and have all their forms. */
static void analyze(hxp_analyzer *analyzer, hxp_str text)
{
    hxp_words words;
    size_t before = 0;
    require(hxp_analyze(&words, analyzer, text, NULL) == HXP_OK);
    for (size_t i = 0; i < words.count; i++) {
        const hxp_word *word = &words.items[i];
        require(word->start >= before && word->end > word->start);
        require(word->end <= text.len);
        require(hxp_utf8_invalid(word->folded) == word->folded.len);
        require(hxp_utf8_invalid(word->bare) == word->bare.len);
        require(word->stem.ptr != NULL);
        before = word->end;
    }
}

static void all_languages(hxp_str text)
{
    hxp_locales *locales;
    const hxp_language *language;
    require(hxp_locales_open(&locales, SOURCE_DIR "/locales", NULL) == HXP_OK);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        hxp_analyzer *analyzer;
        require(hxp_locales_language(&language, locales, hxp_str_of(tags[i]),
                                     NULL) == HXP_OK);
        require(hxp_analyzer_new(&analyzer, language, NULL) == HXP_OK);
        analyze(analyzer, text);
        hxp_analyzer_free(analyzer);
    }
    hxp_locales_free(locales);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char canonical[HXP_TAG_SIZE];
    hxp_str bytes = { (const char *)data, size };
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
        hxp_buffer utf8 = { NULL, 0, 0 };
        size_t at;
        hxp_error error;
        hxp_status status = hxp_decode(&utf8, bytes, encodings[i], &at, &error);
        hxp_str text = hxp_buffer_str(&utf8);
        require(status == HXP_OK ? hxp_utf8_invalid(text) == text.len
                                 : at < size);
        hxp_buffer_free(&utf8);
    }
    if (hxp_tag_canonical(canonical, bytes))
        require(hxp_tag_equal(bytes, hxp_str_of(canonical)));
    if (hxp_utf8_invalid(bytes) == size)
        all_languages(bytes);
    return 0;
}
