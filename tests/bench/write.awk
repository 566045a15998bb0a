# write.awk - a bead a line (see beads.awk) to texts and their gold beads.
BEGIN {
    FS = "\t"
    split(pair, tags, "-")
    print tags[1] "\t" tags[2] > (folder "/gold.tsv")
    printf "" > (folder "/src.txt")
    printf "" > (folder "/tgt.txt")
}
function write_side(text, file, side,    segments, n, k, numbers) {
    n = split(text, segments, "\1")
    for (k = 1; k <= n; k++) {
        print segments[k] > (folder "/" file)
        numbers = numbers (k > 1 ? "," : "") written[side]++
    }
    return n ? numbers : "-"
}
{
    source = write_side($1, "src.txt", 1)
    print source "\t" write_side($2, "tgt.txt", 2) > (folder "/gold.tsv")
}
