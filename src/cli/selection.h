/* selection.h - the options that say which units are meant. */
#ifndef CLI_SELECTION_H
#define CLI_SELECTION_H

#include "cli/options.h"

#include <hexapla/filter.h>

/** What the options give. */
typedef struct hxp_selection {
    hxp_values languages;
    hxp_values matches, source_matches, target_matches;
    hxp_values properties;
    hxp_select_options select;
    hxp_filter_counts counts;
} hxp_selection;

/** Rows of the table; type is the command's settings, selection inside. */
#define HXP_SELECTION_OPTIONS(type)                                            \
    { 'l',                                                                     \
      "lang",                                                                  \
      "TAG",                                                                   \
      "with text in this language; en takes en-GB; given several times: in "   \
      "each of them",                                                          \
      HXP_OPTION_LIST,                                                         \
      offsetof(type, selection.languages),                                     \
      NULL },                                                                  \
        { '\0',                                                                \
          "only-lang",                                                         \
          NULL,                                                                \
          "of the units selected, only what is in the languages of --lang",    \
          HXP_OPTION_FLAG,                                                     \
          offsetof(type, selection.select.only_languages),                     \
          NULL },                                                              \
        { 'm',                                                                 \
          "match",                                                             \
          "REGEX",                                                             \
          "with a text that matches",                                          \
          HXP_OPTION_LIST,                                                     \
          offsetof(type, selection.matches),                                   \
          NULL },                                                              \
        { '\0',                                                                \
          "match-source",                                                      \
          "REGEX",                                                             \
          "whose source matches",                                              \
          HXP_OPTION_LIST,                                                     \
          offsetof(type, selection.source_matches),                            \
          NULL },                                                              \
        { '\0',                                                                \
          "match-target",                                                      \
          "REGEX",                                                             \
          "with a translation that matches",                                   \
          HXP_OPTION_LIST,                                                     \
          offsetof(type, selection.target_matches),                            \
          NULL },                                                              \
        { 'i',                                                                 \
          "ignore-case",                                                       \
          NULL,                                                                \
          "in what --match and the like match",                                \
          HXP_OPTION_FLAG,                                                     \
          offsetof(type, selection.select.ignore_case),                        \
          NULL },                                                              \
        { 'p',                                                                 \
          "prop",                                                              \
          "CONDITION",                                                         \
          "with this property or attribute: TYPE, TYPE=VALUE, TYPE!=VALUE, "   \
          "TYPE~REGEX, TYPE>=NUMBER or TYPE<=NUMBER",                          \
          HXP_OPTION_LIST,                                                     \
          offsetof(type, selection.properties),                                \
          NULL },                                                              \
        { '\0',                                                                \
          "since",                                                             \
          "DATE",                                                              \
          "made or changed on this date or later",                             \
          HXP_OPTION_TEXT,                                                     \
          offsetof(type, selection.select.since),                              \
          NULL },                                                              \
        { '\0',                                                                \
          "before",                                                            \
          "DATE",                                                              \
          "last made or changed before this date",                             \
          HXP_OPTION_TEXT,                                                     \
          offsetof(type, selection.select.before),                             \
          NULL },                                                              \
        { '\0',                                                                \
          "min-length",                                                        \
          "N",                                                                 \
          "whose texts have N characters at least",                            \
          HXP_OPTION_WHOLE,                                                    \
          offsetof(type, selection.select.min_length),                         \
          NULL },                                                              \
        { '\0',                                                                \
          "max-length",                                                        \
          "N",                                                                 \
          "whose texts have N characters at most",                             \
          HXP_OPTION_WHOLE,                                                    \
          offsetof(type, selection.select.max_length),                         \
          NULL },                                                              \
        { '\0',                                                                \
          "max-ratio",                                                         \
          "NUMBER",                                                            \
          "where neither source nor translation is longer than NUMBER times "  \
          "the "                                                               \
          "other",                                                             \
          HXP_OPTION_NUMBER,                                                   \
          offsetof(type, selection.select.max_ratio),                          \
          NULL },                                                              \
        { 'v',                                                                 \
          "invert",                                                            \
          NULL,                                                                \
          "all units but these",                                               \
          HXP_OPTION_FLAG,                                                     \
          offsetof(type, selection.select.invert),                             \
          NULL },                                                              \
    {                                                                          \
        '\0', "from", "TAG", "the source language, if the file tells another", \
            HXP_OPTION_TEXT, offsetof(type, selection.select.source_language), \
            NULL                                                               \
    }

/**
 * Put what was given into selection->select, which points into selection
 * then.
 */
void hxp_selection_settle(hxp_selection *selection);

/** True when no option limits what is meant. */
bool hxp_selection_is_all(const hxp_selection *selection);

#endif
