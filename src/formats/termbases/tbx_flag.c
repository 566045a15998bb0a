/* tbx_flag.c - the names that tools give to the flags of terms. */
#include "formats/termbases/tbx_flag.h"

#include "base/str.h"

static bool has_type(const char *name)
{
    return strcmp(name, "descrip") == 0 || strcmp(name, "admin") == 0 ||
           strcmp(name, "termNote") == 0;
}

hxp_tbx_flag hxp_tbx_flag_of(const char *name, hxp_str type)
{
    static const struct {
        const char *type;
        hxp_tbx_flag flag;
    } known[] = {
        { "caseSensitive", HXP_TBX_EXACT }, /* Phrase */
        { "doNotTranslate", HXP_TBX_UNTRANSLATED },
        { "Do not translate", HXP_TBX_UNTRANSLATED },
        { "ignore", HXP_TBX_IGNORED },
        { "translatable", HXP_TBX_TRANSLATED },       /* Crowdin */
        { "Translation needed", HXP_TBX_TRANSLATED }, /* TermWeb, Weblate */
    };
    hxp_str flag = has_type(name) ? type : hxp_str_of(name);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (hxp_str_is_nocase(flag, known[i].type))
            return known[i].flag;
    return HXP_TBX_NO_FLAG;
}

bool hxp_tbx_yes_or_no(bool *yes, hxp_str word)
{
    static const struct {
        const char *word;
        bool yes;
    } known[] = { { "yes", true }, { "true", true },   { "1", true },
                  { "no", false }, { "false", false }, { "0", false } };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (hxp_str_is_nocase(word, known[i].word)) {
            *yes = known[i].yes;
            return true;
        }
    }
    return false;
}
