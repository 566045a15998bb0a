/* program.h - runs other programs: input from a file, output into one. */
#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

#include <hexapla/base.h>

/** What is run, and how far it may go. */
typedef struct hxp_program {
    const char *const *arguments; /* the first is its name; NULL ends them */
    int input;                    /* file it reads, from its start */
    unsigned seconds;             /* it may take, */
    size_t bytes;                 /* and write */
} hxp_program;

/**
 * Run a program that PATH leads to, without a shell; what it says on standard
 * error is lost. *output is a nameless file of what it wrote, which the caller
 * closes, or -1; *code its exit status, -1 when a signal ended it.
 *
 * Fails with HXP_ESYSTEM when there is no such program or it cannot be run,
 * with HXP_ELIMIT when it goes too far: then it is ended.
 */
hxp_status hxp_program_run(int *output, int *code, const hxp_program *program,
                           hxp_error *error);

#endif
