/* cases_align.c - the article and the gold sets: every bead, or most of them.
 */
#include "locales.h"
#include "texts.h"

#include "base/input.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MOST_SIDES = 4, PATH = 512 };

/** Beads as a file has them, or as aligning gave them. */
struct beads {
    char tags[MOST_SIDES][HXP_TAG_SIZE]; /* of the columns, in their order */
    hxp_range (*rows)[MOST_SIDES];
    size_t count, capacity, columns;
};

static size_t number(hxp_str text)
{
    size_t value = 0;
    for (size_t i = 0; i < text.len; i++)
        value = 10 * value + (size_t)(text.ptr[i] - '0');
    return value;
}

/** "4,5" is two segments from 4 on, "-" none. */
static hxp_range range_of(hxp_str cell)
{
    hxp_range range = { 0, 0 };
    hxp_str part;
    if (hxp_str_is(cell, "-"))
        return range;
    while (hxp_str_cut(&cell, ',', &part)) {
        if (range.count == 0)
            range.first = number(part);
        assert_int_equal(number(part), range.first + range.count);
        range.count++;
    }
    return range;
}

static void add_row(struct beads *beads, hxp_str line)
{
    hxp_str cell;
    size_t column = 0;
    assert_true(hxp_array_reserve(&beads->rows, &beads->capacity,
                                  beads->count + 1, sizeof *beads->rows));
    while (hxp_str_cut(&line, '\t', &cell))
        beads->rows[beads->count][column++] = range_of(cell);
    assert_int_equal(column, beads->columns);
    beads->count++;
}

/** Read a list of beads: comments, the languages, a bead a line. */
static void read_beads(struct beads *beads, const char *path)
{
    hxp_input *input;
    hxp_buffer buffer = { NULL, 0, 0 };
    hxp_str rest, line, tag;
    *beads = (struct beads){ .count = 0 };
    assert_int_equal(hxp_input_open(&input, path, NULL), HXP_OK);
    assert_int_equal(hxp_input_read_all(input, &buffer, 1 << 20, NULL), HXP_OK);
    hxp_input_close(input);
    rest = hxp_buffer_str(&buffer);
    while (hxp_str_cut(&rest, '\n', &line)) {
        if (hxp_str_starts(line, HXP_STR("#")))
            continue;
        if (beads->columns > 0) {
            add_row(beads, line);
            continue;
        }
        while (hxp_str_cut(&line, '\t', &tag))
            assert_true(hxp_tag_canonical(beads->tags[beads->columns++], tag));
    }
    hxp_buffer_free(&buffer);
    assert_true(beads->count > 0);
}

static size_t column_of(const struct beads *beads, const char *tag)
{
    for (size_t k = 0; k < beads->columns; k++)
        if (strcmp(beads->tags[k], tag) == 0)
            return k;
    fail_msg("no column for %s", tag);
    return 0;
}

static bool linked(const hxp_range *row, size_t columns)
{
    size_t sides = 0;
    for (size_t k = 0; k < columns; k++)
        sides += row[k].count > 0;
    return sides > 1;
}

/** True when gold has a row with the same text as sides, which are in tags. */
static bool has_row(const struct beads *gold, const hxp_range *sides,
                    const char *const *tags)
{
    for (size_t i = 0; i < gold->count; i++) {
        bool same = true;
        for (size_t k = 0; k < gold->columns && same; k++) {
            hxp_range range = gold->rows[i][column_of(gold, tags[k])];
            same = range.count == sides[k].count &&
                   (range.count == 0 || range.first == sides[k].first);
        }
        if (same)
            return true;
    }
    return false;
}

/** Align files; paths and tags are count each. */
static hxp_alignment *align(char (*paths)[PATH], const char *const *tags,
                            size_t count, text_kind kind)
{
    struct text texts[MOST_SIDES];
    hxp_side sides[MOST_SIDES];
    hxp_alignment *alignment;
    for (size_t k = 0; k < count; k++) {
        assert_int_equal(text_read(&texts[k], &sides[k], paths[k],
                                   language(tags[k]), kind, NULL),
                         HXP_OK);
    }
    assert_int_equal(hxp_align(&alignment, sides, count, NULL, NULL), HXP_OK);
    for (size_t k = 0; k < count; k++)
        text_free(&texts[k]);
    return alignment;
}

/* --- The article ---------------------------------------------------------- */

/** Align the article in the languages of tags: the beads must be gold's. */
static void check_article(const struct beads *gold, const char *const *tags)
{
    char paths[MOST_SIDES][PATH];
    for (size_t k = 0; k < gold->columns; k++)
        snprintf(paths[k], PATH, SOURCE_DIR "/tmx/article.%s.txt", tags[k]);
    hxp_alignment *alignment =
        align(paths, tags, gold->columns, TEXT_SENTENCES);
    assert_int_equal(alignment->count, gold->count);
    for (size_t i = 0; i < alignment->count; i++)
        if (!has_row(gold, alignment->beads[i].sides, tags))
            fail_msg("bead %zu of %s-%s... is not gold's", i, tags[0], tags[1]);
    hxp_alignment_free(alignment);
}

static void test_article_pairs(void **state)
{
    static const char *const pairs[] = { "en-nl", "en-fr", "en-de",
                                         "nl-fr", "nl-de", "fr-de" };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        char path[PATH];
        struct beads gold;
        snprintf(path, PATH,
                 SOURCE_DIR "/tests/cases/article/gold-beads.%s.tsv", pairs[i]);
        read_beads(&gold, path);
        const char *there[] = { gold.tags[0], gold.tags[1] };
        const char *back[] = { gold.tags[1], gold.tags[0] };
        check_article(&gold, there);
        check_article(&gold, back);
        free(gold.rows);
    }
}

static void swap(const char **a, const char **b)
{
    const char *c = *a;
    *a = *b;
    *b = c;
}

static void test_article_in_any_order(void **state)
{
    struct beads gold;
    const char *tags[MOST_SIDES];
    (void)state;
    read_beads(&gold, SOURCE_DIR "/tests/cases/article/gold-beads.tsv");
    assert_int_equal(gold.columns, MOST_SIDES);
    for (size_t k = 0; k < MOST_SIDES; k++)
        tags[k] = gold.tags[k];
    for (size_t turn = 0; turn < MOST_SIDES; turn++) {
        check_article(&gold, tags);
        const char *first = tags[0];
        for (size_t k = 1; k < MOST_SIDES; k++)
            tags[k - 1] = tags[k];
        tags[MOST_SIDES - 1] = first;
    }
    swap(&tags[0], &tags[3]);
    swap(&tags[1], &tags[2]);
    check_article(&gold, tags);
    free(gold.rows);
}

/* --- The article in any format -------------------------------------------- */

enum { FORMATS = 4 };

/** The article in one language as one kind of document. */
struct version {
    struct text text;
    hxp_side side;
};

/** Write the article's text, a paragraph a line, as a page or as Markdown. */
static void write_version(hxp_output *output, hxp_str text, bool page)
{
    hxp_str line;
    hxp_output_printf(output, page ? "<meta charset=utf-8>" : "# ");
    while (hxp_str_cut(&text, '\n', &line))
        hxp_output_printf(output, page ? "<p>%.*s</p>\n" : "%.*s\n\n",
                          HXP_FMT(line));
}

/** Read the article in one of its formats: there are files of the first. */
static void read_version(struct version *version, const char *tag,
                         size_t format)
{
    static const char *const formats[] = { "docx", "odt", "html", "md" };
    char path[PATH];
    hxp_output *output;
    hxp_input *input;
    hxp_buffer text = { NULL, 0, 0 };
    bool made = format >= 2;
    snprintf(path, PATH, "%s/article.%s.%s",
             made ? SOURCE_DIR "/tmx"
                  : SOURCE_DIR "/tests/cases/documents/article",
             tag, made ? "txt" : formats[format]);
    assert_int_equal(hxp_input_open(&input, path, NULL), HXP_OK);
    assert_int_equal(hxp_input_read_all(input, &text, 1 << 20, NULL), HXP_OK);
    hxp_input_close(input);
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    write_version(output, hxp_buffer_str(&text), format == 2);
    snprintf(path, PATH, "article.%s", formats[format]);
    assert_int_equal(hxp_input_memory(&input,
                                      made ? hxp_output_bytes(output)
                                           : hxp_buffer_str(&text),
                                      path, NULL),
                     HXP_OK);
    assert_int_equal(text_read_from(&version->text, &version->side, input,
                                    language(tag), TEXT_SENTENCES, NULL),
                     HXP_OK);
    hxp_input_close(input);
    hxp_output_close(output);
    hxp_buffer_free(&text);
}

/** Align the article, each language in the format that mix says. */
static void check_mix(const struct beads *gold, const char *const *tags,
                      struct version (*versions)[FORMATS], const size_t *mix)
{
    hxp_side sides[MOST_SIDES];
    hxp_segmented documents[MOST_SIDES];
    hxp_align_options options = HXP_ALIGN_OPTIONS_INIT;
    hxp_alignment *alignment;
    for (size_t k = 0; k < MOST_SIDES; k++) {
        const struct version *version = &versions[k][mix[k]];
        sides[k] = version->side;
        documents[k] =
            (hxp_segmented){ version->text.document, &version->text.segments };
    }
    options.documents = documents;
    assert_int_equal(hxp_align(&alignment, sides, MOST_SIDES, &options, NULL),
                     HXP_OK);
    assert_int_equal(alignment->count, gold->count);
    for (size_t i = 0; i < alignment->count; i++)
        if (!has_row(gold, alignment->beads[i].sides, tags))
            fail_msg("bead %zu of mix %zu, %zu, %zu, %zu is not gold's", i,
                     mix[0], mix[1], mix[2], mix[3]);
    hxp_alignment_free(alignment);
}

/** In sixteen mixes all formats of one language meet all of each other one (an
 * orthogonal array); bench/documents aligns all 256. */
static void test_article_in_any_format(void **state)
{
    static const size_t doubles[FORMATS] = { 0, 2, 3, 1 }; /* in a field of 4 */
    struct version versions[MOST_SIDES][FORMATS];
    const char *tags[MOST_SIDES];
    struct beads gold;
    (void)state;
    read_beads(&gold, SOURCE_DIR "/tests/cases/article/gold-beads.tsv");
    for (size_t k = 0; k < MOST_SIDES; k++) {
        tags[k] = gold.tags[k];
        for (size_t format = 0; format < FORMATS; format++)
            read_version(&versions[k][format], tags[k], format);
    }
    for (size_t a = 0; a < FORMATS; a++)
        for (size_t b = 0; b < FORMATS; b++) {
            const size_t mix[] = { a, b, a ^ b, a ^ doubles[b] };
            check_mix(&gold, tags, versions, mix);
        }
    for (size_t k = 0; k < MOST_SIDES; k++)
        for (size_t format = 0; format < FORMATS; format++)
            text_free(&versions[k][format].text);
    free(gold.rows);
}

/* --- Floors of accuracy --------------------------------------------------- */

/** Strict F1: a bead is right when both its sides are. */
static double strict_f1(const struct beads *gold,
                        const hxp_alignment *alignment, const char *const *tags)
{
    size_t right = 0, given = 0, wanted = 0;
    for (size_t i = 0; i < gold->count; i++)
        wanted += linked(gold->rows[i], gold->columns);
    for (size_t i = 0; i < alignment->count; i++) {
        const hxp_range *sides = alignment->beads[i].sides;
        if (!linked(sides, 2))
            continue;
        given++;
        right += has_row(gold, sides, tags);
    }
    return 2 * (double)right / (double)(given + wanted);
}

static void check_floor(const char *name, double floor)
{
    char paths[2][PATH], path[PATH];
    struct beads gold;
    snprintf(path, PATH, SOURCE_DIR "/tests/cases/align/%s/beads.tsv", name);
    snprintf(paths[0], PATH, SOURCE_DIR "/tests/cases/align/%s/source.txt",
             name);
    snprintf(paths[1], PATH, SOURCE_DIR "/tests/cases/align/%s/target.txt",
             name);
    read_beads(&gold, path);
    const char *tags[] = { gold.tags[0], gold.tags[1] };
    hxp_alignment *alignment = align(paths, tags, 2, TEXT_LINES);
    double f1 = strict_f1(&gold, alignment, tags);
    print_message("%s: strict F1 %.4f, floor %.3f\n", name, f1, floor);
    assert_true(f1 >= floor);
    hxp_alignment_free(alignment);
    free(gold.rows);
}

/* A little below what was reached when these were written. */
static void test_floors(void **state)
{
    (void)state;
    check_floor("genesis.en-de", 0.96);
    check_floor("genesis.en-fr", 0.91);
    check_floor("genesis-cut.en-de", 0.93);
    check_floor("genesis-cipher.en-eu", 0.93);
    check_floor("genesis-excerpt.en-fr", 0.9);
    /* .963 without contrast.c */
    check_floor("genesis-omissions.en-fr", 0.97);
    check_floor("genesis-swapped.en-de", 0.98);
    check_floor("letters.en-fr", 0.93);
    /* .79 and .73 without a second look (second.c) */
    check_floor("ferry.en-fr", 0.83);
    /* .37 to .81 without the commonest words */
    check_floor("flood.en-ar", 0.95);
    check_floor("flood.en-fa", 0.95);
    check_floor("flood.en-he", 0.95);
    check_floor("flood.en-hi", 0.92);
    check_floor("flood.en-id", 0.95);
    check_floor("flood.en-th", 0.95);
    check_floor("flood.en-vi", 0.95);
    check_floor("lighthouse.en-nl", 0.8);
    check_floor("report.en-pt", 0.93);
    check_floor("travel.en-it", 0.89);
    check_floor("udhr-cut.en-nl", 0.97);
    check_floor("udhr-gaps.en-nl", 0.95);
    check_floor("udhr.en-nl", 0.99);
    check_floor("udhr.nl-fr", 0.98);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_article_pairs),
        cmocka_unit_test(test_article_in_any_order),
        cmocka_unit_test(test_article_in_any_format),
        cmocka_unit_test(test_floors),
    };
    return cmocka_run_group_tests(tests, open_locales, free_locales);
}
