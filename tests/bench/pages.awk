# pages.awk - scores beads of two web pages by the paragraphs of the same texts
# without mark-up. Files: the segments of the two texts, then those of the two
# pages, as "hexapla segment" writes them, then the beads of the pages. (Twice
# the texts: their own beads are scored.) What stands in a page alone, as links
# to other pages do, is not scored, but makes a bead wrong that joins it to the
# text. The texts are paragraph by paragraph translations of one another; where
# one has a paragraph more, it is the one without which numbers agree best. A
# bead is right when it stays in one paragraph; precision is of beads, recall of
# segments.
BEGIN { FS = "\t" }
FNR == 1 {
    file++
    blank = 1
    segments = 0
}
file < 5 && $0 == "" { blank = 1 }
file < 5 && $0 != "" {
    if (blank)
        count[file]++
    blank = 0
    paragraph[file, segments++] = count[file]
    line = $0
    gsub(/[ \t]|\302\240/, "", line)
    text[file, count[file]] = text[file, count[file]] line
    size[file, count[file]]++
}
# Find the paragraphs of text s in page p from the end: lists of contents and
# headers repeat headings before they come.
function find_all(s, p,    i, k) {
    k = count[p]
    for (i = count[s]; i > 0; i--) {
        while (k > 0 && text[p, k] != text[s, i])
            k--
        if (k == 0)
            return
        is[p, k--] = i
        found++
    }
}
# The numbers in a paragraph.
function figures(s, i,    t) {
    t = text[s, i]
    gsub(/[^0-9]+/, " ", t)
    return t
}
# Paragraph i of text 1 is gold[i] of text 2: the same, but for one that only
# one of them has.
function pair_up(    more, i, gap, agree, best) {
    more = count[1] - count[2]
    gap = count[1] + 1
    best = agree = 0
    if (more < -1 || more > 1)
        exit 1
    for (i = count[1]; more && i > 0; i--) {
        agree += figures(1, i) == figures(2, i - more)
        agree -= figures(1, i) == figures(2, i)
        if (agree > best) {
            best = agree
            gap = i
        }
    }
    for (i = 1; i <= count[1]; i++)
        gold[i] = i < gap ? i : i - more
    if (more == 1)
        gold[gap] = 0
    for (i = 1; i <= count[1]; i++)
        if (gold[i])
            wanted += size[1, i] + size[2, gold[i]]
}
file == 5 && FNR == 1 {
    pair_up()
    find_all(1, 3)
    find_all(2, 4)
    lost = count[1] + count[2] - found
    next
}
# Look at the segments of side s of a bead: their paragraph is its own, 0 where
# it has none, -1 where it has several.
function look(s, cell,    numbers, n, i, k) {
    n = cell == "-" ? 0 : split(cell, numbers, ",")
    own[s] = 0
    for (i = 1; i <= n; i++) {
        k = is[s + 2, paragraph[s + 2, numbers[i]]] + 0
        own[s] = i > 1 && k != own[s] ? -1 : k
    }
    return n
}
file == 5 {
    n = look(1, $1)
    m = look(2, $2)
    if (n == 0 || m == 0 || (own[1] == 0 && own[2] == 0))
        next
    made++
    if (own[1] > 0 && own[2] > 0 && gold[own[1]] == own[2]) {
        right++
        covered += n + m
    }
}
END {
    precision = made ? right / made : 0
    recall = wanted ? covered / wanted : 0
    both = precision + recall
    printf "%.4f\t%.4f\t%.4f\t%d\n", precision, recall,
        both ? 2 * precision * recall / both : 0, lost
}
