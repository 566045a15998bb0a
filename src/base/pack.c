/* pack.c - gzip by zlib, zstd by libzstd. */
#include "base/pack.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

enum { ROOM = 1 << 16 };

struct hxp_packer {
    ZSTD_CCtx *zstd; /* NULL: it is gzip */
    z_stream gzip;
};

const char *hxp_zlib_version(void)
{
    return zlibVersion();
}

const char *hxp_zstd_version(void)
{
    return ZSTD_versionString();
}

static bool is_zstd(const char *name)
{
    return hxp_str_ends(hxp_str_of(name), HXP_STR(".zst"));
}

hxp_str hxp_unpacked_name(hxp_str name)
{
    static const char *const endings[] = { ".gz", ".zst" };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (hxp_str_ends(name, hxp_str_of(endings[i])))
            return hxp_str_part(name, 0, name.len - strlen(endings[i]));
    return name;
}

bool hxp_is_packed_name(const char *name)
{
    hxp_str whole = hxp_str_of(name);
    return hxp_unpacked_name(whole).len < whole.len;
}

hxp_packer *hxp_packer_new(const char *name)
{
    enum { GZIP_ONLY = 16 + MAX_WBITS, MEMORY = 8 };
    hxp_packer *packer = calloc(1, sizeof *packer);
    if (!packer)
        return NULL;
    bool zstd = is_zstd(name);
    if (zstd)
        packer->zstd = ZSTD_createCCtx();
    if (zstd ? packer->zstd != NULL
             : deflateInit2(&packer->gzip, Z_DEFAULT_COMPRESSION, Z_DEFLATED,
                            GZIP_ONLY, MEMORY, Z_DEFAULT_STRATEGY) == Z_OK)
        return packer;
    free(packer);
    return NULL;
}

static bool pack_gzip(z_stream *gzip, hxp_buffer *packed, hxp_str bytes,
                      bool last)
{
    unsigned char room[ROOM];
    /* zlib does not write there, but its type says it might. */
    memcpy(&gzip->next_in, &bytes.ptr, sizeof gzip->next_in);
    gzip->avail_in = (uInt)bytes.len;
    do {
        gzip->next_out = room;
        gzip->avail_out = ROOM;
        if (deflate(gzip, last ? Z_FINISH : Z_NO_FLUSH) == Z_STREAM_ERROR ||
            !hxp_buffer_add(packed, (hxp_str){ (const char *)room,
                                               ROOM - gzip->avail_out }))
            return false;
    } while (gzip->avail_out == 0);
    return true;
}

static bool pack_zstd(ZSTD_CCtx *zstd, hxp_buffer *packed, hxp_str bytes,
                      bool last)
{
    char room[ROOM];
    ZSTD_inBuffer from = { bytes.ptr, bytes.len, 0 };
    size_t left;
    do {
        ZSTD_outBuffer to = { room, ROOM, 0 };
        left = ZSTD_compressStream2(zstd, &to, &from,
                                    last ? ZSTD_e_end : ZSTD_e_continue);
        if (ZSTD_isError(left) ||
            !hxp_buffer_add(packed, (hxp_str){ room, to.pos }))
            return false;
    } while (last ? left > 0 : from.pos < from.size);
    return true;
}

bool hxp_pack(hxp_packer *packer, hxp_buffer *packed, hxp_str bytes, bool last)
{
    return packer->zstd ? pack_zstd(packer->zstd, packed, bytes, last)
                        : pack_gzip(&packer->gzip, packed, bytes, last);
}

void hxp_packer_free(hxp_packer *packer)
{
    if (!packer)
        return;
    if (packer->zstd)
        ZSTD_freeCCtx(packer->zstd);
    else
        deflateEnd(&packer->gzip);
    free(packer);
}
