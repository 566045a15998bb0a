/* joint.h - what a line end within a paragraph stands for. */
#ifndef TEXT_JOINT_H
#define TEXT_JOINT_H

#include <hexapla/base.h>

/**
 * True when the lines before and behind a line end go together without a blank:
 * on both sides of it is Chinese or Japanese, which is wrapped anywhere. There
 * is no white space at the ends of either.
 */
bool hxp_lines_join_bare(hxp_str before, hxp_str behind);

#endif
