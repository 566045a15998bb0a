/* srx_syntax.c - ICU's regular expressions as trees: groups, quantifiers. */
#include "segment/srx_tree.h"

#include "base/error.h"
#include "base/str.h"
#include "segment/srx_class.h"
#include "text/utf8.h"

enum { DEEPEST = 60, MOST_TIMES = 1000, LONGEST_RUN = 256 };

/* --- Literal text --------------------------------------------------------- */

/** One of the forms of a character whose case does not matter: those that are
 * one character, or those of each of what it folds to. */
static hxp_syntax_node *char_of_any_case(hxp_tree_builder *b, int32_t c)
{
    int32_t parts[HXP_FOLDED];
    size_t count = hxp_class_fold(parts, c);
    hxp_syntax_node *one = hxp_tree_set_node(b, hxp_class_of_char(c, true));
    if (count < 2)
        return one;
    hxp_syntax_node *several = hxp_tree_empty(b);
    for (size_t i = 0; i < count && !hxp_tree_stopped(b); i++)
        hxp_tree_add_child(
            several, hxp_tree_set_node(b, hxp_class_of_char(parts[i], true)));
    hxp_syntax_node *either = hxp_tree_around(b, HXP_NODE_ALT, one);
    hxp_tree_add_child(either, several);
    return either;
}

/** Add the forms of a character's parts to letters. */
static void add_letters(hxp_tree_builder *b, USet *letters, int32_t c)
{
    int32_t parts[HXP_FOLDED];
    size_t count = hxp_class_fold(parts, c);
    for (size_t i = 0; i < count; i++) {
        USet *forms = hxp_class_of_char(parts[i], true);
        if (forms)
            uset_addAll(letters, forms);
        else
            b->status = hxp_no_memory(b->error);
        uset_close(forms);
    }
}

/** Texts that ICU may take for run because one character folds to several. */
static hxp_syntax_node *folded(hxp_tree_builder *b, const int32_t *run,
                               size_t len)
{
    USet *letters = hxp_class_expanding();
    for (size_t i = 0; letters && i < len; i++)
        add_letters(b, letters, run[i]);
    hxp_syntax_node *before =
        hxp_tree_set_node(b, letters ? uset_clone(letters) : NULL);
    hxp_syntax_node *after = hxp_tree_set_node(b, letters);
    hxp_syntax_node *text = hxp_tree_around(
        b, HXP_NODE_CAT, hxp_tree_repeat(b, before, 0, HXP_NO_MAXIMUM));
    hxp_tree_add_child(text, hxp_tree_set_node(b, hxp_class_expanding()));
    hxp_tree_add_child(text, hxp_tree_repeat(b, after, 0, HXP_NO_MAXIMUM));
    return hxp_tree_around(b, HXP_NODE_MAYBE, text);
}

/** The characters of run, one behind the other. */
static hxp_syntax_node *run_node(hxp_tree_builder *b, const int32_t *run,
                                 size_t len)
{
    int32_t parts[HXP_FOLDED];
    bool any_case = b->text.any_case;
    if (any_case && len == 1 && hxp_class_fold(parts, run[0]) > 1)
        return hxp_tree_any_text(b, 1); /* what does ICU repeat of it? */
    hxp_syntax_node *text = hxp_tree_empty(b);
    for (size_t i = 0; i < len && !hxp_tree_stopped(b); i++)
        hxp_tree_add_child(
            text, any_case
                      ? char_of_any_case(b, run[i])
                      : hxp_tree_set_node(b, hxp_class_of_char(run[i], false)));
    if (!any_case || len == 1)
        return text;
    hxp_syntax_node *either = hxp_tree_around(b, HXP_NODE_ALT, text);
    hxp_tree_add_child(either, folded(b, run, len));
    return either;
}

/* --- Atoms ---------------------------------------------------------------- */

/* NOLINTBEGIN(misc-no-recursion): groups nest as deep as DEEPEST */

static hxp_syntax_node *read_choice(hxp_tree_builder *b);

/** A dot. In mode (?s) it takes CR LF as one. */
static hxp_syntax_node *dot(hxp_tree_builder *b)
{
    if (!b->text.dot_all)
        return hxp_tree_set_node(b, hxp_class_named("[^\\u000a-\\u000d\\u0085"
                                                    "\\u2028\\u2029]"));
    hxp_syntax_node *either = hxp_tree_around(
        b, HXP_NODE_ALT, hxp_tree_set_node(b, hxp_class_named("[^\\u000d]")));
    hxp_syntax_node *both = hxp_tree_around(
        b, HXP_NODE_CAT, hxp_tree_set_node(b, hxp_class_of_char('\r', false)));
    hxp_tree_add_child(
        both,
        hxp_tree_repeat(b, hxp_tree_set_node(b, hxp_class_of_char('\n', false)),
                        0, 1));
    hxp_tree_add_child(either, hxp_tree_around(b, HXP_NODE_MAYBE, both));
    return either;
}

static hxp_syntax_node *assertion(hxp_tree_builder *b, hxp_assertion kind)
{
    hxp_syntax_node *node = hxp_tree_new_node(b, HXP_NODE_ASSERT);
    if (node)
        node->assertion = kind;
    return node;
}

/** Read flags such as i-s up to their end; true when it is a colon. */
static bool read_flags(hxp_pattern_reader *r)
{
    bool on = true;
    while (!r->unknown) {
        int32_t c = hxp_pattern_next(r);
        if (c == ')' || c == ':')
            return c == ':';
        if (c == '-')
            on = false;
        else if (c == 'i')
            r->any_case = on;
        else if (c == 's')
            r->dot_all = on;
        else if (c != 'm' || !on)
            r->unknown = true; /* it changes how the rest is read */
    }
    return false;
}

/** Read what looks at the text around, behind its sign. */
static hxp_syntax_node *look_around(hxp_tree_builder *b, hxp_assertion kind)
{
    hxp_syntax_node *body = read_choice(b);
    return hxp_tree_stopped(b) ? body : hxp_tree_look_at(b, body, kind);
}

/** Read what is in a bracket, behind "(?" and no flags. */
static hxp_syntax_node *special_group(hxp_tree_builder *b)
{
    static const struct {
        const char *sign;
        hxp_assertion kind;
    } looks[] = { { "=", HXP_AHEAD },
                  { "!", HXP_NOT_AHEAD },
                  { "<=", HXP_BEHIND },
                  { "<!", HXP_NOT_BEHIND } };
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        if (hxp_pattern_take(&b->text, looks[i].sign))
            return look_around(b, looks[i].kind);
    if (hxp_pattern_take(&b->text, ">"))
        return hxp_tree_around(b, HXP_NODE_MAYBE, read_choice(b));
    if (hxp_pattern_take(&b->text, "<"))
        hxp_pattern_take_to(&b->text, '>'); /* a name */
    else if (!hxp_pattern_take(&b->text, ":"))
        b->text.unknown = true;
    return read_choice(b);
}

/** Read a group, behind its bracket. Flags in it end with it. */
static hxp_syntax_node *group(hxp_tree_builder *b)
{
    hxp_pattern_reader *r = &b->text;
    bool any_case = r->any_case, dot_all = r->dot_all;
    hxp_syntax_node *node;
    if (hxp_pattern_take(r, "?#")) {
        hxp_pattern_take_to(r, ')');
        return hxp_tree_empty(b);
    }
    if (++b->depth > DEEPEST)
        r->unknown = true;
    if (!hxp_pattern_take(r, "?")) {
        node = read_choice(b);
    } else if (r->at < r->text.len && strchr("imswxd-", r->text.ptr[r->at])) {
        if (!read_flags(r)) {
            b->depth--;
            return hxp_tree_empty(
                b); /* they hold for the rest of the group around */
        }
        node = read_choice(b);
    } else {
        node = special_group(b);
    }
    if (!hxp_pattern_take(r, ")"))
        r->unknown = true;
    r->any_case = any_case;
    r->dot_all = dot_all;
    b->depth--;
    return node;
}

/** Read an escape that is neither a class nor a character. */
static hxp_syntax_node *escaped_letter(hxp_tree_builder *b, int32_t letter)
{
    static const struct {
        char letter;
        hxp_assertion kind;
    } places[] = { { 'b', HXP_AT_WORD_EDGE },
                   { 'B', HXP_NOT_AT_WORD_EDGE },
                   { 'A', HXP_AT_START },
                   { 'z', HXP_AT_END },
                   { 'Z', HXP_AT_LAST_LINE } };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (letter == places[i].letter)
            return assertion(b, places[i].kind);
    if (letter == 'k')
        hxp_pattern_take_to(&b->text, '>');
    else if (letter == 'N')
        b->text.unknown = true;
    if (letter == 'G')
        return hxp_tree_around(b, HXP_NODE_MAYBE, hxp_tree_empty(b));
    if (letter == 'R' || letter == 'X' || letter == 'k' ||
        (letter >= '1' && letter <= '9'))
        return hxp_tree_any_text(b, 0);
    b->text.unknown = true;
    return NULL;
}

/* --- Quantifiers ---------------------------------------------------------- */

/** Read a number of digits; -1: there are none. */
static int count(hxp_pattern_reader *r)
{
    int value = -1;
    while (r->at < r->text.len && r->text.ptr[r->at] >= '0' &&
           r->text.ptr[r->at] <= '9') {
        value = (value < 0 ? 0 : value) * 10 + (r->text.ptr[r->at++] - '0');
        if (value > MOST_TIMES)
            r->unknown = true;
        if (r->unknown)
            return value;
    }
    return value;
}

static bool read_times(hxp_pattern_reader *r, int *min, int *max)
{
    *min = 0;
    *max = HXP_NO_MAXIMUM;
    if (hxp_pattern_take(r, "*"))
        return true;
    *min = 1;
    if (hxp_pattern_take(r, "+"))
        return true;
    *min = 0;
    *max = 1;
    if (hxp_pattern_take(r, "?"))
        return true;
    if (!hxp_pattern_take(r, "{"))
        return false;
    *min = *max = count(r);
    if (hxp_pattern_take(r, ","))
        *max = count(r); /* none: no maximum */
    if (*min < 0 || (*max != HXP_NO_MAXIMUM && *max < *min) ||
        !hxp_pattern_take(r, "}"))
        r->unknown = true;
    return true;
}

/** True when a quantifier comes next. */
static bool quantified(const hxp_pattern_reader *r)
{
    return r->at < r->text.len && strchr("*+?{", r->text.ptr[r->at]);
}

static hxp_syntax_node *quantify(hxp_tree_builder *b, hxp_syntax_node *atom)
{
    int min, max;
    if (!read_times(&b->text, &min, &max))
        return atom;
    hxp_syntax_node *node = hxp_tree_repeat(b, atom, min, max);
    if (hxp_pattern_take(&b->text, "+"))
        return hxp_tree_around(b, HXP_NODE_MAYBE,
                               node); /* it gives nothing back */
    hxp_pattern_take(&b->text, "?");
    return node;
}

/* --- Texts ---------------------------------------------------------------- */

/** Literal characters that are waiting to become a run. */
typedef struct run {
    int32_t chars[LONGEST_RUN];
    size_t len;
} run;

static void end_run(hxp_tree_builder *b, hxp_syntax_node *text, run *literal)
{
    if (literal->len > 0)
        hxp_tree_add_child(text, run_node(b, literal->chars, literal->len));
    literal->len = 0;
}

/** Add a character to the run; a quantifier takes it out again. */
static void add_literal(hxp_tree_builder *b, hxp_syntax_node *text,
                        run *literal, int32_t c)
{
    if (quantified(&b->text)) {
        end_run(b, text, literal);
        hxp_tree_add_child(text, quantify(b, run_node(b, &c, 1)));
        return;
    }
    if (literal->len == LONGEST_RUN && b->text.any_case)
        b->text.unknown = true;
    if (literal->len == LONGEST_RUN)
        end_run(b, text, literal);
    literal->chars[literal->len++] = c;
}

/** Read \Q up to \E, behind the Q. */
static void quoted(hxp_tree_builder *b, hxp_syntax_node *text, run *literal)
{
    hxp_pattern_reader *r = &b->text;
    while (r->at < r->text.len && !hxp_tree_stopped(b)) {
        if (hxp_pattern_take(r, "\\E"))
            return;
        add_literal(b, text, literal, hxp_pattern_next(r));
    }
}

/** Read an atom that begins with c and is no literal character. */
static hxp_syntax_node *atom(hxp_tree_builder *b, int32_t c)
{
    if (c == '(')
        return group(b);
    if (c == '[')
        return hxp_tree_set_node(b, hxp_class_set(&b->text));
    if (c == '.')
        return dot(b);
    if (c == '^' || c == '$')
        return assertion(b, c == '^' ? HXP_AT_LINE_START : HXP_AT_LINE_END);
    b->text.unknown = true;
    return NULL;
}

/** Read what begins with a backslash. */
static void escaped(hxp_tree_builder *b, hxp_syntax_node *text, run *literal)
{
    if (hxp_pattern_take(&b->text, "Q")) {
        quoted(b, text, literal);
        return;
    }
    hxp_escape escape = hxp_class_escape(&b->text);
    if (!escape.set && !escape.letter) {
        add_literal(b, text, literal, escape.literal);
        return;
    }
    end_run(b, text, literal);
    hxp_syntax_node *node = escape.set ? hxp_tree_set_node(b, escape.set)
                                       : escaped_letter(b, escape.literal);
    hxp_tree_add_child(text, quantify(b, node));
}

/** Read up to a bar, a bracket that closes, or the end. */
static hxp_syntax_node *read_text(hxp_tree_builder *b)
{
    hxp_pattern_reader *r = &b->text;
    hxp_syntax_node *text = hxp_tree_empty(b);
    run literal = { { 0 }, 0 };
    while (!hxp_tree_stopped(b) && r->at < r->text.len &&
           !strchr("|)", r->text.ptr[r->at])) {
        int32_t c = hxp_pattern_next(r);
        if (c == '\\') {
            escaped(b, text, &literal);
        } else if (c >= 0x80 || !strchr("([.^$*+?{", c)) {
            add_literal(b, text, &literal, c);
        } else {
            end_run(b, text, &literal);
            hxp_tree_add_child(text, quantify(b, atom(b, c)));
        }
    }
    if (!hxp_tree_stopped(b))
        end_run(b, text, &literal);
    return text;
}

static hxp_syntax_node *read_choice(hxp_tree_builder *b)
{
    hxp_syntax_node *either = hxp_tree_around(b, HXP_NODE_ALT, read_text(b));
    while (!hxp_tree_stopped(b) && hxp_pattern_take(&b->text, "|"))
        hxp_tree_add_child(either, read_text(b));
    return either;
}

/* NOLINTEND(misc-no-recursion) */

hxp_status hxp_syntax_read(hxp_syntax_node **root, hxp_arena *arena,
                           hxp_alphabet *alphabet, hxp_str pattern,
                           hxp_error *error)
{
    hxp_tree_builder b = { .arena = arena,
                           .alphabet = alphabet,
                           .error = error };
    b.text.text = pattern;
    *root = read_choice(&b);
    if (b.status == HXP_OK && b.text.at < pattern.len)
        b.text.unknown = true;
    if (b.status == HXP_OK && b.text.unknown)
        *root = hxp_tree_any_text(&b, 0);
    return b.status;
}
