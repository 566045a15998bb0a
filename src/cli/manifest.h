/* manifest.h - a project: a line for each group of documents. */
#ifndef CLI_MANIFEST_H
#define CLI_MANIFEST_H

#include "base/arena.h"
#include "cli/cli.h"

/** A group: its files, as operands, what is given, where its alignment goes. */
typedef struct hxp_manifest_line {
    hxp_values files;
    const char *fixed;  /* beads that a person accepted; NULL: none */
    const char *output; /* NULL: where all goes */
    size_t number;      /* of the line, from 1 */
    bool failed;        /* it is not tried again */
} hxp_manifest_line;

typedef struct hxp_manifest {
    hxp_manifest_line *lines;
    size_t count;
    hxp_values files;   /* of all lines */
    const char *format; /* of them; NULL: each name tells */
    bool faulty;        /* lines were left out, which was said */
    hxp_arena arena;    /* owns the operands of pages */
    char *text;         /* owns the other strings */
} hxp_manifest;

/**
 * Read a manifest: columns with tabs between, each a file or language=file, or
 * with "<" in front the accepted beads, or with ">" the output. Empty lines and
 * those that begin with "#" are passed over. No output is one of the files or
 * another group's. A page whose name tells no language has that of its lang;
 * format is that of all files, or NULL. Says what is wrong with a line, which
 * stops no other: it fails when none is left. The caller ends with
 * hxp_manifest_free() in any case.
 */
hxp_exit hxp_manifest_read(hxp_manifest *manifest, const char *path,
                           const char *format);

void hxp_manifest_free(hxp_manifest *manifest);

#endif
