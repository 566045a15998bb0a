/* grammar.h - what locales/<tag>/ says of the words of a language as terms. */
#ifndef TERMS_GRAMMAR_H
#define TERMS_GRAMMAR_H

#include "terms/endings.h"
#include "terms/word_traits.h"
#include "text/language.h"

enum { HXP_LINKS = 16 };

/** What a word is for, between others. */
typedef enum hxp_word_role {
    HXP_ROLE_CONTENT,
    HXP_ROLE_ARTICLE,     /* articles.txt: goes and comes with inflection */
    HXP_ROLE_OBJECT,      /* objects.txt: stands inside "switch it off" */
    HXP_ROLE_FUNCTION,    /* function-words.txt: prepositions and the like */
    HXP_ROLE_CONJUNCTION, /* conjunctions.txt: joins what is alike */
    HXP_ROLE_AUXILIARY    /* auxiliaries.txt: stands inside a split verb */
} hxp_word_role;

typedef struct hxp_grammar {
    hxp_endings endings;     /* of nouns and adjectives: endings.txt */
    hxp_endings verbs;       /* verb-endings.txt: to the infinitive's */
    hxp_endings doings;      /* verb-nouns.txt: nouns to their verbs */
    hxp_endings irregular;   /* irregular.txt: whole words to their base */
    hxp_endings compared;    /* comparatives.txt: the same, of adjectives */
    hxp_endings spellings;   /* spellings.txt: letters spelled otherwise */
    hxp_endings spelled_out; /* spelled-out.txt: two letters for one */
    hxp_word_traits traits;  /* of single words, by several lists */
    const hxp_word_list *roles[HXP_ROLE_AUXILIARY + 1];
    const hxp_word_list *inflections; /* inflections.txt; NULL: any ending */
    const hxp_word_list *of_nouns;    /* noun-inflections.txt: those of nouns */
    const hxp_word_list *particles;   /* particles.txt: of split verbs */
    const hxp_word_list *partners;    /* partners.txt: the same, but words */
    const hxp_word_list *prefixes;    /* prefixes.txt: of verbs, unsplit */
    const hxp_word_list *modifiers;   /* modifiers.txt: of nouns, too */
    hxp_str links[HXP_LINKS];         /* between the parts of compounds */
    hxp_str plural_link;              /* of them: it is the plural, too */
    size_t link_count;                /* 0: words are not compounded */
    size_t longest_link;              /* in bytes */
    hxp_str phrases[HXP_LINKS];       /* between them in a phrase: von */
    size_t phrase_count;
    hxp_str infinitives[HXP_LINKS]; /* endings of infinitives */
    size_t infinitive_count;        /* 0: no ending shows it */
    hxp_str plurals[HXP_LINKS];     /* endings of plurals */
    size_t plural_count;
    const hxp_word_list *preposed;  /* preposed.txt: adjectives */
    const hxp_word_list *suffixes;  /* suffixes.txt: of derived words */
    hxp_str diminutives[HXP_LINKS]; /* endings of little things: chen */
    size_t diminutive_count;
    const hxp_word_list *determiners;  /* determiners.txt: nouns follow */
    const hxp_word_list *short_words;  /* short-words.txt: in compounds */
    const hxp_word_list *inner_words;  /* inner-words.txt: amid compounds */
    const hxp_word_list *before_verbs; /* before-verbs.txt: no noun follows */
    const hxp_word_list *behind_verbs; /* behind-verbs.txt: behind no noun */
    const hxp_word_list *finite_verbs; /* finite-verbs.txt: behind nouns */
    const hxp_word_list *homographs;   /* adjectives.txt: nouns, too */
    const hxp_word_list *before_adjectives; /* before-adjectives.txt */
    const hxp_word_list *phrasal;           /* phrasal-particles.txt: off */
    const hxp_word_list *behind_particles;  /* behind-particles.txt */
    const hxp_word_list *singular;          /* singular-determiners.txt */
    const hxp_word_list *passives;          /* passives.txt: "a été" */
    const hxp_word_list *passive_endings;   /* passive-endings.txt */
    const hxp_word_list *describing;        /* describing.txt: no nouns */
    const hxp_word_list *numbers;           /* numbers.txt: other words, too */
    const hxp_word_list *sharp;             /* sharp-s.txt: no ß, no form */
    const hxp_word_list *before_agents;     /* before-agents.txt */
    const hxp_word_list *before_articles;   /* before-articles.txt */
    const hxp_word_list *behind_nouns;      /* behind-nouns.txt */
    const hxp_word_list *before_nouns;      /* before-nouns.txt: no verbs */
    const hxp_word_list *pronoun_articles;  /* pronoun-articles.txt */
    const hxp_word_list *not_nouns;         /* not-nouns.txt */
    const hxp_word_list *subjects;          /* subject-pronouns.txt */
    const hxp_word_list *stopwords;         /* stopwords.txt */
    const hxp_word_list *hyphened;          /* hyphened.txt: "-free" */
    const hxp_word_list *joints;            /* joints.txt: prepositions */
    const hxp_word_list *before_bare_verbs; /* before-bare-verbs.txt */
    const hxp_word_list *other_pasts;       /* other-pasts.txt: "found" */
    const hxp_word_list *contractions;      /* contractions.txt: au, zum */
    const hxp_word_list *pronouns_for;      /* pronouns-for.txt: "de > dont" */
    const hxp_word_list *possessives;       /* possessives.txt */
    const hxp_word_list *imperatives;       /* imperatives.txt */
    const hxp_word_list *negations;      /* negations.txt: make the contrary */
    const hxp_word_list *ranks;          /* ranks.txt: make another title */
    const hxp_word_list *rank_words;     /* rank-words.txt: of a source */
    const hxp_word_list *nouns_or_verbs; /* nouns-or-verbs.txt */
    const hxp_word_list *participle_nouns;   /* participle-nouns.txt */
    const hxp_word_list *before_participles; /* before-participles.txt */
    const hxp_word_list *not_verbs;          /* not-verbs.txt: "en bois" */
    const hxp_word_list *gender_words;       /* gender-words.txt */
    const hxp_word_list *reflexives;         /* reflexives.txt: pronouns */
    const hxp_word_list *idioms;    /* idioms.txt: their words mean less */
    const hxp_word_list *undivided; /* undivided.txt: are no compounds */
    const hxp_word_list *opaque;    /* opaque.txt: compounds hide a word */
    const hxp_word_list *fragments; /* fragments.txt; NULL: any letters */
    hxp_str dropped;                /* ending that compounds drop: e */
    hxp_str doing;                  /* ending of nouns of verbs: ing */
    hxp_str participle;             /* prefix of participles: ge */
    hxp_str participles[HXP_LINKS]; /* endings of regular ones */
    size_t participle_count;
    hxp_str agents[HXP_LINKS]; /* endings of who does something: er */
    size_t agent_count;
    hxp_str adjectives[HXP_LINKS]; /* of nouns that change as adjectives do */
    size_t adjective_count;
    hxp_str describings[HXP_LINKS]; /* endings of adjectives, no nouns */
    size_t describing_count;
    hxp_str adverb;             /* ending of adverbs: ly */
    hxp_str infix;              /* between particle and verb: zu */
    hxp_str markers[HXP_LINKS]; /* before infinitives: to, sich */
    size_t marker_count;
    bool stems;         /* stems count, not endings alone */
    bool capital_nouns; /* a small letter shows a verb */
    bool bare_capitals; /* capitals may lack their accents */
    bool accents_tell;  /* words apart: pêche is no péché */
    bool second_verbs; /* a pronoun has its verb behind it at the start alone */
    bool ordinal_stop; /* a number with a full stop is an ordinal */
    const hxp_word_list *abbreviations; /* end no sentence */
    const hxp_word_list *sometimes;     /* those that end one ... */
    const hxp_word_list *starters;      /* ... before these words */
} hxp_grammar;

/**
 * Read the grammar of language, which must outlive it. Fails with HXP_EINPUT
 * at a faulty line. The caller ends with hxp_grammar_free(), also after a
 * failure.
 */
hxp_status hxp_grammar_read(hxp_grammar *grammar, const hxp_language *language,
                            hxp_error *error);

void hxp_grammar_free(hxp_grammar *grammar);

/** What the folded word is for. */
hxp_word_role hxp_grammar_role(const hxp_grammar *grammar, hxp_str folded);

/** True when left makes of a word behind it another one, but no compound. */
bool hxp_grammar_prefix(const hxp_grammar *grammar, hxp_str left);

/** True when an entry of list begins the folded word, which goes on. */
bool hxp_grammar_begins(const hxp_word_list *list, hxp_str word);

/** The adjective that the folded word compares, "higher"; empty: none. */
hxp_str hxp_grammar_compared(const hxp_grammar *grammar, hxp_str folded);

/** True when the folded word ends as infinitives do. */
bool hxp_grammar_infinitive(const hxp_grammar *grammar, hxp_str folded);

/** True when the folded word ends as regular participles may. */
bool hxp_grammar_participle(const hxp_grammar *grammar, hxp_str folded);

/** True when the folded word ends as those who do something do: "bakker". */
bool hxp_grammar_agent(const hxp_grammar *grammar, hxp_str folded);

/** True when the folded word ends as plurals do. */
bool hxp_grammar_plural(const hxp_grammar *grammar, hxp_str folded);

/**
 * True when one of two words that touch is a noun, and the other an adjective
 * that stands on either side of it: "montant important".
 */
bool hxp_grammar_turns(const hxp_grammar *grammar, const hxp_word *left,
                       const hxp_word *right);

/**
 * True when the noun, folded, changes as an adjective does: by its ending, or
 * as participles begin: "Reisende", "Versicherte".
 */
bool hxp_grammar_adjectival(const hxp_grammar *grammar, hxp_str noun);

/** True when the folded word ends as adjectives do, and nouns do not. */
bool hxp_grammar_describing(const hxp_grammar *grammar, hxp_str folded);

/** True when the folded word has a suffix before an ending of inflection. */
bool hxp_grammar_derived(const hxp_grammar *grammar, hxp_str folded);

/** True when the folded word stands before infinitives. */
bool hxp_grammar_marks(const hxp_grammar *grammar, hxp_str folded);

/** True when the folded word links the parts of a compound in a phrase. */
bool hxp_grammar_links_phrase(const hxp_grammar *grammar, hxp_str folded);

/** True when word is an infinitive, as far as its letters show it. */
bool hxp_grammar_verb(const hxp_grammar *grammar, const hxp_word *word);

/**
 * True when the words a and b, which share a stem, differ as inflected forms
 * do: what each has behind their common beginning is in inflections.txt, or,
 * of those that are no verbs, in noun-inflections.txt.
 */
bool hxp_grammar_inflected(const hxp_grammar *grammar, bool verb, hxp_str a,
                           hxp_str b);

#endif
