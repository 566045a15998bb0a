/* test_disk.c - disks that fail: each write and each sync of a store's file in
 * turn; the file of an index that cannot be written. */
#include "store.h"

#include "base/str.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

/* --- A file system that fails --------------------------------------------- */

static int left;    /* writes and syncs until one fails; 0: none does */
static int failure; /* what it fails with */

/** A file of ours; the one of the system lies behind it. */
typedef struct failing_file {
    sqlite3_file base;
    sqlite3_io_methods methods;
    const sqlite3_io_methods *real;
} failing_file;

static sqlite3_vfs *below;

static bool fails(void)
{
    if (left == 0 || --left > 0)
        return false;
    left = 1; /* a full disk stays full */
    return true;
}

static sqlite3_file *real_of(sqlite3_file *file)
{
    return (sqlite3_file *)((failing_file *)file + 1);
}

static int close_real(sqlite3_file *file)
{
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int read_real(sqlite3_file *file, void *to, int size, sqlite3_int64 at)
{
    return real_of(file)->pMethods->xRead(real_of(file), to, size, at);
}

static int write_or_fail(sqlite3_file *file, const void *from, int size,
                         sqlite3_int64 at)
{
    return fails()
               ? failure
               : real_of(file)->pMethods->xWrite(real_of(file), from, size, at);
}

static int truncate_real(sqlite3_file *file, sqlite3_int64 size)
{
    return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int sync_or_fail(sqlite3_file *file, int flags)
{
    return fails() ? SQLITE_IOERR_FSYNC
                   : real_of(file)->pMethods->xSync(real_of(file), flags);
}

static int size_of_real(sqlite3_file *file, sqlite3_int64 *size)
{
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int lock_real(sqlite3_file *file, int kind)
{
    return real_of(file)->pMethods->xLock(real_of(file), kind);
}

static int unlock_real(sqlite3_file *file, int kind)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), kind);
}

static int check_lock_real(sqlite3_file *file, int *locked)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), locked);
}

static int control_real(sqlite3_file *file, int what, void *with)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), what, with);
}

static int sector_of_real(sqlite3_file *file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int traits_of_real(sqlite3_file *file)
{
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int map_shared_real(sqlite3_file *file, int page, int size, int extend,
                           void volatile **to)
{
    return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend,
                                            to);
}

static int lock_shared_real(sqlite3_file *file, int from, int count, int flags)
{
    return real_of(file)->pMethods->xShmLock(real_of(file), from, count, flags);
}

static void barrier_real(sqlite3_file *file)
{
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int unmap_shared_real(sqlite3_file *file, int remove)
{
    return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

static int open_failing(sqlite3_vfs *vfs, const char *name, sqlite3_file *file,
                        int flags, int *out_flags)
{
    static const sqlite3_io_methods methods = {
        .iVersion = 2,
        .xClose = close_real,
        .xRead = read_real,
        .xWrite = write_or_fail,
        .xTruncate = truncate_real,
        .xSync = sync_or_fail,
        .xFileSize = size_of_real,
        .xLock = lock_real,
        .xUnlock = unlock_real,
        .xCheckReservedLock = check_lock_real,
        .xFileControl = control_real,
        .xSectorSize = sector_of_real,
        .xDeviceCharacteristics = traits_of_real,
        .xShmMap = map_shared_real,
        .xShmLock = lock_shared_real,
        .xShmBarrier = barrier_real,
        .xShmUnmap = unmap_shared_real,
    };
    (void)vfs;
    int code = below->xOpen(below, name, real_of(file), flags, out_flags);
    file->pMethods = real_of(file)->pMethods ? &methods : NULL;
    return code;
}

/** Have SQLite use files that fail. */
static void use_failing_files(void)
{
    static sqlite3_vfs vfs;
    below = sqlite3_vfs_find(NULL);
    vfs = *below;
    vfs.zName = "failing";
    vfs.szOsFile = (int)sizeof(failing_file) + below->szOsFile;
    vfs.xOpen = open_failing;
    assert_int_equal(sqlite3_vfs_register(&vfs, 1), SQLITE_OK);
}

/* --- Stores --------------------------------------------------------------- */

static hxp_memory *open_store(void)
{
    hxp_memory *memory;
    assert_int_equal(hxp_memory_open(&memory, "s.db", HXP_MEMORY_CREATE, NULL),
                     HXP_OK);
    return memory;
}

static hxp_memory *new_store(void)
{
    store_remove();
    hxp_memory *memory = open_store();
    hxp_memory_counts counts;
    assert_int_equal(
        store_add(memory, "m", HXP_STR("en\tnl\na\tb\n"), &counts, NULL),
        HXP_OK);
    return memory;
}

/** The number of units of a store, opened anew and seen to be sound. */
static size_t count_units(void)
{
    hxp_output *output;
    hxp_memory *memory = open_store();
    assert_int_equal(hxp_memory_compact(memory, NULL), HXP_OK);
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    assert_int_equal(store_export(output, memory, NULL, "tsv", NULL), HXP_OK);
    hxp_str found = hxp_output_bytes(output);
    size_t lines = 0;
    for (size_t i = 0; i < found.len; i++)
        lines += found.ptr[i] == '\n';
    hxp_output_close(output);
    hxp_memory_close(memory);
    return lines - 1;
}

/** Something that is done with a store; how many units it has then. */
typedef struct change {
    hxp_status (*make)(hxp_memory *memory, hxp_error *error);
    size_t units;
} change;

static hxp_status add_some(hxp_memory *memory, hxp_error *error)
{
    static const char units[] = "en\tnl\nc\td\ne\tf\n";
    hxp_memory_counts counts;
    return store_add(memory, "m", hxp_str_of(units), &counts, error);
}

static hxp_status delete_all(hxp_memory *memory, hxp_error *error)
{
    hxp_unit_sink *sink;
    size_t removed;
    hxp_status status = hxp_memory_remove_new(&sink, memory, &removed, error);
    if (status != HXP_OK)
        return status;
    status = hxp_memory_read(memory, NULL, sink, error);
    sink->close(sink);
    return status;
}

static hxp_status compact(hxp_memory *memory, hxp_error *error)
{
    return hxp_memory_compact(memory, error);
}

/** Let the n-th write of a change fail, and all behind it. True: it has. */
static bool fails_at(const change *what, int n)
{
    hxp_error error = { .message = "" };
    hxp_memory *memory = new_store();
    left = n;
    hxp_status status = what->make(memory, &error);
    bool failed = left == 1;
    left = 0;
    hxp_memory_close(memory);
    size_t units = count_units();
    if (status == HXP_OK) { /* what fails is done when it is next opened */
        assert_int_equal(units, what->units);
        return failed;
    }
    bool is_full = strstr(error.message, "no space left on device; nothing was "
                                         "changed");
    assert_int_equal(status, HXP_ESYSTEM);
    assert_string_equal(error.file, "s.db");
    assert_true(is_full || strstr(error.message, "disk I/O error"));
    /* nobody knows what a disk keeps that cannot sync; but all or nothing */
    assert_true(units == 1 || (!is_full && units == what->units));
    return failed;
}

static void test_failing_writes(void **state)
{
    static const change changes[] = { { add_some, 3 },
                                      { delete_all, 0 },
                                      { compact, 1 } };
    static const int failures[] = { SQLITE_FULL, SQLITE_IOERR_WRITE };
    (void)state;
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++)
        for (size_t k = 0; k < sizeof failures / sizeof failures[0]; k++) {
            int n = 1;
            failure = failures[k];
            while (fails_at(&changes[i], n))
                n++;
            assert_true(n > 3);
        }
}

/* --- Files of the index --------------------------------------------------- */

static int files_open, files_made;

static hxp_status open_file(hxp_output **out, const char *path,
                            hxp_error *error)
{
    files_open++;
    return hxp_output_open(out, path, error);
}

static void close_file(hxp_output *output)
{
    files_open--;
    hxp_output_close(output);
}

static hxp_status finish_file(hxp_output *output, hxp_error *error)
{
    hxp_status status = hxp_output_finish(output, error);
    files_made += status == HXP_OK;
    close_file(output);
    return status;
}

static void expect_found(hxp_memory *memory)
{
    hxp_lookup_options options = HXP_LOOKUP_OPTIONS_INIT;
    hxp_query query = { .content = { .text = HXP_STR("a") } };
    hxp_lookup *lookup;
    const hxp_match *matches;
    size_t count;
    options.from = "en";
    options.to = "nl";
    assert_int_equal(hxp_lookup_new(&lookup, memory, &options, NULL), HXP_OK);
    assert_int_equal(hxp_lookup_find(&matches, &count, lookup, &query, NULL),
                     HXP_OK);
    assert_int_equal(count, 1);
    hxp_lookup_free(lookup);
}

/** The program opens and ends them; one that cannot be written is no harm. */
static void test_files(void **state)
{
    static const hxp_memory_files files = { open_file, finish_file,
                                            close_file };
    struct rlimit before, none = { 100, 100 };
    hxp_memory *memory = new_store();
    (void)state;
    hxp_memory_set_files(memory, &files);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    none.rlim_max = before.rlim_max;
    assert_true(signal(SIGXFSZ, SIG_IGN) != SIG_ERR);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
    expect_found(memory);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_null(store_index());
    assert_int_equal(files_open, 0);
    assert_int_equal(files_made, 0);
    expect_found(memory);
    assert_non_null(store_index());
    assert_int_equal(files_open, 0);
    assert_int_equal(files_made, 1);
    hxp_memory_close(memory);
}

static int set_up(void **state)
{
    (void)state;
    use_failing_files();
    return store_folder() ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_failing_writes),
        cmocka_unit_test(test_files),
    };
    return cmocka_run_group_tests_name("disk", tests, set_up, store_tear_down);
}
