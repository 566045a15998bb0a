/* test_xml.c - places, refusals and wording of the XML interface. */
#include "formats/xml/xml.h"

#include "base/array.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/** What the handlers saw, as text. */
typedef struct log {
    hxp_xml *xml;
    char text[4096];
    size_t len;
    bool in_text;
} log;

HXP_PRINTF(2, 3)
static void add(log *to, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len =
        vsnprintf(to->text + to->len, sizeof to->text - to->len, format, args);
    va_end(args);
    assert_true(len >= 0);
    to->len += (size_t)len;
    assert_true(to->len < sizeof to->text);
}

static hxp_status log_start(void *reader, const char *name,
                            const char **attributes, hxp_error *error)
{
    log *to = reader;
    hxp_place place = hxp_xml_place(to->xml);
    (void)error;
    add(to, "<%s", name);
    for (; *attributes; attributes += 2)
        add(to, " %s=%s", attributes[0], attributes[1]);
    add(to, "@%zu:%zu:%zu>", place.line, place.column, place.column16);
    return HXP_OK;
}

static hxp_status log_end(void *reader, const char *name, hxp_error *error)
{
    (void)error;
    add(reader, "</%s>", name);
    return HXP_OK;
}

static hxp_status log_text(void *reader, hxp_str text, hxp_error *error)
{
    (void)error;
    add(reader, "%.*s", HXP_FMT(text));
    return HXP_OK;
}

static const hxp_xml_handlers handlers = { log_start, log_end, log_text, NULL };

static hxp_status parse(log *to, hxp_str bytes, size_t chunk,
                        const char *encoding, hxp_error *error)
{
    hxp_input *input;
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    options.encoding = encoding;
    *to = (log){ .len = 0 };
    *error = (hxp_error){ .status = HXP_OK };
    assert_int_equal(hxp_input_memory(&input, bytes, "test.xml", error),
                     HXP_OK);
    hxp_input_set_chunk(input, chunk);
    assert_int_equal(hxp_xml_new(&to->xml, input, &options, error), HXP_OK);
    hxp_status status = hxp_xml_parse(to->xml, &handlers, to, error);
    hxp_xml_free(to->xml);
    hxp_input_close(input);
    return status;
}

static void expect(hxp_str bytes, const char *encoding, const char *seen)
{
    log to;
    hxp_error error;
    for (size_t chunk = 0; chunk <= 7; chunk++) {
        hxp_status status = parse(&to, bytes, chunk, encoding, &error);
        assert_string_equal(error.message, "");
        assert_int_equal(status, HXP_OK);
        assert_string_equal(to.text, seen);
    }
}

static void expect_fault(hxp_str bytes, const char *encoding, const char *fault)
{
    log to;
    hxp_error error;
    char found[512];
    for (size_t chunk = 0; chunk <= 7; chunk++) {
        hxp_status status = parse(&to, bytes, chunk, encoding, &error);
        assert_int_equal(status, error.status);
        assert_string_equal(error.file, "test.xml");
        snprintf(found, sizeof found, "%d %zu:%zu:%zu: %s", (int)status,
                 error.place.line, error.place.column, error.place.column16,
                 error.message);
        assert_string_equal(found, fault);
    }
}

#define EXPECT(bytes, seen) expect(HXP_STR(bytes), NULL, seen)
#define FAULT(bytes, fault) expect_fault(HXP_STR(bytes), NULL, fault)

static void tells_elements_text_and_places(void **state)
{
    (void)state;
    EXPECT("<a x='1' y:z='&lt;&#228;'>t<b/>\n <c/>&amp;</a>",
           "<a x=1 y:z=<\xC3\xA4@1:1:1>t<b@1:28:28></b>\n <c@2:2:2></c>&</a>");
}

static void counts_columns_in_characters_and_units(void **state)
{
    (void)state;
    EXPECT("<a>\xC3\xA9<b/>\xF0\x9F\x98\x80<b/>\xF0\x9F\x98\x80\xF0\x9F\x98"
           "\x80<b/>\n\xF0\x9F\x98\x80<b/>\n<b/></a>",
           "<a@1:1:1>\xC3\xA9<b@1:5:5></b>\xF0\x9F\x98\x80<b@1:10:11></b>"
           "\xF0\x9F\x98\x80\xF0\x9F\x98\x80<b@1:16:19></b>\n"
           "\xF0\x9F\x98\x80<b@2:2:3></b>\n<b@3:1:1></b></a>");
}

static void a_byte_order_mark_takes_no_column(void **state)
{
    (void)state;
    EXPECT("\xEF\xBB\xBF<a><b/></a>", "<a@1:1:1><b@1:4:4></b></a>");
    EXPECT("\xFF\xFE<\0a\0>\0\x3D\xD8\x00\xDE<\0b\0/\0>\0<\0/\0a\0>\0",
           "<a@1:1:1>\xF0\x9F\x98\x80<b@1:5:6></b></a>");
    EXPECT("\xFE\xFF\0<\0a\0>\xD8\x3D\xDE\0\0<\0b\0/\0>\0<\0/\0a\0>",
           "<a@1:1:1>\xF0\x9F\x98\x80<b@1:5:6></b></a>");
}

static void reads_other_encodings(void **state)
{
    (void)state;
    EXPECT("<?xml version='1.0' encoding='windows-1252'?><a>\xE9\x80\xF0<b/>"
           "</a>",
           "<a@1:46:46>\xC3\xA9\xE2\x82\xAC\xC3\xB0<b@1:52:52></b></a>");
    EXPECT("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xF0<b/></a>",
           "<a@1:44:44>\xC3\xB0<b@1:48:48></b></a>");
    expect(HXP_STR("<a>\xE9</a>"), "latin1", "<a@1:1:1>\xC3\xA9</a>");
    expect(HXP_STR("<a>\x80</a>"), "windows-1252", "<a@1:1:1>\xE2\x82\xAC</a>");
    expect(HXP_STR("<?xml version='1.0' encoding='UTF-8'?><a>\xE9</a>"),
           "windows-1252", "<a@1:39:39>\xC3\xA9</a>");
    FAULT("<?xml version='1.0' encoding='klingon'?><a/>",
          "1 1:31:31: encoding \"klingon\" is not known");
    EXPECT("\xFF\xFE\0\0<\0\0\0a\0\0\0/\0\0\0>\0\0\0", "<a@1:1:1></a>");
    EXPECT(
        "<?xml version='1.0' encoding='Shift_JIS'?><a>\x93\xFA\x96\x7B<b/></a>",
        "<a@1:43:43>\xE6\x97\xA5\xE6\x9C\xAC<b@1:48:48></b></a>");
    EXPECT(
        "<?xml version='1.0' encoding='GB18030'?><a>\x94\x39\xDA\x33<b/></a>",
        "<a@1:41:41>\xF0\x9F\x92\xA9<b@1:45:46></b></a>");
    FAULT("<?xml version='1.0' encoding='Shift_JIS'?>\n<a>\x93\xFA\x81 </a>",
          "1 2:5:5: byte 0x81 is not Shift_JIS; try --encoding");
}

static void names_bytes_that_are_no_characters(void **state)
{
    (void)state;
    FAULT("<a>caf\xE9 x</a>",
          "1 1:7:7: byte 0xE9 is not UTF-8; looks like windows-1252: try "
          "--encoding");
    FAULT("<a>\n \xC3\xA9\xFF</a>",
          "1 2:3:3: byte 0xFF is not UTF-8; looks like windows-1252: try "
          "--encoding");
    FAULT("<a>\x81</a>", "1 1:4:4: byte 0x81 is not UTF-8; try --encoding");
    FAULT("<?xml version='1.0' encoding='US-ASCII'?><a>\xC3\xA9</a>",
          "1 1:45:45: byte 0xC3 is not US-ASCII; try --encoding");
}

static void names_characters_that_xml_forbids(void **state)
{
    (void)state;
    FAULT("<a>b\x1F</a>", "1 1:5:5: U+001F is not allowed in XML; remove it");
    FAULT("<a>\xEF\xBF\xBE</a>",
          "1 1:4:4: U+FFFE is not allowed in XML; remove it");
    FAULT("<a>&#x1F;</a>",
          "1 1:4:4: U+001F is not allowed in XML, not as &#x1F; either");
    FAULT("<a>&#31;</a>",
          "1 1:4:4: U+001F is not allowed in XML, not as &#31; either");
    FAULT("<a>\xED\xA0\x80</a>",
          "1 1:4:4: half of a character is not allowed in XML; remove it");
}

static void says_what_is_wrong_with_markup(void **state)
{
    (void)state;
    FAULT("<a>b & c</a>", "1 1:6:6: a bare \"&\": write it as \"&amp;\"");
    FAULT("<a>R&D is</a>", "1 1:5:5: a bare \"&\": write it as \"&amp;\"");
    FAULT("<a>\xC3\xA9&\xC3\xA9\xC3\xA9=</a>",
          "1 1:5:5: a bare \"&\": write it as \"&amp;\"");
    FAULT("<a x='?b=1&c=2'/>",
          "1 1:11:11: a bare \"&\": write it as \"&amp;\"");
    FAULT("<a>b < c</a>", "1 1:6:6: a bare \"<\": write it as \"&lt;\"");
    FAULT("<a></a></a>", "1 1:8:8: an end tag of what is not open");
    FAULT("<a><!DOCTYPE a></a>",
          "1 1:4:4: \"<!\" begins nothing that may stand here");
    FAULT("<a><!-- b -- c --></a>",
          "1 1:11:11: \"--\" inside a comment: remove it");
    FAULT("<a b c='1'/>", "1 1:6:6: \"c\" is not expected here");
    FAULT("<a><b></a>", "1 1:9:9: </a> stands where </b> is expected");
    FAULT("<?xml version='1.0' encoding='windows-1252'?><a></a\xFF>",
          "1 1:51:51: </a\xC3\xBF> stands where </a> is expected");
    FAULT("<?xml version='1.0' encoding='ISO-8859-1'?><a>&\xE9;</a>",
          "1 1:47:47: entity \"?\" is not defined");
    FAULT("\xEF\xBB\xBF\xEF\xBB\xBF<a/>",
          "1 1:1:1: a second byte order mark (U+FEFF): remove it");
    FAULT("<a>]]></a>", "1 1:6:6: \"]]>\" in text: write it as \"]]&gt;\"");
    FAULT("<a x='1' x='2'/>",
          "1 1:10:10: an attribute stands twice in one tag");
    FAULT("<a/><b/>", "1 1:5:5: something follows the end of the root element");
    FAULT(" <?xml version='1.0'?><a/>",
          "1 1:2:2: the XML declaration must be the very first thing in the "
          "file");
    FAULT("junk<?xml version='1.0'?><a/>",
          "1 1:5:5: not XML: text where a tag is expected");
    FAULT("<!-- c -->\njunk <a/>",
          "1 2:1:1: not XML: text where a tag is expected");
    FAULT("<a <b/>", "1 1:4:4: \"<\" inside a tag: the tag before it is not "
                     "closed, or a value needs \"&lt;\"");
    FAULT("hello", "1 1:1:1: not XML: text where a tag is expected");
    FAULT("{\"a\":1}", "1 1:1:1: not XML: text where a tag is expected");
}

static void says_where_the_file_ends(void **state)
{
    (void)state;
    FAULT("", "1 1:1:1: the file is empty");
    FAULT(" \n", "1 2:1:1: the file is empty");
    FAULT("\xEF\xBB\xBF", "1 1:1:1: the file is empty");
    FAULT("<!-- x -->", "1 1:11:11: the file has no elements");
    FAULT("<a><b>x", "1 1:8:8: the file ends inside <b>");
    FAULT("<a", "1 1:1:1: the file ends inside a tag");
    FAULT("<?xml version='1.0'><a/>",
          "1 1:1:1: the XML declaration does not end with \"?>\"");
    FAULT("<a>\xC3", "1 1:4:4: the file ends inside a character");
}

static void no_entity_vanishes(void **state)
{
    (void)state;
    FAULT("<a>b&nbsp;c</a>",
          "1 1:5:5: entity \"nbsp\" is not defined: it is &#xA0; in XML");
    FAULT("<!DOCTYPE a SYSTEM 'a.dtd'><a>b&nbsp;c</a>",
          "1 1:32:32: entity \"nbsp\" is not defined: it is &#xA0; in XML");
    FAULT("<!DOCTYPE a SYSTEM 'a.dtd'><a x='&lt;&nbsp;'/>",
          "1 1:28:28: entity \"nbsp\" is not defined: it is &#xA0; in XML");
    FAULT("<!DOCTYPE a [<!ENTITY % p SYSTEM 'p'> %p;]><a>&x;</a>",
          "1 1:47:47: entity \"x\" is not defined");
    FAULT("<!DOCTYPE a [<!ENTITY % p SYSTEM 'p'> %p;]><a x='&x;'/>",
          "1 1:44:44: entity \"x\" is not defined");
    FAULT("<!DOCTYPE a SYSTEM 'a.dtd' [<!ENTITY e '&x;'>]><a b='&e;'/>",
          "1 1:48:48: entity \"e\" is not defined");
    EXPECT("<!DOCTYPE a SYSTEM 'a.dtd' [<!ENTITY d 'x'>"
           "<!ENTITY e '&d;&amp;y'>]><a b='&e;'>&d;</a>",
           "<a b=x&y@1:69:69>x</a>");
    EXPECT("<!DOCTYPE a SYSTEM 'a.dtd'><a x='&lt;&#65;'>&amp;</a>",
           "<a x=<A@1:28:28>&</a>");
    EXPECT("<!DOCTYPE a [<!ENTITY e 'text'>]><a>&e;</a>",
           "<a@1:34:34>text</a>");
}

static void external_entities_are_refused(void **state)
{
    (void)state;
    FAULT("<!DOCTYPE a [<!ENTITY e SYSTEM '/etc/passwd'>]><a>&e;</a>",
          "1 1:51:51: external entities are not read");
    FAULT("<!DOCTYPE a [<!ENTITY e SYSTEM '/etc/passwd'>]><a x='&e;'/>",
          "1 1:54:54: external entities are not read");
}

static void entity_bombs_are_refused(void **state)
{
    (void)state;
    char bomb[2048] = "<!DOCTYPE a [<!ENTITY e0 '0123456789'>";
    for (int i = 1; i < 10; i++) {
        char line[160];
        snprintf(line, sizeof line, "<!ENTITY e%d '", i);
        strcat(bomb, line);
        for (int j = 0; j < 10; j++) {
            snprintf(line, sizeof line, "&e%d;", i - 1);
            strcat(bomb, line);
        }
        strcat(bomb, "'>\n");
    }
    strcat(bomb, "]><a x='&e9;'/>");
    log to;
    hxp_error error;
    assert_int_equal(parse(&to, hxp_str_of(bomb), 0, NULL, &error), HXP_ELIMIT);
    assert_string_equal(error.message,
                        "entities expand beyond the limit (an entity bomb)");
}

static void depth_is_limited(void **state)
{
    (void)state;
    char deep[65 * 3 + 1] = "";
    for (int i = 0; i < 65; i++)
        strcat(deep, "<a>");
    log to;
    hxp_error error;
    assert_int_equal(parse(&to, hxp_str_of(deep), 0, NULL, &error), HXP_ELIMIT);
    assert_string_equal(error.message,
                        "elements nest deeper than 64, the limit");
    assert_int_equal(error.place.column, 64 * 3 + 1);
}

static void a_tag_without_end_is_refused(void **state)
{
    (void)state;
    size_t size = (size_t)9 << 20;
    char *bytes = malloc(size);
    assert_non_null(bytes);
    memset(bytes, ' ', size);
    memcpy(bytes, "<a", 2);
    log to;
    hxp_error error;
    assert_int_equal(parse(&to, (hxp_str){ bytes, size }, 0, NULL, &error),
                     HXP_ELIMIT);
    assert_string_equal(error.message, "a tag or comment is longer than "
                                       "8388608 bytes, the limit");
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_elements_text_and_places),
        cmocka_unit_test(counts_columns_in_characters_and_units),
        cmocka_unit_test(a_byte_order_mark_takes_no_column),
        cmocka_unit_test(reads_other_encodings),
        cmocka_unit_test(names_bytes_that_are_no_characters),
        cmocka_unit_test(names_characters_that_xml_forbids),
        cmocka_unit_test(says_what_is_wrong_with_markup),
        cmocka_unit_test(says_where_the_file_ends),
        cmocka_unit_test(no_entity_vanishes),
        cmocka_unit_test(external_entities_are_refused),
        cmocka_unit_test(entity_bombs_are_refused),
        cmocka_unit_test(depth_is_limited),
        cmocka_unit_test(a_tag_without_end_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
