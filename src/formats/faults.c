/* faults.c - the table of the formats' rules. */
#include "formats/faults.h"

#include <hexapla/formats.h>

static const hxp_rule rules[HXP_FAULT_COUNT] = {
    [HXP_FAULT_BROKEN] = { "input.broken", HXP_ERROR,
                           "The file cannot be read further than here",
                           "What comes before the place was read, nothing "
                           "after it." },
    [HXP_FAULT_XML_ENCODING] = { "xml.encoding", HXP_NOTE,
                                 "The file is in an encoding that XML readers "
                                 "need not know",
                                 "Save the file as UTF-8." },
    [HXP_FAULT_XML_LABEL] = { "xml.mislabelled", HXP_WARNING,
                              "The file is not in the encoding that it says",
                              "hexapla fix puts that right; to other commands "
                              "give --encoding." },
    [HXP_FAULT_TMX_VERSION] = { "tmx.version", HXP_WARNING,
                                "The version of TMX is missing or unknown",
                                "Write version=\"1.4\" on the tmx element." },
    [HXP_FAULT_TMX_HEADER] = { "tmx.header", HXP_ERROR,
                               "The file has no header",
                               "Put a header before the body; converting the "
                               "file writes one." },
    [HXP_FAULT_TMX_HEADER_ATTRIBUTE] = { "tmx.header-attribute", HXP_ERROR,
                                         "The header lacks an attribute",
                                         "TMX wants creationtool, "
                                         "creationtoolversion, segtype, o-tmf, "
                                         "adminlang, srclang and datatype." },
    [HXP_FAULT_TMX_TAG_CASE] = { "tmx.tag-case", HXP_ERROR,
                                 "A tag is not in lower case",
                                 "TMX is written in lower case: tu, not TU." },
    [HXP_FAULT_TMX_ELEMENT] = { "tmx.element", HXP_ERROR,
                                "An element stands where TMX allows none of "
                                "its name",
                                "Move it to where TMX has it, or remove it; "
                                "other tools may refuse the file or lose "
                                "text." },
    [HXP_FAULT_TMX_ORDER] = { "tmx.order", HXP_ERROR,
                              "Elements are in the wrong order",
                              "Notes and properties come first: before tuv and "
                              "before seg." },
    [HXP_FAULT_TMX_TEXT] = { "tmx.text", HXP_ERROR,
                             "Text stands outside seg, note and prop",
                             "It belongs to no segment and is not read." },
    [HXP_FAULT_TMX_ATTRIBUTE] = { "tmx.attribute", HXP_NOTE,
                                  "An attribute is not part of TMX 1.4",
                                  "It is kept; other tools may refuse the "
                                  "file." },
    [HXP_FAULT_TMX_NAMESPACE] = { "tmx.namespace", HXP_WARNING,
                                  "The elements are in a name space",
                                  "TMX 1.4 has none: tools that heed it find "
                                  "no units. Remove xmlns." },
    [HXP_FAULT_TMX_PREFIX] = { "tmx.prefix", HXP_ERROR,
                               "The prefix of an attribute is not declared",
                               "Declare it with xmlns:PREFIX on the tmx "
                               "element, or remove the attribute." },
    [HXP_FAULT_TMX_REQUIRED] = { "tmx.required-attribute", HXP_ERROR,
                                 "An element lacks an attribute that TMX wants",
                                 "Add it." },
    [HXP_FAULT_TMX_NO_MAP] = { "tmx.no-map", HXP_ERROR,
                               "An ude maps no character",
                               "Add its map elements, or remove it." },
    [HXP_FAULT_TMX_DATE] = { "tmx.date", HXP_WARNING,
                             "A date is not of the form YYYYMMDDThhmmssZ",
                             "Write it in UTC, without dashes and colons: "
                             "20240131T235959Z." },
    [HXP_FAULT_TMX_NUMBER] = { "tmx.number", HXP_WARNING,
                               "An attribute is not a number",
                               "Write it with digits only." },
    [HXP_FAULT_TMX_SEGTYPE] = { "tmx.segtype", HXP_ERROR,
                                "segtype is none of TMX's four",
                                "Use block, paragraph, sentence or phrase, in "
                                "lower case." },
    [HXP_FAULT_TMX_NO_LANGUAGE] = { "tmx.no-language", HXP_ERROR,
                                    "A variant does not say its language",
                                    "Add xml:lang to the tuv; nobody can use "
                                    "it otherwise." },
    [HXP_FAULT_TMX_LANG] = { "tmx.lang", HXP_WARNING,
                             "The language is in the attribute of another TMX "
                             "version",
                             "TMX 1.1 and 1.2 use lang, later versions "
                             "xml:lang." },
    [HXP_FAULT_TMX_TWO_LANGUAGES] = { "tmx.two-languages", HXP_WARNING,
                                      "A tuv says two languages",
                                      "Remove lang: xml:lang is what counts." },
    [HXP_FAULT_TMX_TAG] = { "tmx.language-tag", HXP_ERROR,
                            "A language is not named by a language tag",
                            "Use tags of BCP 47: en, en-GB, zh-Hant." },
    [HXP_FAULT_TMX_UNDERSCORE] = { "tmx.language-underscore", HXP_WARNING,
                                   "A language tag has an underscore",
                                   "Write a hyphen: en-US. Some tools ignore "
                                   "the variant otherwise." },
    [HXP_FAULT_TMX_CODE] = { "tmx.language-code", HXP_WARNING,
                             "A language tag has an unknown code",
                             "Use codes of ISO 639 and ISO 3166; 'hexapla "
                             "languages --map OLD=NEW' changes them." },
    [HXP_FAULT_TMX_SEGMENT] = { "tmx.segment", HXP_ERROR,
                                "A variant does not have exactly one seg",
                                "Make one tuv for each seg." },
    [HXP_FAULT_TMX_INLINE] = { "tmx.inline", HXP_ERROR,
                               "An element in a seg is none of TMX's inline "
                               "codes",
                               "Its text is kept. Wrap native markup in bpt, "
                               "ept, ph or it." },
    [HXP_FAULT_TMX_PAIR] = { "tmx.pair", HXP_ERROR,
                             "bpt and ept do not pair by their i",
                             "Each bpt needs an ept behind it with the same i, "
                             "in the same seg." },
    [HXP_FAULT_TMX_MATCH] = { "tmx.match", HXP_WARNING,
                              "The codes of two variants do not match by their "
                              "x",
                              "Give a code the same x in each variant." },
    [HXP_FAULT_TMX_SOURCE] = { "tmx.no-source", HXP_WARNING,
                               "A unit has no variant in its source language",
                               "Tools that look for the source language pass "
                               "over the unit." },
    [HXP_FAULT_TMX_VARIANTS] = { "tmx.one-variant", HXP_WARNING,
                                 "A unit has only one variant",
                                 "It translates nothing." },
    [HXP_FAULT_TMX_NO_VARIANTS] = { "tmx.no-variants", HXP_ERROR,
                                    "A unit has no variants",
                                    "Remove it: TMX has no units without tuv, "
                                    "and other tools may refuse the file." },
    [HXP_FAULT_TMX_DUPLICATE_LANGUAGE] = { "tmx.duplicate-language",
                                           HXP_WARNING,
                                           "A unit has several variants of one "
                                           "language",
                                           "Most tools see only one of them." },
    [HXP_FAULT_TMX_DUPLICATE_ID] = { "tmx.duplicate-id", HXP_WARNING,
                                     "Two units have the same tuid",
                                     "Give each unit its own." },
    [HXP_FAULT_TMX_EMPTY] = { "tmx.empty", HXP_WARNING, "A segment is empty",
                              "Translate it or remove the variant." },
    [HXP_FAULT_TMX_SAME] = { "tmx.same-as-source", HXP_WARNING,
                             "A translation is the same as its source",
                             "Translate it, or remove the unit if it needs no "
                             "translation." },
    [HXP_FAULT_TMX_SPACES] = { "tmx.spaces", HXP_NOTE,
                               "A segment begins or ends with white space",
                               "It is kept; matches will differ by it." },
    [HXP_FAULT_TMX_HIDDEN] = { "tmx.hidden", HXP_NOTE,
                               "A segment holds an invisible character",
                               "It is kept; remove it unless the script needs "
                               "it." },
    [HXP_FAULT_TMX_TWICE] = { "tmx.encoded-twice", HXP_WARNING,
                              "A segment seems to be encoded twice",
                              "Something took UTF-8 for windows-1252 and made "
                              "UTF-8 of it; export the memory again." },
    [HXP_FAULT_FIX_ENCODING] = { "fix.encoding", HXP_NOTE,
                                 "The file was not in the encoding it says",
                                 "See whether the letters at the place are "
                                 "right." },
    [HXP_FAULT_FIX_CHARACTER] = { "fix.character", HXP_NOTE,
                                  "A character or reference that XML does not "
                                  "allow was replaced",
                                  "See whether the text at the place is "
                                  "right." },
    [HXP_FAULT_FIX_MARKUP] = { "fix.markup", HXP_NOTE,
                               "Markup that is no XML was put right",
                               "See whether the tags at the place are right." },
    [HXP_FAULT_FIX_ATTRIBUTE] = { "fix.attribute", HXP_NOTE,
                                  "An attribute was put in, out or right",
                                  "See whether the value is what you want." },
    [HXP_FAULT_FIX_STRUCTURE] = { "fix.structure", HXP_NOTE,
                                  "What TMX does not allow there was written "
                                  "as it allows",
                                  "Nothing of the text is changed." },
    [HXP_FAULT_FIX_CUT] = { "fix.cut", HXP_NOTE, "The file ended too early",
                            "The complete units are kept; get the rest from "
                            "where the file came." },
    [HXP_FAULT_TBX_STATUS] = { "tb.status-unknown", HXP_WARNING,
                               "The status of a term is not known",
                               "Use one of preferredTerm-admn-sts, "
                               "admittedTerm-admn-sts, deprecatedTerm-admn-sts "
                               "and supersededTerm-admn-sts." },
    [HXP_FAULT_TBX_FLAG] = { "tb.flag-unknown", HXP_WARNING,
                             "A flag of a term is neither yes nor no",
                             "Write yes or no; true and false do as well." },
    [HXP_FAULT_TBX_NO_LANGUAGE] = { "tb.no-language", HXP_WARNING,
                                    "A term does not say its language",
                                    "Add xml:lang to the element around it; "
                                    "the term is not used otherwise." },
    [HXP_FAULT_TBX_EMPTY] = { "tb.empty-term", HXP_NOTE, "A term is empty",
                              "Remove it, or fill it in." },
    [HXP_FAULT_TERM_COLUMN] = { "tb.column-unknown", HXP_NOTE,
                                "The name of a column says nothing",
                                "Name it as the manual does, or let it be." },
    [HXP_FAULT_TERM_ROW] = { "tb.row", HXP_WARNING,
                             "A row has more columns than have names",
                             "Put quotes around text that holds separators." },
    [HXP_FAULT_TERM_ENCODING] = { "tb.encoding", HXP_WARNING,
                                  "The encoding of a table is not told",
                                  "Save it as UTF-8, or use --encoding." },
    [HXP_FAULT_TERM_NONE] = { "tb.empty", HXP_WARNING,
                              "A termbase has no concepts",
                              "See whether it is the right file." },
    [HXP_FAULT_SRX_VERSION] = { "srx.version", HXP_WARNING,
                                "The version of SRX is missing or unknown",
                                "Write version=\"2.0\" on the srx element." },
    [HXP_FAULT_SRX_ELEMENT] = { "srx.element", HXP_ERROR,
                                "An element stands where SRX allows none of "
                                "its name",
                                "Remove it; its rules are not read." },
    [HXP_FAULT_SRX_REQUIRED] = { "srx.required", HXP_ERROR,
                                 "An element or attribute that SRX wants is "
                                 "missing",
                                 "Add it." },
    [HXP_FAULT_SRX_VALUE] = { "srx.value", HXP_ERROR,
                              "An attribute has a value that SRX does not know",
                              "Write yes or no, or the type of a code: start, "
                              "end or isolated." },
    [HXP_FAULT_SRX_LIST_MISSING] = { "srx.list-missing", HXP_ERROR,
                                     "A language map names rules that are not "
                                     "there",
                                     "Write the languagerule, or correct the "
                                     "name; upper and lower case differ." },
    [HXP_FAULT_SRX_LIST_TWICE] = { "srx.list-twice", HXP_ERROR,
                                   "Two languagerule elements have the same "
                                   "name",
                                   "Only the first is used; join the two." },
    [HXP_FAULT_SRX_LIST_UNUSED] = { "srx.list-unused", HXP_WARNING,
                                    "No language map names the rules",
                                    "Add a languagemap, or remove the "
                                    "languagerule." },
    [HXP_FAULT_SRX_EMPTY_RULE] = { "srx.empty-rule", HXP_WARNING,
                                   "A rule says neither what comes before nor "
                                   "what after",
                                   "It decides at every character; no rule "
                                   "behind it can. Fill it in or remove it." },
    [HXP_FAULT_SRX_LINE_BREAK] = { "srx.line-break", HXP_WARNING,
                                   "A pattern begins or ends with a line break",
                                   "White space is part of a pattern: write "
                                   "the tags around it on its line." },
    [HXP_FAULT_SRX_RANGE_RULE] = { "srx.range-rule", HXP_WARNING,
                                   "A range rule, which is Okapi's own, is not "
                                   "applied",
                                   "Say the same with rules that forbid a "
                                   "break." },
    [HXP_FAULT_LINES_EMPTY] = { "lines.empty", HXP_WARNING,
                                "Lines of a text are empty",
                                "They translate nothing; see whether the "
                                "texts still stand side by side." },
    [HXP_FAULT_JSONL_MEMBER] = { "jsonl.member", HXP_WARNING,
                                 "A member of an object is not known",
                                 "It is left out; see the manual for those "
                                 "that are read." },
    [HXP_FAULT_PO_HEADER] = { "po.header", HXP_WARNING,
                              "The file has no header",
                              "Begin with an entry whose msgid is empty; it "
                              "tells the language and the encoding." },
    [HXP_FAULT_PO_LANGUAGE] = { "po.language", HXP_WARNING,
                                "The header does not tell the language",
                                "Add the field Language, or give --to." },
    [HXP_FAULT_PO_DUPLICATE] = { "po.duplicate", HXP_ERROR,
                                 "Two entries have the same msgctxt and msgid",
                                 "Remove one, or tell them apart by msgctxt." },
    [HXP_FAULT_PO_PLURALS] = { "po.plural-forms", HXP_ERROR,
                               "An entry has more or fewer plural forms than "
                               "the header promises",
                               "Write msgstr[0] up to nplurals less one." },
    [HXP_FAULT_PO_BREAKS] = { "po.line-break", HXP_ERROR,
                              "Only one of msgid and msgstr begins or ends "
                              "with a line break",
                              "Let both begin and end alike; msgfmt refuses "
                              "the file otherwise." },
    [HXP_FAULT_XLIFF_VERSION] = { "xliff.version", HXP_WARNING,
                                  "The version of XLIFF is missing or unknown",
                                  "Write version=\"1.2\", \"2.0\" or "
                                  "\"2.1\" on the xliff element." },
    [HXP_FAULT_XLIFF_REQUIRED] = { "xliff.required-attribute", HXP_ERROR,
                                   "An element lacks an attribute that XLIFF "
                                   "wants",
                                   "Add it." },
    [HXP_FAULT_XLIFF_LANGUAGE] = { "xliff.language-tag", HXP_ERROR,
                                   "A language is not named by a language tag",
                                   "Use tags of BCP 47: en, en-GB, zh-Hant." },
    [HXP_FAULT_XLIFF_ID] = { "xliff.duplicate-id", HXP_ERROR,
                             "Two units of a file, or two segments of a unit, "
                             "have the same id",
                             "Give each its own." },
    [HXP_FAULT_XLIFF_SOURCE] = { "xliff.no-source", HXP_ERROR,
                                 "A unit has no source",
                                 "Every unit needs one; this one is not "
                                 "read." },
    [HXP_FAULT_XLIFF_SEGMENT] = { "xliff.segment", HXP_ERROR,
                                  "A segment of the target has none in the "
                                  "source",
                                  "Give the two mrk the same mid." },
    [HXP_FAULT_XLIFF_LEFT_OUT] = { "xliff.left-out", HXP_NOTE,
                                   "Something in the file is not read",
                                   "Alternative translations, skeletons and "
                                   "other tools' elements stay in the file "
                                   "only." },
    [HXP_FAULT_LOSS_CHARACTERS] = { "loss.characters", HXP_WARNING,
                                    "Characters that XML forbids were left out",
                                    "Remove control characters from the text "
                                    "beforehand." },
    [HXP_FAULT_LOSS_CODES] = { "loss.codes", HXP_WARNING,
                               "Inline codes were left out",
                               "The format holds plain text; use TMX to keep "
                               "the codes." },
    [HXP_FAULT_LOSS_VARIANTS] = { "loss.variants", HXP_WARNING,
                                  "Further variants were left out",
                                  "The format holds one variant a language, "
                                  "or two languages; use TMX to keep all." },
    [HXP_FAULT_LOSS_REMARKS] = { "loss.remarks", HXP_WARNING,
                                 "Notes and properties were left out",
                                 "The format holds plain text; use TMX to keep "
                                 "them." },
    [HXP_FAULT_LOSS_ATTRIBUTES] = { "loss.attributes", HXP_WARNING,
                                    "Ids, dates and other attributes were left "
                                    "out",
                                    "The format holds plain text; use TMX to "
                                    "keep them." },
    [HXP_FAULT_LOSS_LINES] = { "loss.line-breaks", HXP_WARNING,
                               "Line breaks were written as blanks",
                               "The format holds a segment a line; use TMX to "
                               "keep the breaks." },
    [HXP_FAULT_LOSS_UNITS] = { "loss.units", HXP_WARNING, "Units were left out",
                               "The format holds pairs; choose the languages "
                               "with --from and --to, or use TMX." },
    [HXP_FAULT_LOSS_CONTEXT] = { "loss.context", HXP_NOTE,
                                 "Units with the same source were told apart "
                                 "by a context",
                                 "The format wants each source once; remove "
                                 "duplicates beforehand." },
    [HXP_FAULT_LOSS_KEYS] = { "loss.keys", HXP_WARNING,
                              "Units with a key that stood before, or none, "
                              "were left out",
                              "The format wants each key once; remove "
                              "duplicates beforehand." },
    [HXP_FAULT_LOSS_TERMS] = { "loss.terms", HXP_WARNING, "Terms were left out",
                               "The format holds pairs that may be used; use "
                               "TBX to keep all." },
    [HXP_FAULT_LOSS_DETAILS] = { "loss.details", HXP_NOTE,
                                 "Details of terms are not kept",
                                 "Histories, links and a dialect's own are not "
                                 "read; tables of languages hold no others." },
};

const hxp_rule *hxp_format_rules(size_t *count)
{
    *count = HXP_FAULT_COUNT;
    return rules;
}

hxp_status hxp_tell(hxp_faults *faults, hxp_fault rule, hxp_place place,
                    hxp_error *error, const char *format, ...)
{
    hxp_finding finding = { .rule = rules[rule].id,
                            .level = rules[rule].level,
                            .file = faults->file,
                            .place = place,
                            .unit = faults->unit,
                            .tuid = faults->tuid,
                            .language = faults->language };
    va_list args;
    va_start(args, format);
    hxp_status status =
        hxp_tell_finding(faults->sink, &finding, error, format, args);
    va_end(args);
    return status;
}

bool hxp_fault_is_harmless(const char *rule)
{
    return rule == rules[HXP_FAULT_TMX_SAME].id;
}

/** What became of what was lost, by rule: of one, and of several. */
static const char *const losses[HXP_FAULT_COUNT][2] = {
    [HXP_FAULT_LOSS_CHARACTERS] = { "character that XML forbids left out",
                                    "characters that XML forbids left out" },
    [HXP_FAULT_LOSS_CODES] = { "inline code left out",
                               "inline codes left out" },
    [HXP_FAULT_LOSS_VARIANTS] = { "further variant left out",
                                  "further variants left out" },
    [HXP_FAULT_LOSS_REMARKS] = { "note or property left out",
                                 "notes and properties left out" },
    [HXP_FAULT_LOSS_ATTRIBUTES] = { "id, date or other attribute left out",
                                    "ids, dates and other attributes left "
                                    "out" },
    [HXP_FAULT_LOSS_LINES] = { "line break written as a blank",
                               "line breaks written as blanks" },
    [HXP_FAULT_LOSS_UNITS] = { "unit without text in both languages left out",
                               "units without text in both languages left "
                               "out" },
    [HXP_FAULT_LOSS_CONTEXT] = { "unit with a source that stood before given "
                                 "a context",
                                 "units with a source that stood before given "
                                 "a context" },
    [HXP_FAULT_LOSS_KEYS] = { "unit with a key that stood before, or none, "
                              "left out",
                              "units with a key that stood before, or none, "
                              "left out" },
    [HXP_FAULT_LOSS_TERMS] = { "term left out", "terms left out" },
    [HXP_FAULT_LOSS_DETAILS] = { "detail of terms not kept",
                                 "details of terms not kept" },
};

hxp_status hxp_tell_loss(hxp_finding_sink *sink, hxp_fault rule, size_t count,
                         hxp_error *error)
{
    hxp_faults faults = { .sink = sink, .file = HXP_STR("") };
    if (count == 0)
        return HXP_OK;
    return hxp_tell(&faults, rule, (hxp_place){ 0, 0, 0 }, error, "%zu %s",
                    count, losses[rule][count != 1]);
}
