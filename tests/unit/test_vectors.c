/* test_vectors.c - vectors as NumPy and as Vecalign write them. */
#include "base/str.h"

#include <hexapla/formats.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Two vectors of two numbers: (3, 4) and (0, -0.5). */
#define NARROW                                                                 \
    "\0\0\x40\x40\0\0\x80\x40"                                                 \
    "\0\0\0\0\0\0\0\xBF"
#define WIDE                                                                   \
    "\0\0\0\0\0\0\x08\x40\0\0\0\0\0\0\x10\x40"                                 \
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xE0\xBF"
#define HALF "\0\x42\0\x44\0\0\0\xB8"

#define BYTES(text) ((hxp_str){ text, sizeof(text) - 1 })

static const char *const lines[] = { " One.", "Two." };

static hxp_status read(hxp_vectors **out, hxp_str bytes, const char *overlaps,
                       hxp_error *error)
{
    hxp_str segments[2] = { hxp_str_of(lines[0]), hxp_str_of(lines[1]) };
    hxp_vector_options options = { segments, 2, NULL };
    hxp_input *input;
    assert_int_equal(hxp_input_memory(&input, bytes, "v.npy", NULL), HXP_OK);
    if (overlaps)
        assert_int_equal(hxp_input_memory(&options.overlaps,
                                          hxp_str_of(overlaps), "o", NULL),
                         HXP_OK);
    hxp_status status = hxp_vectors_read(out, input, &options, error);
    hxp_input_close(input);
    hxp_input_close(options.overlaps);
    return status;
}

/** Number column of the row of the run of k + 1 segments from i on. */
static double number(const hxp_vectors *vectors, size_t i, size_t k,
                     size_t column)
{
    uint32_t row = vectors->runs[k * vectors->count + i];
    assert_int_not_equal(row, HXP_NO_VECTOR);
    return (double)vectors->rows[row * vectors->dimension + column] *
           (double)vectors->scales[row];
}

static bool near(double a, double b)
{
    return fabs(a - b) < 0.01;
}

/** All forms of the two vectors are the same; runs have their mean. */
static void test_forms(void **state)
{
    const hxp_str forms[] = {
        BYTES(NARROW),
        BYTES("\x93NUMPY\1\0\x3B\0{'descr': '<f4', 'fortran_order': False, "
              "'shape': (2, 2), }" NARROW),
        BYTES("\x93NUMPY\2\0\x3B\0\0\0{'descr': '<f8', 'fortran_order': "
              "False, 'shape': (2, 2), }" WIDE),
        BYTES("\x93NUMPY\1\0\x3B\0{'descr': '<f2', 'fortran_order': False, "
              "'shape': (2, 2), }" HALF)
    };
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        hxp_vectors *vectors;
        hxp_error error;
        assert_int_equal(read(&vectors, forms[i], NULL, &error), HXP_OK);
        assert_int_equal(vectors->dimension, 2);
        assert_int_equal(vectors->count, 2);
        assert_int_equal(vectors->missing, 0);
        assert_true(near(number(vectors, 0, 0, 0), 0.6));
        assert_true(near(number(vectors, 0, 0, 1), 0.8));
        assert_true(near(number(vectors, 1, 0, 0), 0));
        assert_true(near(number(vectors, 1, 0, 1), -1));
        /* (.6, .8) + (0, -1), made 1 long */
        assert_true(near(number(vectors, 0, 1, 0), 0.949));
        assert_true(near(number(vectors, 0, 1, 1), -0.316));
        assert_int_equal(vectors->runs[4 + 0], HXP_NO_VECTOR);
        hxp_vectors_free(vectors);
    }
}

static void test_overlaps(void **state)
{
    hxp_vectors *vectors;
    hxp_error error;
    (void)state;
    assert_int_equal(read(&vectors, BYTES(NARROW), "One. Two.\nOne.\n", &error),
                     HXP_OK);
    assert_int_equal(vectors->missing, 1);
    assert_true(near(number(vectors, 0, 1, 0), 0.6));
    assert_true(near(number(vectors, 0, 0, 1), -1));
    assert_int_equal(vectors->runs[1], HXP_NO_VECTOR);
    hxp_vectors_free(vectors);
    assert_int_equal(read(&vectors, BYTES(NARROW), "One.\n One.\n", &error),
                     HXP_EINPUT);
    assert_string_equal(error.file, "o");
    assert_int_equal(error.place.line, 2);
    assert_string_equal(error.message, "the same as line 1");
}

/** A vector of zeros is none, and a run with it has none. */
static void test_zeros(void **state)
{
    hxp_vectors *vectors;
    hxp_error error;
    (void)state;
    assert_int_equal(read(&vectors,
                          BYTES("\0\0\x80\x3F\0\0\0\0\0\0\0\0\0\0\0\0"), NULL,
                          &error),
                     HXP_OK);
    assert_int_equal(vectors->missing, 1);
    assert_true(near(number(vectors, 0, 0, 0), 1));
    assert_int_equal(vectors->runs[1], HXP_NO_VECTOR);
    assert_int_equal(vectors->runs[2], HXP_NO_VECTOR);
    hxp_vectors_free(vectors);
}

static void refuses(hxp_str bytes, const char *message)
{
    hxp_vectors *vectors;
    hxp_error error;
    assert_int_equal(read(&vectors, bytes, NULL, &error), HXP_EINPUT);
    assert_null(vectors);
    assert_string_equal(error.file, "v.npy");
    assert_string_equal(error.message, message);
}

static void test_refuses(void **state)
{
    (void)state;
    refuses(HXP_STR(""), "0 bytes are not 2 vectors of numbers of 4 bytes");
    refuses(HXP_STR("twelve bytes"),
            "12 bytes are not 2 vectors of numbers of 4 bytes");
    refuses(BYTES("\0\0\xC0\x7F\0\0\x80\x40"),
            "vector 0, the first of them 0, has what is no number");
    refuses(BYTES("\x93NUMPY\1\0\x3B\0{'descr': '<f2', 'fortran_order': False, "
                  "'shape': (2, 2), }\0\x42\0\x44\1\0\0\x7C"),
            "vector 1, the first of them 0, has what is no number");
    refuses(BYTES("\x93NUMPY\1\0\xFF\0{"), "the array ends in its head");
    refuses(BYTES("\x93NUMPY\1"), "the array ends in its head");
    refuses(BYTES("\x93NUMPY\1\0\x10\0{'descr': '<i4',"),
            "the numbers are \"'<i4'\"; '<f2', '<f4' and '<f8' are read");
    refuses(
        BYTES("\x93NUMPY\1\0\x28\0{'descr': '<f4', 'fortran_order': True,}"),
        "the array stands column by column");
    refuses(BYTES("\x93NUMPY\1\0\x39\0{'descr': '<f4', 'fortran_order': False,"
                  " 'shape': (2,), }" NARROW),
            "the array has not two dimensions");
    refuses(BYTES("\x93NUMPY\1\0\x3B\0{'descr': '<f4', 'fortran_order': False,"
                  " 'shape': (2, 3), }" NARROW),
            "the array should have 2 rows of 3 numbers, but the file ends "
            "before");
    refuses(BYTES("\x93NUMPY\1\0\x3B\0{'descr': '<f4', 'fortran_order': False,"
                  " 'shape': (1, 4), }" NARROW),
            "1 vectors, but 2 segments");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_overlaps),
        cmocka_unit_test(test_zeros),
        cmocka_unit_test(test_refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
