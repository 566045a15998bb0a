# widen.awk - makes count concepts of those of a table with a language a column:
# when there are no more, they come again with their last word in other letters.
# With letters.awk.
BEGIN { FS = OFS = "," }
function changed(term, step,    at) {
    at = match(term, /[^ ]*$/)
    return substr(term, 1, at - 1) exchanged(substr(term, at), step)
}
NR == 1 { print; next }
NF == 3 && $2 != "" && $3 != "" && !/"/ {
    sources[concepts] = $2
    targets[concepts++] = $3
}
END {
    for (i = 0; i < count; i++) {
        step = int(i / concepts)
        print i, changed(sources[i % concepts], step), \
            changed(targets[i % concepts], step)
    }
}
