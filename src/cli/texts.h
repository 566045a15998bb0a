/* texts.h - the texts a command is given: language, document, segments. */
#ifndef CLI_TEXTS_H
#define CLI_TEXTS_H

#include "cli/cli.h"
#include "text/guess.h"

#include <hexapla/formats.h>
#include <hexapla/model.h>
#include <hexapla/text.h>

extern const char *const hxp_paragraph_names[];

/** The document formats, for shells to offer. */
extern const char *const hxp_document_formats[];

/** The help of --input-format. */
#define HXP_DOCUMENT_FORMATS                                                   \
    "txt, html, markdown, docx, pptx, xlsx, odf, epub, xliff, po, tmx, "       \
    "xcstrings, json, "                                                        \
    "android, properties, strings, pdf, srt or vtt; else the file's name or "  \
    "content tells it"

/** Says so when there is no document format name; NULL is allowed. */
hxp_exit hxp_check_document_format(const hxp_command *command,
                                   const char *name);

/** An operand: a file and, if it or its name says so, a language. */
typedef struct hxp_operand {
    const char *path;
    char language[HXP_TAG_SIZE]; /* canonical; empty: not said */
} hxp_operand;

/** Read "path" or "nl=path"; "article.nl.txt" tells its language too. */
hxp_operand hxp_operand_of(const char *text);

/** "tag=path", which hxp_operand_of() reads; the caller frees it. NULL: no
 * memory. */
char *hxp_operand_make(const char *tag, const char *path);

/** Write the language that the file, a page, says it is in; empty: none, or it
 * is no page. format NULL: its name tells. */
void hxp_page_language(char tag[HXP_TAG_SIZE], const char *path,
                       const char *format);

/**
 * Says so when path, where option writes, is one of the files that operands
 * name: it would be lost. NULL, "-" and what is no plain file are allowed.
 */
hxp_exit hxp_check_output(const hxp_command *command, const char *option,
                          const char *path, const hxp_values *operands);

/** A text that was read. */
typedef struct hxp_text {
    const hxp_language *language;
    hxp_document *document;
    hxp_segments segments;
} hxp_text;

enum { HXP_LANGUAGES_SAID = 64 };

/** How texts are read, and what was said while doing so. */
typedef struct hxp_text_options {
    const hxp_command *command;
    const char *language; /* NULL: as the operand says */
    bool lines;           /* every line is a segment */
    bool quiet;
    const hxp_guesser *guesser; /* NULL: languages are as they are said */
    hxp_document_options document;
    const hxp_document *like; /* entries come in the order of this; or NULL */
    const hxp_language *said[HXP_LANGUAGES_SAID]; /* that they have no data */
    size_t said_count;
} hxp_text_options;

/**
 * Open the folder of languages: $HEXAPLA_LOCALES, else the one beside the
 * program, else that of the installation.
 */
hxp_exit hxp_open_locales(hxp_locales **locales);

/** Make a guesser, which the caller frees; says what goes wrong. */
hxp_exit hxp_open_guesser(hxp_guesser **guesser, hxp_locales *locales);

/**
 * Find the language of a text: as options or the operand say. Says so when it
 * cannot.
 */
hxp_exit hxp_find_language(const hxp_language **language, hxp_locales *locales,
                           const hxp_operand *operand,
                           const hxp_text_options *options);

/** Say once of each language that it has no data, if so; path is a text's. */
void hxp_say_data(const hxp_language *language, const char *path,
                  hxp_text_options *options);

/**
 * Read the text of an operand and divide it. Says what goes wrong, and when
 * the language has no data or is surely another. The caller ends with
 * hxp_text_free() in any case.
 */
hxp_exit hxp_text_read(hxp_text *text, hxp_locales *locales,
                       const char *operand, hxp_text_options *options);

void hxp_text_free(hxp_text *text);

/** The text of segment i. */
hxp_str hxp_text_segment(const hxp_text *text, size_t i);

#endif
