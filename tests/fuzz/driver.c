/* driver.c - runs a fuzz target over files, whole and cut short. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_SIZE = 4096, CUTS = 32, MOST = 1 << 24 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** Run on a copy of its own, so that reading past the end is seen. */
static void run(const uint8_t *data, size_t size)
{
    uint8_t *copy = malloc(size > 0 ? size : 1);
    if (!copy)
        abort();
    if (size > 0)
        memcpy(copy, data, size);
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

static int run_file(const char *path)
{
    static uint8_t data[MOST];
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        return -1;
    }
    size_t size = fread(data, 1, sizeof data, file);
    int failed = ferror(file);
    if (fclose(file) != 0 || failed) {
        perror(path);
        return -1;
    }
    run(data, size);
    for (size_t i = 0; i < CUTS && i < size; i++)
        run(data, size <= CUTS ? i : size * i / CUTS);
    return 0;
}

/** Run on every file of the folder; returns how many, -1 on failure. */
static int run_folder(const char *folder)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, NULL, alphasort), done = 0;
    if (count < 0) {
        perror(folder);
        return -1;
    }
    for (int i = 0; i < count; i++) {
        char path[PATH_SIZE];
        const char *name = entries[i]->d_name;
        int len = snprintf(path, sizeof path, "%s/%s", folder, name);
        if (done >= 0 && name[0] != '.' && len < PATH_SIZE)
            done = run_file(path) == 0 ? done + 1 : -1;
        free(entries[i]);
    }
    free(entries);
    return done;
}

int main(int argc, char **argv)
{
    int total = 0;
    for (int i = 1; i < argc; i++) {
        int count = run_folder(argv[i]);
        if (count < 0)
            return EXIT_FAILURE;
        total += count;
    }
    printf("%d seeds\n", total);
    return total > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
