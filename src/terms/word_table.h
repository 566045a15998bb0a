/* word_table.h - how the words of terms and their forms are kept. */
#ifndef TERMS_WORD_TABLE_H
#define TERMS_WORD_TABLE_H

#include "base/str.h"
#include "terms/words.h"

/** A form that some word has. */
struct hxp_key {
    const char *text;
    uint32_t len;   /* of the text */
    uint32_t first; /* 1 + number of a use; 0: none */
    hxp_form_kind kind;
};

/** The form that key is for. */
static inline hxp_form hxp_key_form(const struct hxp_key *key)
{
    return (hxp_form){ key->kind, false, { key->text, key->len } };
}

/** Where form is in the table; forms of different kinds differ. */
static inline uint64_t hxp_form_hash(const hxp_form *form)
{
    return hxp_str_slot_hash(form->text) + (uint64_t)form->kind;
}

/** That a word has a key. */
struct hxp_key_use {
    uint32_t word;
    uint32_t next; /* 1 + number; 0: none */
    bool own;      /* the key is how the word stands, but for case */
};

struct hxp_term_word {
    hxp_str folded;
    hxp_str bare;
    hxp_word_role role;
    uint32_t letters;
    bool exact; /* found by its surface only */
    bool verb;  /* its ending shows that it is one */
    bool noun;  /* its capital does, wherever it stands in terms */
    bool sharp; /* it has a ß */
};

/** True when word, as it stands, has a ß. */
bool hxp_has_sharp_s(hxp_str word);

/** The key of form; NULL: no word has it. */
const struct hxp_key *hxp_term_words_key(const hxp_term_words *known,
                                         const hxp_form *form);

/** 1 + the number of the use by which key is a word's own; 0: it is none's. */
uint32_t hxp_key_own_use(const hxp_term_words *known,
                         const struct hxp_key *key);

/** Number the word whose own form is form; false: there is none. */
bool hxp_term_words_own(uint32_t *number, const hxp_term_words *known,
                        const hxp_form *form);

/** True when part, of a compound, may be a word of terms, or one without the
 * ending that the language drops there. */
bool hxp_term_words_may_own(const hxp_term_words *known, hxp_str part);

/**
 * How word, which stands as surface, is known if by its surface only: capitals
 * alone may have stops in between, "O.M.S.".
 */
hxp_str hxp_term_exact_text(char made[HXP_ENDING_ROOM], const hxp_word *word,
                            hxp_str surface);

#endif
