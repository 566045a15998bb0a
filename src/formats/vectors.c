/* vectors.c - vectors of segments and of runs of them, as models write them. */
#include "base/array.h"
#include "base/error.h"
#include "base/input.h"
#include "base/names.h"
#include "base/str.h"
#include "formats/faults.h"
#include "formats/npy.h"
#include "text/utf8.h"

#include <hexapla/formats.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const size_t BYTES_LIMIT = (size_t)4 << 30;

enum { LARGEST = 127 };

/* Vecalign cuts each text to so many characters. */
enum { OVERLAP_LENGTH = 10000 };

/** Vectors and what they own. */
struct owner {
    hxp_vectors vectors; /* first: the caller frees it by this address */
    int8_t *rows;
    float *scales;
    uint32_t *runs;
};

/** The file while it is read. */
struct reading {
    const hxp_vector_options *options;
    const char *file;
    hxp_buffer bytes;
    hxp_npy array;
    hxp_names overlaps; /* the texts, by row; none: a row is a segment */
    struct owner *owner;
    size_t used, room; /* rows */
    float *sum;        /* a vector in work */
};

/* --- The array ------------------------------------------------------------ */

/** Find out the array's form; count: the rows it must have. */
static hxp_status find_array(struct reading *reading, size_t count,
                             hxp_error *error)
{
    hxp_str bytes = hxp_buffer_str(&reading->bytes);
    hxp_npy *array = &reading->array;
    if (hxp_is_npy(bytes)) {
        hxp_status status = hxp_npy_read(array, bytes, reading->file, error);
        if (status != HXP_OK)
            return status;
    } else {
        size_t numbers = bytes.len / sizeof(float);
        *array = (hxp_npy){ count, count > 0 ? numbers / count : 0,
                            sizeof(float), 0 };
        if (array->columns * count * sizeof(float) != bytes.len ||
            array->columns == 0)
            return hxp_fail_at(error, HXP_EINPUT, reading->file,
                               (hxp_place){ 0, 0, 0 },
                               "%zu bytes are not %zu vectors of numbers of 4 "
                               "bytes",
                               bytes.len, count);
    }
    if (array->rows != count)
        return hxp_fail_at(
            error, HXP_EINPUT, reading->file, (hxp_place){ 0, 0, 0 },
            "%zu vectors, but %zu %s", array->rows, count,
            reading->options->overlaps ? "overlaps" : "segments");
    return HXP_OK;
}

/** The number of 16 bits that IEEE 754 calls binary16. */
static double number_of_half(uint64_t bits)
{
    int exponent = (int)(bits >> 10 & 31);
    double fraction = (double)(bits & 1023);
    double number = exponent == 31  ? (double)INFINITY
                    : exponent == 0 ? ldexp(fraction, -24)
                                    : ldexp(fraction + 1024, exponent - 25);
    return bits >> 15 ? -number : number;
}

/** Number column of row of the array. */
static double number_at(const struct reading *reading, size_t row,
                        size_t column)
{
    const hxp_npy *array = &reading->array;
    const char *at = reading->bytes.ptr + array->begin +
                     (row * array->columns + column) * array->size;
    uint64_t bits = 0;
    float narrow;
    double wide;
    for (size_t k = array->size; k-- > 0;)
        bits = bits << 8 | (unsigned char)at[k];
    if (array->size == 2)
        return number_of_half(bits);
    if (array->size == sizeof wide) {
        memcpy(&wide, &bits, sizeof wide);
        return wide;
    }
    const uint32_t low = (uint32_t)bits;
    memcpy(&narrow, &low, sizeof narrow);
    return (double)narrow;
}

/* --- Rows ----------------------------------------------------------------- */

/** Add the vector in work, rounded, as a row; *row is its number. */
static bool add_row(struct reading *reading, uint32_t *row)
{
    struct owner *owner = reading->owner;
    size_t dimension = reading->array.columns, room = reading->room;
    double length = 0, largest = 0;
    int8_t *to;
    if (reading->used >= HXP_NO_VECTOR ||
        !hxp_array_reserve(&owner->scales, &room, reading->used + 1,
                           sizeof *owner->scales))
        return false;
    if (room > reading->room) {
        to = realloc(owner->rows, room * dimension);
        if (!to)
            return false;
        owner->rows = to;
        reading->room = room;
    }
    to = owner->rows + reading->used * dimension;
    for (size_t k = 0; k < dimension; k++)
        largest = fmax(largest, fabs((double)reading->sum[k]));
    for (size_t k = 0; k < dimension; k++) {
        double number =
            largest > 0 ? (double)reading->sum[k] / largest * LARGEST : 0;
        to[k] = (int8_t)lround(number);
        length += (double)to[k] * (double)to[k];
    }
    owner->scales[reading->used] = length > 0 ? (float)(1 / sqrt(length)) : 0;
    *row = (uint32_t)reading->used++;
    return true;
}

/** Put row of the array into work. */
static hxp_status load_row(struct reading *reading, size_t row,
                           hxp_error *error)
{
    for (size_t k = 0; k < reading->array.columns; k++) {
        double number = number_at(reading, row, k);
        if (!isfinite(number) || fabs(number) > 1e30)
            return hxp_fail_at(error, HXP_EINPUT, reading->file,
                               (hxp_place){ 0, 0, 0 },
                               "vector %zu, the first of them 0, has what is "
                               "no number",
                               row);
        reading->sum[k] = (float)number;
    }
    return HXP_OK;
}

static hxp_status add_rows(struct reading *reading, hxp_error *error)
{
    uint32_t row;
    reading->sum = calloc(reading->array.columns + 1, sizeof *reading->sum);
    if (!reading->sum)
        return hxp_no_memory(error);
    for (size_t i = 0; i < reading->array.rows; i++) {
        hxp_status status = load_row(reading, i, error);
        if (status != HXP_OK)
            return status;
        if (!add_row(reading, &row))
            return hxp_no_memory(error);
    }
    return HXP_OK;
}

/* --- Runs ----------------------------------------------------------------- */

/** Where the row of the run of k + 1 segments from i on is kept. */
static uint32_t *run_at(const struct reading *reading, size_t i, size_t k)
{
    return &reading->owner->runs[k * reading->options->count + i];
}

/** Make the text of a run as Vecalign does. False: no memory. */
static bool make_overlap(hxp_buffer *text, const struct reading *reading,
                         size_t i, size_t k)
{
    size_t characters = 0, at = 0;
    text->len = 0;
    for (size_t s = i; s <= i + k; s++) {
        hxp_str line = hxp_str_trim(reading->options->segments[s]);
        if ((s > i && !hxp_buffer_add(text, HXP_STR(" "))) ||
            !hxp_buffer_add(text, line.len > 0 ? line : HXP_STR("BLANK_LINE")))
            return false;
    }
    while (at < text->len && characters++ < OVERLAP_LENGTH)
        hxp_utf8_next(hxp_buffer_str(text), &at);
    text->len = at;
    return true;
}

/** row, unless its vector is all zeros: then it says nothing. */
static uint32_t row_or_none(const struct reading *reading, uint32_t row)
{
    return reading->owner->scales[row] > 0 ? row : HXP_NO_VECTOR;
}

/** Find the row of a run among the overlaps. False: no memory. */
static bool find_overlap(const struct reading *reading, hxp_buffer *text,
                         size_t i, size_t k)
{
    uint32_t row;
    if (!make_overlap(text, reading, i, k))
        return false;
    hxp_str overlap = hxp_str_trim(hxp_buffer_str(text));
    *run_at(reading, i, k) = hxp_names_find(&reading->overlaps, overlap, &row)
                                 ? row_or_none(reading, row)
                                 : HXP_NO_VECTOR;
    return true;
}

/** Make the row of a run of its segments' rows, if all have one. */
static bool make_run(struct reading *reading, size_t i, size_t k)
{
    const struct owner *owner = reading->owner;
    size_t dimension = reading->array.columns;
    memset(reading->sum, 0, dimension * sizeof *reading->sum);
    for (size_t s = i; s <= i + k; s++) {
        uint32_t row = *run_at(reading, s, 0);
        if (row == HXP_NO_VECTOR)
            return true;
        for (size_t d = 0; d < dimension; d++)
            reading->sum[d] +=
                (float)owner->rows[row * dimension + d] * owner->scales[row];
    }
    return add_row(reading, run_at(reading, i, k));
}

/** Find the row of the run of k segments behind the first, i. False: no
 * memory. */
static bool find_run(struct reading *reading, hxp_buffer *text, size_t i,
                     size_t k)
{
    uint32_t *run = run_at(reading, i, k);
    bool done = true;
    if (reading->options->overlaps)
        done = find_overlap(reading, text, i, k);
    else if (k == 0)
        *run = row_or_none(reading, (uint32_t)i);
    if (done && k > 0 && *run == HXP_NO_VECTOR)
        done = make_run(reading, i, k);
    reading->owner->vectors.missing += k == 0 && *run == HXP_NO_VECTOR;
    return done;
}

static bool find_runs(struct reading *reading)
{
    size_t count = reading->options->count, runs = count * HXP_VECTOR_RUNS;
    struct owner *owner = reading->owner;
    hxp_buffer text = { NULL, 0, 0 };
    owner->runs = calloc(runs + 1, sizeof *owner->runs);
    bool done = owner->runs != NULL;
    for (size_t i = 0; done && i < runs; i++)
        owner->runs[i] = HXP_NO_VECTOR;
    for (size_t k = 0; done && k < HXP_VECTOR_RUNS; k++)
        for (size_t i = 0; done && i + k < count; i++)
            done = find_run(reading, &text, i, k);
    hxp_buffer_free(&text);
    return done;
}

/* --- The overlaps --------------------------------------------------------- */

/** Read the texts whose vectors there are. */
static hxp_status read_overlaps(struct reading *reading, hxp_error *error)
{
    hxp_input *input = reading->options->overlaps;
    const char *file = hxp_input_name(input);
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_status status = hxp_input_read_all(input, &bytes, BYTES_LIMIT, error);
    hxp_str rest = hxp_buffer_str(&bytes), line;
    uint32_t number;
    for (size_t i = 0; status == HXP_OK && hxp_line_cut(&rest, &line); i++) {
        if (!hxp_names_add(&reading->overlaps, hxp_str_trim(line), &number))
            status = hxp_no_memory(error);
        else if (number != i)
            status =
                hxp_fail_at(error, HXP_EINPUT, file, (hxp_place){ i + 1, 1, 1 },
                            "the same as line %zu", (size_t)number + 1);
    }
    hxp_buffer_free(&bytes);
    return status;
}

static hxp_status read_all(struct reading *reading, hxp_input *input,
                           hxp_error *error)
{
    const hxp_vector_options *options = reading->options;
    struct owner *owner = reading->owner;
    hxp_status status =
        options->overlaps ? read_overlaps(reading, error) : HXP_OK;
    if (status == HXP_OK)
        status = hxp_input_read_all(input, &reading->bytes, BYTES_LIMIT, error);
    if (status == HXP_OK)
        status = find_array(reading,
                            options->overlaps ? reading->overlaps.count
                                              : options->count,
                            error);
    if (status == HXP_OK)
        status = add_rows(reading, error);
    if (status != HXP_OK)
        return status;
    hxp_buffer_free(&reading->bytes);
    if (!find_runs(reading))
        return hxp_no_memory(error);
    owner->vectors.dimension = reading->array.columns;
    owner->vectors.count = options->count;
    owner->vectors.rows = owner->rows;
    owner->vectors.scales = owner->scales;
    owner->vectors.runs = owner->runs;
    return HXP_OK;
}

hxp_status hxp_vectors_read(hxp_vectors **out, hxp_input *input,
                            const hxp_vector_options *options, hxp_error *error)
{
    struct reading reading = { .options = options,
                               .file = hxp_input_name(input) };
    *out = NULL;
    reading.owner = calloc(1, sizeof *reading.owner);
    if (!reading.owner)
        return hxp_no_memory(error);
    hxp_status status = read_all(&reading, input, error);
    hxp_buffer_free(&reading.bytes);
    hxp_names_free(&reading.overlaps);
    free(reading.sum);
    if (status == HXP_OK)
        *out = &reading.owner->vectors;
    else
        hxp_vectors_free(&reading.owner->vectors);
    return status;
}

void hxp_vectors_free(hxp_vectors *vectors)
{
    struct owner *owner = (struct owner *)vectors;
    if (!owner)
        return;
    free(owner->rows);
    free(owner->scales);
    free(owner->runs);
    free(owner);
}
