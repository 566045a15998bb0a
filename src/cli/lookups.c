/* lookups.c - settles the options of looking up. */
#include "cli/lookups.h"

#include "base/decimal.h"
#include "base/str.h"
#include "cli/store.h"

#include <hexapla/text.h>

/* in the order of hxp_similarity_kind */
const char *const hxp_similarity_names[] = { "both", "words", "characters",
                                             NULL };

/** Read "NAME=POINTS". */
static bool read_penalty(hxp_lookup_options *lookup, const char *text)
{
    hxp_str rest = hxp_str_of(text), name;
    double points;
    if (!hxp_str_cut(&rest, '=', &name) || !hxp_decimal_read(&points, rest) ||
        points < 0 || points > 100)
        return false;
    for (int kind = 0; kind < HXP_PENALTIES; kind++) {
        if (!hxp_str_is(name, hxp_penalty_name((hxp_penalty_kind)kind)))
            continue;
        lookup->penalties[kind] = (unsigned)points;
        return true;
    }
    return false;
}

hxp_exit hxp_lookup_settle(const hxp_command *command,
                           hxp_lookup_settings *settings,
                           const hxp_settings *common)
{
    hxp_lookup_options *options = &settings->options;
    const hxp_values *penalties = &settings->penalties;
    char tag[HXP_TAG_SIZE];
    if (!options->from || !options->to)
        return hxp_store_say_languages(command, common);
    const char *tags[] = { options->from, options->to };
    for (int i = 0; i < 2; i++)
        if (!hxp_tag_canonical(tag, hxp_str_of(tags[i])))
            return hxp_say_usage(command, "'%s' is no language tag", tags[i]);
    if (settings->min < 1 || settings->min > 102)
        return hxp_say_usage(command, "--min takes a score from 1 to 102");
    options->min = (unsigned)settings->min;
    options->by = (hxp_similarity_kind)settings->by;
    for (size_t i = 0; i < penalties->count; i++)
        if (!read_penalty(options, penalties->items[i]))
            return hxp_say_usage(command,
                                 "'%s' is no penalty such as machine=5",
                                 penalties->items[i]);
    return HXP_EXIT_OK;
}

hxp_exit hxp_lookup_open(hxp_lookup **out, hxp_memory *memory,
                         const hxp_lookup_settings *settings, bool quiet)
{
    hxp_lookup_options options = settings->options;
    hxp_error error, none = { .status = HXP_OK };
    options.none = &none;
    if (hxp_lookup_new(out, memory, &options, &error) != HXP_OK)
        return hxp_say_error(&error);
    if (none.status != HXP_OK && !quiet)
        hxp_say("%s: %s; so all is new", none.file, none.message);
    return HXP_EXIT_OK;
}
