/* cases.c - the files of a folder of cases. */
#include "cases.h"

#include "base/input.h"
#include "base/str.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

hxp_buffer case_load(const char *folder, hxp_str name, const char *ending)
{
    char path[512];
    hxp_input *input;
    hxp_buffer bytes = { NULL, 0, 0 };
    snprintf(path, sizeof path, "%s/%.*s%s", folder, HXP_FMT(name), ending);
    if (hxp_input_open(&input, path, NULL) == HXP_OK)
        assert_int_equal(
            hxp_input_read_all(input, &bytes, (size_t)1 << 20, NULL), HXP_OK);
    hxp_input_close(input);
    return bytes;
}

size_t case_each(const char *folder, const char *ending,
                 void (*check)(hxp_str name))
{
    struct dirent **entries;
    size_t cases = 0;
    int count = scandir(folder, &entries, NULL, alphasort);
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        hxp_str name = hxp_str_of(entries[i]->d_name);
        if (hxp_str_ends(name, hxp_str_of(ending))) {
            check(hxp_str_part(name, 0, name.len - strlen(ending)));
            cases++;
        }
        free(entries[i]);
    }
    free(entries);
    return cases;
}
