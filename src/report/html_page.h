/* html_page.h - what every HTML report begins and ends with. */
#ifndef REPORT_HTML_PAGE_H
#define REPORT_HTML_PAGE_H

/** From the doctype to the first finding. */
extern const char hxp_html_head[];

/** From behind the last finding on: the script. */
extern const char hxp_html_tail[];

#endif
