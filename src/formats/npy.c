/* npy.c - the head of NumPy's files of arrays. */
#include "formats/npy.h"

#include "base/error.h"
#include "base/str.h"
#include "formats/faults.h"
#include "formats/take.h"

static const char magic[] = "\x93NUMPY";

enum { MAGIC = sizeof magic - 1, VERSION = MAGIC, LENGTH = MAGIC + 2 };

bool hxp_is_npy(hxp_str bytes)
{
    return hxp_str_starts(bytes, hxp_str_of(magic));
}

static size_t byte_at(hxp_str bytes, size_t at)
{
    return (unsigned char)bytes.ptr[at];
}

/** Find the dictionary of the head and what is behind it. */
static bool find_head(hxp_str *head, size_t *begin, hxp_str bytes)
{
    size_t wide = bytes.len > VERSION && byte_at(bytes, VERSION) > 1 ? 4 : 2;
    size_t len = 0, start = LENGTH + wide;
    if (bytes.len < start)
        return false;
    for (size_t k = wide; k-- > 0;)
        len = len << 8 | byte_at(bytes, LENGTH + k);
    if (len > bytes.len - start)
        return false;
    *head = hxp_str_part(bytes, start, start + len);
    *begin = start + len;
    return true;
}

/** What stands behind 'name': in the dictionary, without blanks before it. */
static hxp_str value_of(hxp_str head, const char *name)
{
    hxp_str wanted = hxp_str_of(name);
    for (size_t at = 0; at + wanted.len + 3 <= head.len; at++) {
        hxp_str rest = hxp_str_part(head, at + 1, head.len);
        if (head.ptr[at] != '\'' || !hxp_str_starts(rest, wanted))
            continue;
        rest = hxp_str_part(rest, wanted.len, rest.len);
        if (hxp_str_starts(rest, HXP_STR("':")))
            return hxp_str_trim(hxp_str_part(rest, 2, rest.len));
    }
    return HXP_STR("");
}

/** Read "(120, 1024)". */
static bool read_shape(hxp_npy *npy, hxp_str shape)
{
    return hxp_take_sign(&shape, '(') && hxp_take_number(&shape, &npy->rows) &&
           hxp_take_sign(&shape, ',') &&
           hxp_take_number(&shape, &npy->columns) &&
           (hxp_take_sign(&shape, ',') || true) && hxp_take_sign(&shape, ')');
}

/** The numbers are called '<f2', '<f4' or '<f8'; 0: they are others. */
static size_t read_size(hxp_str type)
{
    if (type.len != 5 || !hxp_str_starts(type, HXP_STR("'<f")))
        return 0;
    return type.ptr[3] == '2'   ? 2
           : type.ptr[3] == '4' ? 4
           : type.ptr[3] == '8' ? 8
                                : 0;
}

hxp_status hxp_npy_read(hxp_npy *npy, hxp_str bytes, const char *file,
                        hxp_error *error)
{
    const hxp_place none = { 0, 0, 0 };
    hxp_str head, rest, type = HXP_STR("");
    *npy = (hxp_npy){ 0 };
    if (!find_head(&head, &npy->begin, bytes))
        return hxp_fail_at(error, HXP_EINPUT, file, none,
                           "the array ends in its head");
    rest = value_of(head, "descr");
    hxp_str_cut(&rest, ',', &type);
    npy->size = read_size(type);
    if (npy->size == 0)
        return hxp_fail_at(error, HXP_EINPUT, file, none,
                           "the numbers are \"%.*s\"; '<f2', '<f4' and '<f8' "
                           "are read",
                           HXP_FMT(hxp_quote(type)));
    if (!hxp_str_starts(value_of(head, "fortran_order"), HXP_STR("False")))
        return hxp_fail_at(error, HXP_EINPUT, file, none,
                           "the array stands column by column");
    if (!read_shape(npy, value_of(head, "shape")) || npy->columns == 0)
        return hxp_fail_at(error, HXP_EINPUT, file, none,
                           "the array has not two dimensions");
    if ((bytes.len - npy->begin) / npy->size / npy->columns < npy->rows)
        return hxp_fail_at(error, HXP_EINPUT, file, none,
                           "the array should have %zu rows of %zu numbers, but "
                           "the file ends before",
                           npy->rows, npy->columns);
    return HXP_OK;
}
