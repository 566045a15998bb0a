/* cmd_terms_lookup.c - hexapla terms lookup: the concepts of a text's terms. */
#include "base/array.h"
#include "base/error.h"
#include "base/json.h"
#include "base/str.h"
#include "cli/guard.h"
#include "cli/screen.h"
#include "cli/terms.h"
#include "cli/texts.h"

#include <hexapla/terms.h>

#include <stdlib.h>

typedef struct lookup_settings {
    hxp_settings common;
    hxp_terms_settings reading;
    hxp_values terms;
    const char *lang;
    int format;
} lookup_settings;

static const char *const formats[] = { "text", "json", NULL };
enum { FORMAT_TEXT, FORMAT_JSON };

static const hxp_option options[] = {
    { 't', "terms", "TERMBASE", "look there; may be given several times",
      HXP_OPTION_LIST, offsetof(lookup_settings, terms), NULL },
    { 'l', "lang", "TAG", "of the text; else all of the termbase's count",
      HXP_OPTION_TEXT, offsetof(lookup_settings, lang), NULL },
    { 'f', "format", "FORMAT", "text (the default) or json", HXP_OPTION_CHOICE,
      offsetof(lookup_settings, format), formats },
    HXP_TERMS_OPTIONS(lookup_settings),
    HXP_COMMON_OPTIONS(lookup_settings)
};

/** What is looked up, and where what is found goes. */
typedef struct lookup {
    const lookup_settings *settings;
    hxp_termbase *termbase;
    hxp_locales *locales;
    hxp_screen screen;
    hxp_json json;
    bool any; /* something was found */
} lookup;

static const char *const status_names[] = { "preferred", "admitted",
                                            "deprecated", "draft" };

/* --- What was found ------------------------------------------------------- */

static void put_details(const hxp_screen *screen, const hxp_details *details)
{
    for (size_t i = 0; i < details->count; i++) {
        const hxp_detail *detail = &details->items[i];
        hxp_output_write(screen->output, HXP_STR("    "));
        hxp_screen_put(screen, detail->type);
        hxp_output_write(screen->output, HXP_STR(": "));
        hxp_screen_put(screen, detail->text);
        hxp_output_write(screen->output, HXP_STR("\n"));
    }
}

static void put_text(lookup *of, const hxp_term_hit *hit)
{
    const hxp_screen *screen = &of->screen;
    const hxp_concept *concept = hit->concept;
    hxp_output_write(screen->output, of->any ? HXP_STR("\n") : HXP_STR(""));
    hxp_screen_put(screen, hit->term->text);
    hxp_output_printf(screen->output, " (%s)", hxp_term_match_name(hit->match));
    if (concept->id.len > 0) {
        hxp_output_write(screen->output, HXP_STR(", "));
        hxp_screen_put(screen, concept->id);
    }
    hxp_output_write(screen->output, concept->untranslated
                                         ? HXP_STR(", not translated\n")
                                         : HXP_STR("\n"));
    put_details(screen, &concept->details);
    for (size_t i = 0; i < concept->term_count; i++) {
        const hxp_term *term = &concept->terms[i];
        hxp_output_write(screen->output, HXP_STR("  "));
        hxp_screen_put(screen, term->language);
        hxp_output_printf(screen->output, "  %-10s  ",
                          status_names[term->status]);
        hxp_screen_put(screen, term->text);
        hxp_output_write(screen->output, HXP_STR("\n"));
        put_details(screen, &term->details);
    }
}

static void put_json_details(hxp_json *json, const hxp_details *details)
{
    hxp_json_key(json, "details");
    hxp_json_open(json, '[');
    for (size_t i = 0; i < details->count; i++) {
        hxp_json_open(json, '{');
        hxp_json_member(json, "type", details->items[i].type);
        if (details->items[i].language.len > 0)
            hxp_json_member(json, "language", details->items[i].language);
        hxp_json_member(json, "text", details->items[i].text);
        hxp_json_close(json, '}');
    }
    hxp_json_close(json, ']');
}

static void put_json(hxp_json *json, const hxp_term_hit *hit)
{
    const hxp_concept *concept = hit->concept;
    hxp_json_open(json, '{');
    hxp_json_member(json, "id", concept->id);
    hxp_json_member(json, "language", hit->term->language);
    hxp_json_member(json, "term", hit->term->text);
    hxp_json_member(json, "match", hxp_str_of(hxp_term_match_name(hit->match)));
    hxp_json_key(json, "translated");
    hxp_json_bool(json, !concept->untranslated);
    hxp_json_key(json, "terms");
    hxp_json_open(json, '[');
    for (size_t i = 0; i < concept->term_count; i++) {
        const hxp_term *term = &concept->terms[i];
        hxp_json_open(json, '{');
        hxp_json_member(json, "language", term->language);
        hxp_json_member(json, "term", term->text);
        hxp_json_member(json, "status", hxp_str_of(status_names[term->status]));
        put_json_details(json, &term->details);
        hxp_json_close(json, '}');
    }
    hxp_json_close(json, ']');
    put_json_details(json, &concept->details);
    hxp_json_close(json, '}');
}

/* --- Looking up ----------------------------------------------------------- */

static hxp_status find_text(lookup *of, hxp_term_matcher *matcher, hxp_str text,
                            hxp_error *error)
{
    hxp_term_hits hits;
    hxp_status status =
        hxp_find_terms(&hits, matcher, text, HXP_TERMS_LOOSE, error);
    for (size_t i = 0; status == HXP_OK && i < hits.count; i++) {
        const hxp_term_hit *hit = &hits.items[i];
        if (hit->covered)
            continue;
        if (of->settings->format == FORMAT_JSON)
            put_json(&of->json, hit);
        else
            put_text(of, hit);
        of->any = true;
    }
    return status;
}

/** Look for all texts as texts in the language tag. */
static hxp_status look_in(lookup *of, hxp_str tag, hxp_error *error)
{
    const hxp_values *texts = &of->settings->common.operands;
    const hxp_language *language;
    hxp_term_matcher *matcher = NULL;
    char normal[HXP_TAG_SIZE];
    if (!hxp_tag_normalise(normal, tag))
        return HXP_OK; /* no language: nobody can write in it */
    hxp_status status =
        hxp_locales_language(&language, of->locales, hxp_str_of(normal), error);
    if (status == HXP_OK)
        status = hxp_term_matcher_new(&matcher, of->termbase, language, error);
    for (size_t i = 0; status == HXP_OK && i < texts->count; i++)
        status = find_text(of, matcher, hxp_str_of(texts->items[i]), error);
    hxp_term_matcher_free(matcher);
    return status;
}

/** The languages that were looked in. */
typedef struct seen_languages {
    hxp_str *tags;
    size_t count, room;
} seen_languages;

/** Look in the language of a term, unless that was done. */
static hxp_status look_once(lookup *of, seen_languages *seen, hxp_str tag,
                            hxp_error *error)
{
    hxp_str primary = hxp_tag_primary(tag);
    for (size_t i = 0; i < seen->count; i++)
        if (hxp_tag_equal(seen->tags[i], primary))
            return HXP_OK;
    if (!hxp_array_reserve(&seen->tags, &seen->room, seen->count + 1,
                           sizeof *seen->tags))
        return hxp_no_memory(error);
    seen->tags[seen->count++] = primary;
    return look_in(of, tag, error);
}

static hxp_status look(lookup *of, hxp_error *error)
{
    seen_languages seen = { NULL, 0, 0 };
    hxp_status status = HXP_OK;
    if (of->settings->lang)
        return look_in(of, hxp_str_of(of->settings->lang), error);
    for (size_t i = 0; i < hxp_termbase_count(of->termbase); i++) {
        const hxp_concept *concept = hxp_termbase_concept(of->termbase, i);
        for (size_t t = 0; status == HXP_OK && t < concept->term_count; t++)
            status = look_once(of, &seen, concept->terms[t].language, error);
    }
    free(seen.tags);
    return status;
}

/* --- The command ---------------------------------------------------------- */

static hxp_exit put_found(lookup *of)
{
    bool json = of->settings->format == FORMAT_JSON;
    hxp_output *output;
    hxp_error error;
    hxp_status status = hxp_guard_open(&output, NULL, &error);
    if (status != HXP_OK)
        return hxp_say_error(&error);
    of->screen = hxp_screen_of(output, NULL, &of->settings->common);
    of->json = (hxp_json){ .output = output };
    if (json)
        hxp_json_open(&of->json, '[');
    status = look(of, &error);
    if (json) {
        hxp_json_close(&of->json, ']');
        hxp_output_write(output, HXP_STR("\n"));
    }
    status = hxp_guard_end(output, status, &error);
    if (status != HXP_OK)
        return hxp_say_error(&error);
    if (!of->any && !json && !of->settings->common.quiet)
        hxp_say("no term found");
    return HXP_EXIT_OK;
}

static hxp_exit lookup_usage(const hxp_command *command,
                             const lookup_settings *settings)
{
    char canonical[HXP_TAG_SIZE];
    if (settings->common.operands.count == 0)
        return hxp_say_usage(command, "terms lookup needs a TEXT");
    if (settings->terms.count == 0)
        return hxp_say_usage(command, "terms lookup needs --terms TERMBASE");
    if (settings->lang &&
        !hxp_tag_canonical(canonical, hxp_str_of(settings->lang)))
        return hxp_say_usage(command, "'%s' is no language tag",
                             settings->lang);
    return hxp_terms_settle(command, &settings->reading);
}

static hxp_exit run_settings(const hxp_command *command,
                             const lookup_settings *settings)
{
    lookup of = { .settings = settings };
    hxp_exit code = lookup_usage(command, settings);
    if (code == HXP_EXIT_OK)
        code = hxp_open_locales(&of.locales);
    if (code == HXP_EXIT_OK)
        code = hxp_terms_read(&of.termbase, &settings->terms,
                              &settings->reading, settings->common.quiet);
    if (code == HXP_EXIT_OK)
        code = put_found(&of);
    hxp_termbase_free(of.termbase);
    hxp_locales_free(of.locales);
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    lookup_settings settings = { .format = FORMAT_TEXT };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)run_settings(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_terms_lookup = {
    "terms lookup", "TEXT ...",
    "Finds the terms of a text, in any form, and shows their concepts.",
    options, run
};
