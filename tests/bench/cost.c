/* cost.c - runs a command and tells its CPU time and memory: seconds, KiB. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int argc, char **argv)
{
    struct rusage usage;
    int status = 1;
    pid_t child = argc > 1 ? fork() : -1;
    if (child == 0) {
        execvp(argv[1], argv + 1);
        _exit(127);
    }
    if (child < 0 || waitpid(child, &status, 0) < 0 || status != 0) {
        fprintf(stderr, "cost: the command failed\n");
        return EXIT_FAILURE;
    }
    getrusage(RUSAGE_CHILDREN, &usage);
    printf("%.3f %ld\n", seconds(usage.ru_utime) + seconds(usage.ru_stime),
           usage.ru_maxrss);
    return EXIT_SUCCESS;
}
