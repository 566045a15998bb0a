/* foreign.c - the beginnings of old documents, pictures and archives. */
#include "formats/foreign.h"

#include "base/str.h"

#define PICTURE "a picture, which has no text that can be read"
#define ARCHIVE "an archive: unpack it first"

const char *hxp_foreign_kind(hxp_str head)
{
    static const struct {
        const char *beginning;
        const char *kind;
    } kinds[] = {
        { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
          "an old office document, or one with a password: save it in the new "
          "format, without a password" },
        { "{\\rtf", "an RTF document: save it as DOCX or OpenDocument" },
        { "\xFFWPC",
          "a WordPerfect document: save it as DOCX or OpenDocument" },
        { "\xFF\xD8\xFF", PICTURE },
        { "\x89PNG\r\n", PICTURE },
        { "GIF8", PICTURE },
        { "7z\xBC\xAF\x27\x1C", ARCHIVE },
        { "Rar!\x1A\x07", ARCHIVE },
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (hxp_str_starts(head, hxp_str_of(kinds[i].beginning)))
            return kinds[i].kind;
    return NULL;
}

bool hxp_is_zip(hxp_str head)
{
    return hxp_str_starts(head, HXP_STR("PK\3\4"));
}
