/* make_tmx.c - writes a translation memory of any size, the same each time. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* Sentences are put together from these; "#" is a number, "@" an inline code
 * with what stands up to the next "@" inside it. */
static const char *const subjects[][2] = {
    { "The committee", "La commission" },
    { "The member state", "L'État membre" },
    { "The @second@ pump", "La @deuxième@ pompe" },
    { "This window", "Cette fenêtre" },
    { "The user", "L'utilisateur" },
    { "Each file", "Chaque fichier" },
    { "The new @version@", "La nouvelle @version@" },
    { "Article #", "L'article #" },
    { "The supplier of part #", "Le fournisseur de la pièce #" },
    { "A translator", "Un traducteur" },
};
static const char *const verbs[][2] = {
    { "shall examine", "examine" },
    { "opens", "ouvre" },
    { "has to replace", "doit remplacer" },
    { "does not show", "n'affiche pas" },
    { "lays down", "établit" },
    { "checks @before@ use", "vérifie @avant@ l'emploi" },
    { "delivered", "a livré" },
    { "will publish", "publiera" },
};
static const char *const objects[][2] = {
    { "the annual report of # pages", "le rapport annuel de # pages" },
    { "every @entry@ in the list", "chaque @entrée@ de la liste" },
    { "the cover of the # V supply", "le couvercle de l'alimentation de # V" },
    { "a message with the date", "un message avec la date" },
    { "the rules on data protection", "les règles de protection des données" },
    { "the words \"yes &amp; no\"", "les mots « oui &amp; non »" },
    { "a layer against corrosion", "une couche contre la corrosion" },
    { "the terms of the contract", "les clauses du contrat" },
};
static const char *const endings[][2] = {
    { "within # days.", "dans un délai de # jours." },
    { "in accordance with paragraph #.", "conformément au paragraphe #." },
    { "when the key is pressed.", "quand on appuie sur la touche." },
    { "without further notice.", "sans autre avis." },
    { "if the value exceeds # %.", "si la valeur dépasse # %." },
    { "for the sake of safety.", "par souci de sécurité." },
};

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/** What the parts of one unit have in common. */
typedef struct choice {
    unsigned parts[4];
    unsigned number;
} choice;

static size_t put_part(const char *text, unsigned number, unsigned *code)
{
    size_t size = 0;
    for (const char *c = text; *c; c++) {
        if (*c == '#')
            size += (size_t)printf("%u", number);
        else if (*c == '@' && *code % 2 == 1)
            size +=
                (size_t)printf("<ept i=\"%u\">&lt;/b&gt;</ept>", ++*code / 2);
        else if (*c == '@')
            size += (size_t)printf("<bpt i=\"%u\" type=\"bold\" x=\"%u\">"
                                   "&lt;b&gt;</bpt>",
                                   *code / 2 + 1, *code / 2 + 1),
                ++*code;
        else
            size += putchar(*c) != EOF;
    }
    return size;
}

static size_t put_variant(const choice *chosen, unsigned side)
{
    const char *const parts[] = { subjects[chosen->parts[0]][side],
                                  verbs[chosen->parts[1]][side],
                                  objects[chosen->parts[2]][side],
                                  endings[chosen->parts[3]][side] };
    unsigned code = 0;
    size_t size = (size_t)printf("      <tuv xml:lang=\"%s\">\n        <seg>",
                                 side ? "fr-FR" : "en-US");
    for (unsigned i = 0; i < 4; i++) {
        size += put_part(parts[i], chosen->number, &code);
        size += i < 3 ? (size_t)printf(" ") : 0;
    }
    return size + (size_t)printf("</seg>\n      </tuv>\n");
}

static size_t put_unit(unsigned long number, uint32_t *state)
{
    choice chosen = { { next_random(state) % 10, next_random(state) % 8,
                        next_random(state) % 8, next_random(state) % 6 },
                      next_random(state) % 1000 };
    size_t size = (size_t)printf(
        "    <tu tuid=\"%lu\" creationdate=\"20%02u%02u%02uT%02u%02u00Z\" "
        "creationid=\"USER%u\">\n",
        number, next_random(state) % 25, next_random(state) % 12 + 1,
        next_random(state) % 28 + 1, next_random(state) % 24,
        next_random(state) % 60, next_random(state) % 40);
    if (next_random(state) % 4 == 0)
        size += (size_t)printf("      <prop type=\"x-project\">P%u</prop>\n",
                               next_random(state) % 100);
    size += put_variant(&chosen, 0);
    size += put_variant(&chosen, 1);
    return size + (size_t)printf("    </tu>\n");
}

int main(int argc, char **argv)
{
    unsigned long long megabytes = argc == 2 ? strtoull(argv[1], NULL, 10) : 0,
                       size = 0;
    uint32_t state = 1;
    if (megabytes == 0) {
        fprintf(stderr, "usage: make_tmx MEGABYTES > FILE\n");
        return 2;
    }
    printf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n"
           "  <header creationtool=\"make_tmx\" creationtoolversion=\"1\" "
           "segtype=\"sentence\" o-tmf=\"none\" adminlang=\"en\" "
           "srclang=\"en-US\" datatype=\"html\"/>\n  <body>\n");
    for (unsigned long i = 1; size < megabytes * 1000000; i++)
        size += put_unit(i, &state);
    printf("  </body>\n</tmx>\n");
    return ferror(stdout) || fflush(stdout) != 0;
}
