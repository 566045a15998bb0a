# score.awk - strict precision, recall and F1 of a bead list (second file)
# against gold beads (first file): a bead is right when every side of it is
# equal. Beads with text in one language only count on neither side.
BEGIN { FS = "\t" }
/^#/ { next }
/^[a-z]/ {
    if ($NF == "confidence")
        sides = NF - 1
    next
}
{
    if (!sides)
        sides = NF
    bead = ""
    filled = 0
    for (i = 1; i <= sides; i++) {
        side = $i
        gsub(/ /, "", side)
        if (side == "-")
            side = ""
        filled += side != ""
        bead = bead side "\t"
    }
    if (filled < 2)
        next
    if (NR == FNR) {
        gold[bead] = 1
        wanted++
    } else {
        made++
        right += bead in gold
    }
}
END {
    precision = made ? right / made : 0
    recall = wanted ? right / wanted : 0
    both = precision + recall
    printf "%.3f\t%.3f\t%.3f\n", precision, recall,
        both ? 2 * precision * recall / both : 0
}
