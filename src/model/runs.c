/* runs.c - finding a place among runs. */
#include "model/runs.h"

size_t hxp_runs_up_to(const hxp_run *runs, size_t count, size_t offset)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (runs[middle].offset <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
