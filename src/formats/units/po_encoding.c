/* po_encoding.c - finds the encoding that the header of a PO names. */
#include "base/input.h"
#include "base/str.h"
#include "formats/units/po_reader.h"

/** The rest of the line in the header that begins with Content-Type. */
static hxp_str content_type(hxp_str head)
{
    static const hxp_str key = { "\"Content-Type:", 14 };
    hxp_str line;
    size_t entries = 0;
    while (entries < 2 && hxp_str_cut(&head, '\n', &line)) {
        line = hxp_str_trim(line);
        entries += hxp_str_starts(line, HXP_STR("msgid"));
        if (hxp_str_starts(line, HXP_STR("msgstr")))
            line = hxp_str_trim(hxp_str_part(line, 6, line.len));
        if (hxp_str_starts(line, key))
            return hxp_str_part(line, key.len, line.len);
    }
    return HXP_STR("");
}

hxp_status hxp_po_encoding(char encoding[HXP_PO_ENCODING], hxp_input *input,
                           hxp_error *error)
{
    static const char key[] = "charset=";
    enum { KEY = sizeof key - 1 };
    hxp_str head;
    hxp_status status = hxp_input_peek(input, HXP_INPUT_PEEK, &head, error);
    size_t at = 0, len = 0;
    encoding[0] = '\0';
    if (status != HXP_OK)
        return status;
    head = content_type(head);
    while (at + KEY < head.len && memcmp(head.ptr + at, key, KEY) != 0)
        at++;
    for (at += KEY; at < head.len && len < HXP_PO_ENCODING - 1; at++) {
        if (strchr("\\\" \t\r\n;", head.ptr[at]))
            break;
        encoding[len++] = head.ptr[at];
    }
    encoding[len] = '\0';
    if (strcmp(encoding, "CHARSET") == 0 ||
        hxp_str_is_nocase(hxp_str_of(encoding), "ASCII") ||
        hxp_str_is_nocase(hxp_str_of(encoding), "US-ASCII"))
        encoding[0] = '\0'; /* UTF-8 is that and more */
    return HXP_OK;
}
