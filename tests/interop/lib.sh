# lib.sh - what the interop tests share: PROGRAM FOLDER are their arguments.
# shellcheck shell=sh
program=$1
work=$2
interop=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$interop/../.." && pwd)
tmx=$root/tmx
rm -rf "$work"
mkdir -p "$work"
HEXAPLA_DICTIONARIES= # whatever this machine has installed
export HEXAPLA_DICTIONARIES
# A bare system has none set, and programs in Java or Python write ASCII then.
LC_ALL=C.UTF-8
export LC_ALL

# Skip the test when what $1 names is missing: $2 says how one knows.
need() {
    if ! eval "$2" > /dev/null 2>&1; then
        echo "skipped: no $1"
        exit 77
    fi
}

fail() {
    echo "failed: $*"
    exit 1
}

# Align the article, or with $1 = drafts its flawed translations, into $2.
align_article() {
    from=$tmx
    [ "$1" = article ] || from=$tmx/$1
    "$program" align "$tmx/article.en.txt" "$from/article.nl.txt" \
        "$from/article.fr.txt" "$from/article.de.txt" -o "$2"
}

# Print the units of $1 that have text in language $2: source TAB text. The
# first column of what convert writes is the source.
pairs() {
    "$program" convert "$1" "$work/units.tsv"
    awk -F '\t' -v language="$2" '
        NR == 1 { for (i = 1; i <= NF; i++) if ($i == language) column = i }
        NR > 1 && $1 != "" && $column != "" { print $1 "\t" $column }
    ' "$work/units.tsv"
}
