Of two memories one; what is equal stands once.

  $ printf 'en\tnl\nOne\tEen\nTwo\tTwee\nOne\tEen\nOne\tEentje\n' > a.tsv
  $ printf 'en\tnl\tfr\nOne\tEen\tUn\nThree\tDrie\tTrois\n' > b.tsv
  $ hexapla merge a.tsv b.tsv -o all.tsv
  hexapla: 4 units kept, 2 dropped
  hexapla: translations that differ from another of their source: 1; --report tells them
  $ cat all.tsv
  en\tnl\tfr (esc)
  One\tEen\t (esc)
  Two\tTwee\t (esc)
  One\t\tUn (esc)
  Three\tDrie\tTrois (esc)
  $ hexapla merge -q a.tsv b.tsv -k all -f tsv
  en\tnl\tfr (esc)
  One\tEen\t (esc)
  Two\tTwee\t (esc)
  One\tEentje\t (esc)
  One\t\tUn (esc)
  Three\tDrie\tTrois (esc)

The report tells what differs, and where.

  $ hexapla merge a.tsv b.tsv -o all.tsv --report text
  a.tsv:5:5: warning: another translation of the source was kept (unit 4) [merge.conflict]
  hexapla: 0 errors, 1 warning, 0 notes
  hexapla: 4 units kept, 2 dropped
  $ hexapla merge -q a.tsv b.tsv -o all.tsv --keep all --report text
  a.tsv:5:5: warning: the source has another translation, too (unit 4) [merge.conflict]
  $ hexapla merge -q a.tsv b.tsv -o all.tsv -r json=a.json --fail-level warning
  [1]
  $ grep -c merge.conflict a.json
  1

The newest: the first of the latest date, once.

  $ unit() {
  >   echo "<tu tuid='$1' changedate='$2T000000Z'><tuv xml:lang='en'>" \
  >     "<seg>One</seg></tuv><tuv xml:lang='nl'><seg>$3</seg></tuv></tu>"
  > }
  $ memory() {
  >   echo '<tmx version="1.4"><header creationtool="a" creationtoolversion="1"' \
  >     'segtype="block" o-tmf="a" adminlang="en" srclang="en"' \
  >     "datatype='$1'><prop type='$1'>x</prop></header><body>$2</body></tmx>"
  > }
  $ memory old "$(unit 1 20200101 Een) $(unit 2 20240101 Eén)" > old.tmx
  $ memory new "$(unit 3 20240101 Eentje) $(unit 4 20100101 Eén)" > new.tmx
  $ hexapla merge old.tmx new.tmx --keep newest -o merged.tmx -r text
  old.tmx:1:261: warning: another translation of the source was kept (unit 1, "1") [merge.conflict]
  new.tmx:1:261: warning: another translation of the source was kept (unit 1, "3") [merge.conflict]
  hexapla: 0 errors, 2 warnings, 0 notes
  hexapla: 1 unit kept, 3 dropped
  $ grep tuid merged.tmx
      <tu tuid="2" changedate="20240101T000000Z">

What the headers say is kept.

  $ hexapla merge -q old.tmx - -k all < new.tmx | grep 'type='
    <header creationtool="a" creationtoolversion="1" segtype="block" o-tmf="a" adminlang="en" srclang="en" datatype="old">
      <prop type="old">x</prop>
      <prop type="new">x</prop>
      <tu tuid="3" changedate="20240101T000000Z" datatype="new">

So is what a prefix stands for, of those that a unit uses.

  $ sed 's/<tmx /&xmlns:a="urn:a" xmlns:z="urn:z" /; s/<seg>O/<seg a:x="1">T/' \
  >   old.tmx > spaces.tmx
  $ hexapla merge -q new.tmx spaces.tmx | grep xmlns
      <tu tuid="1" changedate="20200101T000000Z" datatype="old" xmlns:a="urn:a">
  $ hexapla join -q new.tmx spaces.tmx | grep -c 'xmlns:a="urn:a"'
  1
  $ hexapla merge -q spaces.tmx spaces.tmx | grep -c xmlns
  1

Notes, codes and all.

  $ hexapla convert "$TMX/with-notes.tmx" notes.tmx
  $ hexapla merge notes.tmx notes.tmx -o twice.tmx
  hexapla: 2 units kept, 2 dropped
  $ cmp notes.tmx twice.tmx
  $ hexapla merge "$TMX/inline-codes.tmx" | cmp "$TMX/inline-codes.tmx"
  hexapla: 6 units kept, 0 dropped

Onto an input.

  $ cp notes.tmx same.tmx
  $ hexapla merge -q same.tmx "$TMX/inline-codes.tmx" -o same.tmx
  $ hexapla stats same.tmx | head -1
  units            8

A file that is missing or broken leaves no output, wherever it stands.

  $ echo '<tmx version="1.4"><body><tu>' > broken.tmx
  $ hexapla merge -q notes.tmx broken.tmx a.tsv -o out.tmx
  hexapla: broken.tmx:2:1: the file ends inside unit 1; 0 complete units before it
  [3]
  $ hexapla merge notes.tmx nothing.tmx a.tsv -o out.tmx
  hexapla: nothing.tmx: no such file or directory
  [3]
  $ hexapla merge -q notes.tmx - a.tsv -o out.tmx < broken.tmx
  hexapla: -:2:1: the file ends inside unit 1; 0 complete units before it
  [3]
  $ find . -name 'out.tmx*'

Without units; wrong usage.

  $ printf 'en\tnl\n' > none.tsv
  $ hexapla merge none.tsv none.tsv -f tsv
  
  hexapla: 0 units kept, 0 dropped
  $ hexapla merge
  hexapla: merge needs a FILE; - is standard input
  try 'hexapla merge --help'
  [2]
  $ hexapla merge a.tsv --report text
  hexapla: units and report cannot both go to standard output
  try 'hexapla merge --help'
  [2]
  $ hexapla merge a.tsv --keep last
  hexapla: --keep is one of first, newest, all, not 'last'
  try 'hexapla merge --help'
  [2]
