/* docx_parts.c - the parts of a DOCX that have text, by its relations. */
#include "formats/docx_parts.h"

#include "base/error.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>

/** Relations that are read: those of the package, or of the main part. */
typedef struct relations {
    hxp_docx_parts *parts;
    hxp_str folder; /* against which targets are, with its slash */
} relations;

static bool find_kind(hxp_docx_kind *kind, hxp_str type)
{
    static const char *const endings[] = { "/officeDocument", "/footnotes",
                                           "/endnotes",       "/header",
                                           "/footer",         "/styles" };
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (hxp_str_ends(type, hxp_str_of(endings[i]))) {
            *kind = (hxp_docx_kind)i;
            return true;
        }
    return false;
}

/** Make the name of the entry that target means. NULL: no memory. */
static const char *name_of(const relations *from, hxp_str target)
{
    hxp_str folder = from->folder;
    if (hxp_str_starts(target, HXP_STR("/"))) {
        folder = HXP_STR("");
        target = hxp_str_part(target, 1, target.len);
    }
    char *name =
        hxp_arena_bytes(&from->parts->arena, folder.len + target.len + 1);
    if (!name)
        return NULL;
    memcpy(name, folder.ptr, folder.len);
    memcpy(name + folder.len, target.ptr, target.len);
    name[folder.len + target.len] = '\0';
    return name;
}

static hxp_status start_relation(void *reader, const char **attributes,
                                 hxp_error *error)
{
    const relations *from = reader;
    hxp_docx_parts *parts = from->parts;
    hxp_docx_part part;
    if (!find_kind(&part.kind, hxp_xml_attribute(attributes, "Type")))
        return HXP_OK;
    part.name = name_of(from, hxp_xml_attribute(attributes, "Target"));
    if (!part.name ||
        !hxp_array_reserve(&parts->items, &parts->capacity, parts->count + 1,
                           sizeof *parts->items))
        return hxp_no_memory(error);
    parts->items[parts->count++] = part;
    return HXP_OK;
}

/** Read the relations of the main part. */
static hxp_status read_own(relations *from, hxp_archive *archive,
                           const hxp_office_part *part, hxp_error *error)
{
    const char *main = from->parts->items[0].name;
    const char *slash = strrchr(main, '/');
    const char *base = slash ? slash + 1 : main;
    from->folder = (hxp_str){ main, (size_t)(base - main) };
    size_t size = strlen(main) + sizeof "_rels/.rels";
    char *name = hxp_arena_bytes(&from->parts->arena, size);
    if (!name)
        return hxp_no_memory(error);
    snprintf(name, size, "%.*s_rels/%s.rels", HXP_FMT(from->folder), base);
    return hxp_office_parse(archive, name, part, error);
}

hxp_status hxp_docx_parts_find(hxp_docx_parts *parts, hxp_archive *archive,
                               hxp_error *error)
{
    static const hxp_office_element elements[] = {
        { "Relationship", start_relation, NULL }, { NULL, NULL, NULL }
    };
    relations from = { parts, HXP_STR("") };
    const hxp_office_part part = { .reader = &from, .elements = elements };
    *parts = (hxp_docx_parts){ .count = 0 };
    hxp_status status = hxp_office_parse(archive, "_rels/.rels", &part, error);
    for (size_t i = 0; i < parts->count; i++)
        if (parts->items[i].kind == HXP_DOCX_MAIN) {
            parts->items[0] = parts->items[i];
            parts->count = 1;
            return status == HXP_OK ? read_own(&from, archive, &part, error)
                                    : status;
        }
    parts->count = 0;
    return status;
}

void hxp_docx_parts_free(hxp_docx_parts *parts)
{
    free(parts->items);
    hxp_arena_free(&parts->arena);
}
