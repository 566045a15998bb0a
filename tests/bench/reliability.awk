# reliability.awk - how often beads of some confidence are right. Reads lines
# FAMILY TAB GOLD TAB BEADS: gold beads and a bead list. A bead that joins text
# is right when gold has it; one in one language only, when gold has none of
# its segments in a bead that joins text. Prints a table of what is said and
# what is right and the expected calibration error (ECE); then the table of
# confidences that are fitted, for each family, on all the others.
function numbers(side) {
    gsub(/ /, "", side)
    return side == "-" ? "" : side
}
# Read a file; count beads of gold, add those of a bead list.
function read(file, is_gold,    line, sides, cells, n) {
    sides = 0
    while ((getline line < file) > 0) {
        n = split(line, cells, "\t")
        if (line ~ /^#/ || line == "")
            continue
        if (line ~ /^[a-z]/) {
            sides = cells[n] == "confidence" ? n - 1 : n
            continue
        }
        if (!sides)
            sides = n
        take(cells, sides, is_gold)
    }
    close(file)
}
# Take a bead in.
function take(cells, sides, is_gold,    i, k, bead, filled, listed, n, right) {
    for (i = 1; i <= sides; i++) {
        cells[i] = numbers(cells[i])
        filled += cells[i] != ""
        bead = bead cells[i] "\t"
    }
    right = filled < 2 || bead in gold
    if (is_gold && filled > 1)
        gold[bead] = 1
    for (i = 1; i <= sides; i++) {
        n = split(cells[i], listed, ",")
        for (k = 1; k <= n; k++) {
            if (is_gold && filled > 1)
                joined[i, listed[k]] = 1
            if (filled < 2 && (i, listed[k]) in joined)
                right = 0
        }
    }
    if (!is_gold && filled)
        add(cells[sides + 1], right)
}
function add(confidence, right) {
    if (confidence > 1 - 1e-6)
        confidence = 1 - 1e-6
    if (confidence < 1e-6)
        confidence = 1e-6
    count++
    family[count] = name
    odds[count] = log(confidence / (1 - confidence))
    is_right[count] = right
}
# What log odds must be multiplied with, by all beads but those of one family.
function fit(left_out,    factor, i, p, slope, curve, step, round) {
    factor = 1
    for (round = 0; round < 20; round++) {
        slope = curve = 0
        for (i = 1; i <= count; i++)
            if (family[i] != left_out) {
                p = 1 / (1 + exp(-factor * odds[i]))
                slope += odds[i] * (is_right[i] - p)
                curve += odds[i] * odds[i] * p * (1 - p)
            }
        if (curve < 1e-9)
            break
        step = slope / curve
        factor += step
        if (step * step < 1e-12)
            break
    }
    return factor
}
function bin_of(p,    i) {
    for (i = 1; i < bins && p >= bounds[i]; i++)
        ;
    return i
}
# Print the table of all beads, their log odds multiplied with factors.
function table(title, factors,    i, b, p, said, right, number, error) {
    print title
    print "confidence\tsaid\tright\tbeads"
    for (i = 1; i <= count; i++) {
        p = 1 / (1 + exp(-factors[family[i]] * odds[i]))
        b = bin_of(p)
        said[b] += p
        right[b] += is_right[i]
        number[b]++
    }
    for (b = 1; b <= bins; b++)
        if (number[b]) {
            printf "%.2f-%.2f\t%.3f\t%.3f\t%d\n", (b > 1 ? bounds[b - 1] : 0),
                bounds[b], said[b] / number[b], right[b] / number[b], number[b]
            error += said[b] > right[b] ? said[b] - right[b] : right[b] - said[b]
        }
    printf "ECE\t%.4f\t\t%d\n", error / count, count
}
BEGIN {
    FS = "\t"
    bins = split(".1 .2 .3 .4 .5 .6 .7 .8 .9 .95 .99 1", bounds, " ")
}
{
    name = $1
    split("", gold)
    split("", joined)
    read($2, 1)
    read($3, 0)
}
END {
    if (!count)
        exit
    for (i = 1; i <= count; i++)
        as_said[family[i]] = 1
    table("as said", as_said)
    for (name in as_said)
        fitted[name] = fit(name)
    table("fitted on other families", fitted)
    for (name in as_said)
        printf "without %s\t%.2f times the log odds\n", name, fitted[name]
}
