# score.awk - strict precision, recall and F1 of a bead list (second file)
# against gold beads (first file): a bead is right when every side of it is
# equal. Beads with text in one language only count on neither side; behind the
# three, precision and recall of segments that are left in one of these.
BEGIN { FS = "\t" }
/^#/ { next }
/^[a-z]/ {
    if ($NF == "confidence")
        sides = NF - 1
    next
}
# Take the segments of a side in that stand alone.
function take_lone(side, text,    numbers, n, k) {
    n = split(text, numbers, ",")
    for (k = 1; k <= n; k++)
        if (NR == FNR) {
            lone[side, numbers[k]] = 1
            lone_wanted++
        } else {
            lone_made++
            lone_right += (side, numbers[k]) in lone
        }
}
{
    if (!sides)
        sides = NF
    bead = ""
    filled = 0
    for (i = 1; i <= sides; i++) {
        cell[i] = $i
        gsub(/ /, "", cell[i])
        if (cell[i] == "-")
            cell[i] = ""
        filled += cell[i] != ""
        bead = bead cell[i] "\t"
    }
    if (filled < 2) {
        for (i = 1; i <= sides; i++)
            take_lone(i, cell[i])
    } else if (NR == FNR) {
        gold[bead] = 1
        wanted++
    } else {
        made++
        right += bead in gold
    }
}
function share(part, all) {
    return all ? sprintf("%.3f", part / all) : "-"
}
END {
    precision = made ? right / made : 0
    recall = wanted ? right / wanted : 0
    both = precision + recall
    printf "%.3f\t%.3f\t%.3f\t%s\t%s\n", precision, recall,
        both ? 2 * precision * recall / both : 0,
        share(lone_right, lone_made), share(lone_right, lone_wanted)
}
