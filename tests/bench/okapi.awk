# okapi.awk - makes rules as Okapi's users write them: for each abbreviation of
# a language one that looks around. Its lists are the arguments.
BEGIN {
    before[1] = "(?&lt;!\\w)"
    before[2] = "\\b"
    before[3] = "(?&lt;=\\s|^)"
    before[4] = "(?&lt;=[\\s(])"
    after[1] = "(?=\\s)"
    after[2] = "\\s(?=\\p{Lu})"
    after[3] = "\\s+(?![A-Z][a-z])"
    after[4] = "(?=\\s+\\p{Lu})"
    print "<srx version=\"2.0\"><header segmentsubflows=\"yes\"" \
        " cascade=\"yes\"/><body><languagerules>" \
        "<languagerule languagerulename=\"all\">"
}

function rule(breaks, first, second)
{
    print "<rule break=\"" breaks "\"><beforebreak>" first "</beforebreak>" \
        "<afterbreak>" second "</afterbreak></rule>"
}

/^[^#]/ && FNR <= 160 {
    gsub(/[^[:alnum:] \x80-\xff-]/, "\\\\&")
    form = NR % 4 + 1
    rule("no", before[form] $0 "\\.", \
        FILENAME ~ /numbered/ ? "\\s+(?=\\d)" : after[form])
}

END {
    rule("no", "(?&lt;!\\w)\\p{Lu}\\.", "\\s(?=\\p{L})")
    rule("yes", "[.?!]+(?=\\s)", "\\s+(?=[\\p{Lu}\\d])")
    rule("yes", "(?&lt;=[.?!])[\\p{Pe}\\p{Pf}\"]+", "\\s")
    print "</languagerule></languagerules><maprules>" \
        "<languagemap languagepattern=\".*\" languagerulename=\"all\"/>" \
        "</maprules></body></srx>"
}
