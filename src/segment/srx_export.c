/* srx_export.c - our own rules of a language as rules of SRX. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "text/language.h"
#include "text/utf8.h"

#include <hexapla/segment.h>

#include <unicode/uchar.h>

/* Pieces of patterns: sets of stops, what opens or closes quotations, raised
 * marks of notes. */
#define STOPS ".!?\u2026\u203C\u2047-\u2049"
#define MARKS "!?\u203C\u2047-\u2049"
#define STRONG                                                                 \
    "\u0589\u061F\u06D4\u0964\u0965\u104A\u104B\u1362\u3002\uFF01\uFF0E\uFF1F" \
    "\uFF61"
#define CLOSERS                                                                \
    "\"'\u2018\u2019\u201C\u201D\u00AB\u00BB\u2039\u203A\u300D\u300F\u3011"    \
    "\uFF09)\\]}"
#define OPENERS                                                                \
    "\"'\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB\u2039\u300C\u300E"    \
    "\u3010\uFF08(\\[{\u00BF\u00A1"
#define DASHES "\u2013\u2014\u2022*\\-"
/* Ideographs and kana, which are written without blanks. */
#define UNSPACED  "\u3041-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF"
#define PARTICLES "\u3001\u304C\u3063\u3068\u306E\u3092\u7684\uFF0C"
#define RAISED    "\u00B9\u00B2\u00B3\u2070-\u2079*_\u2020\u2021"
#define NUMBER    "\\p{Nd}{1,3}"
#define NOTE      "\\[\\p{Nd}[\\p{Nd}, \\-]*\\]"
#define LEAD      "\\s+[" DASHES "]*\\s*[" OPENERS "]*" /* of a sentence */

static const char note[] =
    "Hexapla's rules for sentences, as far as SRX can express them.\n"
    "     SRX sees two patterns at a place, so that these are left out:\n"
    "     quotations that are kept together, end with their sentence or are\n"
    "     typed with commas; brackets and words that come again around a\n"
    "     mark; sentences that begin small because the one before did; what\n"
    "     verbs, colons and numbers around an abbreviation tell; what\n"
    "     stands at the start of a sentence, but behind a stop or at the\n"
    "     start of the text; headings such as Chapter 3; numbers of houses; a\n"
    "     space missing between sentences; notes without square brackets;\n"
    "     faces and emoji; and the boundaries that Unicode alone finds in\n"
    "     other scripts.";

/** What locales/ says of the language. */
typedef struct lists {
    const hxp_word_list *never, *numbered, *sometimes, *closing;
    const hxp_word_list *starters, *particles, *endings, *enclitics;
    const hxp_word_list *labels, *speech, *marked, *goes_on;
    bool ordinals, spaced_quotes;
    const char *letter_words;
} lists;

/** Rules on their way. */
typedef struct exporter {
    hxp_srx *srx;
    lists data;
    hxp_buffer before;  /* of the rule in work */
    hxp_buffer starter; /* behind a place: a word that starts sentences */
    hxp_buffer after;   /* another pattern of that side */
    hxp_status status;
    hxp_error *error;
} exporter;

static lists lists_of(const hxp_language *language)
{
    return (lists){
        .never = hxp_language_list(language, "abbreviations"),
        .numbered = hxp_language_list(language, "abbreviations-numbered"),
        .sometimes = hxp_language_list(language, "abbreviations-sometimes"),
        .closing = hxp_language_list(language, "abbreviations-closing"),
        .starters = hxp_language_list(language, "starters"),
        .particles = hxp_language_list(language, "surname-particles"),
        .endings = hxp_language_list(language, "abbreviation-endings"),
        .enclitics = hxp_language_list(language, "enclitics"),
        .labels = hxp_language_list(language, "labels"),
        .speech = hxp_language_list(language, "speech-verbs"),
        .marked = hxp_language_list(language, "marked-names"),
        .goes_on = hxp_language_list(language, "continuations"),
        .ordinals = hxp_language_flag(language, "ordinal-stop"),
        .spaced_quotes = hxp_language_flag(language, "spaced-quotes"),
        .letter_words = hxp_language_setting(language, "letter-words"),
    };
}

/* --- Patterns ------------------------------------------------------------- */

static void put(exporter *e, hxp_buffer *to, hxp_str text)
{
    if (e->status == HXP_OK && !hxp_buffer_add(to, text))
        e->status = hxp_no_memory(e->error);
}

/** Put the first letter of entry in either case; returns its bytes. */
static size_t put_either_case(exporter *e, hxp_buffer *to, hxp_str entry)
{
    char upper[4];
    size_t at = 0;
    int32_t first = hxp_utf8_next(entry, &at);
    if (!hxp_char_is_lower(first))
        return 0;
    put(e, to, HXP_STR("["));
    put(e, to, hxp_str_part(entry, 0, at));
    put(e, to, (hxp_str){ upper, hxp_utf8_put(upper, u_toupper(first)) });
    put(e, to, HXP_STR("]"));
    return at;
}

/** Put a list's entry as a pattern: z.B is also z. B and Z. B. */
static void put_entry(exporter *e, hxp_buffer *to, hxp_str entry)
{
    size_t at = entry.len > 1 ? put_either_case(e, to, entry) : 0;
    for (; at < entry.len; at++) {
        char c = entry.ptr[at];
        if (c == '.' && at + 1 < entry.len) {
            put(e, to, HXP_STR("\\.\\s?"));
        } else if (c == ' ') {
            put(e, to, HXP_STR("\\s"));
        } else {
            if (strchr(".^$*+?()[]{}|\\", c))
                put(e, to, HXP_STR("\\"));
            put(e, to, hxp_str_part(entry, at, at + 1));
        }
    }
}

/** Put a list as a choice; an empty one is a choice of nothing. */
static void put_list(exporter *e, hxp_buffer *to, const hxp_word_list *list)
{
    put(e, to, HXP_STR("(?:"));
    for (size_t i = 0; i < hxp_word_list_count(list); i++) {
        if (i > 0)
            put(e, to, HXP_STR("|"));
        put_entry(e, to, hxp_word_list_entry(list, i));
    }
    put(e, to, HXP_STR(")"));
}

/** The pattern front, one of list, back. It lives until the next is made. */
static hxp_str after_list(exporter *e, hxp_str front, const hxp_word_list *list,
                          hxp_str back)
{
    e->after.len = 0;
    put(e, &e->after, front);
    put_list(e, &e->after, list);
    put(e, &e->after, back);
    return hxp_buffer_str(&e->after);
}

static hxp_str starter(const exporter *e)
{
    return hxp_buffer_str(&e->starter);
}

/* --- Rules ---------------------------------------------------------------- */

/** Add the rule whose first pattern is in before, and empty that. */
static void end_rule(exporter *e, bool breaks, hxp_str after)
{
    hxp_srx_rule rule = { .breaks = breaks,
                          .before = hxp_buffer_str(&e->before),
                          .after = after };
    if (e->status == HXP_OK)
        e->status = hxp_srx_add_rule(e->srx, &rule, e->error);
    e->before.len = 0;
}

static void add_rule(exporter *e, bool breaks, hxp_str before, hxp_str after)
{
    put(e, &e->before, before);
    end_rule(e, breaks, after);
}

/** Add a rule for a stop with what closes behind it. */
static void add_stop(exporter *e, bool breaks, hxp_str stop, hxp_str after)
{
    put(e, &e->before, stop);
    put(e, &e->before,
        e->data.spaced_quotes ? HXP_STR("(?:[" CLOSERS RAISED "]|\\s\u00BB)*")
                              : HXP_STR("[" CLOSERS RAISED "]*"));
    end_rule(e, breaks, after);
}

/** No break behind before, unless a word follows that starts sentences. */
static void add_unless_starter(exporter *e, hxp_str before)
{
    add_rule(e, true, before, starter(e));
    add_rule(e, false, before, HXP_STR("\\s"));
}

/** True when list has word, or has it with a small letter, for either case. */
static bool has_word(const hxp_word_list *list, hxp_str word)
{
    char small[64];
    size_t at = 0;
    if (hxp_word_list_has(list, word))
        return true;
    int32_t first = u_tolower(hxp_utf8_next(word, &at));
    hxp_str rest = hxp_str_part(word, at, word.len);
    size_t len = hxp_utf8_put(small, first);
    if (len + rest.len < 2 || len + rest.len > sizeof small)
        return false;
    memcpy(small + len, rest.ptr, rest.len);
    return hxp_word_list_has(list, (hxp_str){ small, len + rest.len });
}

/** True when the last words of entry are in list, too, as Dirig of Min.-Dirig;
 * whole: or all of it. */
static bool is_covered(hxp_str entry, const hxp_word_list *list, bool whole)
{
    bool inside = !whole; /* of a word */
    for (size_t i = 0; i < entry.len; i++) {
        unsigned char c = (unsigned char)entry.ptr[i];
        bool letter = c >= 0x80 || u_isalnum(c);
        if (letter && !inside &&
            has_word(list, hxp_str_part(entry, i, entry.len)))
            return true;
        inside = letter;
    }
    return false;
}

/**
 * Add a rule for each abbreviation of a list, so that each can be edited, but
 * for those that a rule does for: of the list, or of those before it that are
 * wider.
 */
static void add_each(exporter *e, const hxp_word_list *list,
                     const hxp_word_list *const wider[2], hxp_str after)
{
    for (size_t i = 0; i < hxp_word_list_count(list); i++) {
        hxp_str entry = hxp_word_list_entry(list, i);
        if (is_covered(entry, list, false) ||
            is_covered(entry, wider[0], true) ||
            is_covered(entry, wider[1], true))
            continue;
        put(e, &e->before, HXP_STR("\\b"));
        put_entry(e, &e->before, entry);
        put(e, &e->before, HXP_STR("\\."));
        end_rule(e, false, after);
    }
}

/** Add one rule that breaks behind any word that ends as list says. */
static void add_break(exporter *e, hxp_str front, const hxp_word_list *list,
                      hxp_str after)
{
    if (hxp_word_list_count(list) == 0)
        return;
    put(e, &e->before, front);
    put_list(e, &e->before, list);
    put(e, &e->before, HXP_STR("\\."));
    end_rule(e, true, after);
}

/* --- The rules, in the order of decide.c ---------------------------------- */

static void add_strong_stops(exporter *e)
{
    add_stop(e, false, HXP_STR("[" STRONG "]+"),
             HXP_STR("[" STRONG CLOSERS "]"));
    add_rule(e, false, HXP_STR("[" STRONG "][" CLOSERS "]+"),
             HXP_STR("[" PARTICLES "]"));
    add_stop(e, true, HXP_STR("[" STRONG "]+"), HXP_STR(""));
    add_rule(e, true, HXP_STR("[" UNSPACED "][" MARKS "]+"),
             HXP_STR("[" UNSPACED "]"));
}

/** What goes on behind a stop that could end a sentence. */
static void add_what_goes_on(exporter *e)
{
    if (e->data.spaced_quotes)
        add_stop(e, false, HXP_STR("[" STOPS "]"), HXP_STR("\\s\u00BB"));
    add_stop(e, false, HXP_STR("[" STOPS "]"), HXP_STR("\\s" NOTE));
    add_rule(e, true, HXP_STR("[" STOPS "]\\s?" NOTE), HXP_STR("\\s+\\P{Ll}"));
    add_stop(e, true, HXP_STR("[" STOPS "]"),
             HXP_STR("\\s+(?:[a-z]|[ivx]{2,4})\\)\\s"));
    add_stop(e, false, HXP_STR("[" STOPS "]+"), HXP_STR(LEAD "\\p{Ll}\\P{Lu}"));
    add_stop(e, false, HXP_STR("[" STOPS "]+"), HXP_STR("\\s+[,;:)\\]%&=]"));
}

/** Marks that end no sentence: within a name, or before who says it. */
static void add_marks(exporter *e)
{
    for (int starts = 1; starts >= 0; starts--) {
        if (hxp_word_list_count(e->data.marked) == 0)
            break;
        put(e, &e->before, HXP_STR("\\b"));
        put_list(e, &e->before, e->data.marked);
        put(e, &e->before, HXP_STR("[" MARKS "]"));
        end_rule(e, starts, starts ? starter(e) : HXP_STR("\\s"));
    }
    if (hxp_word_list_count(e->data.speech) > 0) {
        const hxp_str mark = HXP_STR("[" MARKS "][" CLOSERS "]");
        add_stop(e, true, mark, starter(e));
        add_stop(e, false, mark,
                 after_list(e, HXP_STR("\\s\\p{Lu}(?:[\\p{L}.]+\\s){1,3}"),
                            e->data.speech, HXP_STR("\\b")));
    }
    add_stop(e, true, HXP_STR("[.\u2026]*[" MARKS "][" STOPS "]*"),
             HXP_STR("\\s"));
}

static void add_what_follows(exporter *e)
{
    if (hxp_word_list_count(e->data.enclitics) > 0)
        add_stop(e, true, HXP_STR("[" STOPS "]+"),
                 after_list(e, HXP_STR("\\s+['\u2019]"), e->data.enclitics,
                            HXP_STR("\\s\\p{Lu}")));
    add_what_goes_on(e);
    add_marks(e);
    add_stop(e, true, HXP_STR("(?:\u2026|\\.\\.)[.\u2026]*"),
             HXP_STR("\\s+[\\p{Lu}\\p{Lt}\\p{Nd}" OPENERS "]"));
    add_stop(e, false, HXP_STR("(?:\u2026|\\.\\.)[.\u2026]*"), HXP_STR("\\s"));
}

/** A number that belongs to the word before it ends the sentence. */
static void add_labelled(exporter *e, const hxp_word_list *words, hxp_str back)
{
    if (hxp_word_list_count(words) == 0)
        return;
    put(e, &e->before, HXP_STR("\\b"));
    put_list(e, &e->before, words);
    put(e, &e->before, back);
    end_rule(e, true, HXP_STR("\\s+\\P{Nd}"));
}

/** Numbers of items, of headings and of what a word before them names. */
static void add_numbers(exporter *e)
{
    const lists *data = &e->data;
    add_rule(e, false, HXP_STR("\\A[(\\[]?" NUMBER "\\.\\)?"), HXP_STR("\\s"));
    add_rule(e, false,
             HXP_STR("\\A(?:\\p{Nd}{1,2}(?:\\.\\p{Nd}{1,2})+|[A-Z]|"
                     "[IVXLCDM]{1,3})\\."),
             HXP_STR("\\s"));
    add_labelled(e, data->labels,
                 HXP_STR("\\s(?:[\\p{Nd}.]+|[A-Z]|[IVXLCDM]{1,5})\\."));
    add_labelled(e, data->numbered, HXP_STR("\\.\\s[\\p{Nd}.]+\\."));
    add_rule(e, false, HXP_STR("[" STOPS "]\\s+[(\\[]?" NUMBER "\\.\\)?"),
             HXP_STR("\\s"));
}

static void add_ordinals(exporter *e)
{
    if (!e->data.ordinals)
        return;
    add_rule(e, true, HXP_STR("\\p{Nd}[.,/:]\\p{Nd}{1,2}\\."), HXP_STR("\\s"));
    add_unless_starter(e, HXP_STR("\\b\\p{Nd}{1,2}\\."));
    add_unless_starter(e, HXP_STR("\\b[IVXLCDM]{1,6}\\."));
}

/** Letters that are words of their own, then initials. */
static void add_letters(exporter *e)
{
    hxp_str rest = hxp_str_of(e->data.letter_words ? e->data.letter_words : "");
    hxp_str letter;
    while (hxp_str_cut(&rest, ' ', &letter)) {
        put(e, &e->before, HXP_STR("\\s"));
        put_entry(e, &e->before, letter);
        put(e, &e->before, HXP_STR("\\."));
        end_rule(e, true, HXP_STR("\\s+\\p{Lu}"));
    }
    if (hxp_word_list_count(e->data.particles) > 0)
        add_rule(
            e, false, HXP_STR("\\b\\p{L}\\."),
            after_list(e, HXP_STR("\\s+"), e->data.particles, HXP_STR("\\b")));
    add_unless_starter(e, HXP_STR("\\b\\p{L}\\."));
    add_unless_starter(e, HXP_STR("\\b(?:\\p{L}\\.\\s?){1,5}\\p{L}\\."));
}

static void add_closing(exporter *e)
{
    const hxp_word_list *const wider[2] = { e->data.never, e->data.numbered };
    if (hxp_word_list_count(e->data.goes_on) > 0) {
        put(e, &e->before, HXP_STR("\\b"));
        put_list(e, &e->before, e->data.closing);
        put(e, &e->before, HXP_STR("\\."));
        end_rule(
            e, false,
            after_list(e, HXP_STR("\\s+"), e->data.goes_on, HXP_STR("\\b")));
    }
    add_break(e, HXP_STR("\\b"), e->data.closing, HXP_STR("\\s+\\p{Lu}"));
    add_each(e, e->data.closing, wider, HXP_STR("\\s+\\p{Nd}"));
}

static void add_abbreviations(exporter *e)
{
    const lists *data = &e->data;
    const hxp_word_list *const wider[2] = { data->never, NULL };
    add_each(e, data->never, (const hxp_word_list *const[2]){ NULL, NULL },
             HXP_STR("\\s"));
    add_each(e, data->numbered, wider, HXP_STR("\\s+(?:\\p{Nd}|[IVXLC]+\\b)"));
    if (hxp_word_list_count(data->closing) > 0)
        add_closing(e);
    add_break(e, HXP_STR("\\b"), data->sometimes, starter(e));
    add_each(e, data->sometimes, wider, HXP_STR("\\s"));
    for (size_t i = 0; i < hxp_word_list_count(data->endings); i++) {
        put(e, &e->before, HXP_STR("\\p{L}"));
        put_entry(e, &e->before, hxp_word_list_entry(data->endings, i));
        put(e, &e->before, HXP_STR("\\."));
        end_rule(e, false, HXP_STR("\\s+\\P{Lu}"));
    }
}

static void add_rules(exporter *e)
{
    put(e, &e->starter, HXP_STR(LEAD));
    put_list(e, &e->starter, e->data.starters);
    put(e, &e->starter, HXP_STR("\\b"));
    add_strong_stops(e);
    add_what_follows(e);
    add_numbers(e);
    add_abbreviations(e);
    add_ordinals(e);
    add_letters(e);
    add_stop(e, true, HXP_STR("\\."), HXP_STR("\\s"));
}

/** Map the language's code, in any case of letters, to the rules. */
static void add_map(exporter *e, hxp_str tag)
{
    hxp_srx_map map = { .list = tag };
    e->before.len = 0;
    for (size_t i = 0; i < tag.len; i++) {
        const char both[] = { '[', (char)u_tolower(tag.ptr[i]),
                              (char)u_toupper(tag.ptr[i]), ']' };
        bool letter = u_isalpha(tag.ptr[i]);
        put(e, &e->before,
            letter ? (hxp_str){ both, sizeof both }
                   : hxp_str_part(tag, i, i + 1));
    }
    put(e, &e->before, HXP_STR(".*"));
    map.pattern = hxp_buffer_str(&e->before);
    if (e->status == HXP_OK)
        e->status = hxp_srx_add_map(e->srx, &map, e->error);
}

hxp_status hxp_srx_of_language(hxp_srx **out, const hxp_language *language,
                               hxp_error *error)
{
    exporter e = { .data = lists_of(language), .error = error };
    hxp_str tag = hxp_str_of(hxp_language_tag(language));
    *out = NULL;
    e.status = hxp_srx_new(&e.srx, tag, error);
    if (e.status == HXP_OK)
        e.status = hxp_srx_set_note(e.srx, hxp_str_of(note), error);
    if (e.status == HXP_OK)
        e.status = hxp_srx_add_list(e.srx, tag, (hxp_place){ 0, 0, 0 }, error);
    add_rules(&e);
    add_map(&e, tag);
    hxp_buffer_free(&e.before);
    hxp_buffer_free(&e.after);
    hxp_buffer_free(&e.starter);
    if (e.status == HXP_OK)
        *out = e.srx;
    else
        hxp_srx_free(e.srx);
    return e.status;
}
