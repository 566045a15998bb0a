/* markdown_heading.h - what stands behind the text of a heading. */
#ifndef FORMATS_MARKDOWN_HEADING_H
#define FORMATS_MARKDOWN_HEADING_H

#include "formats/documents/blocks.h"
#include "formats/documents/markdown_tree.h"

/**
 * Cut off the attributes at the end of the heading node, whose text is that of
 * part: {#id .class key="value"}, also with a colon as in {: #id}; pandoc,
 * kramdown and Python-Markdown have them. They are kept where the source has
 * them escaped. What marks the end of the heading before them goes with them.
 */
void hxp_markdown_cut_attributes(hxp_block_part *part,
                                 const hxp_markdown_tree *tree,
                                 cmark_node *node);

#endif
