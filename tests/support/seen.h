/* seen.h - what a test saw, as lines of text. */
#ifndef TESTS_SEEN_H
#define TESTS_SEEN_H

#include <hexapla/model.h>

/** What a reading came to; its sink gets the findings. */
typedef struct seen {
    hxp_finding_sink sink;
    char text[4096];
    size_t len;
} seen;

/** Add to the text; fails the test when it is full. */
void add(seen *to, const char *format, ...) HXP_PRINTF(2, 3);

#endif
