/* path_language.h - the language that the name of a file tells. */
#ifndef CLI_PATH_LANGUAGE_H
#define CLI_PATH_LANGUAGE_H

#include <hexapla/text.h>

/**
 * Write the canonical tag of the language that path tells: article.nl.txt,
 * article.nl.txt.gz, nl.txt, texts_pt_BR.properties, nl.lproj/Main.strings,
 * values-pt-rBR/strings.xml; empty: none.
 */
void hxp_path_language(char canonical[HXP_TAG_SIZE], const char *path);

#endif
