/* term_row.c - what a row of a table tells of terms. */
#include "base/error.h"
#include "base/str.h"
#include "formats/termbases/tbx_flag.h"
#include "formats/termbases/tbx_status.h"
#include "formats/termbases/term_table.h"
#include "text/utf8.h"

/** True when what column says is about the term. */
static bool concerns(const hxp_term_table *table, size_t column,
                     const hxp_row_term *term)
{
    const hxp_term_column *of = &table->columns[column];
    const char *type = of->type;
    if (of->side != HXP_SIDE_NONE)
        return hxp_str_is(term->told.term.language, of->tag);
    if (of->kind == HXP_COLUMN_INFO || of->repeated) {
        while (column > 0 && table->columns[column].kind != HXP_COLUMN_TERM)
            column--;
        return term->column == column;
    }
    if (table->tag < HXP_TERM_COLUMNS || table->term_columns == 1 ||
        of->kind == HXP_COLUMN_EXACT ||
        (type && strcmp(type, "partOfSpeech") == 0))
        return true;
    bool source = type && strcmp(type, "context") == 0;
    return source == (term->column == table->first);
}

static void set_status(hxp_term_table *table, size_t column,
                       hxp_term_status status)
{
    for (size_t i = 0; i < table->row_count; i++) {
        hxp_told_term *told = &table->row[i].told;
        bool own = table->columns[table->row[i].column].kind == HXP_COLUMN_TERM;
        if (own && concerns(table, column, &table->row[i])) {
            told->term.status = status;
            told->told = true;
        }
    }
}

static void set_exact(hxp_term_table *table, size_t column, bool exact)
{
    for (size_t i = 0; i < table->row_count; i++)
        if (concerns(table, column, &table->row[i]))
            table->row[i].told.term.exact = exact;
}

static void set_ignored(hxp_term_table *table, size_t column, bool ignored)
{
    for (size_t i = 0; i < table->row_count; i++)
        if (concerns(table, column, &table->row[i]))
            table->row[i].told.term.ignored = ignored;
}

/** Give a detail to the terms that it is about. */
static bool add_to_terms(hxp_term_table *table, size_t column,
                         const hxp_detail *detail)
{
    for (size_t i = 0; i < table->row_count; i++) {
        hxp_details *had = &table->row[i].told.term.details;
        if (!concerns(table, column, &table->row[i]))
            continue;
        hxp_detail *items =
            hxp_arena_alloc(&table->arena, had->count + 1, sizeof *items);
        if (!items)
            return false;
        if (had->count > 0)
            memcpy(items, had->items, had->count * sizeof *items);
        items[had->count] = *detail;
        *had = (hxp_details){ items, had->count + 1 };
    }
    return true;
}

/** True for details that are of terms, not of concepts. */
static bool is_of_terms(const hxp_term_table *table, const char *type)
{
    static const char *const types[] = { "partOfSpeech", "grammaticalGender",
                                         "termType", "context",
                                         "reliabilityCode" };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(type, types[i]) == 0)
            return true;
    return strcmp(type, "note") == 0 && table->tag < HXP_TERM_COLUMNS;
}

static bool add_detail(hxp_term_table *table, size_t column, hxp_str text)
{
    const hxp_term_column *of = &table->columns[column];
    hxp_detail detail = { .type = hxp_str_of(of->type), .text = text };
    if (is_of_terms(table, of->type))
        return add_to_terms(table, column, &detail);
    if (of->side != HXP_SIDE_NONE)
        detail.language = hxp_str_of(of->tag);
    else if (table->row_count > 0 && table->tag < HXP_TERM_COLUMNS &&
             strcmp(of->type, "subjectField") != 0)
        detail.language = table->row[0].told.term.language;
    return hxp_term_concepts_detail(&table->concepts, &detail);
}

static hxp_status take_status(hxp_term_table *table, size_t column,
                              hxp_str word, hxp_error *error)
{
    hxp_term_status status = HXP_TERM_ADMITTED;
    const hxp_detail kept = { .type = HXP_STR("status"), .text = word };
    hxp_tbx_said said = hxp_tbx_status(&status, HXP_TBX_ADMINISTRATIVE, word);
    set_status(table, column, status);
    if (said != HXP_TBX_UNKNOWN)
        return HXP_OK;
    if (!add_to_terms(table, column, &kept))
        return hxp_no_memory(error);
    return hxp_tell(&table->faults, HXP_FAULT_TBX_STATUS,
                    table->cells[column].place, error,
                    "status \"%.*s\" is not known; the term counts as "
                    "admitted",
                    HXP_FMT(hxp_quote(word)));
}

/** True when word says yes or no, as people and spreadsheets do. */
static bool says_yes_or_no(bool *yes, hxp_str word)
{
    static const char *const for_yes[] = { "x",    "y",           "ja",
                                           "oui",  "wahr",        "vrai",
                                           "waar", "\xE2\x9C\x93" };
    static const char *const for_no[] = { "n",      "nein",   "nee",
                                          "non",    "falsch", "faux",
                                          "onwaar", "n/a",    "-" };
    for (size_t i = 0; i < sizeof for_yes / sizeof *for_yes; i++)
        if (hxp_str_is_nocase(word, for_yes[i]))
            return *yes = true;
    *yes = false;
    for (size_t i = 0; i < sizeof for_no / sizeof *for_no; i++)
        if (hxp_str_is_nocase(word, for_no[i]))
            return true;
    return hxp_tbx_yes_or_no(yes, word);
}

/** True when the cell, of a column "forbidden" or "preferred", is a term. */
static bool holds_term(const hxp_term_table *table, size_t column)
{
    bool yes;
    hxp_term_column_kind kind = table->columns[column].kind;
    hxp_str text = hxp_term_cell_text(table, column);
    return (kind == HXP_COLUMN_FORBIDDEN || kind == HXP_COLUMN_PREFERRED) &&
           hxp_utf8_length(text) > 1 && !says_yes_or_no(&yes, text);
}

static hxp_status take_flag(hxp_term_table *table, size_t column, hxp_str word,
                            hxp_error *error)
{
    bool yes;
    hxp_term_column_kind kind = table->columns[column].kind;
    if (holds_term(table, column))
        return HXP_OK; /* it is taken */
    if (!says_yes_or_no(&yes, word))
        return hxp_tell(&table->faults, HXP_FAULT_TBX_FLAG,
                        table->cells[column].place, error,
                        "\"%.*s\" is neither yes nor no; the flag is "
                        "passed over",
                        HXP_FMT(hxp_quote(word)));
    if (kind == HXP_COLUMN_EXACT)
        set_exact(table, column, yes);
    else if (kind == HXP_COLUMN_IGNORED_TERM)
        set_ignored(table, column, yes);
    else if (kind == HXP_COLUMN_FORBIDDEN && yes)
        set_status(table, column, HXP_TERM_DEPRECATED);
    else if (kind == HXP_COLUMN_PREFERRED && yes)
        set_status(table, column, HXP_TERM_PREFERRED);
    else if ((kind == HXP_COLUMN_TRANSLATED && !yes) ||
             (kind == HXP_COLUMN_UNTRANSLATED && yes))
        hxp_term_concepts_untranslated(&table->concepts);
    else if (kind == HXP_COLUMN_IGNORED && yes)
        hxp_term_concepts_ignored(&table->concepts);
    return HXP_OK;
}

/** Take memoQ's words for a term. */
static void take_info(hxp_term_table *table, size_t column, hxp_str words)
{
    hxp_str word;
    while (hxp_str_cut(&words, ';', &word)) {
        if (hxp_str_is_nocase(hxp_str_trim(word), "Forbidden"))
            set_status(table, column, HXP_TERM_DEPRECATED);
        else if (hxp_str_is_nocase(hxp_str_trim(word), "CaseSense"))
            set_exact(table, column, true);
    }
}

/** Take what a column tells of the row's terms. */
static hxp_status take_told(hxp_term_table *table, size_t column,
                            hxp_error *error)
{
    hxp_str text = hxp_term_cell_text(table, column);
    if (text.len == 0)
        return HXP_OK;
    switch (table->columns[column].kind) {
    case HXP_COLUMN_STATUS:
        return take_status(table, column, text, error);
    case HXP_COLUMN_PREFERRED:
    case HXP_COLUMN_FORBIDDEN:
    case HXP_COLUMN_EXACT:
    case HXP_COLUMN_TRANSLATED:
    case HXP_COLUMN_UNTRANSLATED:
    case HXP_COLUMN_IGNORED:
    case HXP_COLUMN_IGNORED_TERM:
        return take_flag(table, column, text, error);
    case HXP_COLUMN_INFO:
        take_info(table, column, text);
        return HXP_OK;
    case HXP_COLUMN_DETAIL:
        return add_detail(table, column, text) ? HXP_OK : hxp_no_memory(error);
    case HXP_COLUMN_UNKNOWN:
    case HXP_COLUMN_TERM:
    case HXP_COLUMN_CONCEPT:
    case HXP_COLUMN_TAG:
    default:
        return HXP_OK;
    }
}

/** Find the tag of the language that rows call text; empty: nobody can tell. */
static const char *known_language(hxp_term_table *table, hxp_str text)
{
    for (size_t i = 0; i < HXP_ROW_LANGUAGES; i++) {
        hxp_row_language *known = &table->languages[i];
        if (known->len > 0 &&
            hxp_str_equal((hxp_str){ known->name, known->len }, text))
            return known->tag;
    }
    hxp_row_language *known = &table->languages[table->next_language];
    table->next_language = (table->next_language + 1) % HXP_ROW_LANGUAGES;
    hxp_tag_normalise(known->tag, text);
    known->len = text.len < sizeof known->name ? text.len : 0;
    memcpy(known->name, text.ptr, known->len);
    return known->tag;
}

/** Write the language of the row into tag. */
static hxp_status row_language(char tag[HXP_TAG_SIZE], hxp_term_table *table,
                               hxp_error *error)
{
    hxp_str text = hxp_term_cell_text(table, table->tag);
    memcpy(tag, known_language(table, text), HXP_TAG_SIZE);
    if (tag[0] != '\0')
        return HXP_OK;
    return hxp_tell(&table->faults, HXP_FAULT_TBX_NO_LANGUAGE,
                    table->cells[table->tag].place, error,
                    "\"%.*s\" names no language; the term is passed over",
                    HXP_FMT(hxp_quote(text)));
}

/** True for a table of memoQ's, which has its words for each term. */
static bool is_memoq(const hxp_term_table *table)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].kind == HXP_COLUMN_INFO)
            return true;
    return false;
}

/**
 * Set *term to text without memoQ's marks of what may change: "gear|box" and
 * "colour*". We know inflection.
 */
static hxp_status drop_marks(hxp_str *term, hxp_term_table *table, hxp_str text,
                             hxp_error *error)
{
    char *bytes = hxp_arena_bytes(&table->arena, text.len + 1);
    size_t len = 0;
    if (!bytes)
        return hxp_no_memory(error);
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != '|' && text.ptr[i] != '*')
            bytes[len++] = text.ptr[i];
    *term = (hxp_str){ bytes, len };
    return HXP_OK;
}

/** Take the terms of a cell, parted by "|". */
static hxp_status take_terms(hxp_term_table *table, size_t column,
                             const char *tag, hxp_error *error)
{
    hxp_str rest = hxp_term_cell_text(table, column), text;
    hxp_place place = table->cells[column].place;
    if (is_memoq(table)) {
        hxp_status status = drop_marks(&rest, table, rest, error);
        if (status != HXP_OK)
            return status;
    }
    while (hxp_str_cut(&rest, '|', &text)) {
        text = hxp_str_trim(text);
        if (text.len == 0)
            continue;
        if (table->row_count == HXP_ROW_TERMS)
            return hxp_fail_at(error, HXP_ELIMIT, table->faults.file.ptr, place,
                               "a row has more than %d terms, the limit",
                               HXP_ROW_TERMS);
        table->row[table->row_count++] =
            (hxp_row_term){ .told.term = { .text = text,
                                           .language = hxp_str_of(tag),
                                           .status = HXP_TERM_ADMITTED,
                                           .file = table->faults.file.ptr,
                                           .place = place },
                            .column = column };
    }
    return HXP_OK;
}

/** Hand the terms of the row on. */
static hxp_status add_terms(hxp_term_table *table, hxp_error *error)
{
    for (size_t i = 0; i < table->row_count; i++)
        if (!hxp_term_concepts_term(&table->concepts, &table->row[i].told))
            return hxp_no_memory(error);
    return HXP_OK;
}

/** Open the concept of the row; its key is its id or its first cell of terms.
 */
static hxp_status open_concept(hxp_term_table *table, hxp_error *error)
{
    hxp_str id = HXP_STR("");
    if (table->id < HXP_TERM_COLUMNS)
        id = hxp_term_cell_text(table, table->id);
    hxp_str key = id.len > 0 ? id : hxp_term_cell_text(table, table->first);
    table->text.len = 0;
    if (!hxp_buffer_add(&table->text,
                        id.len > 0 ? HXP_STR("id ") : HXP_STR("term ")) ||
        !hxp_buffer_add(&table->text, key) ||
        !hxp_term_concepts_open(&table->concepts, hxp_buffer_str(&table->text),
                                id))
        return hxp_no_memory(error);
    return HXP_OK;
}

/** Tell of a term in a column whose language nothing says. */
static hxp_status tell_no_language(hxp_term_table *table, size_t column,
                                   hxp_error *error)
{
    hxp_str text = hxp_term_cell_text(table, column);
    if (text.len == 0)
        return HXP_OK;
    return hxp_tell(&table->faults, HXP_FAULT_TBX_NO_LANGUAGE,
                    table->cells[column].place, error,
                    "nothing says the language of \"%.*s\"; the term is passed "
                    "over",
                    HXP_FMT(hxp_quote(text)));
}

/** The language of all translations in the columns; empty: there are more. */
static const char *of_translations(const hxp_term_table *table)
{
    const char *found = "";
    for (size_t i = table->first; i < table->column_count; i++) {
        const hxp_term_column *column = &table->columns[i];
        if (column->kind != HXP_COLUMN_TERM ||
            strcmp(column->tag, table->columns[table->first].tag) == 0)
            continue;
        if (found[0] && strcmp(column->tag, found) != 0)
            return "";
        found = column->tag;
    }
    return found;
}

/** Take the terms of a column; of its row is the language tag, or none. */
static hxp_status take_column(hxp_term_table *table, size_t number,
                              const char *tag, hxp_error *error)
{
    const hxp_term_column *column = &table->columns[number];
    size_t before = table->row_count;
    bool own = column->kind == HXP_COLUMN_TERM;
    if (!own && !holds_term(table, number))
        return HXP_OK;
    if (!own && tag[0] == '\0')
        tag = of_translations(table);
    if (column->side != HXP_SIDE_NONE)
        tag = column->tag;
    if (tag[0] == '\0')
        return tell_no_language(table, number, error);
    hxp_status status = take_terms(table, number, tag, error);
    for (size_t i = before; !own && i < table->row_count; i++) {
        table->row[i].told.told = true;
        table->row[i].told.term.status = column->kind == HXP_COLUMN_FORBIDDEN
                                             ? HXP_TERM_DEPRECATED
                                             : HXP_TERM_PREFERRED;
    }
    return status;
}

/** Take the terms of all columns. */
static hxp_status take_row(hxp_term_table *table, hxp_error *error)
{
    char tag[HXP_TAG_SIZE] = "";
    hxp_status status = HXP_OK;
    if (table->tag < HXP_TERM_COLUMNS)
        status = row_language(tag, table, error);
    if (status != HXP_OK || (table->tag < HXP_TERM_COLUMNS && !tag[0]))
        return status;
    for (size_t i = 0; status == HXP_OK && i < table->column_count; i++)
        status = take_column(table, i, tag, error);
    if (status != HXP_OK)
        return status;
    if (table->row_count == 0)
        return hxp_tell(&table->faults, HXP_FAULT_TBX_EMPTY,
                        table->cells[table->first].place, error,
                        "the row has no term");
    status = open_concept(table, error);
    for (size_t i = 0; status == HXP_OK && i < table->column_count; i++)
        status = take_told(table, i, error);
    return status == HXP_OK ? add_terms(table, error) : status;
}

hxp_status hxp_term_row_take(hxp_term_table *table, hxp_error *error)
{
    table->row_count = 0;
    for (size_t i = 0; i < table->column_count; i++)
        if (hxp_term_cell_text(table, i).len > 0)
            return take_row(table, error);
    return HXP_OK; /* an empty row */
}
