/* subtitles.c - SubRip and WebVTT: sentences, over several cues if need be. */
#include "base/error.h"
#include "base/str.h"
#include "formats/documents/blocks.h"
#include "formats/documents/cue_text.h"
#include "formats/documents/cue_time.h"
#include "formats/documents/document_bytes.h"
#include "formats/documents/document_format.h"
#include "formats/documents/line_signs.h"
#include "text/utf8.h"

enum {
    LONGEST_PAUSE = 3000, /* milliseconds that a sentence goes on after */
    MOST_CUES = 16        /* in one paragraph: texts without full stops */
};

typedef struct subtitle_reader {
    hxp_blocks blocks;
    bool vtt;          /* else SubRip */
    hxp_str rest;      /* of the text */
    size_t line;       /* number of the line in work */
    bool fresh;        /* before it is nothing, a blank line or a number */
    bool in_cue;       /* lines are text */
    hxp_str time_line; /* of the cue, until its text begins */
    hxp_cue_time time; /* of the cue */
    uint64_t shown;    /* end of the one before */
    size_t cues;       /* in the open paragraph */
    hxp_error *error;
} subtitle_reader;

/* --- Sentences ------------------------------------------------------------ */

/** The last character of text but for white space and what closes. */
static int32_t last_character(hxp_str text)
{
    static const int32_t closing[] = { '"',    '\'',   ')',    ']',
                                       '}',    0xAB,   0xBB,   0x2018,
                                       0x2019, 0x201C, 0x201D, 0x2039,
                                       0x203A, 0x300D, 0x300F, 0 };
    size_t at = text.len;
    int32_t c = 0;
    while (at > 0) {
        c = hxp_utf8_previous(text, &at);
        if (!hxp_char_is_space(c) && !hxp_char_is_one_of(c, closing))
            break;
    }
    return c;
}

/** True for a sound that is described: [door slams], (laughs), or sung. */
static bool is_sound(hxp_str text)
{
    size_t start = 0, end = text.len;
    if (text.len == 0)
        return false;
    int32_t first = hxp_utf8_next(text, &start);
    int32_t last = hxp_utf8_previous(text, &end);
    return (first == '[' && last == ']') || (first == '(' && last == ')') ||
           last == 0x266A || last == 0x266B;
}

static bool ends_sentence(hxp_str text)
{
    static const int32_t stops[] = { '.',    '!',    '?',    0x2026, 0x3002,
                                     0xFF01, 0xFF1F, 0xFF61, 0x0964, 0x061F,
                                     0x06D4, 0x0589, 0 };
    text = hxp_utf8_trim(text);
    return is_sound(text) || hxp_char_is_one_of(last_character(text), stops);
}

static bool ends_in_dots(hxp_str text)
{
    text = hxp_utf8_trim(text);
    return hxp_str_ends(text, HXP_STR("...")) ||
           hxp_str_ends(text, HXP_STR("\xE2\x80\xA6"));
}

/** True for a line that a sentence left open by dots goes on with. */
static bool goes_on(hxp_str line)
{
    hxp_str text = hxp_cue_text_start(line);
    size_t at = 0;
    if (hxp_str_starts(text, HXP_STR("...")) ||
        hxp_str_starts(text, HXP_STR("\xE2\x80\xA6")))
        return true;
    return text.len > 0 && hxp_char_is_lower(hxp_utf8_next(text, &at));
}

/** True for a line that begins as what another speaker says. */
static bool begins_speech(hxp_str line)
{
    static const int32_t dashes[] = { '-', 0x2010, 0x2013, 0x2014, 0 };
    hxp_str text = hxp_cue_text_start(line);
    size_t at = 0;
    return text.len > 1 && hxp_char_is_one_of(hxp_utf8_next(text, &at), dashes);
}

/** Whether a new cue, which begins with line, goes on with a sentence. */
static bool continues(const subtitle_reader *reader, hxp_str text, hxp_str line)
{
    if (reader->cues >= MOST_CUES ||
        reader->time.begin > reader->shown + LONGEST_PAUSE)
        return false;
    return ends_in_dots(text) ? goes_on(line) : !ends_sentence(text);
}

/** The tag with which WebVTT says who speaks at the start of line, or empty. */
static hxp_str voice_of(hxp_str line)
{
    const char *end = memchr(line.ptr, '>', line.len);
    bool voice = end && (hxp_str_starts(line, HXP_STR("<v ")) ||
                         hxp_str_starts(line, HXP_STR("<v.")));
    return voice ? (hxp_str){ line.ptr, (size_t)(end - line.ptr) + 1 }
                 : HXP_STR("");
}

/** True when another one speaks in line than the last in the paragraph. */
static bool changes_voice(const hxp_block_part *part, hxp_str line)
{
    hxp_str voice = voice_of(line);
    for (size_t i = part->code_count; voice.len > 0 && i-- > 0;) {
        hxp_str last = voice_of(part->codes[i].inside->text);
        if (last.len > 0)
            return !hxp_str_equal(last, voice);
    }
    return false;
}

/** Whether line, of the cue in work, belongs to the open paragraph. */
static bool belongs(const subtitle_reader *reader, const hxp_block_part *part,
                    hxp_str line)
{
    hxp_str text = hxp_buffer_str(&part->text);
    if (is_sound(line) || changes_voice(part, line) ||
        (begins_speech(line) && (begins_speech(text) || ends_sentence(text))))
        return false;
    return reader->time_line.len == 0 || continues(reader, text, line);
}

/* --- Cues ----------------------------------------------------------------- */

/** The place of byte at of line, which is the one in work. */
static hxp_place place_in(const subtitle_reader *reader, hxp_str line,
                          size_t at)
{
    hxp_place place = { reader->line, 1, 1 };
    hxp_place_advance(&place, hxp_str_part(line, 0, at));
    return place;
}

/** The text of a cue begins: its time is a code. */
static hxp_status put_time(subtitle_reader *reader)
{
    const hxp_block_code code = { .kind = HXP_CODE_STANDALONE,
                                  .name = HXP_STR("cue"),
                                  .type = HXP_STR("cue"),
                                  .native = reader->time_line };
    reader->time_line = HXP_STR("");
    reader->cues++;
    return hxp_blocks_code(&reader->blocks, &code, reader->error);
}

static hxp_status put_line(subtitle_reader *reader, hxp_str line)
{
    const hxp_block cue = { HXP_BLOCK_CUE, 0 };
    hxp_str text = hxp_utf8_trim(line);
    hxp_place place = place_in(reader, line, (size_t)(text.ptr - line.ptr));
    const hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    hxp_status status = HXP_OK;
    if (part && !belongs(reader, part, text)) {
        status = hxp_blocks_close(&reader->blocks, reader->error);
        part = NULL;
    }
    if (status == HXP_OK && part) {
        status = hxp_blocks_text(&reader->blocks, HXP_STR("\n"), reader->error);
    } else if (status == HXP_OK) {
        reader->cues = 0;
        status = hxp_blocks_open(&reader->blocks, cue, place, reader->error);
    }
    if (status == HXP_OK && reader->time_line.len > 0)
        status = put_time(reader);
    const hxp_cue_line put = { text, place, reader->vtt };
    return status == HXP_OK
               ? hxp_cue_text_put(&reader->blocks, &put, reader->error)
               : status;
}

/** True for a line as "00:01:02,500 --> 00:01:04,000" or nearly so. */
static bool is_two_times(hxp_str line)
{
    const char *end = line.len > 0 && hxp_ascii_digit(*line.ptr) &&
                              memchr(line.ptr, ':', line.len)
                          ? memchr(line.ptr, '>', line.len)
                          : NULL;
    if (!end)
        return false;
    line = hxp_str_trim(
        hxp_str_part(line, (size_t)(end - line.ptr) + 1, line.len));
    return line.len == 0 || hxp_ascii_digit(*line.ptr);
}

/** True for a line that says when a cue is shown, or ought to. */
static bool is_time(const subtitle_reader *reader, hxp_str line)
{
    line = hxp_str_trim(line);
    if (!reader->vtt)
        return is_two_times(line);
    for (size_t i = 0; i + 3 <= line.len; i++)
        if (memcmp(line.ptr + i, "-->", 3) == 0)
            return true;
    return false;
}

/** True for a line with which a cue begins; in a cue of WebVTT only one that is
 * a time, and text else. */
static bool begins_cue(const subtitle_reader *reader, hxp_str line)
{
    hxp_cue_time time;
    size_t at;
    return is_time(reader, line) &&
           (reader->fresh ||
            (reader->vtt && hxp_cue_time_read(&time, line, &at)));
}

static hxp_status begin_cue(subtitle_reader *reader, hxp_str line)
{
    size_t at;
    reader->shown = reader->time.end;
    if (!hxp_cue_time_read(&reader->time, line, &at))
        return hxp_fail_at(reader->error, HXP_EINPUT, reader->blocks.file,
                           place_in(reader, line, at),
                           "no time of a subtitle; it looks like "
                           "00:01:02,500 --> 00:01:04,000");
    reader->time_line = hxp_str_trim(line);
    reader->in_cue = true;
    reader->fresh = false;
    return HXP_OK;
}

/* --- Lines ---------------------------------------------------------------- */

/** True for the number, or in WebVTT the name, of a cue: its time follows. */
static bool is_name(const subtitle_reader *reader, hxp_str line)
{
    hxp_str rest = reader->rest, next;
    line = hxp_str_trim(line);
    bool more = hxp_line_cut(&rest, &next);
    if (more && !reader->vtt && hxp_utf8_trim(next).len == 0)
        more = hxp_line_cut(&rest, &next); /* one too many */
    if (!more || !is_time(reader, next))
        return false;
    if (reader->vtt && reader->fresh)
        return true;
    for (size_t i = 0; i < line.len; i++)
        if (line.ptr[i] < '0' || line.ptr[i] > '9')
            return false;
    return true;
}

/**
 * A line of text. Outside of cues WebVTT has comments and styles; SubRip has
 * empty lines within cues, too.
 */
static hxp_status read_text(subtitle_reader *reader, hxp_str line)
{
    reader->fresh = false;
    if (reader->in_cue)
        return put_line(reader, line);
    if (reader->vtt)
        return HXP_OK;
    return hxp_fail_at(reader->error, HXP_EINPUT, reader->blocks.file,
                       place_in(reader, line, 0),
                       "no subtitle begins here, as with a number and a time");
}

static hxp_status read_line(subtitle_reader *reader, hxp_str line)
{
    if (hxp_utf8_trim(line).len == 0) {
        reader->fresh = true;
        reader->in_cue = reader->in_cue && !reader->vtt;
        return HXP_OK;
    }
    if (begins_cue(reader, line))
        return begin_cue(reader, line);
    if (is_name(reader, line)) {
        reader->fresh = true;
        return HXP_OK;
    }
    return read_text(reader, line);
}

static hxp_status read_lines(subtitle_reader *reader)
{
    hxp_str line;
    hxp_status status = HXP_OK;
    while (status == HXP_OK && hxp_line_cut(&reader->rest, &line)) {
        reader->line++;
        status = read_line(reader, line);
    }
    if (status == HXP_OK && hxp_blocks_part(&reader->blocks))
        status = hxp_blocks_close(&reader->blocks, reader->error);
    return status;
}

static hxp_status read_subtitles(hxp_paragraph_sink *sink, hxp_input *input,
                                 const hxp_document_options *options, bool vtt,
                                 hxp_error *error)
{
    subtitle_reader reader = { .blocks = hxp_blocks_make(sink, input),
                               .vtt = vtt,
                               .fresh = true,
                               .time_line = HXP_STR(""),
                               .error = error };
    hxp_buffer text = { NULL, 0, 0 };
    hxp_status status =
        hxp_document_text(&text, input, options, HXP_DOCUMENT_LIMIT, error);
    reader.rest = hxp_buffer_str(&text);
    if (status == HXP_OK)
        status = read_lines(&reader);
    hxp_blocks_free(&reader.blocks);
    hxp_buffer_free(&text);
    return status;
}

hxp_status hxp_srt_stream(hxp_paragraph_sink *sink, hxp_input *input,
                          const hxp_document_options *options, hxp_error *error)
{
    return read_subtitles(sink, input, options, false, error);
}

hxp_status hxp_vtt_stream(hxp_paragraph_sink *sink, hxp_input *input,
                          const hxp_document_options *options, hxp_error *error)
{
    return read_subtitles(sink, input, options, true, error);
}

/* --- Recognition ---------------------------------------------------------- */

bool hxp_srt_recognise(hxp_str head)
{
    hxp_cue_time time;
    hxp_str line;
    size_t at;
    head = hxp_str_trim(hxp_utf8_unmarked(head));
    return hxp_line_cut(&head, &line) && hxp_str_is(hxp_str_trim(line), "1") &&
           hxp_line_cut(&head, &line) && hxp_cue_time_read(&time, line, &at);
}

bool hxp_vtt_recognise(hxp_str head)
{
    hxp_str line;
    head = hxp_utf8_unmarked(head);
    return hxp_line_cut(&head, &line) &&
           (hxp_str_is(line, "WEBVTT") ||
            hxp_str_starts(line, HXP_STR("WEBVTT ")) ||
            hxp_str_starts(line, HXP_STR("WEBVTT\t")));
}
