Many groups of documents: a project, and a stream.

  $ cd "$CRAMTMP"
  $ printf 'Cats purr.\nThe year 1984.\n' > a.en.txt
  $ printf 'Katten spinnen.\nHet jaar 1984.\n' > a.nl.txt
  $ printf 'Dogs bark.\nThe year 1985.\n' > b.en.txt
  $ printf 'Honden blaffen.\nHet jaar 1985.\n' > b.nl.txt
  $ printf '# a project\na.en.txt\ta.nl.txt\n\nb.en.txt\tnl=b.nl.txt\n' > project

All of a project go into one memory, in the order of the manifest.

  $ hexapla align --segmented --batch project -f tsv
  en\tnl (esc)
  Cats purr.\tKatten spinnen. (esc)
  The year 1984.\tHet jaar 1984. (esc)
  Dogs bark.\tHonden blaffen. (esc)
  The year 1985.\tHet jaar 1985. (esc)
  $ hexapla align --segmented --batch project -o one.tmx
  $ hexapla align --segmented --batch project -o three.tmx -j 3
  $ cmp one.tmx three.tmx
  $ hexapla validate one.tmx
  hexapla: nothing found

Or each into a file of its own.

  $ printf 'a.en.txt\ta.nl.txt\t>a.beads\nb.en.txt\tb.nl.txt\t>b.tmx\n' > project2
  $ hexapla align --segmented --batch project2 -j 2 --save-lexicon lexicon
  $ cut -f 1,2 a.beads
  en\tnl (esc)
  0\t0 (esc)
  1\t1 (esc)
  $ grep -c '<tu' b.tmx
  6
  $ head -1 lexicon
  hexapla-lexicon 1
  $ hexapla align --segmented --batch project2 --lexicon lexicon

Beads that a person accepted stay, and teach.

  $ printf 'en\tnl\n0\t1\n' > accepted
  $ printf 'a.en.txt\ta.nl.txt\t<accepted\t>a2.beads\nb.en.txt\tb.nl.txt\t>b2.beads\n' > project5
  $ hexapla align -q --segmented --batch project5
  $ sed 's/0\.[0-9]*$/N/' a2.beads
  en\tnl\tconfidence (esc)
  -\t0\tN (esc)
  0\t1\t1.0000 (esc)
  1\t-\tN (esc)
  $ cut -f 1,2 b2.beads
  en\tnl (esc)
  0\t0 (esc)
  1\t1 (esc)
  $ printf 'a.en.txt\ta.nl.txt\nb.en.txt\tb.nl.txt\t<gone\n' > project6
  $ hexapla align --segmented --batch project6 --lexicon lexicon -f tsv
  hexapla: gone: no such file or directory
  en\tnl (esc)
  Cats purr.\tKatten spinnen. (esc)
  The year 1984.\tHet jaar 1984. (esc)
  [3]
  $ printf 'en\tnl\n0\t2\n' > accepted
  $ hexapla align --segmented --batch project5 --lexicon lexicon
  hexapla: accepted:2:1: segment 2 is not there: the text in nl has 2, the first of them 0
  [3]

What needs review of all groups goes into one file.

  $ hexapla align --segmented --batch project2 --min-confidence 1 --review rest.tsv
  hexapla: note: 4 beads for review in rest.tsv
  $ cut -f 1 rest.tsv
  en
  Cats purr.
  The year 1984.
  Dogs bark.
  The year 1985.
  $ wc -l < a.beads
  1
  $ hexapla align --segmented --batch project --review rest.beads
  hexapla: the format 'beads' holds one group: --review takes units
  try 'hexapla align --help'
  [2]

What is wrong with one group is said once, and stops no other.

  $ printf 'a.en.txt\tgone.nl.txt\nb.en.txt\tb.nl.txt\n' > project3
  $ hexapla align --segmented --batch project3 -f tsv 2> said
  en\tnl (esc)
  Dogs bark.\tHonden blaffen. (esc)
  The year 1985.\tHet jaar 1985. (esc)
  [3]
  $ cat said
  hexapla: gone.nl.txt: no such file or directory
  $ printf 'a.en.txt\ta.nl.txt\t>gone/a.tsv\nb.en.txt\tb.nl.txt\t>b.tsv\n' > project7
  $ hexapla align --segmented --batch project7
  hexapla: gone/a.tsv: no such file or directory
  [4]
  $ tail -1 b.tsv
  The year 1985.\tHet jaar 1985. (esc)

On a terminal a message covers the line of progress.

  $ script -qec 'hexapla align gone.en.txt a.nl.txt' /dev/null < /dev/null | tr '\r ' '|.'
  hexapla:.gone.en.txt:.no.such.file.or.directory................................|

What is left out of all groups is said once.

  $ printf 'en\tnl\n0\t1\n' > accepted
  $ printf '%s.en.txt\t%s.nl.txt\t<accepted\t>%s.tsv\n' a a c b b d > project8
  $ hexapla align --segmented --batch project8
  hexapla: note: 4 beads without a translation left out; --keep-unaligned writes them
  $ printf 'a.en.txt\n' > project4
  $ hexapla align --batch project4
  hexapla: project4:1:1: a group needs two files or more, with tabs between
  [3]

A page whose name tells no language has that of its lang.

  $ printf '<html lang="en"><p>One tree.</p><p>Two trees.</p>' > one.html
  $ printf '<html lang="nl-BE"><p>Een boom.</p><p>Twee bomen.</p>' > two.html
  $ printf '<p>Three.</p>' > three.html
  $ printf 'one.html\ttwo.html\none.html\ten=two.html\none.html\tthree.html\n' > pages
  $ hexapla align -q --batch pages -f tsv
  hexapla: pages:2:10: another file of the group is in that language already
  hexapla: pages:3:10: a file does not tell its language: name it article.nl.txt, or give nl=article.txt
  en\tnl-BE (esc)
  One tree.\tEen boom. (esc)
  Two trees.\tTwee bomen. (esc)
  [3]
  $ cp one.html one && cp two.html two
  $ printf 'one\ttwo\n' > pages
  $ hexapla align -q --batch pages -f tsv --input-format html
  en\tnl-BE (esc)
  One tree.\tEen boom. (esc)
  Two trees.\tTwee bomen. (esc)

So it is with a line of the manifest that cannot be understood.

  $ printf '%s\n' 'a.en.txt' 'a.en.txt a.nl.txt' > project9
  $ printf 'a.en.txt\t>x\ta.txt\na.en.txt\ta.nl.txt\t<\303\251\tnl=b.nl.txt\n' >> project9
  $ hexapla align --batch project9 -o nothing.tmx
  hexapla: project9:1:1: a group needs two files or more, with tabs between
  hexapla: project9:2:1: a group needs two files or more, with tabs between
  hexapla: project9:3:13: a file does not tell its language: name it article.nl.txt, or give nl=article.txt
  hexapla: project9:4:22: another file of the group is in that language already
  [3]
  $ test -e nothing.tmx
  [1]
  $ cat project >> project9
  $ hexapla align --segmented --batch project9 -f tsv 2> said
  en\tnl (esc)
  Cats purr.\tKatten spinnen. (esc)
  The year 1984.\tHet jaar 1984. (esc)
  Dogs bark.\tHonden blaffen. (esc)
  The year 1985.\tHet jaar 1985. (esc)
  [3]
  $ wc -l < said
  4
  $ hexapla align --batch project -f beads
  hexapla: the format 'beads' holds one group: name an output for each in the manifest
  try 'hexapla align --help'
  [2]
  $ hexapla align --jsonl --review rest.tsv < project
  hexapla: --jsonl writes all beads: there is nothing to --review
  try 'hexapla align --help'
  [2]
  $ hexapla align --batch project --fixed a.beads
  hexapla: --batch takes accepted beads from the manifest: '<FILE' in their group's line
  try 'hexapla align --help'
  [2]
  $ printf 'a.en.txt\ta.nl.txt\t>a.tmx\t>b.tmx\n' > twice
  $ hexapla align --batch twice
  hexapla: twice:1:26: a group has one output and one file of accepted beads
  [3]
  $ hexapla align --batch project a.en.txt
  hexapla: --batch takes its files from the manifest
  try 'hexapla align --help'
  [2]

A stream: a line of JSON a group, a line with its beads each, in order.

  $ cat > stream <<'END'
  > {"id":1,"documents":[{"language":"en","segments":["Cats purr."]},{"language":"nl","segments":["Katten spinnen."]}]}
  > {"id":{"b":[2]},"documents":[{"language":"en","text":"Dogs bark. Birds sing."},{"language":"nl","text":"Honden blaffen. Vogels zingen."}]}
  > {"id":3,"documents":[{"language":"en","text":"x"}]}
  > {"id":4,
  > {"documents":[{"language":"en","segments":["1984"]},{"language":"en","segments":["1984"]}]}
  > {"documents":[{"language":"en","segments":[]},{"language":"nl","segments":["1984"]}]}
  > END
  $ hexapla align --jsonl --encoding latin1 stream
  hexapla: --jsonl reads UTF-8, as JSON is: --encoding does not go with it
  try 'hexapla align --help'
  [2]
  $ hexapla align --jsonl stream -o out.jsonl
  hexapla: stream:3: "documents" must be an array of two or more
  hexapla: stream:4: column 8: string or '}' expected near end of file
  hexapla: stream:5: two documents are in en
  [3]
  $ sed 's/"confidence":[0-9.]*/"confidence":N/g' out.jsonl
  {"id":1,"languages":["en","nl"],"beads":[{"confidence":N,"sides":[{"language":"en","segments":[0],"texts":["Cats purr."]},{"language":"nl","segments":[0],"texts":["Katten spinnen."]}]}]}
  {"id":{"b":[2]},"languages":["en","nl"],"beads":[{"confidence":N,"sides":[{"language":"en","segments":[0],"texts":["Dogs bark."]},{"language":"nl","segments":[0],"texts":["Honden blaffen."]}]},{"confidence":N,"sides":[{"language":"en","segments":[1],"texts":["Birds sing."]},{"language":"nl","segments":[1],"texts":["Vogels zingen."]}]}]}
  {"id":3,"error":"\"documents\" must be an array of two or more"}
  {"error":"column 8: string or '}' expected near end of file"}
  {"error":"two documents are in en"}
  {"languages":["en","nl"],"beads":[{"confidence":N,"sides":[{"language":"en","segments":[],"texts":[]},{"language":"nl","segments":[0],"texts":["1984"]}]}]}
  $ hexapla align --jsonl -j 4 -q < stream 2> /dev/null | cmp - out.jsonl
  $ hexapla align --jsonl -j 0 -q < stream 2> /dev/null | cmp - out.jsonl
  $ (head -1 stream; printf '\377\n'; sed -n 2p stream) | hexapla align --jsonl | cut -c 1-30
  hexapla: -:2: column 1: not UTF-8
  {"id":1,"languages":["en","nl"
  {"error":"column 1: not UTF-8"
  {"id":{"b":[2]},"languages":["
  $ head -1 stream | hexapla align --jsonl --lexicon lexicon - | wc -l
  1

Two groups do not write one file, and none one that is read.

  $ printf 'a.en.txt\ta.nl.txt\t>o.tmx\nb.en.txt\tb.nl.txt\t>o.tmx\n' > twice
  $ hexapla align --batch twice
  hexapla: twice:2:1: the output is another group's, too
  [3]
  $ grep -c 'Cats\|Dogs' o.tmx
  1
  $ printf '# over a text\na.en.txt\tnl=a.nl.txt\t>a.nl.txt\n' > over
  $ hexapla align --batch over
  hexapla: over:2:1: the output is one of the files
  [3]
  $ hexapla align --batch twice -o twice -f tmx
  hexapla: twice:2:1: the output is another group's, too
  hexapla: --output would replace 'twice', which is read
  try 'hexapla align --help'
  [2]
  $ hexapla align --batch project -o project -f tmx
  hexapla: --output would replace 'project', which is read
  try 'hexapla align --help'
  [2]
