What is known of words beforehand: dictionaries and lexicons.

  $ cd "$CRAMTMP"
  $ mkdir dictd
  $ export HEXAPLA_DICTIONARIES="$PWD/dictd"
  $ printf 'Cats purr.\nDogs bark.\nBirds sing.\n' > t.en.txt
  $ printf 'Poezen spinnen.\nHonden blaffen.\nVogels zingen.\n' > t.nl.txt
  $ printf 'cats\nPoezen\ndogs\nHonden\n' > dictd/freedict-eng-nld.dict
  $ printf 'cats\tA\tM\ndogs\tM\tM\n' > dictd/freedict-eng-nld.index
  $ printf 'chats\tA\tA\n' > dictd/freedict-fra-nld.index

Those installed are found by themselves, for the languages of the files.

  $ hexapla align --segmented -v t.en.txt t.nl.txt -f beads | cut -f 1,2
  hexapla: t.en.txt: note: read as UTF-8, as its bytes are
  hexapla: t.nl.txt: note: read as UTF-8, as its bytes are
  hexapla: */dictd/freedict-eng-nld.index: note: 2 pairs of words (glob)
  en\tnl (esc)
  0\t0 (esc)
  1\t1 (esc)
  2\t2 (esc)
  $ hexapla align --segmented -v --dictionary none t.en.txt t.nl.txt -f beads | sed -n '1s/\t.*//p'
  hexapla: t.en.txt: note: read as UTF-8, as its bytes are
  hexapla: t.nl.txt: note: read as UTF-8, as its bytes are
  en

Others are named; hunalign's has the target first.

  $ printf 'Vogels @ birds\nzingen @ sing\n' > hunalign.dic
  $ printf 'en\tnl\npurr\tspinnen\n' > words.tsv
  $ hexapla align --segmented -v t.en.txt t.nl.txt --dictionary hunalign.dic \
  >   --dictionary words.tsv --dictionary en-nl=hunalign.dic -o a.tmx
  hexapla: t.en.txt: note: read as UTF-8, as its bytes are
  hexapla: t.nl.txt: note: read as UTF-8, as its bytes are
  hexapla: */dictd/freedict-eng-nld.index: note: 2 pairs of words (glob)
  hexapla: hunalign.dic: note: 2 pairs of words
  hexapla: words.tsv: note: 1 pair of words
  hexapla: hunalign.dic: note: 2 pairs of words
  $ gzip -c hunalign.dic > packed.DIC.gz
  $ hexapla align --segmented -v t.en.txt t.nl.txt --dictionary packed.DIC.gz -o b.tmx 2>&1 |
  >   tail -1
  hexapla: packed.DIC.gz: note: 2 pairs of words

A table that names no languages is in those before it; what it has would else be
lost, which is said. A memory teaches, too.

  $ printf 'birds\tvogels\nto sing softly\tzingen\n' > plain.tsv
  $ hexapla align --segmented -v t.en.txt t.nl.txt -o b.tmx \
  >   --dictionary en-nl=plain.tsv --dictionary nl-en=words.tsv 2>&1 | tail -2
  hexapla: plain.tsv: note: 3 pairs of words
  hexapla: words.tsv: note: 1 pair of words
  $ hexapla align --segmented t.en.txt t.nl.txt -o b.tmx --dictionary plain.tsv
  hexapla: plain.tsv: warning: nothing in two languages that it names; en-nl=FILE tells those of a table
  $ printf 'nl\ten\nvogels\tbirds\nDe vogels zingen zacht.\tThe birds sing softly.\n' > memory.tsv
  $ hexapla align --segmented -v t.en.txt t.nl.txt -o b.tmx --dictionary en-nl=memory.tsv 2>&1 |
  >   tail -1
  hexapla: memory.tsv: note: 1 pair of words, and 1 text to learn from
  $ echo 'birds vogels' > bad.tsv
  $ hexapla align t.en.txt t.nl.txt --dictionary en-nl=bad.tsv
  hexapla: bad.tsv:1:1: a line without a tab between source and target
  [3]
  $ hexapla align t.en.txt t.nl.txt --dictionary gone.dic
  hexapla: gone.dic: no such file or directory
  [3]

One that nobody asked for and that is broken does not stop the work.

  $ echo broken > dictd/freedict-nld-eng.index
  $ cp dictd/freedict-eng-nld.dict dictd/freedict-nld-eng.dict
  $ hexapla align --segmented t.en.txt t.nl.txt -o a.tmx
  hexapla: */dictd/freedict-nld-eng.index: warning: not used: no line of an index: a word, offset and size, with tabs between (glob)
  $ rm dictd/freedict-nld-eng.*

What the texts taught can be kept, and used for others.

  $ hexapla align --segmented t.en.txt t.nl.txt -o a.tmx --save-lexicon l
  $ head -2 l
  hexapla-lexicon 1
  en\tnl (esc)
  $ hexapla align --segmented t.en.txt t.nl.txt --lexicon l -f beads | wc -l
  4
  $ hexapla align --segmented t.en.txt t.nl.txt --lexicon t.en.txt -o a.tmx
  hexapla: t.en.txt:1:1: no lexicon: line 1 is not "hexapla-lexicon 1"
  [3]
  $ sed 's/-lexicon 1/-lexicon 2/' l > later
  $ hexapla align --segmented t.en.txt t.nl.txt --lexicon later -o a.tmx
  hexapla: later:1:1: a lexicon of another version of Hexapla: write it again with --save-lexicon
  [3]
  $ hexapla align --segmented t.en.txt t.nl.txt --save-lexicon a.tmx -o a.tmx
  hexapla: --save-lexicon and --output name one file
  try 'hexapla align --help'
  [2]
  $ hexapla align --segmented t.en.txt t.nl.txt --save-lexicon -
  hexapla: --save-lexicon needs a file
  try 'hexapla align --help'
  [2]

What has nothing about the languages of the texts is told of, if it was named.

  $ hexapla align --segmented en=t.en.txt de=t.nl.txt -o a.tmx --lexicon l \
  >   --dictionary memory.tsv --dictionary fr-nl=hunalign.dic
  hexapla: memory.tsv: warning: nothing in it about the languages of the texts
  hexapla: hunalign.dic: warning: nothing in it about the languages of the texts
  hexapla: l: warning: nothing in it about the languages of the texts
  $ hexapla align --segmented -v en-GB=t.en.txt nl-BE=t.nl.txt -o a.tmx --lexicon l 2>&1 |
  >   sed -n 's/[0-9]* pairs/N pairs/p' | tail -1
  hexapla: l: note: N pairs of beginnings of words

It has when pages, not names, tell that these are their languages.

  $ (echo '<html lang=en>' && sed 's/^/<p>/' t.en.txt) > en-page.html
  $ (echo '<html lang=nl>' && sed 's/^/<p>/' t.nl.txt) > nl-page.html
  $ hexapla align en-page.html nl-page.html -o a.tmx --lexicon l

Articles that gzip packed, or that come through a pipe, cannot be read in parts:
they are read whole.

  $ gzip -c dictd/freedict-eng-nld.dict > packed
  $ cp packed dictd/freedict-eng-nld.dict
  $ hexapla align --segmented -v t.en.txt t.nl.txt -f beads 2>&1 | grep -o 'nld.index: .*'
  nld.index: note: 2 pairs of words
  $ echo 'not looked at beside one that is unpacked' > dictd/freedict-eng-nld.dict.dz
  $ hexapla align --segmented -v t.en.txt t.nl.txt -f beads 2>&1 | grep -o 'nld.index: .*'
  nld.index: note: 2 pairs of words
  $ rm dictd/freedict-eng-nld.dict dictd/freedict-eng-nld.dict.dz && mkfifo dictd/freedict-eng-nld.dict
  $ zcat packed > dictd/freedict-eng-nld.dict &
  $ hexapla align --segmented -v t.en.txt t.nl.txt -f beads 2>&1 | grep -o 'nld.index: .*'
  nld.index: note: 2 pairs of words
