/* postgres_library.h - libpq, loaded by the first store that is a database:
 * what it needs of other libraries would cost every command four megabytes. */
#ifndef MEMORY_POSTGRES_LIBRARY_H
#define MEMORY_POSTGRES_LIBRARY_H

#include <hexapla/base.h>

#include <libpq-fe.h>

#define HXP_PQ(name) __typeof__(&PQ##name) name

/** The functions of libpq that are called, without PQ. */
typedef struct hxp_pq_functions {
    HXP_PQ(clear);
    HXP_PQ(connectdbParams);
    HXP_PQ(conninfoFree);
    HXP_PQ(conninfoParse);
    HXP_PQ(consumeInput);
    HXP_PQ(errorMessage);
    HXP_PQ(finish);
    HXP_PQ(flush);
    HXP_PQ(freemem);
    HXP_PQ(getResult);
    HXP_PQ(getlength);
    HXP_PQ(getvalue);
    HXP_PQ(isBusy);
    HXP_PQ(libVersion);
    HXP_PQ(ntuples);
    HXP_PQ(parameterStatus);
    HXP_PQ(pingParams);
    HXP_PQ(putCopyData);
    HXP_PQ(putCopyEnd);
    HXP_PQ(resultErrorField);
    HXP_PQ(resultStatus);
    HXP_PQ(sendQuery);
    HXP_PQ(sendQueryParams);
    HXP_PQ(setNoticeReceiver);
    HXP_PQ(setnonblocking);
    HXP_PQ(socket);
    HXP_PQ(status);
} hxp_pq_functions;

/** All of them, once hxp_pq_load() was HXP_OK; they never change then. */
extern hxp_pq_functions hxp_pq;

/**
 * Load libpq, unless that was done; it stays. Any thread may call this. Fails
 * with HXP_ESYSTEM when it is not installed.
 */
hxp_status hxp_pq_load(hxp_error *error);

/** Fill functions from the library called name. False: not all are there. */
bool hxp_pq_find(hxp_pq_functions *functions, const char *name);

#endif
