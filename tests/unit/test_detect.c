/* test_detect.c - the encoding that bytes tell. */
#include "text/detect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define BYTES(literal) literal, sizeof(literal) - 1

/** The encoding that bytes tell, and whether it is more than a last resort. */
static void test_detect(void **state)
{
    static const struct {
        const char *bytes;
        size_t len;
        const char *encoding;
        bool sure;
    } cases[] = {
        { BYTES("plain"), "UTF-8", true },
        { BYTES("caf\xC3\xA9 \xE2\x82"), "UTF-8", true },
        { BYTES("caf\xE9"), "windows-1252", false },
        { BYTES("\xC3\xA9\xC3\xA9n, tw\xC3\xA9\xC3\xA9, dri\xE9!"), "UTF-8",
          true },
        { BYTES("\xC3\xA9\xC3\xA9n \xE9"), "UTF-8", true },
        { BYTES("\xEF\xBB\xBFx"), "UTF-8", true },
        { BYTES("a\x81\x8D\0b"), "windows-1252", false },
        { BYTES("Les d\xE9put\xE9s ont vot\xE9 \xE0 l'unanimit\xE9"),
          "windows-1252", true },
        { BYTES("Il s\x92"
                "agit d\x92une r\xE9solution du Parlement"),
          "windows-1252", true },
        { BYTES("Le prix est de 25 \xA4, et le c\xBDur bat d\xE9j\xE0"),
          "ISO-8859-15", true },
        { BYTES("un \xBC de tarte d\xE9j\xE0 mang\xE9 par les invit\xE9s"),
          "windows-1252", true },
        { BYTES("\xCF\xF0\xE8\xE2\xE5\xF2, \xEA\xE0\xEA \xE4\xE5\xEB\xE0? "
                "\xD5\xEE\xF0\xEE\xF8\xEE, \xF1\xEF\xE0\xF1\xE8\xE1\xEE"),
          "windows-1251", true },
        { BYTES("\xF0\xD2\xC9\xD7\xC5\xD4, \xCB\xC1\xCB \xC4\xC5\xCC\xC1? "
                "\xE8\xCF\xD2\xCF\xDB\xCF, \xD3\xD0\xC1\xD3\xC9\xC2\xCF"),
          "KOI8-U", true },
        { BYTES("Na brzegu rzeki sta\xB3 stary m\xB3yn, a \xBF"
                "aby siedzia\xB3y na kamieniu."),
          "ISO-8859-2", true },
        { BYTES("\x82\xA8\x82\xCD\x82\xE6\x82\xA4\x81\x42\x8C\xB3\x8B\x43"
                "\x82\xC5\x82\xB7\x82\xA9\x81\x48"),
          "Shift_JIS", true },
        { BYTES("\033$B$*$O$h$&\033(B"), "ISO-2022-JP", true },
        { BYTES("a\0 \0w\0o\0r\0d\0 \0o\0r\0 \0t\0w\0o\0"), "UTF-16LE", true },
        { BYTES("\0a\0 \0w\0o\0r\0d\0 \0o\0r\0 \0t\0w\0o"), "UTF-16BE", true },
        { NULL, 0, "UTF-8", true },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int sure;
        hxp_str bytes = { cases[i].bytes, cases[i].len };
        assert_string_equal(hxp_encoding_detect(bytes, NULL, &sure),
                            cases[i].encoding);
        assert_int_equal(sure > 0, cases[i].sure);
        assert_true(sure <= 100);
    }
}

/* Texts of which the language tells more than their bytes alone. */
static const struct {
    const char *bytes;
    size_t len;
    const char *language, *encoding;
} by_language[] = {
    { BYTES("Visi \xFEmon\xEBs gimsta laisvi ir lyg\xFBs"), "lt",
      "windows-1257" },
    { BYTES("Visi cilv\xE7ki piedzimst br\xEEvi un vienl\xEE"
            "dz\xEEgi"),
      "lv", "windows-1257" },
    { BYTES("\x82\xE1\xA5 \xAB\xEE\xA4\xA8 "
            "\xE0\xAE\xA6\xA4\xA0\xEE\xE2\xE1\xEF"),
      "ru", "IBM866" },
    { BYTES("f\x81r die Stra\xE1"
            "e nach M\x81nchen"),
      "de", "IBM850" },
    { BYTES("\xC1\xB9\xD8\xC9\xC2\xEC\xB7\xD1\xE9\xA7\xCB\xC5\xD2\xC2"), "th",
      "windows-874" },
    { BYTES("\xBC\xEB\xEF\xE9 \xEF\xE9 \xDC\xED\xE8\xF1\xF9\xF0\xEF\xE9 "
            "\xE3\xE5\xED\xED\xE9\xEF\xFD\xED\xF4\xE1\xE9 "
            "\xE5\xEB\xE5\xFD\xE8\xE5\xF1\xEF\xE9"),
      "el", "ISO-8859-7" },
    { BYTES("T\xE2\xECt c\xE3 m\xF2i ng\xFD\xF5\xCCi sinh ra \xF0\xEA\xCCu "
            "\xF0\xFD\xF5\xF2"
            "c t\xFD\xF2 do v\xE0 b\xECnh \xF0\xE3ng"),
      "vi", "windows-1258" },
    { BYTES("K\xF5ik inimesed s\xFCnnivad v\xF5rdsetena oma "
            "v\xE4\xE4rikuselt ja \xF5igustelt; \xFE\xFCrii"),
      "et", "windows-1257" },
    { BYTES("Tous les \x90tres naissent libres et \x8Egaux : l\xD5\xCFuvre "
            "co\x9Ete 5 \xDB"),
      "fr", "macintosh" },
    { BYTES("E\xE9n idee: re\xEBle co\xF6peratie kost \xA4 5"), "nl",
      "ISO-8859-15" },
    { BYTES("Les \xE9l\xE8ves \xE9taient l\xE0, \xE0 5\xB0 pr\xE8s : \xBD "
            "\x9Cuvre d\xE9j\xE0 cr\xE9\xE9"
            "e"),
      "fr", "windows-1252" },
    { BYTES("\x8B\x8C \x81\x90\x89 \x84\x80\x83\x8D \x90\x85\x8C\x83\x85 "
            "\x81\x90\x89 \x87\x85\x98\x89\x8F \x85\x99\x85\x85\x89\x8D "
            "\x81\x92\x98\x8B\x8D"),
      "he", "IBM862" },
    { BYTES("a caf\xE9 \x96 d\xE9j\xE0 vu"), "en", "windows-1252" },
    { BYTES("\x12\x04"
            "A\x04"
            "5\x04 \x00;\x04N\x04"
            "4\x04"
            "8\x04 \x00@\x04>\x04"
            "6\x04"
            "4\x04"
            "0\x04N\x04"
            "B\x04"
            "A\x04O\x04"),
      "ru", "UTF-16LE" },
    { BYTES("N\xBAN\xBAu\x1F\x80\x0C\x81\xEAu1\xFF\x0CW(\x5C\x0AN%T\x8CgCR)"
            "N\x0AN\x00_\x8B^s{I0\x02"),
      "zh", "UTF-16BE" },
};

static void test_detect_by_language(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof by_language / sizeof by_language[0]; i++) {
        int sure;
        hxp_str bytes = { by_language[i].bytes, by_language[i].len };
        assert_string_equal(
            hxp_encoding_detect(bytes, by_language[i].language, &sure),
            by_language[i].encoding);
        assert_in_range(sure, 1, 100);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_detect),
        cmocka_unit_test(test_detect_by_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
