/* store.h - stores of units in a folder of their own, for tests. */
#ifndef TESTS_STORE_H
#define TESTS_STORE_H

#include <hexapla/base.h>
#include <hexapla/memory.h>

/** Make a folder for stores and go there. False: it cannot be made. */
bool store_folder(void);

/** The store of tests: $HEXAPLA_TEST_STORE, an address, or else a file's. */
const char *store_name(void);

/** Whether it is a file. */
bool store_is_file(void);

/** Run SQL in the database of an address. False: it failed. */
bool store_run(const char *sql);

/** Remove the store and what is derived from it, if it is there. */
void store_remove(void);

/** The name of the index of English texts in the folder; NULL: there is none.
 * It lives until the next call. */
const char *store_index(void);

/** Leave the folder, and remove it with what is in it. */
void store_folder_remove(void);

/* The two as cmocka's set-up and tear-down of a group. */
int store_set_up(void **state);
int store_tear_down(void **state);

/** Add bytes, which are TMX or TSV, to the memory name of a store. */
hxp_status store_add(hxp_memory *memory, const char *name, hxp_str bytes,
                     hxp_memory_counts *counts, hxp_error *error);

/** Write the units of a memory (NULL: of all) to output in a format. */
hxp_status store_export(hxp_output *output, hxp_memory *memory,
                        const char *name, const char *format, hxp_error *error);

#endif
