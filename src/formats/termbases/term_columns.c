/* term_columns.c - takes the names of columns apart. */
#include "formats/termbases/term_columns.h"

#include "base/str.h"

/* A longer name is none that is known. */
enum { LONGEST = 80 };

typedef struct known_column {
    const char *name; /* letters alone */
    hxp_term_column_kind kind;
    hxp_term_side side;
    const char *type;
} known_column;

static const known_column known[] = {
    { "term", HXP_COLUMN_TERM, HXP_SIDE_NONE, NULL },
    { "terms", HXP_COLUMN_TERM, HXP_SIDE_NONE, NULL },
    { "source", HXP_COLUMN_TERM, HXP_SIDE_SOURCE, NULL },
    { "src", HXP_COLUMN_TERM, HXP_SIDE_SOURCE, NULL },
    { "sourceterm", HXP_COLUMN_TERM, HXP_SIDE_SOURCE, NULL },
    { "sourcetext", HXP_COLUMN_TERM, HXP_SIDE_SOURCE, NULL },
    { "target", HXP_COLUMN_TERM, HXP_SIDE_TARGET, NULL },
    { "tgt", HXP_COLUMN_TERM, HXP_SIDE_TARGET, NULL },
    { "targetterm", HXP_COLUMN_TERM, HXP_SIDE_TARGET, NULL },
    { "targettext", HXP_COLUMN_TERM, HXP_SIDE_TARGET, NULL },
    { "translation", HXP_COLUMN_TERM, HXP_SIDE_TARGET, NULL },
    { "id", HXP_COLUMN_CONCEPT, HXP_SIDE_NONE, NULL },
    { "concept", HXP_COLUMN_CONCEPT, HXP_SIDE_NONE, NULL },
    { "conceptid", HXP_COLUMN_CONCEPT, HXP_SIDE_NONE, NULL },
    { "entry", HXP_COLUMN_CONCEPT, HXP_SIDE_NONE, NULL },
    { "entryid", HXP_COLUMN_CONCEPT, HXP_SIDE_NONE, NULL },
    { "tuid", HXP_COLUMN_CONCEPT, HXP_SIDE_NONE, NULL },
    { "language", HXP_COLUMN_TAG, HXP_SIDE_NONE, NULL },
    { "languagecode", HXP_COLUMN_TAG, HXP_SIDE_NONE, NULL },
    { "lang", HXP_COLUMN_TAG, HXP_SIDE_NONE, NULL },
    { "locale", HXP_COLUMN_TAG, HXP_SIDE_NONE, NULL },
    { "status", HXP_COLUMN_STATUS, HXP_SIDE_NONE, NULL },
    { "termstatus", HXP_COLUMN_STATUS, HXP_SIDE_NONE, NULL },
    { "administrativestatus", HXP_COLUMN_STATUS, HXP_SIDE_NONE, NULL },
    { "usage", HXP_COLUMN_STATUS, HXP_SIDE_NONE, NULL },
    { "usagestatus", HXP_COLUMN_STATUS, HXP_SIDE_NONE, NULL },
    { "preferred", HXP_COLUMN_PREFERRED, HXP_SIDE_NONE, NULL },
    { "preferredterm", HXP_COLUMN_PREFERRED, HXP_SIDE_NONE, NULL },
    { "preferredterms", HXP_COLUMN_PREFERRED, HXP_SIDE_NONE, NULL },
    { "forbidden", HXP_COLUMN_FORBIDDEN, HXP_SIDE_NONE, NULL },
    { "forbiddenterm", HXP_COLUMN_FORBIDDEN, HXP_SIDE_NONE, NULL },
    { "forbiddenterms", HXP_COLUMN_FORBIDDEN, HXP_SIDE_NONE, NULL },
    { "deprecated", HXP_COLUMN_FORBIDDEN, HXP_SIDE_NONE, NULL },
    { "deprecatedterm", HXP_COLUMN_FORBIDDEN, HXP_SIDE_NONE, NULL },
    { "deprecatedterms", HXP_COLUMN_FORBIDDEN, HXP_SIDE_NONE, NULL },
    { "casesensitive", HXP_COLUMN_EXACT, HXP_SIDE_NONE, NULL },
    { "exact", HXP_COLUMN_EXACT, HXP_SIDE_NONE, NULL },
    { "translatable", HXP_COLUMN_TRANSLATED, HXP_SIDE_NONE, NULL },
    { "translationneeded", HXP_COLUMN_TRANSLATED, HXP_SIDE_NONE, NULL },
    { "donottranslate", HXP_COLUMN_UNTRANSLATED, HXP_SIDE_NONE, NULL },
    { "nontranslatable", HXP_COLUMN_UNTRANSLATED, HXP_SIDE_NONE, NULL },
    { "dnt", HXP_COLUMN_UNTRANSLATED, HXP_SIDE_NONE, NULL },
    { "ignore", HXP_COLUMN_IGNORED, HXP_SIDE_NONE, NULL },
    { "ignoreterm", HXP_COLUMN_IGNORED_TERM, HXP_SIDE_NONE, NULL },
    { "terminfo", HXP_COLUMN_INFO, HXP_SIDE_NONE, NULL },
    { "definition", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "definition" },
    { "def", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "definition" },
    { "description", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "definition" },
    { "note", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "note" },
    { "notes", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "note" },
    { "entrynote", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "note" },
    { "comment", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "note" },
    { "comments", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "note" },
    { "remark", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "note" },
    { "context", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "context" },
    { "example", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "context" },
    { "termexample", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "context" },
    { "subject", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "subjectField" },
    { "subjectfield", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "subjectField" },
    { "entrysubject", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "subjectField" },
    { "domain", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "subjectField" },
    { "partofspeech", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "partOfSpeech" },
    { "pos", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "partOfSpeech" },
    { "gender", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "grammaticalGender" },
    { "grammaticalgender", HXP_COLUMN_DETAIL, HXP_SIDE_NONE,
      "grammaticalGender" },
    { "type", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "termType" },
    { "termtype", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "termType" },
    { "reference", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "source" },
    /* IATE's */
    { "eid", HXP_COLUMN_CONCEPT, HXP_SIDE_NONE, NULL },
    { "edomains", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "subjectField" },
    { "lcode", HXP_COLUMN_TAG, HXP_SIDE_NONE, NULL },
    { "tterm", HXP_COLUMN_TERM, HXP_SIDE_NONE, NULL },
    { "ttype", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "termType" },
    { "tevaluation", HXP_COLUMN_STATUS, HXP_SIDE_NONE, NULL },
    { "treliability", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "reliabilityCode" },
    { "frequency", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "frequency" },
    { "confidence", HXP_COLUMN_DETAIL, HXP_SIDE_NONE, "confidence" },
};

static bool is_between(char c)
{
    return strchr(" _:-.[]()/?", c) != NULL && c != '\0';
}

/** The known column of this name, whatever stands between its words. */
static const known_column *find_known(hxp_str name)
{
    char letters[LONGEST];
    size_t len = 0;
    for (size_t i = 0; i < name.len && len < LONGEST; i++)
        if (!is_between(name.ptr[i]))
            letters[len++] = name.ptr[i];
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (hxp_str_is_nocase((hxp_str){ letters, len }, known[i].name))
            return &known[i];
    return NULL;
}

static hxp_str trim(hxp_str name)
{
    while (name.len > 0 && is_between(name.ptr[0]))
        name = hxp_str_part(name, 1, name.len);
    while (name.len > 0 && is_between(name.ptr[name.len - 1]) &&
           (name.ptr[name.len - 1] != ')' ||
            !memchr(name.ptr, '(', name.len))) /* English (Canada) */
        name.len--;
    return name;
}

/** Write the language that name is a tag or a name of into tag. */
static bool find_tag(char tag[HXP_TAG_SIZE], hxp_str name)
{
    return name.len > 1 && hxp_tag_normalise(tag, name);
}

/** Let name tell the language that the column is about. */
static bool find_side(hxp_term_column *column, hxp_str name)
{
    const known_column *side = find_known(name);
    if (side && side->side != HXP_SIDE_NONE) {
        column->side = side->side;
        return true;
    }
    if (side || !find_tag(column->tag, name))
        return false;
    column->side = HXP_SIDE_NAMED;
    return true;
}

/** Take the name for a language beside a word for what is told of it. */
static bool take_apart(hxp_term_column *column, hxp_str name, size_t at)
{
    hxp_str left = trim(hxp_str_part(name, 0, at));
    hxp_str right = trim(hxp_str_part(name, at, name.len));
    const known_column *what = find_known(right);
    if (!what || !find_side(column, left)) {
        what = find_known(left);
        if (!what || !find_side(column, right))
            return false;
    }
    column->kind = what->kind;
    column->type = what->type;
    return true;
}

hxp_term_column hxp_term_column_of(hxp_str name, bool first)
{
    hxp_term_column column = { .kind = HXP_COLUMN_UNKNOWN };
    name = trim(hxp_str_trim(name));
    if (name.len == 0 || name.len > LONGEST)
        return column;
    const known_column *whole = find_known(name);
    bool indonesian = hxp_str_is_nocase(name, "id") && !first;
    if (whole && !indonesian) {
        column.kind = whole->kind;
        column.side = whole->side;
        column.type = whole->type;
        return column;
    }
    for (size_t at = name.len; at-- > 1;)
        if (is_between(name.ptr[at]) && take_apart(&column, name, at))
            return column;
    if (find_tag(column.tag, name)) {
        column.kind = HXP_COLUMN_TERM;
        column.side = HXP_SIDE_NAMED;
    }
    return column;
}
