/* say.h - findings said on standard error, as messages of the program. */
#ifndef CLI_SAY_H
#define CLI_SAY_H

#include <hexapla/model.h>

/**
 * A sink on the stack that says each finding as it comes, at most grave as a
 * warning: the command goes on. After a few of one file it only counts.
 */
typedef struct hxp_sayer {
    hxp_finding_sink sink;
    bool quiet;
    size_t count;
} hxp_sayer;

/** A sayer; nothing has to be freed. */
hxp_sayer hxp_sayer_make(bool quiet);

/** Say how many findings were only counted, and begin anew. */
void hxp_sayer_finish(hxp_sayer *sayer, const char *file);

#endif
