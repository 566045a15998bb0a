/* grammar.c - gathers the lists and settings of a language's words. */
#include "terms/grammar.h"

#include "base/str.h"

#include <stddef.h>
#include <string.h>

/** Cut the setting key into words; returns how many. */
static size_t read_words(hxp_str words[HXP_LINKS], const hxp_language *language,
                         const char *key)
{
    const char *value = hxp_language_setting(language, key);
    size_t count = 0;
    hxp_str rest = hxp_str_of(value ? value : ""), word;
    while (count < HXP_LINKS && hxp_str_cut(&rest, ' ', &word))
        if (word.len > 0)
            words[count++] = word;
    return count;
}

static hxp_str read_word(const hxp_language *language, const char *key)
{
    const char *value = hxp_language_setting(language, key);
    return hxp_str_of(value ? value : "");
}

/** True when the setting key lists the region of language: "CH". */
static bool is_of_region(const hxp_language *language, const char *key)
{
    hxp_str tag = hxp_str_of(hxp_language_tag(language)), part;
    while (hxp_str_cut(&tag, '-', &part)) {
        hxp_str regions = read_word(language, key), region;
        while (hxp_str_cut(&regions, ' ', &region))
            if (region.len > 0 && hxp_str_equal(region, part))
                return true;
    }
    return false;
}

/** A list, and where the grammar has it. */
static const struct list_place {
    const char *name;
    size_t at;
} lists[] = {
    { "abbreviations", offsetof(hxp_grammar, abbreviations) },
    { "abbreviations-sometimes", offsetof(hxp_grammar, sometimes) },
    { "adjectives", offsetof(hxp_grammar, homographs) },
    { "articles", offsetof(hxp_grammar, roles[HXP_ROLE_ARTICLE]) },
    { "auxiliaries", offsetof(hxp_grammar, roles[HXP_ROLE_AUXILIARY]) },
    { "before-adjectives", offsetof(hxp_grammar, before_adjectives) },
    { "before-agents", offsetof(hxp_grammar, before_agents) },
    { "before-articles", offsetof(hxp_grammar, before_articles) },
    { "before-bare-verbs", offsetof(hxp_grammar, before_bare_verbs) },
    { "before-nouns", offsetof(hxp_grammar, before_nouns) },
    { "before-participles", offsetof(hxp_grammar, before_participles) },
    { "before-verbs", offsetof(hxp_grammar, before_verbs) },
    { "behind-nouns", offsetof(hxp_grammar, behind_nouns) },
    { "behind-particles", offsetof(hxp_grammar, behind_particles) },
    { "behind-verbs", offsetof(hxp_grammar, behind_verbs) },
    { "conjunctions", offsetof(hxp_grammar, roles[HXP_ROLE_CONJUNCTION]) },
    { "contractions", offsetof(hxp_grammar, contractions) },
    { "describing", offsetof(hxp_grammar, describing) },
    { "determiners", offsetof(hxp_grammar, determiners) },
    { "finite-verbs", offsetof(hxp_grammar, finite_verbs) },
    { "fragments", offsetof(hxp_grammar, fragments) },
    { "function-words", offsetof(hxp_grammar, roles[HXP_ROLE_FUNCTION]) },
    { "gender-words", offsetof(hxp_grammar, gender_words) },
    { "hyphened", offsetof(hxp_grammar, hyphened) },
    { "idioms", offsetof(hxp_grammar, idioms) },
    { "imperatives", offsetof(hxp_grammar, imperatives) },
    { "inflections", offsetof(hxp_grammar, inflections) },
    { "inner-words", offsetof(hxp_grammar, inner_words) },
    { "joints", offsetof(hxp_grammar, joints) },
    { "modifiers", offsetof(hxp_grammar, modifiers) },
    { "negations", offsetof(hxp_grammar, negations) },
    { "not-nouns", offsetof(hxp_grammar, not_nouns) },
    { "not-verbs", offsetof(hxp_grammar, not_verbs) },
    { "noun-inflections", offsetof(hxp_grammar, of_nouns) },
    { "nouns-or-verbs", offsetof(hxp_grammar, nouns_or_verbs) },
    { "numbers", offsetof(hxp_grammar, numbers) },
    { "objects", offsetof(hxp_grammar, roles[HXP_ROLE_OBJECT]) },
    { "opaque", offsetof(hxp_grammar, opaque) },
    { "other-pasts", offsetof(hxp_grammar, other_pasts) },
    { "participle-nouns", offsetof(hxp_grammar, participle_nouns) },
    { "particles", offsetof(hxp_grammar, particles) },
    { "partners", offsetof(hxp_grammar, partners) },
    { "passive-endings", offsetof(hxp_grammar, passive_endings) },
    { "passives", offsetof(hxp_grammar, passives) },
    { "phrasal-particles", offsetof(hxp_grammar, phrasal) },
    { "possessives", offsetof(hxp_grammar, possessives) },
    { "prefixes", offsetof(hxp_grammar, prefixes) },
    { "preposed", offsetof(hxp_grammar, preposed) },
    { "pronoun-articles", offsetof(hxp_grammar, pronoun_articles) },
    { "pronouns-for", offsetof(hxp_grammar, pronouns_for) },
    { "rank-words", offsetof(hxp_grammar, rank_words) },
    { "ranks", offsetof(hxp_grammar, ranks) },
    { "reflexives", offsetof(hxp_grammar, reflexives) },
    { "sharp-s", offsetof(hxp_grammar, sharp) },
    { "short-words", offsetof(hxp_grammar, short_words) },
    { "singular-determiners", offsetof(hxp_grammar, singular) },
    { "starters", offsetof(hxp_grammar, starters) },
    { "stopwords", offsetof(hxp_grammar, stopwords) },
    { "subject-pronouns", offsetof(hxp_grammar, subjects) },
    { "suffixes", offsetof(hxp_grammar, suffixes) },
    { "undivided", offsetof(hxp_grammar, undivided) },
};

static void read_lists(hxp_grammar *grammar, const hxp_language *language)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const hxp_word_list *list = hxp_language_list(language, lists[i].name);
        memcpy((char *)grammar + lists[i].at, &list, sizeof list);
    }
    if (!grammar->of_nouns)
        grammar->of_nouns = grammar->inflections;
    if (is_of_region(language, "without-sharp-s"))
        grammar->sharp = NULL;
}

static void read_settings(hxp_grammar *grammar, const hxp_language *language)
{
    grammar->link_count =
        read_words(grammar->links, language, "compound-links");
    for (size_t i = 0; i < grammar->link_count; i++)
        if (grammar->links[i].len > grammar->longest_link)
            grammar->longest_link = grammar->links[i].len;
    grammar->phrase_count =
        read_words(grammar->phrases, language, "compound-phrases");
    grammar->plural_link = read_word(language, "compound-plurals");
    grammar->infinitive_count =
        read_words(grammar->infinitives, language, "infinitive-endings");
    grammar->participle_count =
        read_words(grammar->participles, language, "participle-endings");
    grammar->agent_count =
        read_words(grammar->agents, language, "agent-endings");
    grammar->adjective_count =
        read_words(grammar->adjectives, language, "adjective-endings");
    grammar->describing_count =
        read_words(grammar->describings, language, "describing-endings");
    grammar->diminutive_count =
        read_words(grammar->diminutives, language, "diminutive-endings");
    grammar->plural_count =
        read_words(grammar->plurals, language, "plural-endings");
    grammar->dropped = read_word(language, "compound-drops");
    grammar->doing = read_word(language, "verb-nouns");
    grammar->participle = read_word(language, "participle-prefix");
    grammar->adverb = read_word(language, "adverb-ending");
    grammar->infix = read_word(language, "infinitive-infix");
    grammar->marker_count =
        read_words(grammar->markers, language, "infinitive-marker");
    grammar->stems = !hxp_language_flag(language, "terms-without-stems");
    grammar->capital_nouns = hxp_language_flag(language, "capital-nouns");
    grammar->accents_tell = hxp_language_flag(language, "accents-tell");
    grammar->ordinal_stop = hxp_language_flag(language, "ordinal-stop");
    grammar->second_verbs = hxp_language_flag(language, "second-verbs");
    grammar->bare_capitals = hxp_language_flag(language, "bare-capitals");
}

/** The lists of exchanges, likewise. */
static const struct list_place exchanges[] = {
    { "endings", offsetof(hxp_grammar, endings) },
    { "verb-endings", offsetof(hxp_grammar, verbs) },
    { "verb-nouns", offsetof(hxp_grammar, doings) },
    { "irregular", offsetof(hxp_grammar, irregular) },
    { "comparatives", offsetof(hxp_grammar, compared) },
    { "spellings", offsetof(hxp_grammar, spellings) },
    { "spelled-out", offsetof(hxp_grammar, spelled_out) },
};

static hxp_endings *endings_at(hxp_grammar *grammar, size_t i)
{
    return (hxp_endings *)((char *)grammar + exchanges[i].at);
}

hxp_status hxp_grammar_read(hxp_grammar *grammar, const hxp_language *language,
                            hxp_error *error)
{
    hxp_status status = HXP_OK;
    *grammar = (hxp_grammar){ .stems = true };
    read_lists(grammar, language);
    read_settings(grammar, language);
    for (size_t i = 0;
         status == HXP_OK && i < sizeof exchanges / sizeof *exchanges; i++)
        status = hxp_endings_read(endings_at(grammar, i), language,
                                  exchanges[i].name, error);
    if (status == HXP_OK)
        status = hxp_word_traits_read(&grammar->traits, language, error);
    return status;
}

void hxp_grammar_free(hxp_grammar *grammar)
{
    for (size_t i = 0; i < sizeof exchanges / sizeof *exchanges; i++)
        hxp_endings_free(endings_at(grammar, i));
    hxp_word_traits_free(&grammar->traits);
}

hxp_word_role hxp_grammar_role(const hxp_grammar *grammar, hxp_str folded)
{
    for (int role = HXP_ROLE_ARTICLE; role <= HXP_ROLE_AUXILIARY; role++)
        if (hxp_word_list_has(grammar->roles[role], folded))
            return (hxp_word_role)role;
    return HXP_ROLE_CONTENT;
}

hxp_str hxp_grammar_compared(const hxp_grammar *grammar, hxp_str folded)
{
    const hxp_endings *compared = &grammar->compared;
    if (compared->count == 0)
        return (hxp_str){ NULL, 0 };
    return hxp_endings_base(compared, hxp_endings_find(compared, folded),
                            folded);
}

/** True when nothing is left of a word, or an ending of list. */
static bool is_ending(const hxp_word_list *list, hxp_str ending)
{
    return ending.len == 0 || hxp_word_list_has(list, ending);
}

/** True when word ends with one of endings. */
static bool ends_with(const hxp_str *endings, size_t count, hxp_str word)
{
    for (size_t i = 0; i < count; i++)
        if (word.len > 0 && endings[i].len > 0 &&
            word.ptr[word.len - 1] == endings[i].ptr[endings[i].len - 1] &&
            hxp_str_ends(word, endings[i]))
            return true;
    return false;
}

bool hxp_grammar_infinitive(const hxp_grammar *grammar, hxp_str folded)
{
    return grammar->infinitive_count == 0 ||
           ends_with(grammar->infinitives, grammar->infinitive_count, folded);
}

bool hxp_grammar_participle(const hxp_grammar *grammar, hxp_str folded)
{
    return grammar->participle_count == 0 ||
           ends_with(grammar->participles, grammar->participle_count, folded);
}

bool hxp_grammar_agent(const hxp_grammar *grammar, hxp_str folded)
{
    return ends_with(grammar->agents, grammar->agent_count, folded);
}

bool hxp_grammar_describing(const hxp_grammar *grammar, hxp_str folded)
{
    return ends_with(grammar->describings, grammar->describing_count, folded);
}

bool hxp_grammar_plural(const hxp_grammar *grammar, hxp_str folded)
{
    return ends_with(grammar->plurals, grammar->plural_count, folded);
}

/** True when word is an adjective that may stand on either side of its noun. */
static bool is_preposed(const hxp_grammar *grammar, hxp_str word)
{
    return hxp_word_list_has(grammar->preposed, word) ||
           (hxp_grammar_plural(grammar, word) &&
            hxp_word_list_has(grammar->preposed,
                              hxp_str_part(word, 0, word.len - 1)));
}

/** True when word may be a noun with such an adjective. */
static bool is_described(const hxp_grammar *grammar, const hxp_word *word)
{
    return !word->acronym && !hxp_grammar_verb(grammar, word) &&
           hxp_grammar_role(grammar, word->folded) == HXP_ROLE_CONTENT &&
           !is_preposed(grammar, word->folded);
}

bool hxp_grammar_turns(const hxp_grammar *grammar, const hxp_word *left,
                       const hxp_word *right)
{
    return grammar->preposed && ((is_preposed(grammar, left->folded) &&
                                  is_described(grammar, right)) ||
                                 (is_preposed(grammar, right->folded) &&
                                  is_described(grammar, left)));
}

bool hxp_grammar_prefix(const hxp_grammar *grammar, hxp_str left)
{
    return hxp_word_list_has(grammar->prefixes, left) ||
           hxp_word_list_has(grammar->particles, left);
}

bool hxp_grammar_begins(const hxp_word_list *list, hxp_str word)
{
    for (size_t len = 1; len < word.len; len++)
        if (hxp_word_list_has(list, hxp_str_part(word, 0, len)))
            return true;
    return false;
}

bool hxp_grammar_adjectival(const hxp_grammar *grammar, hxp_str noun)
{
    return ends_with(grammar->adjectives, grammar->adjective_count, noun) ||
           (hxp_grammar_participle(grammar, noun) &&
            (hxp_grammar_begins(grammar->prefixes, noun) ||
             hxp_grammar_begins(grammar->particles, noun)));
}

bool hxp_grammar_derived(const hxp_grammar *grammar, hxp_str folded)
{
    for (size_t i = 0; i < hxp_word_list_count(grammar->suffixes); i++) {
        hxp_str suffix = hxp_word_list_entry(grammar->suffixes, i);
        for (size_t len = 0; len <= 2 && len < folded.len; len++)
            if (hxp_str_ends(hxp_str_part(folded, 0, folded.len - len),
                             suffix) &&
                is_ending(grammar->inflections,
                          hxp_str_part(folded, folded.len - len, folded.len)))
                return true;
    }
    return false;
}

/** True when word is one of the count words. */
static bool is_one_of(const hxp_str *words, size_t count, hxp_str word)
{
    for (size_t i = 0; i < count; i++)
        if (hxp_str_equal(word, words[i]))
            return true;
    return false;
}

bool hxp_grammar_marks(const hxp_grammar *grammar, hxp_str folded)
{
    return is_one_of(grammar->markers, grammar->marker_count, folded);
}

bool hxp_grammar_links_phrase(const hxp_grammar *grammar, hxp_str folded)
{
    return is_one_of(grammar->phrases, grammar->phrase_count, folded);
}

bool hxp_grammar_verb(const hxp_grammar *grammar, const hxp_word *word)
{
    return hxp_grammar_infinitive(grammar, word->folded) &&
           !(grammar->capital_nouns && word->capital);
}

bool hxp_grammar_inflected(const hxp_grammar *grammar, bool verb, hxp_str a,
                           hxp_str b)
{
    const hxp_word_list *endings =
        verb ? grammar->inflections : grammar->of_nouns;
    size_t same = 0;
    if (!endings)
        return true;
    while (same < a.len && same < b.len && a.ptr[same] == b.ptr[same])
        same++;
    /* The stemmer may have taken letters that both words share. */
    for (size_t taken = 0; taken <= 2 && taken < same; taken++)
        if (is_ending(endings, hxp_str_part(a, same - taken, a.len)) &&
            is_ending(endings, hxp_str_part(b, same - taken, b.len)))
            return true;
    return false;
}
