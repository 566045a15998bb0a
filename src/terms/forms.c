/* forms.c - a word's fold, stem and what inflection makes of it. */
#include "terms/forms.h"

#include "base/str.h"
#include "text/words.h"

bool hxp_forms_have(const hxp_forms *forms, hxp_form_kind kind, hxp_str text)
{
    for (size_t i = 0; i < forms->count; i++)
        if (forms->items[i].kind == kind &&
            hxp_str_equal(forms->items[i].text, text))
            return true;
    return false;
}

static void add(hxp_forms *forms, hxp_form_kind kind, hxp_str text)
{
    if (forms->count < HXP_FORMS && !hxp_forms_have(forms, kind, text))
        forms->items[forms->count++] = (hxp_form){ kind, false, text };
}

/** Add a copy of text with prefix before it. */
static void add_copy(hxp_forms *forms, hxp_form_kind kind, hxp_str prefix,
                     hxp_str text)
{
    if (forms->count >= HXP_FORMS || prefix.len + text.len > HXP_ENDING_ROOM ||
        text.len == 0)
        return;
    char *made = forms->made[forms->count];
    if (prefix.len > 0)
        memcpy(made, prefix.ptr, prefix.len);
    memcpy(made + prefix.len, text.ptr, text.len);
    size_t count = forms->count;
    add(forms, kind, (hxp_str){ made, prefix.len + text.len });
    if (forms->count > count)
        forms->items[count].made = true;
}

static const hxp_str no_prefix = { "", 0 };

/**
 * True when the first len bytes of word end amid an undivided word: no form of
 * it is so short. "hamers" is no "ham".
 */
static bool is_divided(const hxp_grammar *grammar, hxp_str word, size_t len)
{
    for (size_t end = len + 1; end <= word.len; end++)
        if (hxp_word_list_has(grammar->undivided, hxp_str_part(word, 0, end)))
            return true;
    return false;
}

/** What forms are made with. */
typedef struct maker {
    hxp_forms *forms;
    const hxp_grammar *grammar;
    hxp_analyzer *analyzer;
    const hxp_form_wants *wants;
} maker;

/** Add what word is an irregular form of; false: of no other word, as news. */
static bool add_irregular(const maker *of, hxp_form_kind kind, hxp_str prefix,
                          hxp_str word)
{
    const hxp_endings *irregular = &of->grammar->irregular;
    hxp_str base;
    for (size_t i = hxp_endings_find(irregular, word);
         (base = hxp_endings_base(irregular, i, word)).len > 0; i++) {
        if (hxp_str_equal(base, word))
            return false;
        add_copy(of->forms, kind, prefix, base);
    }
    return true;
}

/** The bytes of word, behind prefix, that wanted forms may begin with. */
static size_t begun(const maker *of, hxp_form_kind kind, hxp_str prefix,
                    hxp_str word)
{
    const hxp_hash_set *set = of->wants->begun;
    return set ? hxp_hash_set_begun(set, kind, prefix, word) : word.len;
}

/** Add what the endings of the kind make of word. */
static void add_exchanged(const maker *of, hxp_form_kind kind, hxp_str prefix,
                          hxp_str word)
{
    const hxp_endings *endings =
        kind == HXP_FORM_VERB ? &of->grammar->verbs : &of->grammar->endings;
    char made[HXP_ENDING_ROOM];
    size_t most = begun(of, kind, prefix, word), next = 0, len;
    while ((len = hxp_endings_next_behind(made, endings, &next, word, most)) >
           0)
        if (!is_divided(of->grammar, word, len))
            add_copy(of->forms, kind, prefix, (hxp_str){ made, len });
}

/** True for a term that looks like the past of another verb: "saw". */
static bool is_other_past(const maker *of, hxp_str word)
{
    return of->wants->which & HXP_FORMS_OF_TERM &&
           hxp_word_list_has(of->grammar->other_pasts, word);
}

/** Add what the irregular forms and the endings of the kind make of word. */
static void add_bases(const maker *of, hxp_form_kind kind, hxp_str prefix,
                      hxp_str word)
{
    if (is_other_past(of, word) || add_irregular(of, kind, prefix, word))
        add_exchanged(of, kind, prefix, word);
}

/** True when the participle, or infinitive, has ending behind it. */
static bool is_inflected_with(const hxp_grammar *grammar, hxp_str verb,
                              hxp_str ending)
{
    return hxp_word_list_has(grammar->inflections, ending) &&
           (hxp_grammar_infinitive(grammar, verb) ||
            (hxp_str_starts(verb, grammar->participle) &&
             hxp_grammar_participle(grammar, verb))); /* "gekochte" */
}

/** Add those of an irregular participle with an ending: "gestohlenes". */
static void add_inflected(const maker *of, hxp_str prefix, hxp_str word)
{
    const hxp_endings *irregular = &of->grammar->irregular;
    for (size_t len = 1; len <= 2 && len < word.len; len++) {
        hxp_str verb = hxp_str_part(word, 0, word.len - len);
        if (hxp_endings_find(irregular, verb) < irregular->count &&
            is_inflected_with(of->grammar, verb,
                              hxp_str_part(word, verb.len, word.len)))
            add_irregular(of, HXP_FORM_VERB, prefix, verb);
    }
}

/**
 * Add those of a regular participle whose prefix was cut off, and with it what
 * parted two vowels: "geïnd".
 */
static void add_regular(const maker *of, hxp_str prefix, hxp_str word)
{
    char made[HXP_ENDING_ROOM];
    size_t len = hxp_endings_replace(made, &of->grammar->spellings, word);
    if (!hxp_grammar_participle(of->grammar, word))
        return;
    add_exchanged(of, HXP_FORM_VERB, prefix, word);
    if (len > 0)
        add_exchanged(of, HXP_FORM_VERB, prefix, (hxp_str){ made, len });
}

/**
 * Add the infinitives of word behind prefix, which was cut off. Behind one
 * participles may lack theirs: "versprochen", of "gesprochen".
 */
static void add_infinitives(const maker *of, hxp_str prefix, hxp_str word)
{
    hxp_str ge = of->grammar->participle, zu = of->grammar->infix;
    char made[2 * HXP_ENDING_ROOM];
    add_bases(of, HXP_FORM_VERB, prefix, word);
    add_inflected(of, prefix, word);
    if (ge.len > 0 && hxp_str_starts(word, ge)) {
        add_regular(of, prefix, hxp_str_part(word, ge.len, word.len));
    } else if (ge.len > 0 && prefix.len > 0 &&
               ge.len + word.len <= sizeof made) {
        memcpy(made, ge.ptr, ge.len);
        memcpy(made + ge.len, word.ptr, word.len);
        hxp_str participle = { made, ge.len + word.len };
        add_irregular(of, HXP_FORM_VERB, prefix, participle);
        add_inflected(of, prefix, participle);
    }
    if (zu.len > 0 && prefix.len > 0 && hxp_str_starts(word, zu))
        add_copy(of->forms, HXP_FORM_VERB, prefix,
                 hxp_str_part(word, zu.len, word.len));
}

/**
 * Add the infinitives with each prefix of the list that word begins with, of
 * most bytes.
 */
static void add_prefixed(const maker *of, const hxp_word_list *prefixes,
                         hxp_str word, size_t most)
{
    most = hxp_word_list_prefix(prefixes, hxp_str_part(word, 0, most));
    for (size_t len = 1; len <= most && len + 2 < word.len; len++) {
        hxp_str prefix = hxp_str_part(word, 0, len);
        if (hxp_word_list_has(prefixes, prefix))
            add_infinitives(of, prefix, hxp_str_part(word, len, word.len));
    }
}

/** Add what the word may be as a verb. */
static void add_verbs(const maker *of, const hxp_word *word)
{
    const hxp_grammar *grammar = of->grammar;
    unsigned which = of->wants->which;
    if (which & HXP_FORMS_OF_TERM) {
        if (hxp_grammar_verb(grammar, word))
            add(of->forms, HXP_FORM_VERB, word->folded);
        return;
    }
    if (!(which & HXP_FORMS_VERBS) || grammar->verbs.count == 0)
        return;
    size_t most = begun(of, HXP_FORM_VERB, no_prefix, word->folded);
    if (most == word->folded.len)
        add(of->forms, HXP_FORM_VERB, word->folded);
    add_infinitives(of, no_prefix, word->folded);
    add_prefixed(of, grammar->particles, word->folded, most);
    add_prefixed(of, grammar->partners, word->folded, most);
    add_prefixed(of, grammar->prefixes, word->folded, most);
}

/** Add the stem of form i. */
static bool add_stem(const maker *of, size_t i)
{
    const hxp_form form = of->forms->items[i];
    hxp_str stem;
    if (!hxp_analyzer_stem(&stem, of->analyzer, form.text))
        return false;
    if (is_divided(of->grammar, form.text, stem.len))
        return true;
    if (!form.made && hxp_str_starts(form.text, stem))
        add(of->forms, HXP_FORM_STEM, hxp_str_part(form.text, 0, stem.len));
    else
        add_copy(of->forms, HXP_FORM_STEM, no_prefix, stem);
    return true;
}

/** Add the stem of what word is a diminutive of: "Glöckchen". */
static bool add_diminutive(const maker *of, hxp_str word)
{
    const hxp_grammar *grammar = of->grammar;
    for (size_t i = 0; i < grammar->diminutive_count; i++) {
        hxp_str ending = grammar->diminutives[i], stem;
        if (word.len < ending.len + 3 || !hxp_str_ends(word, ending) ||
            is_divided(grammar, word, word.len - ending.len))
            continue;
        if (!hxp_analyzer_stem(&stem, of->analyzer,
                               hxp_str_part(word, 0, word.len - ending.len)))
            return false;
        add_copy(of->forms, HXP_FORM_STEM, no_prefix, stem);
    }
    return true;
}

/** Add the stems of the first count forms that are wanted; word is the first.
 */
static bool add_stems(const maker *of, size_t count)
{
    hxp_str word = of->forms->items[0].text;
    unsigned which = of->wants->which;
    size_t first = which & HXP_FORMS_STEM ? 0 : 1;
    size_t end = which & HXP_FORMS_STEMS ? count : 1;
    for (size_t i = first; i < end; i++)
        if (!add_stem(of, i))
            return false;
    return !(which & HXP_FORMS_STEMS) || which & HXP_FORMS_OF_TERM ||
           add_diminutive(of, word);
}

/** False for small words, which do not change: "zonder" is no "zonde". */
static bool is_inflected(const hxp_grammar *grammar, hxp_str word)
{
    hxp_word_role role = hxp_grammar_role(grammar, word);
    return role == HXP_ROLE_CONTENT || role == HXP_ROLE_AUXILIARY;
}

bool hxp_forms_make(hxp_forms *forms, const hxp_grammar *grammar,
                    hxp_analyzer *analyzer, const hxp_word *word,
                    const hxp_form_wants *wants)
{
    char made[HXP_ENDING_ROOM];
    const maker of = { forms, grammar, analyzer, wants };
    bool of_term = wants->which & HXP_FORMS_OF_TERM;
    forms->count = 0;
    add(forms, HXP_FORM_WORD, word->folded);
    if (word->kind != HXP_WORD_LETTERS)
        return true;
    if (!is_inflected(grammar, word->folded)) {
        add_irregular(&of, HXP_FORM_WORD, no_prefix, word->folded);
        add_verbs(&of, word); /* "entre", "entrer" */
        return true;
    }
    size_t len = hxp_endings_replace(made, &grammar->spellings, word->folded);
    if (len > 0)
        add_copy(forms, HXP_FORM_WORD, no_prefix, (hxp_str){ made, len });
    size_t count = forms->count;
    for (size_t i = 0; i < count; i++)
        add_bases(&of, HXP_FORM_WORD, no_prefix, forms->items[i].text);
    if (!of_term)
        add_copy(forms, HXP_FORM_WORD, no_prefix,
                 hxp_grammar_compared(grammar, word->folded));
    if (grammar->bare_capitals && (of_term || word->acronym || word->capital)) {
        add(forms, HXP_FORM_BARE, word->bare);
        add_bases(&of, HXP_FORM_BARE, no_prefix, word->bare);
    }
    if (grammar->stems && !add_stems(&of, count))
        return false;
    add_verbs(&of, word);
    return true;
}
