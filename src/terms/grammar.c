/* grammar.c - gathers the lists and settings of a language's words. */
#include "terms/grammar.h"

#include "base/str.h"

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

/** The lists by which words are told from others that are written alike. */
static void read_other_lists(hxp_grammar *grammar, const hxp_language *language)
{
    grammar->passives = hxp_language_list(language, "passives");
    grammar->passive_endings = hxp_language_list(language, "passive-endings");
    grammar->hyphened = hxp_language_list(language, "hyphened");
    grammar->joints = hxp_language_list(language, "joints");
    grammar->before_bare_verbs =
        hxp_language_list(language, "before-bare-verbs");
    grammar->other_pasts = hxp_language_list(language, "other-pasts");
    grammar->contractions = hxp_language_list(language, "contractions");
    grammar->pronouns_for = hxp_language_list(language, "pronouns-for");
    grammar->possessives = hxp_language_list(language, "possessives");
    grammar->imperatives = hxp_language_list(language, "imperatives");
    grammar->ranks = hxp_language_list(language, "ranks");
    grammar->rank_words = hxp_language_list(language, "rank-words");
    grammar->nouns_or_verbs = hxp_language_list(language, "nouns-or-verbs");
    grammar->participle_nouns = hxp_language_list(language, "participle-nouns");
    grammar->before_participles =
        hxp_language_list(language, "before-participles");
    grammar->not_verbs = hxp_language_list(language, "not-verbs");
    grammar->gender_words = hxp_language_list(language, "gender-words");
    grammar->reflexives = hxp_language_list(language, "reflexives");
    grammar->negations = hxp_language_list(language, "negations");
    grammar->idioms = hxp_language_list(language, "idioms");
}

static void read_lists(hxp_grammar *grammar, const hxp_language *language)
{
    static const char *const roles[] = { NULL,           "articles",
                                         "objects",      "function-words",
                                         "conjunctions", "auxiliaries" };
    for (size_t i = 1; i < sizeof roles / sizeof *roles; i++)
        grammar->roles[i] = hxp_language_list(language, roles[i]);
    grammar->inflections = hxp_language_list(language, "inflections");
    grammar->of_nouns = hxp_language_list(language, "noun-inflections");
    if (!grammar->of_nouns)
        grammar->of_nouns = grammar->inflections;
    grammar->particles = hxp_language_list(language, "particles");
    grammar->partners = hxp_language_list(language, "partners");
    grammar->prefixes = hxp_language_list(language, "prefixes");
    grammar->modifiers = hxp_language_list(language, "modifiers");
    grammar->determiners = hxp_language_list(language, "determiners");
    grammar->short_words = hxp_language_list(language, "short-words");
    grammar->inner_words = hxp_language_list(language, "inner-words");
    grammar->before_verbs = hxp_language_list(language, "before-verbs");
    grammar->behind_verbs = hxp_language_list(language, "behind-verbs");
    grammar->finite_verbs = hxp_language_list(language, "finite-verbs");
    grammar->homographs = hxp_language_list(language, "adjectives");
    grammar->before_adjectives =
        hxp_language_list(language, "before-adjectives");
    grammar->phrasal = hxp_language_list(language, "phrasal-particles");
    grammar->behind_particles = hxp_language_list(language, "behind-particles");
    grammar->singular = hxp_language_list(language, "singular-determiners");
    grammar->describing = hxp_language_list(language, "describing");
    grammar->numbers = hxp_language_list(language, "numbers");
    if (!is_of_region(language, "without-sharp-s"))
        grammar->sharp = hxp_language_list(language, "sharp-s");
    grammar->before_agents = hxp_language_list(language, "before-agents");
    grammar->before_articles = hxp_language_list(language, "before-articles");
    grammar->behind_nouns = hxp_language_list(language, "behind-nouns");
    grammar->before_nouns = hxp_language_list(language, "before-nouns");
    grammar->pronoun_articles = hxp_language_list(language, "pronoun-articles");
    grammar->not_nouns = hxp_language_list(language, "not-nouns");
    grammar->subjects = hxp_language_list(language, "subject-pronouns");
    grammar->stopwords = hxp_language_list(language, "stopwords");
    grammar->preposed = hxp_language_list(language, "preposed");
    grammar->suffixes = hxp_language_list(language, "suffixes");
    grammar->undivided = hxp_language_list(language, "undivided");
    grammar->opaque = hxp_language_list(language, "opaque");
    grammar->fragments = hxp_language_list(language, "fragments");
    grammar->abbreviations = hxp_language_list(language, "abbreviations");
    grammar->sometimes = hxp_language_list(language, "abbreviations-sometimes");
    grammar->starters = hxp_language_list(language, "starters");
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

hxp_status hxp_grammar_read(hxp_grammar *grammar, const hxp_language *language,
                            hxp_error *error)
{
    *grammar = (hxp_grammar){ .stems = true };
    read_lists(grammar, language);
    read_other_lists(grammar, language);
    read_settings(grammar, language);
    hxp_status status =
        hxp_endings_read(&grammar->endings, language, "endings", error);
    if (status == HXP_OK)
        status =
            hxp_endings_read(&grammar->verbs, language, "verb-endings", error);
    if (status == HXP_OK)
        status =
            hxp_endings_read(&grammar->doings, language, "verb-nouns", error);
    if (status == HXP_OK)
        status =
            hxp_endings_read(&grammar->irregular, language, "irregular", error);
    if (status == HXP_OK)
        status = hxp_endings_read(&grammar->compared, language, "comparatives",
                                  error);
    if (status == HXP_OK)
        status =
            hxp_endings_read(&grammar->spellings, language, "spellings", error);
    if (status == HXP_OK)
        status = hxp_endings_read(&grammar->spelled_out, language,
                                  "spelled-out", error);
    if (status == HXP_OK)
        status = hxp_word_traits_read(&grammar->traits, language, error);
    return status;
}

void hxp_grammar_free(hxp_grammar *grammar)
{
    hxp_endings_free(&grammar->endings);
    hxp_endings_free(&grammar->verbs);
    hxp_endings_free(&grammar->doings);
    hxp_endings_free(&grammar->irregular);
    hxp_endings_free(&grammar->compared);
    hxp_endings_free(&grammar->spellings);
    hxp_endings_free(&grammar->spelled_out);
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
