/* tbx_pick.c - TBX-Basic's lists, and what people write for their words. */
#include "formats/termbases/tbx_pick.h"

#include "base/str.h"

const char *hxp_tbx_pick(hxp_str type, hxp_str word)
{
    static const struct {
        const char *type;
        const char *pick;
        const char *others[4]; /* ways to say it */
    } lists[] = {
        { "partOfSpeech", "noun", { "n", "n.", "subst", "substantive" } },
        { "partOfSpeech", "verb", { "v", "v.", "vb" } },
        { "partOfSpeech", "adjective", { "adj", "adj.", "a" } },
        { "partOfSpeech", "adverb", { "adv", "adv." } },
        { "partOfSpeech", "properNoun", { "proper noun", "propn", "name" } },
        { "partOfSpeech", "other", { NULL } },
        { "grammaticalGender", "masculine", { "m", "m.", "masc", "male" } },
        { "grammaticalGender", "feminine", { "f", "f.", "fem", "female" } },
        { "grammaticalGender", "neuter", { "n", "n.", "neut", "neutral" } },
        { "grammaticalGender", "other", { NULL } },
        { "termType", "fullForm", { "full form", "full" } },
        { "termType", "acronym", { "initialism" } },
        { "termType", "abbreviation", { "abbreviated form", "abbr" } },
        { "termType", "shortForm", { "short form", "short" } },
        { "termType", "variant", { "spelling variant", "synonym" } },
        { "termType", "phrase", { "phraseological unit" } },
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (!hxp_str_is(type, lists[i].type))
            continue;
        if (hxp_str_is_nocase(word, lists[i].pick))
            return lists[i].pick;
        for (size_t k = 0; k < 4 && lists[i].others[k]; k++)
            if (hxp_str_is_nocase(word, lists[i].others[k]))
                return lists[i].pick;
    }
    return NULL;
}
