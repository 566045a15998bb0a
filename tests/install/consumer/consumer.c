/* consumer.c - aligns two small texts and checks their terms. */
#include <hexapla/hexapla.h>

#include <stdio.h>
#include <string.h>

#define STR(text) ((hxp_str){ (text), strlen(text) })
#define TRY(call)                                                              \
    if ((call) != HXP_OK)                                                      \
    return fprintf(stderr, "%s\n", error.message)

int main(void)
{
    const char *tags[] = { "en", "nl" };
    const char *texts[] = { "It is genocide. We condemn it.",
                            "Het is volkerenmoord. Wij veroordelen het." };
    const hxp_term terms[] = {
        { STR("genocide"), STR("en"), HXP_TERM_PREFERRED, { 0, 0, 0 } },
        { STR("genocide"), STR("nl"), HXP_TERM_PREFERRED, { 0, 0, 0 } },
        { STR("volkerenmoord"), STR("nl"), HXP_TERM_DEPRECATED, { 0, 0, 0 } }
    };
    const hxp_concept concept = { STR("c1"), terms, 3 };
    hxp_error error;
    hxp_locales *locales;
    TRY(hxp_locales_open(&locales, NULL, &error));
}
