# change.awk - harms a text, a bead a line (see beads.awk), as -v change says:
# long_text and harmed have the list. The same each time. With letters.awk.
BEGIN {
    FS = OFS = "\t"
    state = 1
}
{
    source[NR] = $1
    target[NR] = $2
}

# A number from 0, below n (Park and Miller's generator).
function draw(n) {
    state = state * 16807 % 2147483647
    return state % n
}
function bead(one, other) {
    if (one != "" || other != "")
        print one, other
}
# Beads from first to last as they are; what only one side has of them.
function both(first, last) {
    for (; first <= last; first++)
        bead(source[first], target[first])
}
function sources(first, last) {
    for (; first <= last; first++)
        bead(source[first], "")
}
function targets(first, last) {
    for (; first <= last; first++)
        bead("", target[first])
}
function targets_back(first, last) {
    for (; last >= first; last--)
        bead("", target[last])
}
# The number of the last bead in a share of the text.
function place(share) {
    return int(NR * share + 1e-9)
}
# True when each of so many beads from first on has a segment on both sides.
function single(first, count,    i) {
    for (i = first; i < first + count; i++)
        if (i > NR || source[i] == "" || target[i] == "" || \
                index(source[i] target[i], "\1"))
            return 0
    return 1
}
# True for a bead as short as a heading, or what people say.
function is_short(i) {
    return single(i, 1) && length(source[i]) < 60 && length(target[i]) < 60
}

# Without a translation: all from one share to the other.
function missing(from, to) {
    both(1, place(from))
    sources(place(from) + 1, place(to))
    both(place(to) + 1, NR)
}
# Seven chapters of 1 to 10 hundredths, in turn of the source and the target.
function chapters(    sizes, n, k, at, from) {
    n = split("0.03 0.1 0.01 0.05 0.02 0.07 0.01", sizes, " ")
    for (k = 1; k <= n; k++) {
        from = at + 0.71 / (n + 1)
        both(place(at) + 1, place(from))
        at = from + sizes[k]
        if (k % 2)
            sources(place(from) + 1, place(at))
        else
            targets(place(from) + 1, place(at))
    }
    both(place(at) + 1, NR)
}
# Of the target a tenth alone.
function excerpt() {
    sources(1, place(0.45))
    both(place(0.45) + 1, place(0.55))
    sources(place(0.55) + 1, NR)
}
# Two chapters of unlike lengths have changed places.
function swapped() {
    both(1, place(0.2))
    sources(place(0.2) + 1, place(0.24))
    both(place(0.24) + 1, place(0.32))
    targets(place(0.2) + 1, place(0.24))
    both(place(0.32) + 1, NR)
}
function moved() {
    both(1, place(0.3))
    sources(place(0.3) + 1, place(0.4))
    both(place(0.4) + 1, place(0.7))
    targets(place(0.3) + 1, place(0.4))
    both(place(0.7) + 1, NR)
}
function shuffled() {
    both(1, place(0.5))
    sources(place(0.5) + 1, place(0.6))
    targets_back(place(0.5) + 1, place(0.6))
    both(place(0.6) + 1, NR)
}
# Headings of the text in front: of the source and, backwards, of some others.
function contents(others,    i, listed, seen) {
    for (i = 1; i <= NR && listed < NR / 20; i++)
        if (is_short(i) && ++seen % 3 == 0) {
            bead(source[i], "")
            list[++listed] = i
        }
    for (i = listed; others && i > 0; i--)
        bead("", target[list[i]])
    both(1, NR)
}
# Passages of up to most beads, in all a share of them, on one side only.
function gaps(share, most,    i, left, side) {
    for (i = 1; i <= NR; i++) {
        if (left == 0 && draw(1000) < share * 2000 / (most + 1)) {
            left = 1 + draw(most)
            side = draw(2)
        }
        if (left == 0)
            bead(source[i], target[i])
        else if (left-- > 0)
            bead(side ? source[i] : "", side ? "" : target[i])
    }
}
# So many segments from first on, parted by what stands between them.
function listed(side, first, count, between,    i, text) {
    text = side[first]
    for (i = first + 1; i < first + count; i++)
        text = text between side[i]
    return text
}
# As many, but each of them ends in the middle of the next.
function shifted(side, first, count,    text, words, n, i, k) {
    text = side[first]
    for (i = first + 1; i < first + count; i++) {
        n = split(side[i], words, " ")
        for (k = 1; k <= n; k++)
            text = text (k == int((n + 3) / 2) ? "\1" : " ") words[k]
    }
    return text
}
# Of each 3 beads one becomes part of a larger one.
function merges(    i, kind, count) {
    for (i = 1; i <= NR; i += count) {
        kind = draw(4) ? 0 : 1 + draw(8)
        count = kind < 5 ? 2 : kind < 8 ? 3 : 4
        if (kind == 0 || !single(i, count)) {
            count = 1
            bead(source[i], target[i])
        } else if (kind < 3) {
            bead(listed(source, i, count, "\1"), shifted(target, i, count))
        } else if (kind == 3 || kind == 5 || kind == 8) {
            bead(listed(source, i, count, "\1"), listed(target, i, count, " "))
        } else if (kind == 4 || kind == 6) {
            bead(listed(source, i, count, " "), listed(target, i, count, "\1"))
        } else {
            bead(listed(source, i, count, "\1"), \
                target[i] " " shifted(target, i + 1, count - 1))
        }
    }
}
# What is short alone, and between much of it one of eight again and again;
# one in ten is left out or joined to the next.
function dialogue(    i, spoken, n, last) {
    for (i = 1; i <= NR; i++)
        if (is_short(i))
            list[++n] = i
    for (i = 1; i <= n; i++) {
        last = list[i]
        spoken = draw(10)
        if (spoken == 0)
            bead(source[last], "")
        else if (spoken == 1)
            bead("", target[last])
        else if (spoken == 2 && i < n)
            bead(source[last] "\1" source[list[++i]], \
                target[last] " " target[list[i]])
        else
            bead(source[last], target[last])
        if (draw(2)) {
            last = list[1 + draw(n < 8 ? n : 8)]
            bead(source[last], target[last])
        }
    }
}
# The target in a cipher: no word looks like its translation.
function foreign(    i) {
    for (i = 1; i <= NR; i++)
        bead(source[i], exchanged(target[i], 7))
}
# Without the words that a side has fewer than ten times.
function count_words(side, seen,    i, k, n, words) {
    for (i = 1; i <= NR; i++) {
        n = split(side[i], words, " ")
        for (k = 1; k <= n; k++)
            seen[words[k]]++
    }
}
function usual(text, seen,    k, n, words, kept) {
    n = split(text, words, " ")
    for (k = 1; k <= n; k++)
        if (seen[words[k]] >= 10)
            kept = kept (kept == "" ? "" : " ") words[k]
    return kept
}
function common(    i) {
    count_words(source, source_words)
    count_words(target, target_words)
    for (i = 1; i <= NR; i++)
        if (single(i, 1))
            bead(usual(source[i], source_words), usual(target[i], target_words))
}
END {
    if (change == "cut-beginning")
        missing(0, 1 / 3)
    else if (change == "cut-middle")
        missing(1 / 3, 2 / 3)
    else if (change == "cut-end")
        missing(2 / 3, 1)
    else if (change == "front-matter")
        missing(0, 1 / 10)
    else if (change == "chapters")
        chapters()
    else if (change == "excerpt")
        excerpt()
    else if (change == "swapped")
        swapped()
    else if (change == "moved")
        moved()
    else if (change == "shuffled")
        shuffled()
    else if (change == "contents")
        contents(0)
    else if (change == "contents-turned")
        contents(1)
    else if (change == "gaps")
        gaps(0.2, 1)
    else if (change == "omissions")
        gaps(0.3, 1)
    else if (change == "passages")
        gaps(0.3, 15)
    else if (change == "merges")
        merges()
    else if (change == "dialogue")
        dialogue()
    else if (change == "foreign")
        foreign()
    else if (change == "common")
        common()
    else
        both(1, NR)
}
