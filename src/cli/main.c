/* main.c - the program: its commands, --help and --version. */
#include "base/str.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/guard.h"
#include "cli/screen.h"
#include "cli/suggest.h"

#include <hexapla/formats.h>
#include <hexapla/memory.h>
#include <hexapla/text.h>

#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

static hxp_exit unknown_command(const char *name)
{
    hxp_suggestion meant = hxp_suggestion_make(hxp_str_of(name));
    for (size_t i = 0; hxp_commands[i]; i++)
        hxp_suggest(&meant, hxp_commands[i]->name);
    if (meant.name)
        return hxp_say_usage(NULL,
                             "there is no command '%s'; did you mean '%s'?",
                             name, meant.name);
    return hxp_say_usage(NULL, "there is no command '%s'", name);
}

static void write_help(hxp_output *output)
{
    enum { SUMMARY_AT = 14, WIDTH = 80 };
    hxp_screen screen = { output, false, false, WIDTH };
    hxp_output_write(output,
                     HXP_STR("usage: hexapla COMMAND [option ...] [FILE ...]\n"
                             "       hexapla help [COMMAND] | --version\n\n"));
    for (size_t i = 0; hxp_commands[i]; i++) {
        hxp_output_printf(output, "  %-12s", hxp_commands[i]->name);
        hxp_screen_wrap(&screen, hxp_str_of(hxp_commands[i]->summary),
                        SUMMARY_AT);
    }
    hxp_output_write(output,
                     HXP_STR("\n'hexapla help COMMAND' tells a command's "
                             "options.\n"));
}

static void write_version(hxp_output *output)
{
    int libpq = hxp_libpq_version();
    hxp_output_printf(
        output,
        "hexapla %s\nICU %s, expat %s, jansson %s, SQLite %s, "
        "libxml2 %s, cmark-gfm %s, libzip %s, zlib %s, zstd %s, libstemmer",
        hxp_version(), hxp_icu_version(), hxp_expat_version(),
        hxp_jansson_version(), hxp_sqlite_version(), hxp_libxml2_version(),
        hxp_cmark_version(), hxp_libzip_version(), hxp_zlib_version(),
        hxp_zstd_version());
    if (libpq > 0)
        hxp_output_printf(output, ", libpq %d.%d", libpq / 10000,
                          libpq % 10000);
    hxp_output_write(output, HXP_STR("\n"));
}

static hxp_exit print(void (*write)(hxp_output *output))
{
    hxp_output *output;
    hxp_error error;
    if (hxp_guard_open(&output, NULL, &error) != HXP_OK)
        return hxp_say_error(&error);
    write(output);
    if (hxp_guard_finish(output, &error) != HXP_OK)
        return hxp_say_error(&error);
    return HXP_EXIT_OK;
}

/**
 * Take the places of standard files that are closed, lest a file we open gets
 * one; what is used the wrong way round fails as a closed one would.
 */
static void fill_standard_files(void)
{
    for (int file = 0; file <= STDERR_FILENO; file++)
        if (fcntl(file, F_GETFD) < 0)
            (void)open("/dev/null", file == 0 ? O_WRONLY : O_RDONLY);
}

/** Make "help align" of argv, the program's, "align --help". */
static void turn_help(int argc, char **argv)
{
    static char help[] = "--help";
    for (int i = 1; i + 1 < argc; i++)
        argv[i] = argv[i + 1];
    argv[argc - 1] = help;
}

int main(int argc, char **argv)
{
    fill_standard_files();
    hxp_guard_signals();
    /* For the width of characters alone; all else stays as in C. */
    setlocale(LC_CTYPE, "C.UTF-8");
    if (argc < 2)
        return (int)hxp_say_usage(NULL, "which command?");
    while (strcmp(argv[1], "help") == 0)
        turn_help(argc, argv);
    const char *name = argv[1];
    for (size_t i = 0; hxp_commands[i]; i++)
        if (strcmp(name, hxp_commands[i]->name) == 0)
            return (int)hxp_commands[i]->run(hxp_commands[i], argc - 1,
                                             argv + 1);
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
        return (int)print(write_help);
    if (strcmp(name, "--version") == 0)
        return (int)print(write_version);
    if (name[0] == '-')
        return (int)hxp_say_usage(NULL, "unknown option '%s'", name);
    return (int)unknown_command(name);
}
