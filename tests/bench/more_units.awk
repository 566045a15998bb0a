# more_units.awk - makes many units of few: -v count=N of a table of sources and
# targets with a title. First come those of the table, then new ones, which
# begin as one of them and end as another, in both languages; their numbers are
# other ones, and in some of them the letters of a long word are others, for
# memories grow new words, too. The same each time.

# A number from 0, below n (Park and Miller's generator).
function draw(n) {
    state = state * 16807 % 2147483647
    return state % n
}

# The word with what changes it; letters that are not ASCII stay.
function changed(word, turn,    i, at, to) {
    if (word ~ /[0-9]/) {
        for (i = 1; i <= length(word); i++) {
            at = substr(word, i, 1)
            to = to (at ~ /[1-9]/ ? (at + turn) % 9 + 1 : at)
        }
        return to
    }
    if (turn % 8 > 0 || length(word) < 7)
        return word
    for (i = 1; i <= length(word); i++) {
        at = index(letters, substr(word, i, 1))
        to = to (at > 0 ? substr(letters, (at + turn / 8) % 20 + 1, 1) \
                        : substr(word, i, 1))
    }
    return to
}

# The beginning of one text, up to share, and the rest of another.
function crossed(one, other, share, turn,    words, count, i, text) {
    count = split(one, words, " ")
    for (i = 1; i <= count * share; i++)
        text = text " " changed(words[i], turn)
    count = split(other, words, " ")
    for (i = int(count * share) + 1; i <= count; i++)
        text = text " " changed(words[i], turn)
    return substr(text, 2)
}

BEGIN {
    FS = OFS = "\t"
    state = 1
    letters = "bcdfghjklmnpqrstvwxz"
}
NR == 1 { print; next }
$1 != "" && $2 != "" {
    source[++units] = $1
    target[units] = $2
    if (units <= count)
        print
}
END {
    for (made = units; made < count; made++) {
        one = draw(units) + 1
        other = draw(units) + 1
        share = draw(1000) / 1000
        turn = draw(80)
        print crossed(source[one], source[other], share, turn),
            crossed(target[one], target[other], share, turn)
    }
}
