Sound files.

  $ cd "$TMX"
  $ hexapla validate inline-codes.tmx with-notes.tmx terms.tbx
  hexapla: nothing found
  $ hexapla align -q article.en.txt article.de.txt | hexapla validate -
  hexapla: nothing found
  $ cd "$CRAMTMP"

Faults, each with its place.

  $ cat > bad.tmx <<END
  > <tmx version="1.4">
  > <header creationtool="t" creationtoolversion="1" segtype="sentence"
  >  o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/>
  > <body>
  > <tu><tuv xml:lang="en"><seg>One <bpt i="1"/>two</seg></tuv>
  > <tuv xml:lang="nl_BE"><seg></seg></tuv></tu>
  > </body>
  > </tmx>
  > END
  $ hexapla validate bad.tmx
  bad.tmx:5:33: error: bpt i=1 has no ept in this seg (unit 1) [tmx.pair]
  bad.tmx:6:1: warning: the segment is empty (unit 1) [tmx.empty]
  bad.tmx:6:1: warning: "nl_BE" is not a language tag; did you mean nl-BE? (unit 1) [tmx.language-underscore]
  hexapla: 1 error, 2 warnings, 0 notes
  hexapla: tmx.language-underscore: Write a hyphen: en-US. Some tools ignore the variant otherwise.
  hexapla: tmx.pair: Each bpt needs an ept behind it with the same i, in the same seg.
  hexapla: tmx.empty: Translate it or remove the variant.
  [1]
  $ hexapla validate -q --fail-level none bad.tmx > out
  $ hexapla validate -q bad.tmx --report json | python3 -c '
  > import json, sys
  > for f in json.load(sys.stdin)["findings"]:
  >     print(f["line"], f["column"], f["unit"], f["language"], f["rule"])'
  5 33 1 en tmx.pair
  6 1 1 nl_BE tmx.empty
  6 1 1 nl_BE tmx.language-underscore

Other commands read what validate calls an error, and warn.

  $ hexapla convert bad.tmx good.tsv
  hexapla: bad.tmx:5:33: warning: bpt i=1 has no ept in this seg
  hexapla: bad.tmx:6:1: warning: "nl_BE" is not a language tag; did you mean nl-BE?
  hexapla: bad.tmx:6:1: warning: the segment is empty
  hexapla: warning: 1 inline code left out
  $ cat good.tsv
  en\tnl_BE (esc)
  One two\t (esc)

Broken: status 3, the fault is the last finding.

  $ printf '<tmx version="1.4"><body><tu></body>' > broken.tmx
  $ hexapla validate broken.tmx
  hexapla: broken.tmx:1:32: </body> stands where </tu> is expected; 0 complete units before it
  broken.tmx:1:20: error: the file has no header [tmx.header]
  hexapla: input.broken: What comes before the place was read, nothing after it.
  hexapla: tmx.header: Put a header before the body; converting the file writes one.
  hexapla: 'hexapla fix' mends most of what breaks TMX
  [3]
  $ hexapla validate broken.tmx --report json 2> errors > json
  [3]
  $ python3 -c '
  > import json
  > print([f["level"] for f in json.load(open("json"))["findings"]][-1])'
  error
  $ cat errors
  hexapla: broken.tmx:1:32: </body> stands where </tu> is expected; 0 complete units before it
  hexapla: input.broken: What comes before the place was read, nothing after it.
  hexapla: tmx.header: Put a header before the body; converting the file writes one.
  hexapla: 'hexapla fix' mends most of what breaks TMX
  $ hexapla validate missing.tmx
  hexapla: missing.tmx: no such file or directory
  [3]
  $ hexapla validate
  hexapla: validate needs a FILE; - is standard input
  try 'hexapla validate --help'
  [2]
  $ printf 'nonsense' > nonsense
  $ hexapla validate nonsense
  hexapla: nonsense: the format is not known: neither by the name nor by the content
  [3]

--strict makes warnings errors, --max-errors ends early, JUnit is for CI.

  $ hexapla validate -q --strict bad.tmx
  bad.tmx:5:33: error: bpt i=1 has no ept in this seg (unit 1) [tmx.pair]
  bad.tmx:6:1: error: the segment is empty (unit 1) [tmx.empty]
  bad.tmx:6:1: error: "nl_BE" is not a language tag; did you mean nl-BE? (unit 1) [tmx.language-underscore]
  [1]
  $ hexapla validate --max-errors 1 bad.tmx
  hexapla: stopped after 1 error, as --max-errors asks
  bad.tmx:5:33: error: bpt i=1 has no ept in this seg (unit 1) [tmx.pair]
  hexapla: 1 error, 0 warnings, 0 notes
  hexapla: tmx.pair: Each bpt needs an ept behind it with the same i, in the same seg.
  [1]
  $ hexapla validate -q --report junit bad.tmx
  <?xml version="1.0" encoding="UTF-8"?>
  <testsuites name="hexapla">
    <testsuite name="bad.tmx" tests="3" failures="3" errors="0">
      <testcase classname="bad.tmx" name="tmx.pair at 5:33, unit 1">
        <failure message="bpt i=1 has no ept in this seg" type="error"/>
      </testcase>
      <testcase classname="bad.tmx" name="tmx.empty at 6:1, unit 1">
        <failure message="the segment is empty" type="warning"/>
      </testcase>
      <testcase classname="bad.tmx" name="tmx.language-underscore at 6:1, unit 1">
        <failure message="&quot;nl_BE&quot; is not a language tag; did you mean nl-BE?" type="warning"/>
      </testcase>
    </testsuite>
  </testsuites>
  [1]
  $ hexapla validate --max-errors many bad.tmx
  hexapla: --max-errors takes a whole number
  try 'hexapla validate --help'
  [2]

Only a TMX is for fix to mend.

  $ printf 'msgid "a"\nmsgstr "b\n' > broken.po
  $ hexapla validate broken.po
  hexapla: broken.po:2:8: the string that begins here is not closed
  hexapla: input.broken: What comes before the place was read, nothing after it.
  [3]

A segment may be limited; it is refused, never cut.

  $ cp "$TMX/with-notes.tmx" .
  $ hexapla validate --max-segment 10 with-notes.tmx
  hexapla: with-notes.tmx:14:14: the segment is longer than 10 bytes, the limit; 0 complete units before it
  hexapla: input.broken: What comes before the place was read, nothing after it.
  [3]

Every format of units may be named.

  $ hexapla convert -q with-notes.tmx --from en --to nl -f xliff2 -o two.xlf
  $ hexapla validate -q --input-format xliff2 two.xlf
  $ for format in $(hexapla validate --help | sed -n '/--input-f/,/auto/p' |
  >     sed 's/.*FORMAT//; s/ or auto.*//; s/,//g'); do
  >   echo $format $(hexapla validate --input-format $format 2>&1 | head -n 1)
  > done
  tmx hexapla: validate needs a FILE; - is standard input
  tsv hexapla: validate needs a FILE; - is standard input
  csv hexapla: validate needs a FILE; - is standard input
  jsonl hexapla: validate needs a FILE; - is standard input
  xliff hexapla: validate needs a FILE; - is standard input
  xliff2 hexapla: validate needs a FILE; - is standard input
  po hexapla: validate needs a FILE; - is standard input
  xcstrings hexapla: validate needs a FILE; - is standard input
  tbx hexapla: validate needs a FILE; - is standard input
  srx hexapla: validate needs a FILE; - is standard input
