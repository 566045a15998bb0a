/* office_relations.c - which parts of an office document belong together. */
#include "formats/office/office_relations.h"

#include "base/error.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>

static hxp_status start_relation(void *reader, const char **attributes,
                                 hxp_error *error)
{
    hxp_relations *relations = reader;
    hxp_office_relation relation = { .id =
                                         hxp_xml_attribute(attributes, "Id") };
    hxp_str type = hxp_xml_attribute(attributes, "Type");
    hxp_str target = hxp_xml_attribute(attributes, "Target");
    bool outside =
        hxp_str_is(hxp_xml_attribute(attributes, "TargetMode"), "External");
    size_t start = type.len;
    while (start > 0 && type.ptr[start - 1] != '/')
        start--;
    if (!outside)
        relation.part =
            hxp_office_path(&relations->arena, relations->folder, target);
    if ((!outside && !relation.part) ||
        !hxp_arena_copy(&relation.address, &relations->arena,
                        outside ? target : HXP_STR("")) ||
        !hxp_arena_copy(&relation.id, &relations->arena, relation.id) ||
        !hxp_arena_copy(&relation.type, &relations->arena,
                        hxp_str_part(type, start, type.len)) ||
        !hxp_array_reserve(&relations->items, &relations->capacity,
                           relations->count + 1, sizeof *relations->items))
        return hxp_no_memory(error);
    relations->items[relations->count++] = relation;
    return HXP_OK;
}

hxp_status hxp_relations_read(hxp_relations *relations, hxp_archive *archive,
                              const char *part, hxp_error *error)
{
    static const hxp_office_element elements[] = {
        { "Relationship", start_relation, NULL }, { NULL, NULL, NULL }
    };
    const hxp_office_part office = { .reader = relations,
                                     .elements = elements };
    const char *slash = strrchr(part, '/');
    const char *base = slash ? slash + 1 : part;
    *relations = (hxp_relations){ .count = 0 };
    if (!hxp_arena_copy(&relations->folder, &relations->arena,
                        (hxp_str){ part, (size_t)(base - part) }))
        return hxp_no_memory(error);
    size_t size = strlen(part) + sizeof "_rels/.rels";
    char *name = hxp_arena_bytes(&relations->arena, size);
    if (!name)
        return hxp_no_memory(error);
    snprintf(name, size, "%.*s_rels/%s.rels", HXP_FMT(relations->folder), base);
    return hxp_office_parse(archive, name, &office, error);
}

const char *hxp_relations_by_id(const hxp_relations *relations, hxp_str id)
{
    for (size_t i = 0; i < relations->count; i++)
        if (hxp_str_equal(relations->items[i].id, id))
            return relations->items[i].part;
    return NULL;
}

hxp_str hxp_relations_address(const hxp_relations *relations, hxp_str id)
{
    for (size_t i = 0; i < relations->count; i++)
        if (hxp_str_equal(relations->items[i].id, id))
            return relations->items[i].address;
    return HXP_STR("");
}

const char *hxp_relations_next(const hxp_relations *relations, const char *type,
                               size_t *at)
{
    while (*at < relations->count) {
        const hxp_office_relation *relation = &relations->items[(*at)++];
        if (relation->part && hxp_str_is(relation->type, type))
            return relation->part;
    }
    return NULL;
}

void hxp_relations_free(hxp_relations *relations)
{
    free(relations->items);
    hxp_arena_free(&relations->arena);
}

hxp_status hxp_office_main_part(const char **part, hxp_arena *arena,
                                hxp_archive *archive, hxp_error *error)
{
    hxp_relations relations;
    hxp_str copy = { NULL, 0 };
    size_t at = 0;
    hxp_status status = hxp_relations_read(&relations, archive, "", error);
    const char *found =
        status == HXP_OK ? hxp_relations_next(&relations, "officeDocument", &at)
                         : NULL;
    if (found && !hxp_arena_copy(&copy, arena, hxp_str_of(found)))
        status = hxp_no_memory(error);
    *part = copy.ptr;
    hxp_relations_free(&relations);
    return status;
}
