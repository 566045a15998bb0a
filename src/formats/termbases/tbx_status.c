/* tbx_status.c - the words for a status: TBX's own and those of tools. */
#include "formats/termbases/tbx_status.h"

#include "base/str.h"
#include "formats/termbases/tbx_flag.h"

hxp_tbx_teller hxp_tbx_teller_of(const char *name, hxp_str type)
{
    static const struct {
        const char *type;
        hxp_tbx_teller teller;
    } known[] = {
        { "administrativeStatus", HXP_TBX_ADMINISTRATIVE },
        { "normativeAuthorization", HXP_TBX_NOTE },
        { "status", HXP_TBX_NOTE },
        { "termStatus", HXP_TBX_NOTE },
        { "preferred", HXP_TBX_PREFERRED },
        { "forbidden", HXP_TBX_FORBIDDEN },
    };
    if (strcmp(name, known[0].type) == 0)
        return known[0].teller;
    if (strcmp(name, "termStatus") == 0) /* TBX-Min before TBX 3 */
        return HXP_TBX_ADMINISTRATIVE;
    if (strcmp(name, "termNote") != 0)
        return HXP_TBX_NOBODY;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (hxp_str_is_nocase(type, known[i].type))
            return known[i].teller;
    return HXP_TBX_NOBODY;
}

/** s without ending, in any case. */
static hxp_str without(hxp_str s, const char *ending)
{
    size_t len = strlen(ending);
    if (s.len > len &&
        hxp_str_is_nocase(hxp_str_part(s, s.len - len, s.len), ending))
        s.len -= len;
    return s;
}

/** True when word is known, but for case and what parts words. */
static bool is_word(hxp_str word, const char *known)
{
    for (size_t i = 0; i < word.len; i++) {
        if (strchr(" -_", word.ptr[i]) && word.ptr[i] != '\0')
            continue;
        if (!hxp_str_is_nocase(hxp_str_part(word, i, i + 1),
                               (const char[]){ *known, '\0' }))
            return false;
        known += *known != '\0';
    }
    return *known == '\0';
}

/** "preferred" for preferredTerm-admn-sts, and so on. */
static hxp_tbx_said look_up(hxp_term_status *status, hxp_str word)
{
    static const struct {
        const char *word;
        hxp_term_status status;
    } known[] = {
        { "preferred", HXP_TERM_PREFERRED },
        { "approved", HXP_TERM_PREFERRED },
        { "standardized", HXP_TERM_PREFERRED },
        { "legal", HXP_TERM_PREFERRED },
        { "regulated", HXP_TERM_PREFERRED },
        { "recommended", HXP_TERM_PREFERRED },
        { "admitted", HXP_TERM_ADMITTED },
        { "valid", HXP_TERM_ADMITTED },
        { "allowed", HXP_TERM_ADMITTED },
        { "acceptable", HXP_TERM_ADMITTED },
        { "nonstandard", HXP_TERM_ADMITTED }, /* UTX */
        { "deprecated", HXP_TERM_DEPRECATED },
        { "superseded", HXP_TERM_DEPRECATED },
        { "notRecommended", HXP_TERM_DEPRECATED },
        { "obsolete", HXP_TERM_DEPRECATED },
        { "forbidden", HXP_TERM_DEPRECATED },
        { "rejected", HXP_TERM_DEPRECATED },
        { "prohibited", HXP_TERM_DEPRECATED },
        { "doNotUse", HXP_TERM_DEPRECATED },
        { "draft", HXP_TERM_DRAFT },
        { "new", HXP_TERM_DRAFT },
        { "proposed", HXP_TERM_DRAFT },
        { "provisional", HXP_TERM_DRAFT },
        { "unverified", HXP_TERM_DRAFT },
        { "notApproved", HXP_TERM_DRAFT },
        { "candidate", HXP_TERM_DRAFT },
    };
    word = without(without(word, "-admn-sts"), "Term");
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (is_word(word, known[i].word)) {
            *status = known[i].status;
            return HXP_TBX_KNOWN;
        }
    }
    return HXP_TBX_UNKNOWN;
}

hxp_tbx_said hxp_tbx_status(hxp_term_status *status, hxp_tbx_teller teller,
                            hxp_str word)
{
    if (teller != HXP_TBX_PREFERRED && teller != HXP_TBX_FORBIDDEN)
        return look_up(status, word);
    bool yes = false;
    if (!hxp_tbx_yes_or_no(&yes, word) || !yes)
        return HXP_TBX_NOTHING;
    *status =
        teller == HXP_TBX_PREFERRED ? HXP_TERM_PREFERRED : HXP_TERM_DEPRECATED;
    return HXP_TBX_KNOWN;
}
