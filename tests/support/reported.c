/* reported.c - findings that reports are tested with, and what comes out. */
#include "reported.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

hxp_finding forbidden(void)
{
    static const hxp_str expected[] = { { "motie", 5 }, { "resolutie", 9 } };
    return (hxp_finding){ .rule = "term.forbidden",
                          .level = HXP_ERROR,
                          .file = HXP_STR("a b.tmx"),
                          .place = { 3, 5, 6 },
                          .end = { 3, 13, 14 },
                          .unit = 7,
                          .tuid = HXP_STR("t7"),
                          .language = HXP_STR("nl"),
                          .message = HXP_STR("\"voorstel\" is forbidden"),
                          .source_term = HXP_STR("motion"),
                          .expected = expected,
                          .expected_count = 2,
                          .found = HXP_STR("voorstel"),
                          .context = HXP_STR("Het voorstel is\ngoed."),
                          .context_start = 4,
                          .context_end = 12 };
}

hxp_finding whole_file(void)
{
    return (hxp_finding){ .rule = "term.missing",
                          .level = HXP_NOTE,
                          .file = HXP_STR("/x/\xFF#.tmx"),
                          .message = HXP_STR("an \033[31m escape") };
}

hxp_output *reported(const hxp_report_options *options,
                     const hxp_finding *findings, size_t count)
{
    hxp_output *output;
    hxp_finding_sink *sink;
    assert_int_equal(hxp_output_memory(&output, NULL), HXP_OK);
    assert_int_equal(hxp_report_new(&sink, output, options, NULL), HXP_OK);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(sink->finding(sink, &findings[i], NULL), HXP_OK);
    assert_int_equal(sink->end(sink, NULL), HXP_OK);
    sink->close(sink);
    hxp_output_write(output, (hxp_str){ "", 1 });
    return output;
}

void check_report(const hxp_report_options *options,
                  const hxp_finding *findings, size_t count,
                  const char *expected)
{
    hxp_output *output = reported(options, findings, count);
    assert_string_equal(hxp_output_bytes(output).ptr, expected);
    hxp_output_close(output);
}
