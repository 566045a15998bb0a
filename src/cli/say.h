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
    bool of_texts; /* not of notes, properties, ids and dates */
    size_t count;
} hxp_sayer;

/** A sayer; nothing has to be freed. */
hxp_sayer hxp_sayer_make(bool quiet);

/** A sayer of what a format cannot hold of texts. The program's own notes,
 * properties and ids, which it cannot hold either, are not said. */
hxp_sayer hxp_sayer_of_texts(bool quiet);

/** Say how many findings were only counted, and begin anew. */
void hxp_sayer_finish(hxp_sayer *sayer, const char *file);

#endif
