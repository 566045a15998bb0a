/* test_losses.c - from each format of units into each: what is lost is told. */
#include "base/array.h"
#include "base/str.h"
#include "formats/units/losses.h"

#include <hexapla/formats.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* A file with all that its format holds; it is read with and written to these
 * languages. */
typedef struct sample {
    const char *format;
    hxp_str bytes;
} sample;

#define SAMPLE(format, bytes)                                                  \
    {                                                                          \
        format,                                                                \
        {                                                                      \
            bytes, sizeof(bytes) - 1                                           \
        }                                                                      \
    }

static const sample samples[] = {
    SAMPLE("tmx", "<tmx version='1.4'>"
                  "<header creationtool='t' creationtoolversion='1' "
                  "segtype='sentence' o-tmf='t' adminlang='en' srclang='en' "
                  "datatype='xml'><note>head</note><prop type='p'>q</prop>"
                  "</header><body>"
                  "<tu tuid='1' creationdate='20200101T000000Z' own='x'>"
                  "<note>n</note><prop type='p'>v</prop>"
                  "<tuv xml:lang='en' changeid='me'><note>in</note><seg>A "
                  "<bpt i='1' x='1' type='b'>&lt;b&gt;</bpt>cat<ept i='1'/> "
                  "<ph x='2'/><hi type='t'>s\nat</hi></seg></tuv>"
                  "<tuv xml:lang='nl'><seg>Kat</seg></tuv>"
                  "<tuv xml:lang='fr'><seg>Chat</seg></tuv>"
                  "<tuv xml:lang='nl'><seg>Poes</seg></tuv></tu>"
                  "<tu srclang='*all*'><tuv xml:lang='en'><seg>Dog</seg></tuv>"
                  "<tuv xml:lang='nl'><seg>Hond</seg></tuv></tu>"
                  "<tu><tuv xml:lang='en'><seg>Dog</seg></tuv>"
                  "<tuv xml:lang='nl'><seg>Reu</seg></tuv></tu>"
                  "</body></tmx>"),
    SAMPLE("tsv", "en\tnl\tfr\nCat\\nsat\tKat\tChat\nDog\t\tChien\n"),
    SAMPLE("csv", "tuid,en,nl,fr,note,p\r\n1,\"Cat\nsat\",Kat,Chat,n,v\r\n"
                  "2,Dog,,Chien,,\r\n"),
    SAMPLE("jsonl",
           "{\"header\":{\"source\":\"en\",\"remarks\":[{\"kind\":\"note\","
           "\"text\":\"h\"}]}}\n"
           "{\"id\":\"1\",\"attributes\":{\"creationid\":\"me\"},\"remarks\":"
           "[{\"kind\":\"property\",\"type\":\"p\",\"text\":\"v\"}],"
           "\"variants\":[{\"language\":\"en\",\"text\":\"A\\u0001 cat\","
           "\"codes\":[{\"kind\":\"standalone\",\"at\":1,\"name\":\"ph\"}]},"
           "{\"language\":\"nl\",\"text\":\"Kat\"},"
           "{\"language\":\"nl\",\"text\":\"Poes\"}]}\n"),
    SAMPLE("xliff",
           "<xliff version='1.2'><file original='f' source-language='en' "
           "target-language='nl' datatype='xml'><header><note>h</note>"
           "</header><body><group id='g'>"
           "<trans-unit id='1' approved='yes'><source>A <g id='1'>cat</g>"
           "<x id='2'/></source><target state='final'>Een <g id='1'>kat</g>"
           "<x id='2'/></target><note>n</note><context-group purpose='p'>"
           "<context context-type='c'>v</context></context-group></trans-unit>"
           "<trans-unit id='2'><source>Two. Three.</source><seg-source>"
           "<mrk mtype='seg' mid='1'>Two.</mrk> <mrk mtype='seg' mid='2'>Three."
           "</mrk></seg-source><target><mrk mtype='seg' mid='1'>Twee.</mrk> "
           "<mrk mtype='seg' mid='2'>Drie.</mrk></target></trans-unit>"
           "</group></body></file></xliff>"),
    SAMPLE("xliff2",
           "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' "
           "srcLang='en' trgLang='nl'><file id='f'><notes><note>h</note>"
           "</notes><unit id='1' name='u'><notes><note>n</note></notes>"
           "<segment state='final'><source>A <pc id='1'>cat</pc><ph id='2'/>"
           "</source><target>Een <pc id='1'>kat</pc><ph id='2'/></target>"
           "</segment></unit></file></xliff>"),
    SAMPLE("po", "msgid \"\"\nmsgstr \"Language: nl\\n\"\n"
                 "\"Plural-Forms: nplurals=2; plural=n != 1;\\n\"\n\n"
                 "# n\n#. e\n#: a.c:1\n#, c-format\nmsgctxt \"c\"\n"
                 "msgid \"Cat\"\nmsgstr \"Kat\"\n\n"
                 "msgid \"a dog\"\nmsgid_plural \"%d dogs\"\n"
                 "msgstr[0] \"hond\"\nmsgstr[1] \"%d honden\"\n\n"
                 "msgid \"Bird\"\nmsgstr \"\"\n\n"
                 "#~ msgid \"Old\"\n#~ msgstr \"Oud\"\n"),
};

/* --- What there is -------------------------------------------------------- */

/** Counts what units have, by the rule of its loss; and what is told. */
typedef struct inventory {
    hxp_unit_sink sink;
    hxp_losses counts;
    size_t units;
    hxp_buffer texts; /* of the two languages */
} inventory;

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    (void)error;
    hxp_losses_add(&((inventory *)sink)->counts, HXP_FAULT_LOSS_REMARKS,
                   header->remarks.count);
    return HXP_OK;
}

static hxp_status add(hxp_unit_sink *sink, const hxp_unit *unit,
                      hxp_error *error)
{
    static const char *const languages[] = { "en", "nl" };
    inventory *to = (inventory *)sink;
    (void)error;
    to->units++;
    hxp_losses_add_unit(&to->counts, unit, 0);
    for (int i = 0; i < 2; i++) {
        const hxp_variant *variant =
            hxp_unit_variant(unit, hxp_str_of(languages[i]));
        assert_true(hxp_buffer_add(&to->texts, HXP_STR("|")));
        if (variant)
            assert_true(hxp_buffer_add(&to->texts, variant->content.text));
    }
    return HXP_OK;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    (void)sink;
    (void)error;
    return HXP_OK;
}

static void close_nothing(hxp_unit_sink *sink)
{
    (void)sink;
}

static void count_units(inventory *to, hxp_str bytes, const char *format)
{
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    hxp_input *input;
    hxp_error error;
    *to = (inventory){ .sink = { begin, add, end, close_nothing } };
    options.format = format;
    options.from = "en";
    options.to = "nl";
    assert_int_equal(hxp_input_memory(&input, bytes, "x", NULL), HXP_OK);
    if (hxp_read_units(input, &options, &to->sink, &error) != HXP_OK)
        fail_msg("%s: %zu:%zu: %s\n%.*s", format, error.place.line,
                 error.place.column, error.message, HXP_FMT(bytes));
    hxp_input_close(input);
}

/* --- What is told --------------------------------------------------------- */

/** The rules of what is counted on both sides. */
static const hxp_fault counted[] = {
    HXP_FAULT_LOSS_CODES,
    HXP_FAULT_LOSS_VARIANTS,
    HXP_FAULT_LOSS_REMARKS,
    HXP_FAULT_LOSS_ATTRIBUTES,
};

static size_t count_of(const hxp_losses *losses, hxp_fault rule)
{
    return losses->counts[rule - HXP_FAULT_LOSS_CHARACTERS];
}

typedef struct teller {
    hxp_finding_sink sink;
    hxp_losses told;
} teller;

/** Note how many a finding says. */
static hxp_status note(hxp_finding_sink *sink, const hxp_finding *finding,
                       hxp_error *error)
{
    teller *to = (teller *)sink;
    size_t rules;
    const hxp_rule *table = hxp_format_rules(&rules);
    hxp_fault rule = HXP_FAULT_LOSS_CHARACTERS;
    (void)error;
    while (table[rule].id != finding->rule)
        rule++;
    assert_int_equal(count_of(&to->told, rule), 0); /* told once */
    hxp_losses_add(&to->told, rule, strtoul(finding->message.ptr, NULL, 10));
    assert_true(count_of(&to->told, rule) > 0);
    return HXP_OK;
}

/** Convert a sample; what is lost of it is told. */
static void convert(hxp_output *output, const sample *from, const char *to,
                    teller *losses)
{
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    hxp_write_options writing = HXP_WRITE_OPTIONS_INIT;
    hxp_unit_sink *writer;
    hxp_input *input;
    reading.format = from->format;
    writing.format = to;
    reading.from = writing.from = "en";
    reading.to = writing.to = "nl";
    writing.losses = &losses->sink;
    assert_int_equal(hxp_input_memory(&input, from->bytes, "x", NULL), HXP_OK);
    assert_int_equal(hxp_unit_writer_new(&writer, output, &writing, NULL),
                     HXP_OK);
    assert_int_equal(hxp_read_units(input, &reading, writer, NULL), HXP_OK);
    writer->close(writer);
    hxp_input_close(input);
}

static void check_pair(const sample *from, const char *to)
{
    teller losses = { .sink = { note, NULL, NULL } };
    inventory before, after;
    hxp_output *output;
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    convert(output, from, to, &losses);
    count_units(&before, from->bytes, from->format);
    count_units(&after, hxp_output_bytes(output), to);
    assert_int_equal(before.units, after.units);
    for (size_t i = 0; i < sizeof counted / sizeof counted[0]; i++) {
        size_t had = count_of(&before.counts, counted[i]);
        size_t has = count_of(&after.counts, counted[i]);
        size_t told = count_of(&losses.told, counted[i]);
        if (had > has + told)
            fail_msg("%s to %s: %zu of %d lost, %zu told", from->format, to,
                     had - has, (int)counted[i], told);
        if (counted[i] <= HXP_FAULT_LOSS_VARIANTS)
            assert_int_equal(had, has + told); /* nobody adds these */
    }
    if (count_of(&losses.told, HXP_FAULT_LOSS_CHARACTERS) == 0 &&
        !hxp_str_equal(hxp_buffer_str(&before.texts),
                       hxp_buffer_str(&after.texts)))
        fail_msg("%s to %s: \"%.*s\" became \"%.*s\"", from->format, to,
                 HXP_FMT(hxp_buffer_str(&before.texts)),
                 HXP_FMT(hxp_buffer_str(&after.texts)));
    hxp_buffer_free(&before.texts);
    hxp_buffer_free(&after.texts);
    hxp_output_close(output);
}

static void what_is_lost_is_told(void **state)
{
    size_t count = sizeof samples / sizeof samples[0];
    (void)state;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++)
            check_pair(&samples[i], samples[k].format);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_lost_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
