/* pair_list.c - puts the names of lists for pairs of languages together. */
#include "terms/pair_list.h"

#include "base/str.h"

#include <stdio.h>

void hxp_pair_list_name(char name[HXP_PAIR_LIST_NAME], const char *kind,
                        const hxp_language *source)
{
    hxp_str tag = hxp_str_of(hxp_language_tag(source)), main;
    hxp_str_cut(&tag, '-', &main);
    snprintf(name, HXP_PAIR_LIST_NAME, "%s-%.*s", kind, HXP_FMT(main));
}
