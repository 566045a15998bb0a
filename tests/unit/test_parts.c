/* test_parts.c - stores with more than one index can hold. */
#include "store.h"

#include "base/array.h"
#include "base/str.h"
#include "memory/follow.h"

#include <dirent.h>
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/** Regions of English and of French: all pairs are more than an index can tell
 * apart. */
enum { SOURCES = 676, TARGETS = 106, UNITS = SOURCES * TARGETS };

static void put_unit(hxp_buffer *bytes, unsigned number)
{
    char text[200];
    unsigned source = number % SOURCES, target = number / SOURCES;
    snprintf(text, sizeof text,
             "<tu><tuv xml:lang=\"en-%c%c\"><seg>text %u</seg></tuv>"
             "<tuv xml:lang=\"fr-%c%c\"><seg>%u</seg></tuv></tu>",
             'A' + (int)(source / 26), 'A' + (int)(source % 26), number,
             'A' + (int)(target / 26), 'A' + (int)(target % 26), number);
    assert_true(hxp_buffer_add(bytes, hxp_str_of(text)));
}

/** Add units from number from to end, to the memory name. */
static void add_units(hxp_memory *memory, const char *name, unsigned from,
                      unsigned end)
{
    hxp_buffer bytes = { NULL, 0, 0 };
    hxp_memory_counts counts;
    assert_true(hxp_buffer_add(
        &bytes, HXP_STR("<tmx version=\"1.4\"><header creationtool=\"a\" "
                        "creationtoolversion=\"b\" segtype=\"block\" "
                        "o-tmf=\"c\" adminlang=\"en\" srclang=\"*all*\" "
                        "datatype=\"d\"/><body>")));
    for (unsigned i = from; i < end; i++)
        put_unit(&bytes, i);
    assert_true(hxp_buffer_add(&bytes, HXP_STR("</body></tmx>")));
    assert_int_equal(
        store_add(memory, name, hxp_buffer_str(&bytes), &counts, NULL), HXP_OK);
    assert_int_equal(counts.added, end - from);
    hxp_buffer_free(&bytes);
}

/** Look a unit's source up. */
static void expect_found(hxp_lookup *lookup, unsigned number)
{
    char text[20], target[20];
    const hxp_match *matches;
    size_t count;
    snprintf(text, sizeof text, "text %u", number);
    snprintf(target, sizeof target, "%u", number);
    hxp_query query = { .content = { .text = hxp_str_of(text) } };
    assert_int_equal(hxp_lookup_find(&matches, &count, lookup, &query, NULL),
                     HXP_OK);
    assert_true(count > 0);
    assert_true(hxp_str_is(matches[0].target->content.text, target));
}

/** Look up, and search for, units of all parts. */
static void expect_all(hxp_memory *memory, unsigned end)
{
    hxp_lookup_options options = HXP_LOOKUP_OPTIONS_INIT;
    hxp_search_options searching = HXP_SEARCH_OPTIONS_INIT;
    hxp_lookup *lookup;
    hxp_search *search;
    const hxp_occurrence *found;
    size_t count;
    options.from = searching.language = "en";
    options.to = searching.other = "fr";
    options.top = 1;
    assert_int_equal(hxp_lookup_new(&lookup, memory, &options, NULL), HXP_OK);
    for (unsigned i = 0; i < end; i += end / 16)
        expect_found(lookup, i);
    expect_found(lookup, end - 1);
    hxp_lookup_free(lookup);
    assert_int_equal(hxp_search_new(&search, memory, &searching, NULL), HXP_OK);
    assert_int_equal(
        hxp_search_find(&found, &count, search, HXP_STR("text 65520"), NULL),
        HXP_OK);
    assert_int_equal(count, 1);
    hxp_search_free(search);
}

/** How many files of indexes there are. */
static size_t count_files(void)
{
    size_t count = 0;
    DIR *entries = opendir(".");
    assert_non_null(entries);
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): one thread */
    for (struct dirent *entry; (entry = readdir(entries));)
        count += hxp_str_ends(hxp_str_of(entry->d_name), HXP_STR(".index"));
    closedir(entries);
    return count;
}

static hxp_memory *new_store(void)
{
    hxp_memory *memory;
    store_remove();
    assert_int_equal(hxp_memory_open(&memory, "s.db", HXP_MEMORY_CREATE, NULL),
                     HXP_OK);
    return memory;
}

/** Remove the units of the memory name, or of all. */
static void remove_units(hxp_memory *memory, const char *name, size_t count)
{
    hxp_unit_sink *sink;
    size_t removed = 0;
    assert_int_equal(hxp_memory_remove_new(&sink, memory, &removed, NULL),
                     HXP_OK);
    assert_int_equal(hxp_memory_read(memory, name, sink, NULL), HXP_OK);
    sink->close(sink);
    assert_int_equal(removed, count);
}

/** Two indexes, and units added since; then few units are left, of which there
 * is one index. */
static void test_parts(void **state)
{
    enum { FEW = 50 };
    hxp_memory *memory = new_store();
    (void)state;
    add_units(memory, "m", 0, UNITS - FEW);
    expect_all(memory, UNITS - FEW);
    assert_int_equal(count_files(), 2);
    add_units(memory, "m", UNITS - FEW, UNITS);
    expect_all(memory, UNITS);
    assert_int_equal(count_files(), 2);
    remove_units(memory, NULL, UNITS);
    add_units(memory, "m", UNITS - FEW, UNITS);
    hxp_lookup_options options = HXP_LOOKUP_OPTIONS_INIT;
    hxp_lookup *lookup;
    options.from = "en";
    options.to = "fr";
    assert_int_equal(hxp_lookup_new(&lookup, memory, &options, NULL), HXP_OK);
    expect_found(lookup, UNITS - 1);
    hxp_lookup_free(lookup);
    assert_int_equal(count_files(), 1);
    hxp_memory_close(memory);
}

/** Expect that so many units are known to be gone since an index was made. */
static void expect_removed(hxp_memory *memory, size_t count)
{
    hxp_following following = { .count = 0 };
    assert_int_equal(hxp_follow(&following, memory->store, "en", NULL), HXP_OK);
    assert_int_equal(following.removed_count, count);
    hxp_following_free(&following);
}

/** A unit of the first index is gone, and so many came since that the last
 * one is made anew. */
static void test_removed(void **state)
{
    enum { MANY = 6000 };
    hxp_memory *memory = new_store();
    hxp_lookup_options options = HXP_LOOKUP_OPTIONS_INIT;
    hxp_lookup *lookup;
    const hxp_match *matches;
    size_t count;
    hxp_query query = { .content = { .text = HXP_STR("text 0") } };
    (void)state;
    options.from = "en";
    options.to = "fr";
    options.top = 1;
    add_units(memory, "first", 0, 1);
    add_units(memory, "m", 1, UNITS);
    assert_int_equal(hxp_lookup_new(&lookup, memory, &options, NULL), HXP_OK);
    expect_found(lookup, 0);
    hxp_lookup_free(lookup);
    remove_units(memory, "first", 1);
    add_units(memory, "m", UNITS, UNITS + MANY);
    expect_removed(memory, 1);
    assert_int_equal(hxp_lookup_new(&lookup, memory, &options, NULL), HXP_OK);
    expect_found(lookup, UNITS + MANY - 1);
    assert_int_equal(hxp_lookup_find(&matches, &count, lookup, &query, NULL),
                     HXP_OK);
    assert_int_equal(count, 1);
    assert_true(matches[0].score < 100);
    hxp_lookup_free(lookup);
    assert_int_equal(count_files(), 2);
    hxp_memory_close(memory);
}

/** The first file that a pattern fits; *number is what the system calls it. */
static void find_file(char name[200], ino_t *number, const char *pattern)
{
    glob_t files;
    struct stat info;
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): one thread */
    assert_int_equal(glob(pattern, 0, NULL, &files), 0);
    snprintf(name, 200, "%s", files.gl_pathv[0]);
    globfree(&files);
    assert_int_equal(stat(name, &info), 0);
    *number = info.st_ino;
}

/** A part that cannot be written beside the store is in the user's folder, and
 * found there. */
static void test_other_folder(void **state)
{
    char name[200], spare[300];
    ino_t number, again;
    hxp_memory *memory = new_store();
    (void)state;
    /* NOLINTBEGIN(concurrency-mt-unsafe): one thread */
    const char *folder = getenv("HEXAPLA_CACHE");
    /* NOLINTEND(concurrency-mt-unsafe) */
    assert_non_null(folder);
    snprintf(spare, sizeof spare, "%s/memory-*-en-*.index", folder);
    add_units(memory, "m", 0, UNITS);
    hxp_memory_close(memory);
    assert_int_equal(hxp_memory_open(&memory, "s.db", HXP_MEMORY_READ, NULL),
                     HXP_OK);
    expect_all(memory, UNITS);
    find_file(name, &number, "s.db-en-*.index");
    assert_int_equal(unlink(name), 0);
    assert_int_equal(mkdir(name, 0777), 0);
    char other[200];
    expect_all(memory, UNITS);
    find_file(other, &number, spare);
    expect_all(memory, UNITS);
    find_file(other, &again, spare);
    assert_true(number == again);
    assert_int_equal(rmdir(name), 0);
    hxp_memory_close(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_parts),
                                        cmocka_unit_test(test_removed),
                                        cmocka_unit_test(test_other_folder) };
    return cmocka_run_group_tests_name("parts", tests, store_set_up,
                                       store_tear_down);
}
