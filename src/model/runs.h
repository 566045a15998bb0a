/* runs.h - finding a place among runs. */
#ifndef MODEL_RUNS_H
#define MODEL_RUNS_H

#include <hexapla/model.h>

/** How many of count runs, which are ordered, begin at offset or before. */
size_t hxp_runs_up_to(const hxp_run *runs, size_t count, size_t offset);

#endif
