/* xml_fault.c - one clear sentence for each way in which XML can be broken. */
#include "formats/xml/xml_fault.h"

#include "base/str.h"
#include "formats/html/html_entity.h"
#include "text/utf8.h"

#include <expat.h>
#include <stdio.h>
#include <stdlib.h>

/** A sentence for an error that needs nothing but its code. */
typedef struct wording {
    int code;
    const char *text;
} wording;

static const wording wordings[] = {
    { XML_ERROR_SYNTAX, "not XML: text where a tag is expected" },
    { XML_ERROR_UNCLOSED_TOKEN, "the file ends inside a tag" },
    { XML_ERROR_PARTIAL_CHAR, "the file ends inside a character" },
    { XML_ERROR_DUPLICATE_ATTRIBUTE, "an attribute stands twice in one tag" },
    { XML_ERROR_JUNK_AFTER_DOC_ELEMENT,
      "something follows the end of the root element" },
    { XML_ERROR_PARAM_ENTITY_REF, "a parameter entity stands where none may" },
    { XML_ERROR_RECURSIVE_ENTITY_REF, "an entity refers to itself" },
    { XML_ERROR_ASYNC_ENTITY, "an entity holds only part of an element" },
    { XML_ERROR_BINARY_ENTITY_REF, "external entities are not read" },
    { XML_ERROR_ATTRIBUTE_EXTERNAL_ENTITY_REF,
      "external entities are not read" },
    { XML_ERROR_EXTERNAL_ENTITY_HANDLING, "external entities are not read" },
    { XML_ERROR_MISPLACED_XML_PI,
      "the XML declaration must be the very first thing in the file" },
    { XML_ERROR_UNCLOSED_CDATA_SECTION, "the file ends inside CDATA" },
    { XML_ERROR_XML_DECL, "the XML declaration is faulty" },
    { XML_ERROR_PUBLICID, "a public identifier holds a forbidden character" },
    { XML_ERROR_AMPLIFICATION_LIMIT_BREACH,
      "entities expand beyond the limit (an entity bomb)" },
};

static void describe_by_code(char *message, int code)
{
    size_t count = sizeof wordings / sizeof wordings[0], i = 0;
    while (i < count && wordings[i].code != code)
        i++;
    snprintf(message, HXP_XML_MESSAGE, "%s",
             i < count ? wordings[i].text
                       : XML_ErrorString((enum XML_Error)code));
}

static bool is_control(int32_t c)
{
    return c >= 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

static void describe_forbidden(char *message, unsigned c)
{
    snprintf(message, HXP_XML_MESSAGE,
             "U+%04X is not allowed in XML; remove it", c);
}

static bool is_letter_of_1252(unsigned char byte)
{
    return byte >= 0xC0 || byte == 0x80 || byte == 0x85 ||
           (byte >= 0x91 && byte <= 0x97);
}

const char hxp_xml_half_text[] =
    "half of a character is not allowed in XML; remove it";

static bool is_wide(const hxp_xml_fault *fault)
{
    return hxp_str_starts(hxp_str_of(fault->encoding), HXP_STR("UTF-16"));
}

/** True for the bytes that stand for half a character. */
static bool is_half(const hxp_xml_fault *fault)
{
    hxp_str after = fault->after;
    if ((unsigned char)after.ptr[0] != HXP_XML_HALF)
        return false;
    if (is_wide(fault))
        return true;
    return after.len > 1 && (unsigned char)after.ptr[1] >= 0xA0 &&
           (unsigned char)after.ptr[1] < 0xC0;
}

/** Name the bytes at the fault that are no character. */
static void describe_byte(char *message, const hxp_xml_fault *fault)
{
    unsigned char byte = (unsigned char)fault->after.ptr[0];
    bool alone =
        fault->after.len < 2 || (unsigned char)fault->after.ptr[1] < 0x80;
    const char *hint = "try --encoding";
    if (is_half(fault)) {
        snprintf(message, HXP_XML_MESSAGE, "%s", hxp_xml_half_text);
        return;
    }
    if (is_wide(fault)) {
        describe_forbidden(message, 0xFF00 | byte);
        return;
    }
    if (alone && is_letter_of_1252(byte) &&
        strcmp(fault->encoding, "UTF-8") == 0)
        hint = "looks like windows-1252: try --encoding";
    snprintf(message, HXP_XML_MESSAGE, "byte 0x%02X is not %s; %s", byte,
             fault->encoding, hint);
}

/** The name from the start of text on, as far as it goes. */
static hxp_str leading_name(hxp_str text)
{
    static const char ends[] = " \t\r\n<>&;/\"'=";
    size_t len = 0;
    while (len < text.len && !strchr(ends, text.ptr[len]))
        len++;
    return hxp_str_part(text, 0, len);
}

/** The characters of text from its last "&" on, when a name follows it; 0: none
 * does. */
static size_t behind_ampersand(hxp_str text)
{
    size_t count = 1;
    for (size_t i = text.len; i > 0; i--) {
        unsigned char c = (unsigned char)text.ptr[i - 1];
        if (c == '&')
            return count;
        if (strchr(" \t\r\n<>;/\"'=", c))
            return 0;
        count += (c & 0xC0) != 0x80;
    }
    return 0;
}

/** A fault that shows in the text before it: how it ends, what that means. */
typedef struct ending {
    const char *text;
    const char *meaning;
    size_t back; /* as hxp_xml_describe() returns */
} ending;

static const ending endings[] = {
    { "<!", "\"<!\" begins nothing that may stand here", 2 },
    { "<", "a bare \"<\": write it as \"&lt;\"", 1 },
    { "=", "the value of an attribute needs quotes", 0 },
    { "--", "\"--\" inside a comment: remove it", 2 },
};

/** What the text before the fault and c behind it mean, or NULL. */
static const ending *find_ending(const hxp_xml_fault *fault, int32_t c)
{
    static const ending end_tag = { "<", "an end tag of what is not open", 1 };
    static const ending brackets = { "]]",
                                     "\"]]>\" in text: write it as \"]]&gt;\"",
                                     0 };
    if (c == '>' && hxp_str_ends(fault->before, HXP_STR("]]")))
        return &brackets;
    if (c == '/' && !fault->open && hxp_str_ends(fault->before, HXP_STR("<")))
        return &end_tag;
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (hxp_str_ends(fault->before, hxp_str_of(endings[i].text)))
            return &endings[i];
    return NULL;
}

/** True when text stands before the fault where only tags may. */
static bool follows_text(const hxp_xml_fault *fault)
{
    hxp_str before = hxp_str_trim(fault->before);
    size_t i = before.len;
    while (i > 0 && before.ptr[i - 1] != '<' && before.ptr[i - 1] != '>')
        i--;
    return !fault->open && i < before.len &&
           (i > 0 ? before.ptr[i - 1] == '>'
                  : fault->before.len < HXP_XML_BEFORE);
}

static size_t describe_character(char *message, const hxp_xml_fault *fault)
{
    size_t at = 0, back = behind_ampersand(fault->before);
    int32_t c = hxp_utf8_next(fault->after, &at);
    const ending *found = find_ending(fault, c);
    if (is_control(c) || c == 0xFFFE || c == 0xFFFF) {
        describe_forbidden(message, (unsigned)c);
        return 0;
    }
    if (back > 0) {
        snprintf(message, HXP_XML_MESSAGE,
                 "a bare \"&\": write it as \"&amp;\"");
        return back;
    }
    if (found) {
        snprintf(message, HXP_XML_MESSAGE, "%s", found->meaning);
        return found->back;
    }
    if (c == 0xFEFF && !fault->open && fault->before.len <= 3)
        snprintf(message, HXP_XML_MESSAGE,
                 "a second byte order mark (U+FEFF): remove it");
    else if ((!fault->open && fault->before.len == 0) || follows_text(fault))
        describe_by_code(message, XML_ERROR_SYNTAX);
    else if (c == '<')
        snprintf(message, HXP_XML_MESSAGE,
                 "\"<\" inside a tag: the tag before it is not closed, or a "
                 "value needs \"&lt;\"");
    else if (c != ' ' && hxp_char_is_space(c))
        snprintf(message, HXP_XML_MESSAGE,
                 "U+%04X is not expected here: write a plain space",
                 (unsigned)c);
    else
        snprintf(message, HXP_XML_MESSAGE, "\"%.*s\" is not expected here",
                 (int)at, fault->after.ptr);
    return 0;
}

static size_t describe_token(char *message, const hxp_xml_fault *fault)
{
    size_t at = 0, back = 0;
    if (fault->after.len == 0)
        snprintf(message, HXP_XML_MESSAGE, "not well-formed XML");
    else if (hxp_utf8_next(fault->after, &at) == HXP_UTF8_INVALID ||
             (at > 1 && strcmp(fault->encoding, "US-ASCII") == 0))
        describe_byte(message, fault);
    else
        back = describe_character(message, fault);
    return back;
}

/** A character reference, "&#x1F;", to what XML forbids. */
static void describe_reference(char *message, hxp_str after)
{
    hxp_str name = leading_name(
        hxp_str_part(after, after.len > 0 && after.ptr[0] == '&', after.len));
    char digits[16];
    snprintf(digits, sizeof digits, "%.*s", HXP_FMT(name));
    bool hex = digits[0] == '#' && digits[1] == 'x';
    unsigned long c =
        digits[0] ? strtoul(digits + (hex ? 2 : 1), NULL, hex ? 16 : 10) : 0;
    snprintf(message, HXP_XML_MESSAGE,
             "U+%04lX is not allowed in XML, not as &%s; either", c, digits);
}

void hxp_xml_describe_entity(char message[HXP_XML_MESSAGE], hxp_str name)
{
    int32_t c = hxp_html_entity(name);
    int len = snprintf(message, HXP_XML_MESSAGE,
                       "entity \"%.*s\" is not defined", HXP_FMT(name));
    if (c > 0 && len < HXP_XML_MESSAGE)
        snprintf(message + len, HXP_XML_MESSAGE - (size_t)len,
                 ": it is &#x%X; in XML", (unsigned)c);
}

static void describe_entity(char *message, hxp_str after)
{
    bool reference = after.len > 0 && after.ptr[0] == '&';
    hxp_xml_describe_entity(
        message, leading_name(hxp_str_part(after, reference, after.len)));
}

static void describe_mismatch(char *message, const hxp_xml_fault *fault)
{
    size_t skip = hxp_str_starts(fault->after, HXP_STR("</")) ? 2 : 0;
    hxp_str name =
        leading_name(hxp_str_part(fault->after, skip, fault->after.len));
    snprintf(message, HXP_XML_MESSAGE, "</%.*s> stands where </%s> is expected",
             HXP_FMT(name), fault->open ? fault->open : "");
}

static void describe_end(char *message, const hxp_xml_fault *fault)
{
    if (fault->open)
        snprintf(message, HXP_XML_MESSAGE, "the file ends inside <%s>",
                 fault->open);
    else
        snprintf(message, HXP_XML_MESSAGE, "the file %s",
                 fault->empty ? "is empty" : "has no elements");
}

size_t hxp_xml_describe(char message[HXP_XML_MESSAGE],
                        const hxp_xml_fault *fault)
{
    size_t back = 0;
    if (fault->code == XML_ERROR_INVALID_TOKEN)
        back = describe_token(message, fault);
    else if (fault->code == XML_ERROR_NO_ELEMENTS)
        describe_end(message, fault);
    else if (fault->code == XML_ERROR_TAG_MISMATCH)
        describe_mismatch(message, fault);
    else if (fault->code == XML_ERROR_UNDEFINED_ENTITY)
        describe_entity(message, fault->after);
    else if (fault->code == XML_ERROR_BAD_CHAR_REF)
        describe_reference(message, fault->after);
    else if (fault->code == XML_ERROR_UNCLOSED_TOKEN &&
             hxp_str_starts(fault->after, HXP_STR("<?xml ")))
        snprintf(message, HXP_XML_MESSAGE,
                 "the XML declaration does not end with \"?>\"");
    else if (fault->code == XML_ERROR_UNKNOWN_ENCODING && !fault->wide)
        snprintf(message, HXP_XML_MESSAGE, "encoding \"%s\" is not known",
                 fault->encoding);
    else if (fault->code == XML_ERROR_INCORRECT_ENCODING ||
             fault->code == XML_ERROR_UNKNOWN_ENCODING)
        snprintf(message, HXP_XML_MESSAGE,
                 "the file is declared as %s but its bytes are %s",
                 fault->encoding, fault->wide ? fault->wide : "not");
    else
        describe_by_code(message, fault->code);
    hxp_utf8_mask(message);
    return back;
}
