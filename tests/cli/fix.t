fix repairs a broken TMX and says each repair with its place.

  $ cat > broken.tmx << 'END'
  > <?xml version="1.0" encoding="UTF-8"?>
  > <tmx version="1.4b">
  > <header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="xml"/>
  > <body>
  > <tu tuid="a">
  > <tuv xml:lang="en"><seg>R&D&nbsp;</seg></tuv>
  > <tuv xml:lang="nl_BE"><seg>O&amp;O</seg><prop type="p">late</prop></tuv>
  > </tu>
  > <tu>
  > <tuv xml:lang="en"><seg>the rest is cu
  > END
  $ hexapla fix broken.tmx --dry-run
  hexapla: broken.tmx:2:6: repaired: version "1.4b" written as "1.4"
  hexapla: broken.tmx:6:26: repaired: a bare "&" written as "&amp;"
  hexapla: broken.tmx:6:28: repaired: "&nbsp;" written as U+00A0
  hexapla: broken.tmx:7:6: repaired: xml:lang "nl_BE" written as "nl-BE"
  hexapla: broken.tmx:7:41: repaired: <prop> must stand before <seg>: moved there
  hexapla: broken.tmx:11:1: repaired: the file ends inside unit 2; 1 complete unit before it: what is complete is kept
  hexapla: 6 repairs
  $ hexapla fix broken.tmx -o fixed.tmx
  hexapla: broken.tmx:2:6: repaired: version "1.4b" written as "1.4"
  hexapla: broken.tmx:6:26: repaired: a bare "&" written as "&amp;"
  hexapla: broken.tmx:6:28: repaired: "&nbsp;" written as U+00A0
  hexapla: broken.tmx:7:6: repaired: xml:lang "nl_BE" written as "nl-BE"
  hexapla: broken.tmx:7:41: repaired: <prop> must stand before <seg>: moved there
  hexapla: broken.tmx:11:1: repaired: the file ends inside unit 2; 1 complete unit before it: what is complete is kept
  hexapla: 6 repairs
  $ cat fixed.tmx
  <?xml version="1.0" encoding="UTF-8"?>
  <tmx version="1.4">
    <header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="xml"/>
    <body>
      <tu tuid="a">
        <tuv xml:lang="en">
          <seg>R&amp;D\xc2\xa0</seg> (esc)
        </tuv>
        <tuv xml:lang="nl-BE">
          <prop type="p">late</prop>
          <seg>O&amp;O</seg>
        </tuv>
      </tu>
    </body>
  </tmx>
  $ hexapla validate fixed.tmx
  fixed.tmx:6:7: note: the segment ends with white space (unit 1, "a") [tmx.spaces]
  hexapla: 0 errors, 0 warnings, 1 note
  hexapla: tmx.spaces: It is kept; matches will differ by it.
  $ hexapla fix fixed.tmx -o - | cmp - fixed.tmx
  hexapla: nothing to repair

A file may be fixed onto itself, and come packed.

  $ gzip -k broken.tmx
  $ hexapla fix -q broken.tmx.gz -o broken.tmx
  $ cmp broken.tmx fixed.tmx
  $ hexapla fix -q fixed.tmx -o fixed.tmx.zst
  $ hexapla convert fixed.tmx.zst -f tsv -o -
  hexapla: fixed.tmx.zst:6:7: note: the segment ends with white space
  hexapla: warning: 1 note or property left out
  hexapla: warning: 1 id, date or other attribute left out
  en\tnl-BE (esc)
  R&D\xc2\xa0\tO&O (esc)

Of a packed file that breaks off the complete units are kept.

  $ { sed '/<body>/q' fixed.tmx
  >   awk 'BEGIN { srand(1); for (i = 0; i < 5000; i++)
  >     printf "<tu><tuv xml:lang=\"en\"><seg>%d %d</seg></tuv><tuv " \
  >       "xml:lang=\"nl\"><seg>%d</seg></tuv></tu>\n", i, rand() * 1e9, i }'
  >   echo '</body></tmx>'
  > } | gzip | head -c 30000 > cut.tmx.gz
  $ hexapla fix cut.tmx.gz -o cut.tmx 2>&1 | sed 's/[0-9][0-9]*/N/g'
  hexapla: cut.tmx.gz:N:N: repaired: the gzip data ends too early: what comes before is kept
  hexapla: cut.tmx.gz:N:N: repaired: the file ends inside unit N; N complete units before it: what is complete is kept
  hexapla: N repairs
  $ test "$(grep -c '<tu>' cut.tmx)" -gt 500
  $ hexapla validate -q cut.tmx

What is packed may be short, be filled up with zeros, or have more behind it.

  $ gzip -c fixed.tmx | { cat; head -c 700 /dev/zero; } > zeros.tmx.gz
  $ hexapla fix zeros.tmx.gz -o zeros.tmx
  hexapla: nothing to repair
  $ cmp zeros.tmx fixed.tmx
  $ gzip -c fixed.tmx | { cat; echo more; } > more.tmx.gz
  $ hexapla fix more.tmx.gz -o more.tmx
  hexapla: more.tmx.gz:1:1: repaired: the gzip data is followed by something else: what comes before is kept
  hexapla: 1 repair
  $ cmp more.tmx fixed.tmx
  $ gzip -c fixed.tmx | head -c -8 > short.tmx.gz
  $ hexapla fix short.tmx.gz -o short.tmx
  hexapla: short.tmx.gz:1:1: repaired: the gzip data ends too early: what comes before is kept
  hexapla: 1 repair
  $ cmp short.tmx fixed.tmx

What only a person can mend stays and is told; status 1.

  $ sed 's/"nl-BE"/"double dutch"/' fixed.tmx > person.tmx
  $ hexapla fix person.tmx -o mended.tmx
  hexapla: person.tmx:9:7: not repaired: "double dutch" is not a language tag
  hexapla: 0 repairs; 1 error left, which only a person can mend
  [1]
  $ cmp person.tmx mended.tmx

What cannot be mended leaves nothing behind.

  $ printf '<html><p>No memory</p></html>' > page.tmx
  $ hexapla fix page.tmx -o none.tmx
  hexapla: page.tmx:1:1: not a TMX file: its root element is "html"
  [3]
  $ test -e none.tmx
  [1]
  $ hexapla fix broken.tmx
  hexapla: where to? -o FILE, or --dry-run to write nothing
  try 'hexapla fix --help'
  [2]
