# translated.awk - the texts of programs and their translations, of what
# msgunfmt --no-wrap prints: a line "text, tab, translation" for each, the other
# way round with -v turned=1. Headers and untranslated texts are left out.

# The text of a line of PO: what is escaped that is a blank becomes one.
function text_of(line) {
    sub(/^[^"]*"/, "", line)
    sub(/"$/, "", line)
    gsub(/\\[ntr]/, " ", line)
    gsub(/\\"/, "\"", line)
    gsub(/\\\\/, "\\", line)
    return line
}

function put(text, translation) {
    gsub(/^ +| +$/, "", text)
    gsub(/^ +| +$/, "", translation)
    if (text == "" || translation == "")
        return
    if (turned)
        print translation, text
    else
        print text, translation
}

# Write the entry that ends.
function finish() {
    if (value["msgid"] != "") {
        put(value["msgid"], value["msgstr"] value["msgstr[0]"])
        put(value["msgid_plural"], value["msgstr[1]"])
    }
    split("", value)
}

BEGIN { OFS = "\t" }
/^msgctxt/ || (/^msgid / && "msgid" in value) { finish() }
/^(msg[a-z_]+|msgstr\[[01]\]) / {
    value[key = $1] = text_of($0)
    next
}
/^"/ { value[key] = value[key] text_of($0) }
/^$/ { finish() }
END { finish() }
