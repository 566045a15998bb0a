/* postgres_fail.c - what went wrong with a server, in a line. */
#include "memory/postgres.h"

#include "base/error.h"
#include "base/str.h"

enum { STATE_LENGTH = 5 };

hxp_status hxp_postgres_say(const hxp_postgres *self, hxp_status status,
                            const char *message, hxp_error *error)
{
    hxp_str rest = hxp_str_of(message), line = HXP_STR("");
    (void)hxp_str_cut(&rest, '\n', &line);
    line = hxp_str_trim(line);
    return hxp_fail_at(error, status, self->path, (hxp_place){ 0, 0, 0 },
                       "%.*s", HXP_FMT(line));
}

/** What may be said when the server fell silent or away. */
static hxp_status silence(hxp_postgres *self, const char *what,
                          hxp_error *error)
{
    const char *then = self->is_ending
                           ? "; whether the change was stored is not known: "
                             "make it again"
                       : self->in_transaction ? "; nothing was changed"
                                              : "";
    return hxp_fail_at(error, HXP_ESYSTEM, self->path, (hxp_place){ 0, 0, 0 },
                       "%s%s", what, then);
}

hxp_status hxp_postgres_late(hxp_postgres *self, hxp_error *error)
{
    hxp_status status =
        silence(self, "the database server does not answer", error);
    hxp_postgres_disconnect(self);
    return status;
}

hxp_status hxp_postgres_lost(hxp_postgres *self, hxp_error *error)
{
    self->may_retry = true;
    return silence(self, "the connection to the database server was lost",
                   error);
}

bool hxp_postgres_is(const PGresult *result, const char *state)
{
    const char *is = hxp_pq.resultErrorField(result, PG_DIAG_SQLSTATE);
    return is && strncmp(is, state, strlen(state)) == 0;
}

/** What is said of a kind of failure, which may be half a kind. */
typedef struct kind {
    const char *state;
    hxp_status status;
    bool may_retry;
    const char *text;
} kind;

static const kind kinds[] = {
    { "40001", HXP_ESYSTEM, true,
      "the database server gave up the change, as another one was made; "
      "nothing was changed" },
    { "40P01", HXP_ESYSTEM, true,
      "the database server gave up the change, as another one was made; "
      "nothing was changed" },
    { "55P03", HXP_ESYSTEM, false,
      "another process is writing to the translation memory" },
    { "57014", HXP_ESYSTEM, false,
      "the database server took too long; nothing was changed" },
    { "53100", HXP_ESYSTEM, false,
      "no space left on the database server; nothing was changed" },
    { "25006", HXP_ESYSTEM, false, "the translation memory cannot be written" },
    { "XX001", HXP_EINPUT, false, "the translation memory is damaged" },
    { "XX002", HXP_EINPUT, false, "the translation memory is damaged" },
    { "42703", HXP_EINPUT, false, "this is no translation memory" },
    { "42P01", HXP_EINPUT, false, "this is no translation memory" },
};

hxp_status hxp_postgres_fail(hxp_postgres *self, const PGresult *result,
                             hxp_error *error)
{
    const char *message =
        hxp_pq.resultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    /* the server says that it goes, or is gone without a word */
    if (!message || hxp_pq.status(self->link) == CONNECTION_BAD ||
        hxp_postgres_is(result, "57P0"))
        return hxp_postgres_lost(self, error);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (!hxp_postgres_is(result, kinds[i].state))
            continue;
        self->may_retry = kinds[i].may_retry;
        return hxp_postgres_say(self, kinds[i].status, kinds[i].text, error);
    }
    return hxp_postgres_say(self, HXP_ESYSTEM, message, error);
}
