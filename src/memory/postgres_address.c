/* postgres_address.c - the address of a database as messages show it. */
#include "memory/postgres.h"

#include "base/error.h"
#include "base/str.h"

#include <ctype.h>
#include <stdlib.h>

/** Add text, escaped as in an address. */
static bool add_escaped(hxp_buffer *to, const char *text)
{
    static const char digits[] = "0123456789ABCDEF";
    bool added = true;
    for (const char *c = text; added && *c; c++) {
        unsigned char byte = (unsigned char)*c;
        char escaped[] = { '%', digits[byte >> 4], digits[byte & 15] };
        bool is_plain = isalnum(byte) || strchr("-._~,", byte);
        added = hxp_buffer_add(to, is_plain ? (hxp_str){ c, 1 }
                                            : (hxp_str){ escaped, 3 });
    }
    return added;
}

static const char *value_of(const PQconninfoOption *options, const char *name)
{
    for (; options->keyword; options++)
        if (strcmp(options->keyword, name) == 0)
            return options->val && *options->val ? options->val : NULL;
    return NULL;
}

/** Add the part called name, if there is one, between others. */
static bool add_part(hxp_buffer *to, const PQconninfoOption *options,
                     const char *name, const char *before, const char *after)
{
    const char *value = value_of(options, name);
    return !value ||
           (hxp_buffer_add(to, hxp_str_of(before)) && add_escaped(to, value) &&
            hxp_buffer_add(to, hxp_str_of(after)));
}

/**
 * Whether parts of an address are taken for what they are. A password with a
 * slash would be shown as the name of a database, one without a host as a port.
 */
static bool is_clear(const char *address, const PQconninfoOption *options)
{
    const char *port = value_of(options, "port");
    hxp_str rest = hxp_str_of(strstr(address, "://") + 3), part;
    (void)hxp_str_cut(&rest, '?', &part);
    const char *slash = part.len > 0 ? memchr(part.ptr, '/', part.len) : NULL;
    return (!port || !port[strspn(port, "0123456789,")]) &&
           (!slash ||
            !memchr(slash, '@', (size_t)(part.ptr + part.len - slash)));
}

hxp_status hxp_postgres_path(char **path, const char *address, hxp_error *error)
{
    hxp_buffer to = { NULL, 0, 0 };
    char *why = NULL;
    *path = NULL;
    PQconninfoOption *options = hxp_pq.conninfoParse(address, &why);
    /* what it says could hold a part of a password */
    hxp_pq.freemem(why);
    if (!options || !is_clear(address, options)) {
        hxp_pq.conninfoFree(options);
        return hxp_fail(error, HXP_EINPUT,
                        "this is no address of a database such as "
                        "postgresql://user@host/name; '/' and '@' in a "
                        "password are written %%2F and %%40");
    }
    if (hxp_buffer_add(&to, HXP_STR("postgresql://")) &&
        add_part(&to, options, "user", "", "@") &&
        add_part(&to, options, "host", "", "") &&
        add_part(&to, options, "port", ":", "") &&
        hxp_buffer_add(&to, HXP_STR("/")) &&
        add_part(&to, options, "dbname", "", "") &&
        hxp_buffer_add(&to, (hxp_str){ "", 1 })) {
        *path = to.ptr;
        to.ptr = NULL;
    }
    hxp_buffer_free(&to);
    hxp_pq.conninfoFree(options);
    return *path ? HXP_OK : hxp_no_memory(error);
}
