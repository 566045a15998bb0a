/* fuzz_ini.c - any bytes as settings: each is a part of its line. */
#include "base/str.h"
#include "formats/ini.h"
#include "text/utf8.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth)
        abort();
}

static hxp_status take(void *context, const hxp_ini_setting *setting,
                       hxp_error *error)
{
    size_t *lines = context;
    (void)error;
    require(setting->key.len > 0 && setting->place.line > *lines);
    require(setting->place.column > 0);
    require(setting->value_place.line == setting->place.line);
    require(setting->value_place.column > setting->place.column);
    require(hxp_utf8_invalid(setting->value) == setting->value.len);
    require(!memchr(setting->key.ptr, '=', setting->key.len));
    *lines = setting->place.line;
    return HXP_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hxp_error error = { .status = HXP_OK };
    size_t lines = 0;
    hxp_status status = hxp_ini_read((hxp_str){ (const char *)data, size },
                                     "fuzz", take, &lines, &error);
    require(status == HXP_OK || status == HXP_EINPUT);
    require(status == error.status);
    if (status != HXP_OK)
        require(error.place.line > lines && error.message[0] != '\0');
    return 0;
}
