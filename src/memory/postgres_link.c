/* postgres_link.c - the connection to a PostgreSQL server: statements sent,
 * answers waited for, but not for ever; values as the protocol has them. */
#include "memory/postgres.h"

#include "base/error.h"
#include "base/str.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <time.h>

/* Types of PostgreSQL, which never change: pg_type.dat. */
enum { TYPE_BYTEA = 17, TYPE_BIGINT = 20, TYPE_TEXT = 25, TYPE_BIGINTS = 1016 };

enum { BINARY = 1, COPY_PIECE = 1 << 16 };

/* --- Values --------------------------------------------------------------- */

static void put_number(char *to, uint64_t number, size_t size)
{
    for (size_t i = size; i-- > 0; number >>= 8)
        to[i] = (char)(number & 0xFF);
}

static int add_parameter(hxp_sql_parameters *parameters, Oid type,
                         hxp_str bytes)
{
    int i = parameters->count++;
    parameters->types[i] = type;
    parameters->values[i] = bytes.len > 0 ? bytes.ptr : NULL;
    parameters->lengths[i] = (int)bytes.len;
    parameters->formats[i] = BINARY;
    return i;
}

void hxp_sql_parameters_number(hxp_sql_parameters *parameters, int64_t number)
{
    char *to = parameters->numbers[parameters->count];
    put_number(to, (uint64_t)number, 8);
    add_parameter(parameters, TYPE_BIGINT, (hxp_str){ to, 8 });
}

void hxp_sql_parameters_text(hxp_sql_parameters *parameters, hxp_str text)
{
    add_parameter(parameters, TYPE_TEXT, text);
}

void hxp_sql_parameters_bytes(hxp_sql_parameters *parameters, hxp_str bytes)
{
    add_parameter(parameters, TYPE_BYTEA, bytes);
}

bool hxp_sql_parameters_numbers(hxp_sql_parameters *parameters,
                                hxp_buffer *bytes, const int64_t *numbers,
                                size_t count)
{
    /* dimensions, whether some are NULL, their type, how many, from which */
    const uint32_t head[] = { 1, 0, TYPE_BIGINT, (uint32_t)count, 1 };
    bytes->len = 0;
    if (!hxp_buffer_reserve(bytes, sizeof head + count * 12))
        return false;
    char *at = bytes->ptr;
    for (size_t i = 0; i < sizeof head / sizeof head[0]; i++, at += 4)
        put_number(at, head[i], 4);
    for (size_t i = 0; i < count; i++, at += 12) {
        put_number(at, 8, 4);
        put_number(at + 4, (uint64_t)numbers[i], 8);
    }
    bytes->len = (size_t)(at - bytes->ptr);
    add_parameter(parameters, TYPE_BIGINTS, hxp_buffer_str(bytes));
    return true;
}

int64_t hxp_postgres_number(const PGresult *rows, int row, int column)
{
    const unsigned char *bytes =
        (const unsigned char *)hxp_pq.getvalue(rows, row, column);
    uint64_t number = 0;
    for (int i = 0; i < hxp_pq.getlength(rows, row, column); i++)
        number = number << 8 | bytes[i];
    return (int64_t)number;
}

hxp_str hxp_postgres_bytes(const PGresult *rows, int row, int column)
{
    return (hxp_str){ hxp_pq.getvalue(rows, row, column),
                      (size_t)hxp_pq.getlength(rows, row, column) };
}

/* --- Rows for COPY -------------------------------------------------------- */

static void put(hxp_copy *rows, uint64_t number, size_t size)
{
    char bytes[8];
    put_number(bytes, number, size);
    if (!hxp_buffer_add(&rows->bytes, (hxp_str){ bytes, size }))
        rows->status = HXP_ENOMEM;
}

void hxp_copy_row(hxp_copy *rows, uint16_t columns)
{
    /* no flags, nothing more in the header */
    static const char head[] = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0";
    if (rows->bytes.len == 0 &&
        !hxp_buffer_add(&rows->bytes, (hxp_str){ head, sizeof head }))
        rows->status = HXP_ENOMEM;
    put(rows, columns, 2);
}

void hxp_copy_number(hxp_copy *rows, int64_t number)
{
    put(rows, 8, 4);
    put(rows, (uint64_t)number, 8);
}

void hxp_copy_bytes(hxp_copy *rows, hxp_str bytes)
{
    put(rows, bytes.len > 0 ? bytes.len : UINT32_MAX, 4);
    if (!hxp_buffer_add(&rows->bytes, bytes))
        rows->status = HXP_ENOMEM;
}

void hxp_copy_text(hxp_copy *rows, hxp_str text)
{
    if (text.len > 0 && memchr(text.ptr, '\0', text.len))
        rows->status = HXP_EINPUT;
    put(rows, text.len, 4);
    if (!hxp_buffer_add(&rows->bytes, text))
        rows->status = HXP_ENOMEM;
}

/* --- Waiting -------------------------------------------------------------- */

/** Wait until all is sent and, if answer, an answer is there. */
static hxp_status wait_for(hxp_postgres *self, bool answer, hxp_error *error)
{
    for (;;) {
        int unsent = hxp_pq.flush(self->link);
        if (unsent < 0)
            return hxp_postgres_lost(self, error);
        if (unsent == 0 && !(answer && hxp_pq.isBusy(self->link)))
            return HXP_OK;
        struct pollfd file = { hxp_pq.socket(self->link), POLLIN, 0 };
        if (unsent > 0)
            file.events = POLLIN | POLLOUT;
        int ready = poll(&file, 1, self->patience);
        if (ready == 0)
            return hxp_postgres_late(self, error);
        if (ready < 0 && errno != EINTR)
            return hxp_fail_errno(error, self->path, errno);
        if (ready > 0 && file.revents != POLLOUT &&
            !hxp_pq.consumeInput(self->link))
            return hxp_postgres_lost(self, error);
    }
}

static bool is_failure(const PGresult *result)
{
    ExecStatusType status = hxp_pq.resultStatus(result);
    return status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK &&
           status != PGRES_COPY_IN;
}

/** Take the last result of what was sent, or the first that is a failure. */
static hxp_status take_answer(PGresult **out, hxp_postgres *self,
                              hxp_error *error)
{
    PGresult *last = NULL;
    hxp_status status;
    while ((status = wait_for(self, true, error)) == HXP_OK) {
        PGresult *next = hxp_pq.getResult(self->link);
        if (!next)
            break;
        bool keep_first = last && is_failure(last);
        hxp_pq.clear(keep_first ? next : last);
        last = keep_first ? last : next;
        if (hxp_pq.resultStatus(last) == PGRES_COPY_IN)
            break;
    }
    if (status == HXP_OK && !last)
        status = hxp_postgres_lost(self, error);
    if (status == HXP_OK && is_failure(last))
        status = hxp_postgres_fail(self, last, error);
    if (status != HXP_OK) {
        hxp_pq.clear(last);
        last = NULL;
    }
    *out = last;
    return status;
}

/* --- Statements ----------------------------------------------------------- */

/** Send a statement, or several if there are no parameters, and wait. */
static hxp_status ask(PGresult **out, hxp_postgres *self, const char *sql,
                      const hxp_sql_parameters *parameters, hxp_error *error)
{
    const hxp_sql_parameters *p = parameters;
    int sent =
        p ? hxp_pq.sendQueryParams(self->link, sql, p->count, p->types,
                                   p->values, p->lengths, p->formats, BINARY)
          : hxp_pq.sendQuery(self->link, sql);
    *out = NULL;
    self->may_retry = false;
    return sent ? take_answer(out, self, error)
                : hxp_postgres_lost(self, error);
}

/** Ask again, on a new connection, if the old one was lost in between. */
static hxp_status ask_again(PGresult **out, hxp_postgres *self, const char *sql,
                            const hxp_sql_parameters *parameters,
                            hxp_error *error)
{
    hxp_error why;
    hxp_status status = ask(out, self, sql, parameters, &why);
    if (status != HXP_OK && !self->in_transaction && self->may_retry &&
        hxp_pq.status(self->link) == CONNECTION_BAD) {
        status = hxp_postgres_connect(self, &why);
        if (status == HXP_OK)
            status = ask(out, self, sql, parameters, &why);
    }
    if (status != HXP_OK && error)
        *error = why;
    return status;
}

hxp_status hxp_postgres_rows(PGresult **rows, hxp_postgres *self,
                             const char *sql,
                             const hxp_sql_parameters *parameters,
                             hxp_error *error)
{
    static const hxp_sql_parameters none = { .count = 0 };
    return ask_again(rows, self, sql, parameters ? parameters : &none, error);
}

hxp_status hxp_postgres_run(hxp_postgres *self, const char *sql,
                            const hxp_sql_parameters *parameters,
                            hxp_error *error)
{
    PGresult *rows;
    hxp_status status = hxp_postgres_rows(&rows, self, sql, parameters, error);
    hxp_pq.clear(rows);
    return status;
}

hxp_status hxp_postgres_script(hxp_postgres *self, const char *sql,
                               hxp_error *error)
{
    PGresult *result;
    hxp_status status = ask_again(&result, self, sql, NULL, error);
    hxp_pq.clear(result);
    return status;
}

/** Send the rows of one COPY, and wait for what follows. */
static hxp_status send_rows(hxp_postgres *self, hxp_str rows, hxp_error *error)
{
    PGresult *result = NULL;
    hxp_status status = HXP_OK;
    for (size_t at = 0; status == HXP_OK && at < rows.len; at += COPY_PIECE) {
        size_t left = rows.len - at;
        int size = left < COPY_PIECE ? (int)left : COPY_PIECE;
        status = hxp_pq.putCopyData(self->link, rows.ptr + at, size) == 1
                     ? wait_for(self, false, error)
                     : hxp_postgres_lost(self, error);
    }
    if (status == HXP_OK && hxp_pq.putCopyEnd(self->link, NULL) != 1)
        status = hxp_postgres_lost(self, error);
    if (status == HXP_OK)
        status = take_answer(&result, self, error);
    hxp_pq.clear(result);
    return status;
}

/** End rows; they must be what the server can take. */
static hxp_status end_rows(hxp_postgres *self, hxp_copy *rows, hxp_error *error)
{
    put(rows, UINT16_MAX, 2);
    if (rows->status == HXP_ENOMEM)
        return hxp_no_memory(error);
    if (rows->status == HXP_EINPUT)
        return hxp_postgres_say(self, HXP_EINPUT,
                                "a text with a NUL character cannot be stored",
                                error);
    return HXP_OK;
}

hxp_status hxp_postgres_copy(hxp_postgres *self, const hxp_copying *copying,
                             hxp_error *error)
{
    PGresult *result;
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < copying->count; i++)
        status = end_rows(self, copying->rows[i], error);
    if (status != HXP_OK)
        return status;
    self->is_ending = copying->ends && copying->count == 0;
    status = ask(&result, self, copying->sql, NULL, error);
    hxp_pq.clear(result);
    for (size_t i = 0; status == HXP_OK && i < copying->count; i++) {
        hxp_copy *rows = copying->rows[i];
        self->is_ending = copying->ends && i + 1 == copying->count;
        status = send_rows(self, hxp_buffer_str(&rows->bytes), error);
        rows->bytes.len = 0;
    }
    self->is_ending = false;
    return status;
}

/* --- Connecting ----------------------------------------------------------- */

static void say_nothing(void *context, const PGresult *notice)
{
    (void)context;
    (void)notice;
}

/** Try to connect; what the address says counts more than the first ones. */
static PGconn *try_to_connect(const hxp_postgres *self, bool *is_starting)
{
    const char *const names[] = {
        "connect_timeout",  "keepalives_idle",  "keepalives_interval",
        "keepalives_count", "tcp_user_timeout", "fallback_application_name",
        "dbname",           "client_encoding",  NULL
    };
    const char *const values[] = { "10",          "30",    "10",
                                   "3",           "60000", "hexapla",
                                   self->address, "UTF8",  NULL };
    time_t start = time(NULL);
    PGconn *link = hxp_pq.connectdbParams(names, values, 1);
    *is_starting = hxp_pq.status(link) != CONNECTION_OK &&
                   time(NULL) - start < 2 &&
                   hxp_pq.pingParams(names, values, 1) == PQPING_REJECT;
    return link;
}

/** Set limits that nobody has set, and learn how long a statement may take. */
static hxp_status set_limits(hxp_postgres *self, hxp_error *error)
{
    static const char sql[] =
        "SELECT set_config('lock_timeout', CASE current_setting("
        "'lock_timeout') WHEN '0' THEN '1min' ELSE current_setting("
        "'lock_timeout') END, false), (1000 * extract(epoch FROM set_config("
        "'statement_timeout', CASE current_setting('statement_timeout') "
        "WHEN '0' THEN '5min' ELSE current_setting('statement_timeout') END, "
        "false)::interval))::bigint";
    enum { GRACE = 2000, WHILE_SETTING = 30000 };
    const hxp_sql_parameters none = { .count = 0 };
    PGresult *rows;
    self->patience = WHILE_SETTING;
    hxp_status status = ask(&rows, self, sql, &none, error);
    if (status != HXP_OK)
        return status;
    int64_t limit = hxp_postgres_number(rows, 0, 1) + GRACE;
    hxp_pq.clear(rows);
    self->patience = limit < INT_MAX ? (int)limit : INT_MAX;
    return HXP_OK;
}

hxp_status hxp_postgres_connect(hxp_postgres *self, hxp_error *error)
{
    enum { TRIES = 20 };
    bool is_starting = true;
    const struct timespec pause = { 0, 500000000 };
    for (int i = 0; i < TRIES && is_starting; i++) {
        if (i > 0)
            (void)nanosleep(&pause, NULL);
        hxp_pq.finish(self->link);
        self->link = try_to_connect(self, &is_starting);
    }
    if (!self->link)
        return hxp_no_memory(error);
    if (hxp_pq.status(self->link) != CONNECTION_OK)
        return hxp_postgres_say(self, HXP_ESYSTEM,
                                hxp_pq.errorMessage(self->link), error);
    hxp_pq.setNoticeReceiver(self->link, say_nothing, NULL);
    hxp_pq.setnonblocking(self->link, 1);
    const char *encoding =
        hxp_pq.parameterStatus(self->link, "server_encoding");
    if (!encoding || strcmp(encoding, "UTF8") != 0)
        return hxp_postgres_say(self, HXP_EINPUT,
                                "the encoding of the database is not UTF8",
                                error);
    return set_limits(self, error);
}

void hxp_postgres_disconnect(hxp_postgres *self)
{
    hxp_pq.finish(self->link);
    self->link = NULL;
}
