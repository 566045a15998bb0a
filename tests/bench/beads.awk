# beads.awk - a source, a target and their gold beads to a bead a line: the
# segments of the source, a tab, those of the target; a byte 1 parts segments.
BEGIN { FS = "\t" }
function segments(text, cell,    numbers, n, k, joined) {
    n = cell == "-" ? 0 : split(cell, numbers, ",")
    for (k = 1; k <= n; k++)
        joined = joined (k > 1 ? "\1" : "") text[numbers[k] + 0]
    return joined
}
FNR == 1 { file++ }
file == 1 { gsub(/\t/, " "); source[FNR - 1] = $0; next }
file == 2 { gsub(/\t/, " "); target[FNR - 1] = $0; next }
/^[#a-z]/ { next }
{ print segments(source, $1) "\t" segments(target, $2) }
