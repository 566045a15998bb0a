/* html_recognise.c - tells a page by its beginning. */
#include "base/str.h"
#include "formats/documents/document_format.h"

/** Cut off what may stand before a page; false: nothing more of that. */
static bool pass_prolog(hxp_str *text)
{
    static const char *const prologs[][2] = { { "\xEF\xBB\xBF", "" },
                                              { "<?xml", "?>" },
                                              { "<!--", "-->" } };
    *text = hxp_str_trim(*text);
    for (size_t i = 0; i < sizeof prologs / sizeof prologs[0]; i++) {
        size_t len = strlen(prologs[i][1]);
        if (!hxp_str_starts_nocase(*text, prologs[i][0]))
            continue;
        size_t at = strlen(prologs[i][0]);
        while (at + len <= text->len &&
               !hxp_str_starts_nocase(hxp_str_part(*text, at, text->len),
                                      prologs[i][1]))
            at++;
        *text = at + len <= text->len ? hxp_str_part(*text, at + len, text->len)
                                      : HXP_STR("");
        return true;
    }
    return false;
}

bool hxp_html_recognise(hxp_str head)
{
    while (pass_prolog(&head))
        ;
    return hxp_str_starts_nocase(head, "<!doctype html") ||
           hxp_str_starts_nocase(head, "<html");
}
