# renew.awk - repeats a table of source and target to count lines. Every second
# time the words that it has but once come in other letters: so new words go on
# coming about as often as in texts of that length. With letters.awk.
BEGIN { FS = OFS = "\t" }
# The next word of rest, which loses it and what stands before it, in before.
function next_word(    word) {
    if (!match(rest, /[A-Za-z\200-\377]+/))
        return ""
    before = substr(rest, 1, RSTART - 1)
    word = substr(rest, RSTART, RLENGTH)
    rest = substr(rest, RSTART + RLENGTH)
    return word
}
function count_words(text,    word) {
    rest = text
    while ((word = next_word()) != "")
        seen[word]++
}
function renewed(text, step,    word, made) {
    rest = text
    while ((word = next_word()) != "")
        made = made before (seen[word] > 1 ? word : exchanged(word, step))
    return made rest
}
$1 != "" && $2 != "" {
    sources[lines] = $1
    targets[lines++] = $2
    count_words($1)
    count_words($2)
}
END {
    for (i = 0; i < count; i++) {
        step = int(i / lines / 2)
        print renewed(sources[i % lines], step), renewed(targets[i % lines], step)
    }
}
