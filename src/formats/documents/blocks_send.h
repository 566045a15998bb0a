/* blocks_send.h - hands on a paragraph that is complete. */
#ifndef FORMATS_BLOCKS_SEND_H
#define FORMATS_BLOCKS_SEND_H

#include "formats/documents/blocks.h"

/**
 * Send part, which was the next of blocks to be complete, to their sink, unless
 * it has no text or is to be left out. Fails as the sink does.
 */
hxp_status hxp_blocks_send(hxp_blocks *blocks, hxp_block_part *part,
                           hxp_error *error);

#endif
