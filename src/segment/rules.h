/* rules.h - what decides at a place where a sentence may end. */
#ifndef SEGMENT_RULES_H
#define SEGMENT_RULES_H

#include "segment/words.h"

#include <limits.h>

/** The reason of a decision. Names for people: hxp_segment_rule_name(). */
typedef enum hxp_segment_rule {
    HXP_RULE_ICU,           /* break: Unicode's rules say so */
    HXP_RULE_END,           /* break: the paragraph ends */
    HXP_RULE_STRONG,        /* break: a stop that ends nothing else */
    HXP_RULE_MARK,          /* break: ! or ? and a new start */
    HXP_RULE_STOP,          /* break: a full stop and a new start */
    HXP_RULE_ELLIPSIS,      /* break: an ellipsis and a new start */
    HXP_RULE_STARTER,       /* break: the next word starts sentences */
    HXP_RULE_CLAUSE,        /* break: a verb follows the next word */
    HXP_RULE_QUOTE_CLOSED,  /* break: the quotation ends with its sentence */
    HXP_RULE_LABELLED,      /* break: "page 3." ends with its number */
    HXP_RULE_MISSING_SPACE, /* break: stop and capital without a space */
    HXP_RULE_FOOTNOTE,      /* break: a footnote's number at the stop */
    HXP_RULE_FACE,          /* break: a face such as :-) and a new start */
    HXP_RULE_SMALL_TEXT,    /* break: this sentence began small as well */
    HXP_RULE_NO_SPACE,      /* none: the text goes on without a space */
    HXP_RULE_SMALL_LETTER,  /* none: a small letter follows */
    HXP_RULE_PUNCTUATION,   /* none: a comma or the like follows */
    HXP_RULE_PARTICLE,      /* none: the quotation is part of a sentence */
    HXP_RULE_MARKED_NAME,   /* none: the mark belongs to a name: Yahoo! */
    HXP_RULE_SPEAKER,       /* none: who says it follows */
    HXP_RULE_BRACKET,       /* none: brackets within a sentence */
    HXP_RULE_REPEATED,      /* none: the word comes again: I... I */
    HXP_RULE_COPULA,        /* none: what it is follows: It was... Margaret */
    HXP_RULE_ABBREVIATION,  /* none: an abbreviation that ends no sentence */
    HXP_RULE_BEFORE_NUMBER, /* none: an abbreviation before its number */
    HXP_RULE_NO_STARTER,    /* none: an abbreviation, no start behind it */
    HXP_RULE_GOES_ON,       /* none: the next word goes on with it */
    HXP_RULE_DOTTED,        /* none: letters with dots, no start */
    HXP_RULE_INITIAL,       /* none: an initial of a name */
    HXP_RULE_ORDINAL,       /* none: an ordinal number */
    HXP_RULE_PICTURE,       /* none: a picture within a sentence */
    HXP_RULE_LIST_NUMBER,   /* none: the number of a list item or heading */
    HXP_RULE_KEPT_QUOTE     /* none: quotations stay whole if wanted */
} hxp_segment_rule;

/** "small letter follows" ... Static. */
hxp_str hxp_segment_rule_name(hxp_segment_rule rule);

/** A place where a sentence may end, and what was decided there. */
typedef struct hxp_candidate {
    size_t start; /* the first byte of the stop */
    size_t end;   /* behind the stop and what closes with it: the break */
    size_t next;  /* where the text goes on, white space passed over */
    bool breaks;
    hxp_segment_rule rule;
} hxp_candidate;

/** A language's data, looked up once. */
typedef struct hxp_segment_data {
    hxp_list_words words;               /* of all lists but those of verbs, */
    hxp_list_words verbs;               /* which are long, and seldom asked */
    const hxp_word_list *endings;       /* of abbreviated words: "str" */
    bool last_of_ending[UCHAR_MAX + 1]; /* by byte: one of them ends so */
    const hxp_word_list *label_endings; /* of labels: "straße" */
    const hxp_word_list *verb_endings;  /* of finite verbs */
    bool headings;                 /* the language has a list of such labels */
    bool subordinators;            /* and of these: no comma parts clauses */
    bool ordinals;                 /* a number and a full stop is an ordinal */
    bool capital_nouns;            /* nouns begin with a capital */
    bool unit_attributes;          /* numbers with units: the 5 p.m. train */
    bool small_enclitics;          /* 's ist kalt begins a sentence */
    bool spaced_quotes;            /* « with space inside » */
    bool comma_quotes;             /* ,,opening and closing'' by commas */
    bool elisions;                 /* L', D' in front of a word */
    const char *letter_words;      /* letters that are words: "I", or NULL */
    const char *letter_units;      /* letters that are units: "m", or NULL */
    const char *copulas;           /* "is", "was", or NULL */
    const char *polite;            /* the pronoun behind imperatives, or NULL */
    const char *time_prepositions; /* "At", "In" before a time, or NULL */
} hxp_segment_data;

/**
 * Look up what language says; it must outlive data. False when memory is out.
 * The caller ends with hxp_segment_data_free() in any case.
 */
bool hxp_segment_data_init(hxp_segment_data *data,
                           const hxp_language *language);

void hxp_segment_data_free(hxp_segment_data *data);

/** A walk over the stops of a paragraph. */
typedef struct hxp_scan {
    const hxp_segment_data *data;
    hxp_str paragraph;
    size_t from;          /* where to look on */
    size_t segment_start; /* where the segment in work begins */
} hxp_scan;

/** Find the next stop and decide on it. False when there is none left. */
bool hxp_next_candidate(hxp_candidate *candidate, hxp_scan *scan);

#endif
