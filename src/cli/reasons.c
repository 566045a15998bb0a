/* reasons.c - what spoke for a bead, as people read it. */
#include "cli/reasons.h"

#include "base/array.h"
#include "base/decimal.h"
#include "base/str.h"

#include <stdio.h>

enum { LABEL = 8, NAME = 11, FIGURE = 7, MOST_SHOWN = 8, LINE = 160 };
enum { INDENT = 2 + LABEL + 1 + NAME + FIGURE + 2 };

/** The reasons that are written, and for whom. */
struct writing {
    const hxp_screen *screen;
    const hxp_reasons *reasons;
    hxp_str tags[2];
    bool labelled; /* the languages stand before a line already */
};

/** Write a line: what it is about, the figure (NULL: none), the text. */
static void put_line(struct writing *writing, const char *name,
                     const double *figure, hxp_str text)
{
    char label[2 * HXP_TAG_SIZE + 2] = "", number[HXP_DECIMAL_SIZE + 1] = "";
    hxp_output *output = writing->screen->output;
    if (!writing->labelled)
        snprintf(label, sizeof label, "%.*s-%.*s", HXP_FMT(writing->tags[0]),
                 HXP_FMT(writing->tags[1]));
    writing->labelled = true;
    if (figure) {
        hxp_decimal(number + (*figure >= 0), *figure, 2);
        if (*figure >= 0)
            number[0] = '+';
    }
    hxp_output_printf(output, "  %-*s %-*s%*s  ", LABEL, label, NAME, name,
                      FIGURE, number);
    size_t len = hxp_columns(hxp_str_of(label));
    hxp_screen_wrap(writing->screen, text,
                    INDENT + (len > LABEL ? len - LABEL : 0));
}

static void put_lengths(struct writing *writing)
{
    const hxp_reasons *reasons = writing->reasons;
    char text[LINE];
    snprintf(text, sizeof text,
             "%zu letters against %zu, where %zu would be usual",
             reasons->letters[0], reasons->letters[1], reasons->usual);
    put_line(writing, "lengths", &reasons->lengths, hxp_str_of(text));
}

/* --- Words ---------------------------------------------------------------- */

typedef enum word_group { WORDS, NAMES, NUMBERS, SIGNS } word_group;

static word_group group_of(const hxp_matched_words *pair)
{
    if (pair->kind == HXP_WORD_NUMBER)
        return NUMBERS;
    if (pair->kind == HXP_WORD_MARK)
        return SIGNS;
    return pair->name ? NAMES : WORDS;
}

/** Append how a pair of words is known: "92 %: dictionary, learned". */
static bool add_knowledge(hxp_buffer *text, const hxp_matched_words *pair)
{
    char number[32];
    const struct {
        bool is;
        const char *name;
    } ways[] = { { pair->alike, "alike" },
                 { pair->dictionary, "dictionary" },
                 { pair->learned, "learned" } };
    bool done = true, first = true;
    snprintf(number, sizeof number, " (%d %%",
             (int)(pair->probability * 100 + 0.5));
    done = hxp_buffer_add(text, hxp_str_of(number));
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (!ways[i].is)
            continue;
        done = done && hxp_buffer_add(text, hxp_str_of(first ? ": " : ", ")) &&
               hxp_buffer_add(text, hxp_str_of(ways[i].name));
        first = false;
    }
    return done && hxp_buffer_add(text, HXP_STR(")"));
}

/** Append "house = huis", or the word alone where both are the same. */
static bool add_pair(hxp_buffer *text, const hxp_matched_words *pair)
{
    bool done = (text->len == 0 || hxp_buffer_add(text, HXP_STR(", "))) &&
                hxp_buffer_add(text, pair->source);
    if (!hxp_str_equal(pair->source, pair->target))
        done = done && hxp_buffer_add(text, HXP_STR(" = ")) &&
               hxp_buffer_add(text, pair->target);
    return done && (group_of(pair) != WORDS || add_knowledge(text, pair));
}

/** Write the pairs of a group, if there are any, and how many there are. */
static void put_pairs(struct writing *writing, word_group group,
                      const char *name)
{
    const hxp_reasons *reasons = writing->reasons;
    hxp_buffer text = { NULL, 0, 0 };
    size_t shown = 0, all = 0;
    char more[32];
    bool done = true;
    for (size_t i = 0; i < reasons->paired; i++) {
        if (group_of(&reasons->pairs[i]) != group)
            continue;
        if (all++ < MOST_SHOWN) {
            done = done && add_pair(&text, &reasons->pairs[i]);
            shown++;
        }
    }
    if (all > shown) {
        snprintf(more, sizeof more, " and %zu more", all - shown);
        done = done && hxp_buffer_add(&text, hxp_str_of(more));
    }
    if (done && all > 0)
        put_line(writing, name, NULL, hxp_buffer_str(&text));
    hxp_buffer_free(&text);
}

static void put_words(struct writing *writing)
{
    const hxp_reasons *reasons = writing->reasons;
    char text[LINE];
    snprintf(text, sizeof text,
             "%zu of %zu words and signs in %.*s answer to %zu of %zu in %.*s",
             reasons->paired, reasons->count[0], HXP_FMT(writing->tags[0]),
             reasons->paired, reasons->count[1], HXP_FMT(writing->tags[1]));
    put_line(writing, "words", &reasons->words, hxp_str_of(text));
    put_pairs(writing, WORDS, "");
    put_pairs(writing, NAMES, "names");
    put_pairs(writing, NUMBERS, "numbers");
    put_pairs(writing, SIGNS, "signs");
}

static void put_border(struct writing *writing, const hxp_bead *bead)
{
    const hxp_reasons *reasons = writing->reasons;
    bool several = bead->sides[reasons->source].count > 1 &&
                   bead->sides[reasons->target].count > 1;
    if (reasons->border > 0)
        put_line(writing, "border", &reasons->border,
                 several ? HXP_STR("within it stands elsewhere in one language")
                         : HXP_STR("within it stands in one language only"));
}

static void put_vectors(struct writing *writing)
{
    const hxp_reasons *reasons = writing->reasons;
    char text[LINE], number[HXP_DECIMAL_SIZE];
    if (reasons->vectors >= 0 && reasons->vectors <= 0)
        return;
    hxp_decimal(number, reasons->cosine, 2);
    snprintf(text, sizeof text, "their cosine is %s", number);
    put_line(writing, "vectors", &reasons->vectors, hxp_str_of(text));
}

/* --- The rest ------------------------------------------------------------- */

static void put_paragraphs(struct writing *writing)
{
    const hxp_reasons *reasons = writing->reasons;
    char text[LINE];
    if (!reasons->structured)
        return;
    if (reasons->begins[0] == reasons->begins[1])
        snprintf(text, sizeof text, "%s",
                 reasons->begins[0] ? "begins one in both" : "begins none");
    else
        snprintf(text, sizeof text, "begins one in %.*s only",
                 HXP_FMT(writing->tags[reasons->begins[1]]));
    put_line(writing, "paragraphs", &reasons->paragraphs, hxp_str_of(text));
}

/** Write "heading 2" for a block. */
static void name_block(char *name, size_t size, hxp_block block)
{
    if (block.level > 0)
        snprintf(name, size, "%s %u", hxp_block_name(block.kind), block.level);
    else
        snprintf(name, size, "%s", hxp_block_name(block.kind));
}

static void put_structure(struct writing *writing)
{
    const hxp_reasons *reasons = writing->reasons;
    char text[LINE], names[2][LINE / 3];
    if (reasons->structure >= 0 && reasons->structure <= 0)
        return;
    for (int k = 0; k < 2; k++)
        name_block(names[k], sizeof names[k], reasons->blocks[k]);
    snprintf(text, sizeof text, "%s against %s", names[0], names[1]);
    put_line(writing, "structure", &reasons->structure, hxp_str_of(text));
}

static void put_keys(struct writing *writing)
{
    const hxp_reasons *reasons = writing->reasons;
    if (reasons->keys >= 0 && reasons->keys <= 0)
        return;
    put_line(writing, "entries", &reasons->keys,
             reasons->keys > 0 ? HXP_STR("have the same key")
                               : HXP_STR("have other keys"));
}

static void put_marks(struct writing *writing)
{
    const hxp_reasons *reasons = writing->reasons;
    char text[LINE];
    const char *const *first = reasons->begins_with;
    const char *const *last = reasons->ends_with;
    bool same = first[0] == first[1];
    if (reasons->marks >= 0 && reasons->marks <= 0)
        return;
    snprintf(text, sizeof text, "%s%s%s ... %s%s%s", first[0],
             same ? "" : " against ", same ? "" : first[1], last[0],
             last[0] == last[1] ? "" : " against ",
             last[0] == last[1] ? "" : last[1]);
    put_line(writing, "marks", &reasons->marks, hxp_str_of(text));
}

static void put_shape(struct writing *writing, const hxp_bead *bead)
{
    const hxp_reasons *reasons = writing->reasons;
    char text[LINE];
    snprintf(text, sizeof text, "%zu to %zu",
             bead->sides[reasons->source].count,
             bead->sides[reasons->target].count);
    put_line(writing, "segments", &reasons->shape, hxp_str_of(text));
}

void hxp_write_reasons(const hxp_screen *screen, const hxp_alignment *alignment,
                       const hxp_segmented *documents, size_t i)
{
    size_t count;
    const hxp_reasons *reasons = hxp_alignment_reasons(alignment, i, &count);
    if (alignment->beads[i].confidence >= 1)
        hxp_output_printf(screen->output, "  a person accepted it\n");
    else if (count == 0)
        hxp_output_printf(screen->output,
                          "  nothing that stands beside it fits well enough\n");
    for (size_t k = 0; k < count; k++) {
        struct writing writing = {
            screen,
            &reasons[k],
            { documents[reasons[k].source].document->language,
              documents[reasons[k].target].document->language },
            false
        };
        put_lengths(&writing);
        put_words(&writing);
        put_border(&writing, &alignment->beads[i]);
        put_vectors(&writing);
        put_shape(&writing, &alignment->beads[i]);
        put_paragraphs(&writing);
        put_structure(&writing);
        put_keys(&writing);
        put_marks(&writing);
    }
}
