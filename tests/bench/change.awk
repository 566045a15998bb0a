# change.awk - harms a text of count beads as change says; see long_text.
BEGIN { FS = OFS = "\t" }
function within(from, to) {
    return NR > count * from && NR <= count * to
}
change == "cut-beginning" && within(0, 1 / 3) { $2 = "" }
change == "cut-middle" && within(1 / 3, 2 / 3) { $2 = "" }
change == "cut-end" && within(2 / 3, 1) { $2 = "" }
change == "front-matter" && within(0, 1 / 10) { $2 = "" }
# the targets of a tenth without its sources, and the other way round
change == "moved" && within(0.3, 0.4) {
    kept[++kept_count] = $2
    $2 = ""
}
change == "moved" && NR == int(count * 0.7) {
    for (i = 1; i <= kept_count; i++)
        print "", kept[i]
}
change == "shuffled" && within(0.5, 0.6) {
    turned[++turned_count] = $2
    $2 = ""
    if (!within(0.5, 0.6 - 1 / count)) {
        print
        for (i = turned_count; i > 0; i--)
            print "", turned[i]
        next
    }
}
$1 != "" || $2 != "" { print }
