/* ini.h - settings in sections: "[section]", "key = value", "# comment". */
#ifndef FORMATS_INI_H
#define FORMATS_INI_H

#include <hexapla/base.h>

/** A setting as it stood, without white space around. */
typedef struct hxp_ini_setting {
    hxp_str section; /* empty: before the first */
    hxp_str key, value;
    hxp_place place;       /* of the key */
    hxp_place value_place; /* of the value */
} hxp_ini_setting;

/** Who takes settings; what is handed over lives as the bytes do. */
typedef hxp_status hxp_ini_taker(void *context, const hxp_ini_setting *setting,
                                 hxp_error *error);

/**
 * Hand each setting of bytes, those of file, to take, in order. Comments are
 * lines that begin with # or ;. Fails with HXP_EINPUT, where bytes are not
 * UTF-8 and where a line is neither section nor setting, and as take does.
 */
hxp_status hxp_ini_read(hxp_str bytes, const char *file, hxp_ini_taker *take,
                        void *context, hxp_error *error);

#endif
