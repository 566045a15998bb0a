/* rates.c - what words count for, band by band. */
#include "base/array.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "cli/analysis_writer.h"
#include "formats/ini.h"

const hxp_rates hxp_usual_rates = {
    { [HXP_BAND_CONTEXT] = 0,
      [HXP_BAND_EXACT] = 10,
      [HXP_BAND_REPEATED] = 10,
      [HXP_BAND_CROSS] = 10,
      [HXP_BAND_95] = 30,
      [HXP_BAND_85] = 50,
      [HXP_BAND_75] = 70,
      [HXP_BAND_50] = 100,
      [HXP_BAND_NEW] = 100 },
};

enum { MOST = 1000, BYTES_LIMIT = 1 << 16 };

bool hxp_rates_set(hxp_rates *rates, hxp_str name, hxp_str value)
{
    double percent;
    if (!hxp_decimal_read(&percent, value) || percent < 0 || percent > MOST ||
        percent != (unsigned)percent)
        return false;
    for (int band = 0; band < HXP_BANDS; band++) {
        if (!hxp_str_is(name, hxp_band_name((hxp_band)band)))
            continue;
        rates->percent[band] = (unsigned)percent;
        return true;
    }
    return false;
}

/** The file of rates that is read. */
typedef struct rate_file {
    hxp_rates *rates;
    const char *path;
} rate_file;

static hxp_status take(void *context, const hxp_ini_setting *setting,
                       hxp_error *error)
{
    const rate_file *file = context;
    if (setting->section.len == 0 &&
        hxp_rates_set(file->rates, setting->key, setting->value))
        return HXP_OK;
    return hxp_fail_at(error, HXP_EINPUT, file->path, setting->place,
                       "'%.*s = %.*s' is no rate such as 85-94 = 50",
                       HXP_FMT(setting->key), HXP_FMT(setting->value));
}

hxp_status hxp_rates_read(hxp_rates *rates, const char *path, hxp_error *error)
{
    hxp_input *input;
    hxp_buffer bytes = { NULL, 0, 0 };
    rate_file file = { rates, path };
    hxp_status status = hxp_input_open(&input, path, error);
    if (status == HXP_OK)
        status = hxp_input_read_all(input, &bytes, BYTES_LIMIT, error);
    hxp_input_close(input);
    if (status == HXP_OK)
        status = hxp_ini_read(hxp_buffer_str(&bytes), path, take, &file, error);
    hxp_buffer_free(&bytes);
    return status;
}
