/* dictd.c - dictd's dictionaries: an index of words, and their articles. */
#include "base/dictzip.h"
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/dictionaries/dictionary_format.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
    INDEX_LIMIT = 1 << 30,
    ARTICLE_LIMIT = 1 << 20, /* a longer one is passed over */
    MOST_WORDS = 3,          /* of an entry; longer ones are no words */
    BEGINNING = 64           /* of a line that is looked at to pass it over */
};

/* --- Articles ------------------------------------------------------------- */

/** The bracket that closes c, or '\0'. */
static char closing(char c)
{
    switch (c) {
    case '<':
        return '>';
    case '[':
        return ']';
    case '{':
        return '}';
    case '(':
        return ')';
    case '/':
        return '/';
    default:
        return '\0';
    }
}

/** The byte behind the bracket that opens at byte at; at: it does not close. */
static size_t behind_bracket(hxp_str text, size_t at)
{
    char end = closing(text.ptr[at]);
    for (size_t i = at + 1; end && i < text.len; i++)
        if (text.ptr[i] == end)
            return i + 1;
    return at;
}

/** The headword: what stands before its sound and its tags. */
static hxp_str head_of(hxp_str line)
{
    size_t end = 0;
    while (end < line.len && line.ptr[end] != '<' &&
           !(line.ptr[end] == '/' && end > 0 && line.ptr[end - 1] == ' '))
        end++;
    return hxp_utf8_trim(hxp_str_part(line, 0, end));
}

/** Copy text into to without brackets and words that are cut short ("sth."). */
static bool clean(hxp_buffer *to, hxp_str text)
{
    hxp_str word;
    bool done = true;
    to->len = 0;
    for (size_t i = 0; done && i < text.len;) {
        size_t behind = behind_bracket(text, i);
        if (behind == i)
            done = hxp_buffer_add(to, (hxp_str){ text.ptr + i, ++behind - i });
        i = behind;
    }
    hxp_str rest = hxp_buffer_str(to);
    size_t len = 0, words = 0;
    while (done && hxp_str_cut(&rest, ' ', &word)) {
        if (word.len == 0 || hxp_str_ends(word, HXP_STR(".")))
            continue;
        if (words++ > 0)
            to->ptr[len++] = ' ';
        memmove(to->ptr + len, word.ptr, word.len);
        len += word.len;
    }
    to->len = words <= MOST_WORDS ? len : 0;
    return done;
}

/** Hand on the translations of a line, which commas and semicolons part. */
static hxp_status add_parts(hxp_entries *entries, hxp_str head, hxp_str line,
                            hxp_error *error)
{
    hxp_buffer part = { NULL, 0, 0 };
    hxp_status status = HXP_OK;
    size_t from = 0;
    for (size_t i = 0; status == HXP_OK && i <= line.len;) {
        if (i < line.len && line.ptr[i] != ',' && line.ptr[i] != ';') {
            size_t behind = behind_bracket(line, i);
            i = behind > i ? behind : i + 1;
            continue;
        }
        if (clean(&part, hxp_str_part(line, from, i)))
            status =
                hxp_entries_add(entries, head, hxp_buffer_str(&part), error);
        else
            status = hxp_no_memory(error);
        from = ++i;
    }
    hxp_buffer_free(&part);
    return status;
}

/** Take "2. " off the front of *line. */
static bool take_sense(hxp_str *line)
{
    size_t at = 0;
    while (at < line->len && line->ptr[at] >= '0' && line->ptr[at] <= '9')
        at++;
    if (at == 0 || at + 1 >= line->len || line->ptr[at] != '.' ||
        line->ptr[at + 1] != ' ')
        return false;
    *line = hxp_str_part(*line, at + 2, line->len);
    return true;
}

static size_t count_words(hxp_str text)
{
    hxp_str word;
    size_t count = 0;
    while (hxp_str_cut(&text, ' ', &word))
        count++;
    return count;
}

/*
 * The first line has the headword. Translations stand in the second, and in
 * each that begins a sense ("2. "); all other lines explain, give examples or
 * refer to other articles.
 */
hxp_status hxp_dictd_article(hxp_entries *entries, hxp_str article,
                             hxp_error *error)
{
    hxp_str line, head;
    bool second = true;
    hxp_status status = HXP_OK;
    if (hxp_utf8_invalid(article) < article.len ||
        !hxp_line_cut(&article, &line))
        return HXP_OK;
    head = head_of(line);
    if (count_words(head) > MOST_WORDS)
        return HXP_OK;
    while (status == HXP_OK && hxp_line_cut(&article, &line)) {
        line = hxp_utf8_trim(line);
        if (take_sense(&line) || second)
            status = add_parts(entries, head, line, error);
        second = false;
    }
    return status;
}

/* --- The index ------------------------------------------------------------ */

/** Where an article is. */
typedef struct hxp_article {
    size_t offset;
    size_t size;
    hxp_str word; /* in the index; empty: one that stands in a text */
} hxp_article;

struct articles {
    hxp_article *items;
    size_t count, capacity;
    hxp_beginnings *met; /* words that stand in a text and have an article */
    size_t words;        /* of these, about */
};

/** Read a number of 64-digits. False: it is none, or too large. */
static bool read_base64(size_t *number, hxp_str digits)
{
    static const char all[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnop"
                              "qrstuvwxyz0123456789+/";
    *number = 0;
    if (digits.len == 0 || digits.len > 6)
        return false;
    for (size_t i = 0; i < digits.len; i++) {
        const char *digit = memchr(all, digits.ptr[i], sizeof all - 1);
        if (!digit)
            return false;
        *number = *number * 64 + (size_t)(digit - all);
    }
    return true;
}

/** True for an article that is never asked. */
static bool is_no_entry(const hxp_article *article, hxp_str word)
{
    return article->size > ARTICLE_LIMIT || count_words(word) > MOST_WORDS ||
           hxp_str_starts(word, HXP_STR("00database")) ||
           hxp_str_starts(word, HXP_STR("00-database"));
}

/** Note the article of a line "word TAB offset TAB size", if it is wanted. */
static hxp_status read_line(struct articles *articles,
                            const hxp_entries *entries, hxp_str line,
                            hxp_error *error)
{
    hxp_str word, column;
    hxp_article article = { .word = { NULL, 0 } };
    if (!hxp_str_cut(&line, '\t', &word) ||
        !hxp_str_cut(&line, '\t', &column) ||
        !read_base64(&article.offset, column) ||
        !hxp_str_cut(&line, '\t', &column) ||
        !read_base64(&article.size, column))
        return hxp_fail(error, HXP_EINPUT,
                        "no line of an index: a word, offset and size, with "
                        "tabs between");
    if (is_no_entry(&article, word) ||
        (entries->wanted[0] && !hxp_beginnings_have(entries->wanted[0], word)))
        return HXP_OK;
    if (!hxp_array_reserve(&articles->items, &articles->capacity,
                           articles->count + 1, sizeof article))
        return hxp_no_memory(error);
    if (entries->wanted[0] &&
        !hxp_beginnings_have_whole(entries->wanted[0], word)) {
        article.word = word;
    } else if (entries->wanted[0]) {
        hxp_beginnings_add(articles->met, word);
        articles->words++;
    }
    articles->items[articles->count++] = article;
    return HXP_OK;
}

/**
 * Of articles whose words only begin as words of the texts do, drop those that
 * the texts have no need of, since all such words have articles of their own.
 */
static hxp_status drop_relatives(struct articles *articles,
                                 const hxp_entries *entries, hxp_error *error)
{
    enum { MOST = HXP_BEGINNING_BITS / 64 }; /* with more, hashes meet often */
    hxp_beginnings *lacking;
    size_t kept = 0;
    if (!entries->wanted[0] || articles->words > MOST)
        return HXP_OK;
    lacking = calloc(1, sizeof *lacking);
    if (!lacking)
        return hxp_no_memory(error);
    for (size_t i = 0; i < entries->source_count; i++)
        hxp_beginnings_lack(lacking, articles->met, entries->sources[i]);
    for (size_t i = 0; i < articles->count; i++) {
        hxp_str word = articles->items[i].word;
        if (word.len == 0 || hxp_beginnings_have(lacking, word))
            articles->items[kept++] = articles->items[i];
    }
    articles->count = kept;
    free(lacking);
    return HXP_OK;
}

/** The small letter of one from A to Z; all else stays. */
static char small(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/** Compare how the line at byte at begins with letters, small ones. */
static int compare_beginning(hxp_str index, size_t at, hxp_str letters)
{
    for (size_t i = 0; i < letters.len; i++) {
        unsigned char c =
            at + i < index.len ? (unsigned char)small(index.ptr[at + i]) : 0xFF;
        if (c != (unsigned char)letters.ptr[i])
            return c < (unsigned char)letters.ptr[i] ? -1 : 1;
    }
    return 0;
}

/** The first byte from at on, which is not 0, where a line starts. */
static size_t line_start(hxp_str index, size_t at)
{
    const char *end = memchr(index.ptr + at - 1, '\n', index.len - at + 1);
    return end ? (size_t)(end - index.ptr) + 1 : index.len;
}

/**
 * The first line that begins beyond letters, behind the one at byte at, which
 * begins with them. An index is in the order of its words: dictd looks them
 * up by it.
 */
static size_t pass_over(hxp_str index, size_t at, hxp_str letters)
{
    size_t step = 128, behind, end;
    do {
        step *= 2;
        behind =
            index.len - at > step ? line_start(index, at + step) : index.len;
    } while (compare_beginning(index, behind, letters) <= 0);
    end = behind; /* no line from there up to behind is one to look at */
    while (end - at > 1) {
        size_t middle = at + (end - at) / 2;
        size_t line = line_start(index, middle);
        if (line < end && compare_beginning(index, line, letters) <= 0) {
            at = line;
            continue;
        }
        behind = line < end ? line : behind;
        end = middle;
    }
    return behind;
}

/**
 * Go on from byte at, where a line starts, to the next one whose word may be
 * wanted: words that cannot be are passed over with all that begin as they do.
 */
static size_t skim(hxp_str index, size_t at, const hxp_beginnings *wanted)
{
    char letters[BEGINNING];
    while (wanted && at < index.len) {
        size_t end = index.len - at < BEGINNING ? index.len : at + BEGINNING;
        const char *tab = memchr(index.ptr + at, '\t', end - at);
        if (tab)
            end = (size_t)(tab - index.ptr) + 1;
        size_t known =
            hxp_beginnings_miss(wanted, hxp_str_part(index, at, end));
        if (known == 0)
            break;
        for (size_t i = 0; i < known; i++)
            letters[i] = small(index.ptr[at + i]);
        at = pass_over(index, at, (hxp_str){ letters, known });
    }
    return at;
}

static hxp_status read_index(struct articles *articles,
                             const hxp_entries *entries, hxp_input *index,
                             hxp_error *error)
{
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_place place = { 1, 1, 1 };
    hxp_error why;
    size_t at = 0;
    hxp_status status = hxp_input_read_all(index, &bytes, INDEX_LIMIT, error);
    hxp_str all = hxp_buffer_str(&bytes);
    articles->met = calloc(1, sizeof *articles->met);
    if (status == HXP_OK && !articles->met)
        status = hxp_no_memory(error);
    while (status == HXP_OK && at < all.len) {
        hxp_str rest = hxp_str_part(all, at, all.len), line;
        hxp_line_cut(&rest, &line);
        status = read_line(articles, entries, line, &why);
        if (status != HXP_OK) {
            hxp_place_advance(&place, hxp_str_part(all, 0, at));
            hxp_fail_at(error, status, hxp_input_name(index), place, "%s",
                        why.message);
        }
        /* the first line, which tells whether this is an index, is read */
        at = skim(all, all.len - rest.len, entries->wanted[0]);
    }
    if (status == HXP_OK)
        status = drop_relatives(articles, entries, error);
    free(articles->met);
    hxp_buffer_free(&bytes);
    return status;
}

static int by_offset(const void *a, const void *b)
{
    const hxp_article *x = a, *y = b;
    if (x->offset != y->offset)
        return x->offset < y->offset ? -1 : 1;
    return (x->size > y->size) - (x->size < y->size);
}

/** Hand on the translations of articles, each once. */
static hxp_status read_articles(hxp_entries *entries,
                                const struct articles *articles,
                                hxp_dictzip *file, hxp_error *error)
{
    hxp_buffer text = { NULL, 0, 0 };
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < articles->count; i++) {
        const hxp_article *article = &articles->items[i];
        if (i > 0 && by_offset(article, article - 1) == 0)
            continue;
        text.len = 0;
        status = hxp_dictzip_read(&text, file, article->offset, article->size,
                                  error);
        if (status == HXP_OK)
            status = hxp_dictd_article(entries, hxp_buffer_str(&text), error);
    }
    hxp_buffer_free(&text);
    return status;
}

hxp_status hxp_dictd_read(hxp_entries *entries, hxp_input *index,
                          hxp_input *articles, hxp_error *error)
{
    struct articles list = { .items = NULL };
    hxp_dictzip *file = NULL;
    if (entries->languages[0].len == 0 || entries->languages[1].len == 0)
        return hxp_fail_at(error, HXP_EINPUT, entries->file.ptr,
                           (hxp_place){ 0, 0, 0 },
                           "the dictionary does not tell its languages");
    hxp_status status = read_index(&list, entries, index, error);
    if (status == HXP_OK)
        status = hxp_dictzip_open(&file, articles, error);
    if (status == HXP_OK) {
        if (list.count > 0)
            qsort(list.items, list.count, sizeof *list.items, by_offset);
        status = read_articles(entries, &list, file, error);
    }
    hxp_dictzip_free(file);
    free(list.items);
    return status;
}
