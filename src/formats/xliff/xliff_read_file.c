/* xliff_read_file.c - the root of XLIFF, its files and their groups. */
#include "base/error.h"
#include "base/str.h"
#include "formats/xliff/xliff_reader.h"

#include <stdio.h>
#include <string.h>

/** Take a language; tells of one that is missing or no tag. */
hxp_status hxp_xliff_take_language(char language[HXP_TAG_SIZE],
                                   hxp_xliff_reader *reader, hxp_str tag,
                                   const char *otherwise)
{
    char canonical[HXP_TAG_SIZE];
    if (tag.len == 0)
        tag = hxp_str_of(otherwise ? otherwise : "");
    snprintf(language, HXP_TAG_SIZE, "%.*s", HXP_FMT(tag));
    if (tag.len == 0 || hxp_tag_canonical(canonical, tag))
        return HXP_OK;
    return hxp_tell(&reader->delivery.faults, HXP_FAULT_XLIFF_LANGUAGE,
                    hxp_xml_place(reader->xml), &reader->delivery.error,
                    "\"%.*s\" is no language tag", HXP_FMT(hxp_quote(tag)));
}

static hxp_status take_languages(hxp_xliff_reader *reader, hxp_str source,
                                 hxp_str target)
{
    hxp_status status = hxp_xliff_take_language(reader->source, reader, source,
                                                reader->options->from);
    if (status == HXP_OK)
        status = hxp_xliff_take_language(reader->target, reader, target,
                                         reader->options->to);
    if (status == HXP_OK && reader->source[0] == '\0')
        status = hxp_xliff_tell(reader, HXP_FAULT_XLIFF_REQUIRED,
                                "the source language is missing");
    return status;
}

/** Keep the name spaces of the root, which attributes may need. */
static hxp_status keep_name_spaces(hxp_xliff_reader *reader,
                                   const char **attributes)
{
    hxp_status status = HXP_OK;
    for (; status == HXP_OK && attributes[0]; attributes += 2) {
        const char *one[] = { attributes[0], attributes[1], NULL };
        static const char *const none[] = { NULL };
        if (strncmp(attributes[0], "xmlns:", 6) == 0 &&
            strcmp(attributes[0], "xmlns:xsi") != 0 &&
            strcmp(attributes[0], "xmlns:mda") != 0)
            status = hxp_xliff_add_attributes(reader, &reader->header_remarks,
                                              HXP_XLIFF_PREFIX, one, none);
    }
    return status;
}

hxp_status hxp_xliff_start_root(hxp_xliff_reader *reader, const char *name,
                                const char **attributes)
{
    const char *local = hxp_xml_local_name(name);
    hxp_str version = hxp_xliff_value(attributes, "version");
    hxp_status status = HXP_OK;
    if (strcmp(local, "xliff") != 0)
        return hxp_xml_fail(reader->xml, HXP_EINPUT, &reader->delivery.error,
                            "not an XLIFF file: its root element is \"%.*s\"",
                            HXP_FMT(hxp_quote(hxp_str_of(name))));
    snprintf(reader->prefix, sizeof reader->prefix, "%.*s", (int)(local - name),
             name);
    reader->second = hxp_str_starts(version, HXP_STR("2"));
    if (!hxp_str_is(version, "1.2") && !hxp_str_is(version, "2.0") &&
        !hxp_str_is(version, "2.1") && !hxp_str_is(version, "1.1") &&
        !hxp_str_is(version, "1.0"))
        status = hxp_xliff_tell(reader, HXP_FAULT_XLIFF_VERSION,
                                "version must be 1.2, 2.0 or 2.1");
    if (status == HXP_OK && reader->second)
        status = take_languages(reader, hxp_xliff_value(attributes, "srcLang"),
                                hxp_xliff_value(attributes, "trgLang"));
    if (status == HXP_OK)
        status = keep_name_spaces(reader, attributes);
    return status == HXP_OK ? hxp_xliff_open(reader, HXP_XLIFF_ROOT) : status;
}

/** Hand the header on; what files say after that is the units'. */
hxp_status hxp_xliff_begin(hxp_xliff_reader *reader)
{
    hxp_unit_header header = { .file = reader->delivery.file,
                               .source_language = hxp_str_of(reader->source),
                               .remarks = { reader->header_remarks.items,
                                            reader->header_remarks.count } };
    hxp_str languages[] = { hxp_str_of(reader->source),
                            hxp_str_of(reader->target) };
    if (reader->begun)
        return HXP_OK;
    reader->begun = true;
    if (reader->second && languages[0].len > 0 && languages[1].len > 0) {
        header.languages = languages;
        header.language_count = 2;
    }
    return hxp_delivery_begin(&reader->delivery, &header);
}

hxp_status hxp_xliff_open_holder(hxp_xliff_reader *reader,
                                 const char **attributes, bool group)
{
    hxp_str translate = hxp_xliff_value(attributes, "translate");
    const hxp_xliff_frame frame = { .what = HXP_XLIFF_IN_FILE,
                                    .tagged = group,
                                    .kept = translate.len > 0
                                                ? hxp_str_is(translate, "no")
                                                : hxp_xliff_top(reader)->kept };
    return hxp_xliff_push(reader, &frame);
}

hxp_status hxp_xliff_start_file(hxp_xliff_reader *reader,
                                const char **attributes)
{
    hxp_str original = hxp_xliff_value(attributes, "original");
    hxp_status status = HXP_OK;
    hxp_arena_free(&reader->file_arena);
    hxp_hash_map_free(&reader->ids);
    if (!hxp_arena_copy(&reader->original, &reader->file_arena,
                        hxp_str_is(original, HXP_XLIFF_OWN) ? HXP_STR("")
                                                            : original))
        return hxp_no_memory(&reader->delivery.error);
    if (!reader->second)
        status = take_languages(reader,
                                hxp_xliff_value(attributes, "source-language"),
                                hxp_xliff_value(attributes, "target-language"));
    if (status == HXP_OK && !reader->second && original.len == 0)
        status = hxp_xliff_tell(reader, HXP_FAULT_XLIFF_REQUIRED,
                                "file has no attribute original");
    if (status == HXP_OK)
        status = hxp_xliff_begin(reader);
    return status == HXP_OK ? hxp_xliff_open_holder(reader, attributes, false)
                            : status;
}

hxp_status hxp_xliff_start_group(hxp_xliff_reader *reader,
                                 const char **attributes)
{
    hxp_str id = hxp_xliff_value(attributes, "id");
    if (!hxp_buffer_add(&reader->groups, id) ||
        !hxp_buffer_add(&reader->groups, HXP_STR("/")))
        return hxp_no_memory(&reader->delivery.error);
    return hxp_xliff_open_holder(reader, attributes, true);
}

void hxp_xliff_end_group(hxp_xliff_reader *reader)
{
    size_t len = reader->groups.len;
    while (len > 1 && reader->groups.ptr[len - 2] != '/')
        len--;
    reader->groups.len = len - 1;
}
