/* two_texts.c - reads both sides, and makes the lexicon and the pair. */
#include "two_texts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

void two_texts_read(struct two_texts *texts, const hxp_side *source,
                    const hxp_side *target)
{
    assert_int_equal(hxp_corpus_read(&texts->source, source, NULL, NULL),
                     HXP_OK);
    assert_int_equal(hxp_corpus_read(&texts->target, target, NULL, NULL),
                     HXP_OK);
    const hxp_vocabularies both = { &texts->source.vocabulary,
                                    &texts->target.vocabulary,
                                    "en",
                                    "nl",
                                    { NULL, NULL } };
    assert_int_equal(hxp_lexicon_new(&texts->lexicon, &both, NULL, NULL),
                     HXP_OK);
    texts->pair = (hxp_pair){ .source = &texts->source,
                              .target = &texts->target,
                              .lexicon = texts->lexicon,
                              .parameters = &hxp_default_parameters };
    hxp_pair_measure(&texts->pair);
}

void two_texts_free(struct two_texts *texts)
{
    hxp_lexicon_free(texts->lexicon);
    hxp_corpus_free(&texts->source);
    hxp_corpus_free(&texts->target);
}
