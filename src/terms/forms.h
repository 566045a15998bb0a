/* forms.h - the forms of a word by which terms are found. */
#ifndef TERMS_FORMS_H
#define TERMS_FORMS_H

#include <hexapla/text.h>

/**
 * Endings that a language exchanges in inflection where its stemmer does not
 * see it, from locales/<tag>/endings.txt and stem-endings.txt.
 */
typedef struct hxp_endings {
    struct hxp_ending *words; /* for words, folded */
    struct hxp_ending *stems; /* for their stems */
    size_t word_count, stem_count;
} hxp_endings;

/**
 * Read the endings of language, to which they point. Fails with HXP_EINPUT at
 * a line that is not "old > new". The caller frees what endings hold with
 * hxp_endings_free(), also after a failure.
 */
hxp_status hxp_endings_read(hxp_endings *endings, const hxp_language *language,
                            hxp_error *error);

void hxp_endings_free(hxp_endings *endings);

/** Forms of different kinds are never equal. */
typedef enum hxp_form_kind {
    HXP_FORM_EXACT, /* as it stands */
    HXP_FORM_WORD,  /* folded, or that with another ending */
    HXP_FORM_STEM   /* the stem, or that with another ending */
} hxp_form_kind;

typedef struct hxp_form {
    hxp_form_kind kind;
    hxp_str text;
} hxp_form;

enum { HXP_FORMS = 16, HXP_FORM_SIZE = 96 };

/** The forms of one word; they point into its own text, or into made. */
typedef struct hxp_forms {
    hxp_form items[HXP_FORMS];
    size_t count;
    char made[HXP_FORMS][HXP_FORM_SIZE];
} hxp_forms;

/**
 * Work out the forms of word, which stands in a text as surface. Two words are
 * the same for terms when they share a form.
 */
void hxp_forms_make(hxp_forms *forms, const hxp_endings *endings,
                    const hxp_word *word, hxp_str surface);

#endif
