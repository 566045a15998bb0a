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
  bad.tmx:5:33: error: bpt i=1 has no ept in this seg [tmx.pair]
  bad.tmx:6:1: warning: the segment is empty [tmx.empty]
  bad.tmx:6:1: warning: "nl_BE" is not a language tag; did you mean nl-BE? [tmx.language-underscore]
  hexapla: 1 error, 2 warnings, 0 notes
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
  hexapla: broken.tmx:1:32: </body> stands where </tu> is expected
  broken.tmx:1:20: error: the file has no header [tmx.header]
  [3]
  $ hexapla validate broken.tmx --report json 2> errors > json
  [3]
  $ python3 -c '
  > import json
  > print([f["level"] for f in json.load(open("json"))["findings"]][-1])'
  error
  $ cat errors
  hexapla: broken.tmx:1:32: </body> stands where </tu> is expected
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
