/* markdown_text.h - puts text of Markdown into a paragraph, with its places. */
#ifndef FORMATS_MARKDOWN_TEXT_H
#define FORMATS_MARKDOWN_TEXT_H

#include "formats/documents/blocks.h"
#include "formats/documents/markdown_tree.h"

/** Add the text of node to the open paragraph. Fails as adding does. */
hxp_status hxp_markdown_text_put(hxp_blocks *blocks, hxp_markdown_tree *tree,
                                 cmark_node *node, hxp_error *error);

#endif
