/* say.c - findings said on standard error, as messages of the program. */
#include "cli/say.h"

#include "base/str.h"
#include "cli/cli.h"
#include "formats/faults.h"

#include <string.h>

enum { SAID = 10 };

/**
 * True for what is not said here: the fault that ends reading, for it is said
 * as the command's own, and what is no fault of the file.
 */
static bool passes(const char *rule)
{
    return hxp_str_is(hxp_str_of(rule), "input.broken") ||
           hxp_fault_is_harmless(rule);
}

/** True for what is lost beside the texts. */
static bool is_beside(const char *rule)
{
    return strcmp(rule, "loss.remarks") == 0 ||
           strcmp(rule, "loss.attributes") == 0 ||
           strcmp(rule, "loss.details") == 0;
}

static hxp_status say(hxp_finding_sink *sink, const hxp_finding *finding,
                      hxp_error *error)
{
    hxp_sayer *sayer = (hxp_sayer *)sink;
    const char *level = finding->level == HXP_NOTE ? "note" : "warning";
    (void)error;
    if (sayer->quiet || passes(finding->rule) ||
        (sayer->of_texts && is_beside(finding->rule)) || sayer->count++ >= SAID)
        return HXP_OK;
    if (finding->place.line > 0)
        hxp_say("%.*s:%zu:%zu: %s: %.*s", HXP_FMT(finding->file),
                finding->place.line, finding->place.column, level,
                HXP_FMT(finding->message));
    else if (finding->file.len == 0)
        hxp_say("%s: %.*s", level, HXP_FMT(finding->message));
    else
        hxp_say("%.*s: %s: %.*s", HXP_FMT(finding->file), level,
                HXP_FMT(finding->message));
    return HXP_OK;
}

static hxp_status end(hxp_finding_sink *sink, hxp_error *error)
{
    (void)sink;
    (void)error;
    return HXP_OK;
}

static void close_sayer(hxp_finding_sink *sink)
{
    (void)sink;
}

hxp_sayer hxp_sayer_make(bool quiet)
{
    return (hxp_sayer){ { say, end, close_sayer }, quiet, false, 0 };
}

hxp_sayer hxp_sayer_of_texts(bool quiet)
{
    hxp_sayer sayer = hxp_sayer_make(quiet);
    sayer.of_texts = true;
    return sayer;
}

void hxp_sayer_finish(hxp_sayer *sayer, const char *file)
{
    if (sayer->count > SAID)
        hxp_say("%s: warning: and %zu more such faults; "
                "'hexapla validate' shows them all",
                file, sayer->count - SAID);
    sayer->count = 0;
}
