/* store.h - what a store of units can do; a back end fills in the calls. */
#ifndef MEMORY_STORE_H
#define MEMORY_STORE_H

#include "base/arena.h"

#include <hexapla/memory.h>

/** Hashes of a unit. */
typedef struct hxp_prints {
    uint64_t key;   /* of what makes it this unit and no other */
    uint64_t texts; /* of its languages, texts and codes */
    uint64_t whole; /* of everything */
} hxp_prints;

/** What add needs to know of a unit that is stored. */
typedef struct hxp_stored {
    int64_t id;
    size_t occurrence; /* of units in one file with the same key, from 0 */
    uint64_t texts;
    uint64_t whole;
} hxp_stored;

/** A unit to be stored. */
typedef struct hxp_store_unit {
    int64_t memory;
    size_t occurrence;
    hxp_prints prints;
    uint64_t previous; /* hash of the source before it in its file; 0: none */
    const hxp_unit *unit;
} hxp_store_unit;

/** How far what is derived from a store follows it. */
typedef struct hxp_store_state {
    uint64_t store;      /* no two stores have the same */
    uint64_t generation; /* another one: nothing derived is of use */
    int64_t last;        /* the highest id; ids rise and are not used again */
    int64_t removal;     /* the number of the last removal of a single unit */
} hxp_store_state;

/** A text of a unit, as scanning gives it. */
typedef struct hxp_store_text {
    int64_t unit;
    int64_t memory;
    hxp_str language;
    hxp_str text;
} hxp_store_text;

typedef hxp_status hxp_text_taker(void *context, const hxp_store_text *text,
                                  hxp_error *error);
typedef hxp_status hxp_unit_taker(void *context, const hxp_unit *unit,
                                  int64_t memory, hxp_error *error);

/** A memory of a store. */
typedef struct hxp_store_memory {
    int64_t id;
    hxp_str name;
    hxp_unit_header header; /* of the first file added */
} hxp_store_memory;

typedef hxp_status hxp_memory_taker(void *context,
                                    const hxp_store_memory *memory,
                                    hxp_error *error);

typedef struct hxp_store hxp_store;

/** The calls of a back end. What takers get is borrowed for the call. */
typedef struct hxp_store_calls {
    void (*close)(hxp_store *store);

    /** Tell, before begin, that much will be written; NULL: of no use. */
    void (*expect_much)(hxp_store *store);
    /** Begin to write, alone; commit or abandon must follow. */
    hxp_status (*begin)(hxp_store *store, hxp_error *error);
    /** When it returns HXP_OK, what was written stays, come what may. */
    hxp_status (*commit)(hxp_store *store, hxp_error *error);
    void (*abandon)(hxp_store *store);
    /**
     * Whether what was abandoned may well succeed when it is done again, for
     * it was none of its own fault; NULL: never.
     */
    bool (*may_retry)(hxp_store *store);

    /** Begin to read what does not change until end_reading. */
    hxp_status (*begin_reading)(hxp_store *store, hxp_error *error);
    void (*end_reading)(hxp_store *store);

    /** Make the memory name, which is not there yet, with header; its id. */
    hxp_status (*make_memory)(int64_t *id, hxp_store *store, hxp_str name,
                              const hxp_unit_header *header, hxp_error *error);
    /** All memories in the order of their making. */
    hxp_status (*memories)(hxp_store *store, hxp_memory_taker *take,
                           void *context, hxp_error *error);
    /** How many units a memory has; takes time that grows with them. */
    hxp_status (*count)(size_t *units, hxp_store *store, int64_t memory,
                        hxp_error *error);

    /**
     * Tell for which keys of a memory find will ask next, all at once; NULL:
     * that is of no use.
     */
    hxp_status (*expect)(hxp_store *store, int64_t memory, const uint64_t *keys,
                         size_t count, hxp_error *error);
    /** The units of a memory with a key; *items lives until the next call. */
    hxp_status (*find)(const hxp_stored **items, size_t *count,
                       hxp_store *store, const hxp_store_unit *like,
                       hxp_error *error);
    /** Store a new unit. */
    hxp_status (*insert)(hxp_store *store, const hxp_store_unit *unit,
                         hxp_error *error);
    /** Put a unit in the place of another, which keeps its id if keep. */
    hxp_status (*replace)(hxp_store *store, const hxp_stored *old,
                          const hxp_store_unit *unit, hxp_error *error);
    /** Remove units; begins a new generation if they are many. */
    hxp_status (*remove)(hxp_store *store, const int64_t *ids, size_t count,
                         hxp_error *error);

    hxp_status (*state)(hxp_store_state *state, hxp_store *store,
                        hxp_error *error);
    /** All texts of units behind after, unit by unit, ids rising. */
    hxp_status (*scan)(hxp_store *store, int64_t after, hxp_text_taker *take,
                       void *context, hxp_error *error);
    /** The languages of all texts, each once, in the order of the first texts
     * in them; what take gets has nothing else. */
    hxp_status (*languages)(hxp_store *store, hxp_text_taker *take,
                            void *context, hxp_error *error);
    /** Ids of single removals behind after; *ids lives until the next call. */
    hxp_status (*removed)(const int64_t **ids, size_t *count, hxp_store *store,
                          int64_t after, hxp_error *error);
    /** The units of a memory (0: of all), whole; unit->number is the id. */
    hxp_status (*read)(hxp_store *store, int64_t memory, hxp_unit_taker *take,
                       void *context, hxp_error *error);
    /** One unit; take is not called when it is gone. */
    hxp_status (*fetch)(hxp_store *store, int64_t id, hxp_unit_taker *take,
                        void *context, hxp_error *error);

    /** The hash of the source before a unit in its file; 0: none, or gone. */
    hxp_status (*previous)(uint64_t *hash, hxp_store *store, int64_t id,
                           hxp_error *error);

    /** Give back room that is not used, and check that all is sound. */
    hxp_status (*compact)(hxp_store *store, hxp_error *error);
} hxp_store_calls;

/** A store; what back ends make begins with this. */
struct hxp_store {
    const hxp_store_calls *calls;
    const char *path;    /* for messages; tells no secrets */
    const char *derived; /* what the names of derived files begin with;
                            NULL: there is no place for them */
    const char *spare;   /* the same, for where those cannot be written */
    const hxp_memory_files *files; /* NULL: those of base */
};

enum { HXP_MANY_REMOVALS = 1000 }; /* as many are not told one by one */

/** What is said of a store whose version %lld is newer than %d. */
#define HXP_NEWER_STORE                                                        \
    "this translation memory was made by a newer version of Hexapla: its "     \
    "schema is %lld, the newest known here %d"

enum { HXP_TRIES = 3 }; /* of a transaction that may be made again */

/** Whether what was abandoned may be done again. */
static inline bool hxp_store_may_retry(hxp_store *store)
{
    return store->calls->may_retry && store->calls->may_retry(store);
}

/** Open or make a SQLite store; ownership as with hxp_memory_open(). */
hxp_status hxp_sqlite_open(hxp_store **out, const char *path,
                           hxp_memory_mode mode, hxp_error *error);

/** As above, of a store in a PostgreSQL database. */
hxp_status hxp_postgres_open(hxp_store **out, const char *address,
                             hxp_memory_mode mode, hxp_error *error);

/** What lookups of the public struct reach through. */
struct hxp_memory {
    hxp_store *store;
};

#endif
