/* termbases.c - finds and reads the termbases a command is given. */
#include "cli/termbases.h"

#include "base/pack.h"
#include "base/str.h"

static bool is_between(char c)
{
    return c == '.' || c == '-' || c == '_';
}

/** Take the last part of a name, behind a separator, off its end. */
static hxp_str take_part(hxp_str *name)
{
    size_t at = name->len;
    while (at > 0 && !is_between(name->ptr[at - 1]))
        at--;
    hxp_str part = hxp_str_part(*name, at, name->len);
    *name = hxp_str_part(*name, 0, at > 0 ? at - 1 : 0);
    return part;
}

/** True for two letters of a case, from first to first + 25. */
static bool is_code(hxp_str part, char first)
{
    return part.len == 2 && part.ptr[0] >= first && part.ptr[0] < first + 26 &&
           part.ptr[1] >= first && part.ptr[1] < first + 26;
}

/** Take a language, such as nl or nl-BE, off the end of *name. */
static bool take_tag(char tag[HXP_TAG_SIZE], hxp_str *name)
{
    hxp_str end = { name->ptr, name->len };
    hxp_str part = take_part(name);
    if (is_code(part, 'A'))
        part = take_part(name);
    if (!is_code(part, 'a'))
        return false;
    size_t start = (size_t)(part.ptr - end.ptr);
    return hxp_tag_normalise(tag, hxp_str_part(end, start, end.len));
}

/** The languages that "terms.en-nl.txt" tells. */
static void tags_of_name(hxp_termbase_operand *operand)
{
    const char *slash = strrchr(operand->path, '/');
    hxp_str name =
        hxp_unpacked_name(hxp_str_of(slash ? slash + 1 : operand->path));
    hxp_termbase_operand told = *operand;
    take_part(&name);
    if (take_tag(told.tags[1], &name) && take_tag(told.tags[0], &name))
        *operand = told;
}

hxp_termbase_operand hxp_termbase_operand_of(const char *text)
{
    hxp_termbase_operand operand = { text, { "", "" } };
    const char *equals = strchr(text, '=');
    const char *comma = strchr(text, ',');
    if (equals && comma && comma < equals &&
        hxp_tag_canonical(operand.tags[0],
                          (hxp_str){ text, (size_t)(comma - text) }) &&
        hxp_tag_canonical(operand.tags[1],
                          (hxp_str){ comma + 1, (size_t)(equals - comma - 1) }))
        operand.path = equals + 1;
    else
        tags_of_name(&operand);
    return operand;
}

hxp_status hxp_termbase_read_operand(hxp_termbase *termbase,
                                     const hxp_termbase_operand *operand,
                                     const hxp_read_options *options,
                                     hxp_error *error)
{
    hxp_read_options reading = *options;
    hxp_input *input;
    if (operand->tags[0][0] && operand->tags[1][0]) {
        reading.from = operand->tags[0];
        reading.to = operand->tags[1];
    }
    hxp_status status = hxp_input_open(&input, operand->path, error);
    if (status == HXP_OK)
        status = hxp_termbase_read(termbase, input, &reading, error);
    hxp_input_close(input);
    return status;
}
