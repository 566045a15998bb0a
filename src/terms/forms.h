/* forms.h - the forms of a word by which terms are found. */
#ifndef TERMS_FORMS_H
#define TERMS_FORMS_H

#include "terms/grammar.h"
#include "terms/hash_set.h"

#include <hexapla/text.h>

/** Forms of different kinds are never equal. */
typedef enum hxp_form_kind {
    HXP_FORM_EXACT, /* as it stands */
    HXP_FORM_WORD,  /* folded, or that with another ending */
    HXP_FORM_STEM,  /* the stem of such a form */
    HXP_FORM_VERB,  /* the infinitive that it may belong to */
    HXP_FORM_BARE   /* without accents, of words with capitals */
} hxp_form_kind;

typedef struct hxp_form {
    hxp_form_kind kind;
    bool made; /* the text lives as long as the forms, not as the word's own */
    hxp_str text;
} hxp_form;

enum { HXP_FORMS = 48 };

/** The forms of one word; they point into its own text, or into made. */
typedef struct hxp_forms {
    hxp_form items[HXP_FORMS];
    size_t count;
    char made[HXP_FORMS][HXP_ENDING_ROOM];
} hxp_forms;

/** Which forms. */
enum {
    HXP_FORMS_OF_TERM = 1, /* of one of its words; else of one of a text's */
    HXP_FORMS_VERBS = 2,   /* take it back to infinitives, too */
    HXP_FORMS_STEM = 4,    /* its stem */
    HXP_FORMS_STEMS = 8    /* those of other spellings, and without "chen" */
};

typedef struct hxp_form_wants {
    unsigned which;            /* of the above, added up */
    const hxp_hash_set *begun; /* what those that are known begin with, by kind:
                                * others may be left out; NULL: none is */
} hxp_form_wants;

/**
 * Work out the forms of word, its own first; its surface is no form among
 * them. Two words are the same for terms when they share a form; a shared stem
 * alone is to be asked of hxp_grammar_inflected(). False when memory is out.
 */
bool hxp_forms_make(hxp_forms *forms, const hxp_grammar *grammar,
                    hxp_analyzer *analyzer, const hxp_word *word,
                    const hxp_form_wants *wants);

/** True when text is among the forms of that kind. */
bool hxp_forms_have(const hxp_forms *forms, hxp_form_kind kind, hxp_str text);

#endif
