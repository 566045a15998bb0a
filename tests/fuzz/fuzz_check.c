/* fuzz_check.c - any two texts as a source and its translation: what is found
 * lies within the translation. */
#include "base/str.h"
#include "text/utf8.h"

#include <hexapla/check.h>

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth)
        abort();
}

static hxp_status take(hxp_finding_sink *sink, const hxp_finding *finding,
                       hxp_error *error)
{
    (void)sink;
    (void)error;
    require(finding->message.len > 0);
    require(hxp_utf8_invalid(finding->message) == finding->message.len);
    require(finding->context_start <= finding->context_end);
    require(finding->context_end <= finding->context.len);
    require(finding->unit == 1 || finding->unit == 2);
    return HXP_OK;
}

static hxp_str target_of(uint8_t choice)
{
    static const char *const tags[] = { "nl", "fr", "de", "fr-CA", "ja" };
    return hxp_str_of(tags[choice % (sizeof tags / sizeof *tags)]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static hxp_locales *locales;
    static const char *const all[] = { "seg.length" };
    const hxp_unit_header header = { .source_language = HXP_STR("en") };
    hxp_finding_sink findings = { take, NULL, NULL };
    hxp_unit_sink *checker;
    hxp_str to = { (const char *)data + 1, size ? size - 1 : 0 };
    hxp_str from = HXP_STR("");
    if (!locales)
        require(hxp_locales_open(&locales, SOURCE_DIR "/locales", NULL) ==
                HXP_OK);
    if (size == 0 || hxp_utf8_invalid(to) < to.len)
        return 0;
    hxp_str_cut(&to, '\n', &from);
    const hxp_check_options options = { .locales = locales,
                                        .enabled = all,
                                        .enabled_count = 1 };
    require(hxp_checker_new(&checker, &findings, &options, NULL) == HXP_OK);
    require(checker->begin(checker, &header, NULL) == HXP_OK);
    for (size_t number = 1; number <= 2; number++) {
        const hxp_variant pair[] = {
            { .language = HXP_STR("en"), .content = { .text = from } },
            { .language = target_of(data[0]),
              .content = { .text = number == 1 ? to : from } }
        };
        const hxp_unit unit = { .number = number,
                                .variants = pair,
                                .variant_count = 2 };
        require(checker->unit(checker, &unit, NULL) == HXP_OK);
    }
    require(checker->end(checker, NULL) == HXP_OK);
    checker->close(checker);
    return 0;
}
