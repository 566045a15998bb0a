/* program.c - runs other programs, and ends those that go too far. */
#include "base/program.h"

#include "base/error.h"
#include "base/nameless.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

/** Start it, with output as its standard output; gives 0 or what went wrong. */
static int start(pid_t *child, const hxp_program *program, int output)
{
    posix_spawn_file_actions_t actions;
    /* the program gets copies, which it may change; we do not look at them */
    char *const *arguments = (char *const *)(uintptr_t)program->arguments;
    int code = posix_spawn_file_actions_init(&actions);
    if (code != 0)
        return code;
    code = posix_spawn_file_actions_adddup2(&actions, program->input,
                                            STDIN_FILENO);
    if (code == 0)
        code =
            posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    if (code == 0)
        code = posix_spawn_file_actions_addopen(&actions, STDERR_FILENO,
                                                "/dev/null", O_WRONLY, 0);
    if (code == 0)
        code = posix_spawnp(child, arguments[0], &actions, NULL, arguments,
                            environ);
    posix_spawn_file_actions_destroy(&actions);
    return code;
}

/** Seconds since some time, which no clock setter moves. */
static time_t now(void)
{
    struct timespec time = { 0, 0 };
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec;
}

static bool writes_too_much(const hxp_program *program, int output)
{
    struct stat info;
    return fstat(output, &info) == 0 && info.st_size > 0 &&
           (size_t)info.st_size > program->bytes;
}

/** Wait for the end; gives HXP_ELIMIT when it had to be put to it. */
static hxp_status watch(int *code, pid_t child, const hxp_program *program,
                        int output, hxp_error *error)
{
    const struct timespec pause = { 0, 5000000 };
    time_t end = now() + (time_t)program->seconds;
    const char *fault = NULL;
    int status = 0;
    pid_t ended = 0;
    while (ended == 0 && !fault) {
        ended = waitpid(child, &status, WNOHANG);
        if (writes_too_much(program, output))
            fault = "writes too much";
        else if (ended == 0 && now() > end)
            fault = "takes too long";
        if (ended == 0 && !fault)
            nanosleep(&pause, NULL);
    }
    if (ended == 0) {
        kill(child, SIGKILL);
        waitpid(child, &status, 0);
    }
    /* where nobody may wait for children, nobody knows how they ended */
    *code = ended > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return fault ? hxp_fail(error, HXP_ELIMIT, "%s %s", program->arguments[0],
                            fault)
                 : HXP_OK;
}

hxp_status hxp_program_run(int *output, int *code, const hxp_program *program,
                           hxp_error *error)
{
    pid_t child = 0;
    hxp_status status = hxp_open_nameless(output, error);
    if (status != HXP_OK)
        return status;
    int fault = lseek(program->input, 0, SEEK_SET) < 0
                    ? errno
                    : start(&child, program, *output);
    if (fault == ENOENT)
        status = hxp_fail(error, HXP_ESYSTEM, "%s is not installed",
                          program->arguments[0]);
    else if (fault != 0)
        status = hxp_fail_errno(error, program->arguments[0], fault);
    else
        status = watch(code, child, program, *output, error);
    if (status != HXP_OK) {
        close(*output);
        *output = -1;
    }
    return status;
}
