/* tbx_detail.c - the names of details in both styles of TBX. */
#include "formats/termbases/tbx_detail.h"

#include "base/str.h"
#include "formats/xml/xml.h"

hxp_str hxp_tbx_detail_of(const char *name, hxp_str type)
{
    static const char *const typed[] = { "descrip", "termNote", "admin" };
    static const char *const own[] = { "note",
                                       "definition",
                                       "context",
                                       "subjectField",
                                       "source",
                                       "partOfSpeech",
                                       "termType",
                                       "grammaticalGender",
                                       "grammaticalNumber",
                                       "termLocation",
                                       "geographicalUsage",
                                       "customerSubset",
                                       "projectSubset",
                                       "register" };
    const char *local = hxp_xml_local_name(name);
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
        if (strcmp(local, typed[i]) == 0)
            return type;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (strcmp(local, own[i]) == 0)
            return hxp_str_of(local);
    return (hxp_str){ NULL, 0 };
}
