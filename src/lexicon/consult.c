/* consult.c - what a dictionary says of the words of two texts. */
#include "base/array.h"
#include "base/str.h"
#include "lexicon/dictionary.h"

#include <stdlib.h>

/* A form that only begins like the dictionary's counts less, as tuned for
 * the prototype. */
static const float INEXACT = 0.7F;

enum { SAME = 5, ENDING = 3 }; /* letters that inflected forms share, and not */

/** A word of a text that a word of the dictionary stands for. */
typedef struct use {
    uint32_t word;
    float weight;
} use;

/** The uses of each word of the dictionary in one language. */
typedef struct use_list {
    size_t *starts;
    use *items;
    size_t count, capacity;
} use_list;

/** What is found between two texts, in any order. */
typedef struct found {
    uint32_t from, to;
    float weights[2];
} found;

struct findings {
    found *items;
    size_t count, capacity;
};

/* --- Words of the dictionary in a text ------------------------------------ */

/** The words of each stem of vocabulary, as a table. */
static bool members_of(hxp_word_table *members,
                       const hxp_vocabulary *vocabulary)
{
    hxp_word_table stems = { 0 };
    bool done = true;
    for (size_t i = 0; done && i < hxp_vocabulary_size(vocabulary); i++)
        done = hxp_word_table_add(&stems, vocabulary->words[i].stem, 1) &&
               hxp_word_table_end_row(&stems);
    done = done &&
           hxp_word_table_transpose(members, &stems, vocabulary->stems.count);
    hxp_word_table_free(&stems);
    return done;
}

/** True when a and b could be forms of one word. */
static bool alike(hxp_str a, hxp_str b)
{
    size_t same = 0;
    while (same < a.len && same < b.len && a.ptr[same] == b.ptr[same])
        same++;
    return same >= SAME && a.len <= same + ENDING && b.len <= same + ENDING;
}

static bool add_use(use_list *uses, uint32_t word, float weight)
{
    if (!hxp_array_reserve(&uses->items, &uses->capacity, uses->count + 1,
                           sizeof *uses->items))
        return false;
    uses->items[uses->count++] = (use){ word, weight };
    return true;
}

/** The words of a language that entries of a relation have. */
typedef struct known_words {
    const hxp_vocabulary *words;
    bool *has; /* by number: an entry has it */
} known_words;

/** True when the dictionary has a word of the text itself. */
static bool has_form(const known_words *known, hxp_str form)
{
    uint32_t number;
    return hxp_names_find(&known->words->forms, form, &number) &&
           known->has[number];
}

/**
 * Add the words of text that word number w of known can stand for: the same
 * one, and those that begin alike and have no entry of their own.
 */
static bool find_uses(use_list *uses, const known_words *all, uint32_t w,
                      const hxp_vocabulary *text, const hxp_word_table *members)
{
    const hxp_vocabulary *known = all->words;
    hxp_str form = known->forms.items[w];
    uint32_t word = 0, stem;
    bool exact = hxp_names_find(&text->forms, form, &word);
    if (exact && !add_use(uses, word, 1))
        return false;
    if (!hxp_names_find(&text->stems, known->stems.items[known->words[w].stem],
                        &stem))
        return true;
    hxp_word_table_row row = hxp_word_table_get(members, stem);
    for (size_t i = 0; i < row.count; i++) {
        uint32_t other = row.items[i].word;
        hxp_str own = text->forms.items[other];
        if (exact && other == word)
            continue;
        if (alike(form, own) && !has_form(all, own) &&
            !add_use(uses, other, INEXACT))
            return false;
    }
    return true;
}

/** List the uses of words in text; side is theirs in the relation. */
static bool list_uses(use_list *uses, const hxp_word_relation *relation,
                      int side, const hxp_vocabulary *known,
                      const hxp_vocabulary *text)
{
    hxp_word_table members = { 0 };
    size_t words = hxp_vocabulary_size(known);
    known_words all = { known, calloc(words + 1, sizeof *all.has) };
    uses->starts = calloc(words + 1, sizeof *uses->starts);
    bool done = uses->starts && all.has && members_of(&members, text);
    for (size_t i = 0; done && i < relation->entry_count; i++)
        all.has[relation->entries[i].words[side]] = true;
    for (uint32_t w = 0; done && w < words; w++) {
        if (all.has[w])
            done = find_uses(uses, &all, w, text, &members);
        uses->starts[w + 1] = uses->count;
    }
    hxp_word_table_free(&members);
    free(all.has);
    return done;
}

static void uses_free(use_list *uses)
{
    free(uses->starts);
    free(uses->items);
}

/* --- Findings to tables --------------------------------------------------- */

static bool add_finding(struct findings *all, found finding)
{
    if (!hxp_array_reserve(&all->items, &all->capacity, all->count + 1,
                           sizeof finding))
        return false;
    all->items[all->count++] = finding;
    return true;
}

static int by_words(const void *a, const void *b)
{
    const found *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return (x->to > y->to) - (x->to < y->to);
}

/** Sort findings, and keep of those for the same words the best. */
static void unite(struct findings *all)
{
    size_t kept = 0;
    if (all->count > 0)
        qsort(all->items, all->count, sizeof *all->items, by_words);
    for (size_t i = 0; i < all->count; i++) {
        found *last = kept > 0 ? &all->items[kept - 1] : NULL;
        if (!last || by_words(last, &all->items[i]) != 0) {
            all->items[kept++] = all->items[i];
            continue;
        }
        for (int k = 0; k < 2; k++)
            if (last->weights[k] < all->items[i].weights[k])
                last->weights[k] = all->items[i].weights[k];
    }
    all->count = kept;
}

/** Write sorted findings as a table of rows rows. */
static bool write_table(hxp_word_table *out, const struct findings *all,
                        int which, size_t rows)
{
    bool done = true;
    size_t i = 0;
    for (size_t row = 0; done && row < rows; row++) {
        for (; done && i < all->count && all->items[i].from == row; i++)
            if (all->items[i].weights[which] > 0)
                done = hxp_word_table_add(out, all->items[i].to,
                                          (double)all->items[i].weights[which]);
        done = done && hxp_word_table_end_row(out);
    }
    return done;
}

/* --- A relation ----------------------------------------------------------- */

/** A relation as it is asked: the source may be its second language. */
typedef struct question {
    const hxp_word_relation *relation;
    const hxp_known_language *known[2]; /* source and target */
    const hxp_vocabulary *texts[2];
    bool turned;
} question;

static bool find_words(struct findings *all, const question *asked)
{
    const hxp_word_relation *relation = asked->relation;
    use_list sources = { 0 }, targets = { 0 };
    bool done = list_uses(&sources, relation, asked->turned,
                          &asked->known[0]->words, asked->texts[0]) &&
                list_uses(&targets, relation, !asked->turned,
                          &asked->known[1]->words, asked->texts[1]);
    for (size_t i = 0; done && i < relation->entry_count; i++) {
        const hxp_word_pair *entry = &relation->entries[i];
        uint32_t s = entry->words[asked->turned];
        uint32_t t = entry->words[!asked->turned];
        for (size_t a = sources.starts[s]; a < sources.starts[s + 1]; a++)
            for (size_t b = targets.starts[t];
                 done && b < targets.starts[t + 1]; b++) {
                float weight = entry->weight * sources.items[a].weight *
                               targets.items[b].weight;
                done = add_finding(all, (found){ sources.items[a].word,
                                                 targets.items[b].word,
                                                 { weight, weight } });
            }
    }
    uses_free(&sources);
    uses_free(&targets);
    return done;
}

static bool find_stems(struct findings *all, const question *asked)
{
    const hxp_word_relation *relation = asked->relation;
    bool done = true;
    for (size_t i = 0; done && i < relation->learned_count; i++) {
        const hxp_stem_pair *pair = &relation->learned[i];
        uint32_t s = pair->stems[asked->turned];
        uint32_t t = pair->stems[!asked->turned];
        found finding = { 0,
                          0,
                          { pair->weights[asked->turned],
                            pair->weights[!asked->turned] } };
        if (hxp_names_find(&asked->texts[0]->stems,
                           asked->known[0]->taught.stems.items[s],
                           &finding.from) &&
            hxp_names_find(&asked->texts[1]->stems,
                           asked->known[1]->taught.stems.items[t], &finding.to))
            done = add_finding(all, finding);
    }
    return done;
}

/** The number of the language of tag; language_count: there is none. */
static size_t find_language(const hxp_dictionary *dictionary, const char *tag)
{
    char primary[HXP_TAG_SIZE];
    size_t i = 0;
    hxp_tag_language(primary, hxp_str_of(tag));
    while (i < dictionary->language_count &&
           strcmp(primary, dictionary->languages[i].tag) != 0)
        i++;
    return i;
}

size_t hxp_dictionary_between(const hxp_dictionary *dictionary, hxp_str a,
                              hxp_str b)
{
    char tags[2][HXP_TAG_SIZE];
    size_t count = 0;
    if (!hxp_tag_language(tags[0], a) || !hxp_tag_language(tags[1], b))
        return 0;
    size_t x = find_language(dictionary, tags[0]);
    size_t y = find_language(dictionary, tags[1]);
    for (size_t i = 0; i < dictionary->relation_count; i++) {
        const hxp_word_relation *relation = &dictionary->relations[i];
        if (relation->languages[0] == (x < y ? x : y) &&
            relation->languages[1] == (x < y ? y : x))
            count += relation->entry_count + relation->lesson_count +
                     relation->learned_count;
    }
    return count;
}

/** Find the relation that is asked for; false: nothing is known. */
static bool ask(question *asked, const hxp_dictionary *dictionary,
                const hxp_vocabularies *texts)
{
    size_t source = find_language(dictionary, texts->source_tag);
    size_t target = find_language(dictionary, texts->target_tag);
    size_t low = source < target ? source : target;
    size_t high = source < target ? target : source;
    for (size_t i = 0; i < dictionary->relation_count; i++) {
        const hxp_word_relation *relation = &dictionary->relations[i];
        if (relation->languages[0] != low || relation->languages[1] != high)
            continue;
        *asked = (question){ relation,
                             { &dictionary->languages[source],
                               &dictionary->languages[target] },
                             { texts->source, texts->target },
                             source > target };
        return true;
    }
    return false;
}

/** Write what was learned of stems in both directions. */
static bool write_stems(hxp_word_table stems[2], struct findings *all,
                        const question *asked)
{
    hxp_word_table back = { 0 };
    size_t sources = asked->texts[0]->stems.count;
    size_t targets = asked->texts[1]->stems.count;
    unite(all);
    bool done = write_table(&stems[0], all, 0, sources) &&
                write_table(&back, all, 1, sources) &&
                hxp_word_table_transpose(&stems[1], &back, targets);
    hxp_word_table_free(&back);
    return done;
}

/** Find what the dictionary, which does not change meanwhile, says. */
static bool consult(hxp_word_table *words, hxp_word_table stems[2],
                    const hxp_dictionary *dictionary,
                    const hxp_vocabularies *vocabularies)
{
    question asked;
    struct findings all = { NULL, 0, 0 };
    if (!ask(&asked, dictionary, vocabularies))
        return true;
    bool done = find_words(&all, &asked);
    unite(&all);
    done = done && write_table(words, &all, 0,
                               hxp_vocabulary_size(vocabularies->source));
    all.count = 0;
    done = done && find_stems(&all, &asked) && write_stems(stems, &all, &asked);
    free(all.items);
    return done;
}

bool hxp_dictionary_consult(hxp_word_table *words, hxp_word_table stems[2],
                            const hxp_dictionary *dictionary,
                            const hxp_vocabularies *vocabularies)
{
    pthread_rwlock_rdlock(dictionary->lock);
    bool done = consult(words, stems, dictionary, vocabularies);
    pthread_rwlock_unlock(dictionary->lock);
    return done;
}
