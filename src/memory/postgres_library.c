/* postgres_library.c - loads libpq. */
#include "memory/postgres_library.h"

#include "base/error.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>

#ifdef __APPLE__
static const char library[] = "libpq.5.dylib";
#else
static const char library[] = "libpq.so.5";
#endif

hxp_pq_functions hxp_pq;
static bool is_there;

#define PLACE(function)                                                        \
    {                                                                          \
        "PQ" #function, offsetof(hxp_pq_functions, function)                   \
    }

static const struct {
    const char *name;
    size_t at;
} places[] = {
    PLACE(clear),           PLACE(connectdbParams),
    PLACE(conninfoFree),    PLACE(conninfoParse),
    PLACE(consumeInput),    PLACE(errorMessage),
    PLACE(finish),          PLACE(flush),
    PLACE(freemem),         PLACE(getResult),
    PLACE(getlength),       PLACE(getvalue),
    PLACE(isBusy),          PLACE(libVersion),
    PLACE(ntuples),         PLACE(parameterStatus),
    PLACE(pingParams),      PLACE(putCopyData),
    PLACE(putCopyEnd),      PLACE(resultErrorField),
    PLACE(resultStatus),    PLACE(sendQuery),
    PLACE(sendQueryParams), PLACE(setNoticeReceiver),
    PLACE(setnonblocking),  PLACE(socket),
    PLACE(status),
};
_Static_assert(sizeof places / sizeof places[0] ==
                   sizeof(hxp_pq_functions) / sizeof(void (*)(void)),
               "each function is looked for");

bool hxp_pq_find(hxp_pq_functions *functions, const char *name)
{
    void *handle = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    bool found = handle != NULL;
    for (size_t i = 0; found && i < sizeof places / sizeof places[0]; i++) {
        void *function = dlsym(handle, places[i].name);
        memcpy((char *)functions + places[i].at, &function, sizeof function);
        found = function != NULL;
    }
    if (!found && handle)
        dlclose(handle);
    return found;
}

static void load(void)
{
    is_there = hxp_pq_find(&hxp_pq, library);
}

hxp_status hxp_pq_load(hxp_error *error)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return is_there ? HXP_OK
                    : hxp_fail(error, HXP_ESYSTEM,
                               "%s is not installed: stores in PostgreSQL "
                               "need it (on Debian: libpq5)",
                               library);
}
