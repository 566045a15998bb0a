/* fingerprint.c - hashes of findings, counted. */
#include "report/fingerprint.h"

#include "base/str.h"

#include <stdio.h>

/** What finding marks in its context. */
static hxp_str marked(const hxp_finding *finding)
{
    size_t start = finding->context_start, end = finding->context_end;
    return start <= end && end <= finding->context.len
               ? hxp_str_part(finding->context, start, end)
               : HXP_STR("");
}

/**
 * What stays the same when the file is moved or changed elsewhere. Where there
 * is a text the message says nothing more, or tells of other places.
 */
static uint64_t hash_of(const hxp_finding *finding)
{
    const hxp_str parts[] = { hxp_str_of(finding->rule),
                              finding->tuid,
                              finding->language,
                              finding->source_term,
                              finding->found,
                              finding->context,
                              finding->source,
                              marked(finding),
                              finding->context.len > 0 ||
                                      finding->source_term.len > 0
                                  ? HXP_STR("")
                                  : finding->message };
    uint64_t hash = 0;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        hash = (hash ^ hxp_str_hash(parts[i])) * UINT64_C(0x9E3779B97F4A7C15);
    return hash;
}

bool hxp_fingerprint(char text[HXP_FINGERPRINT_SIZE], hxp_fingerprints *prints,
                     const hxp_finding *finding)
{
    uint64_t hash = hash_of(finding);
    bool found;
    uint32_t *count = hxp_hash_map_add(
        &prints->seen, (hxp_hash){ { hash, hash >> 32 } }, &found);
    if (!count)
        return false;
    snprintf(text, HXP_FINGERPRINT_SIZE, "%016llx:%lu",
             (unsigned long long)hash, (unsigned long)++*count);
    return true;
}

void hxp_fingerprints_free(hxp_fingerprints *prints)
{
    hxp_hash_map_free(&prints->seen);
}
