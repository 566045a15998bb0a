Four versions of the article: the rows of gold-beads.tsv, in its order.

  $ cd "$TMX"
  $ hexapla align article.en.txt article.nl.txt article.fr.txt article.de.txt \
  >   -f beads -o "$CRAMTMP/article.beads"
  $ cd "$CRAMTMP"
  $ grep -v '^#' "$ROOT/tests/cases/article/gold-beads.tsv" > gold
  $ cut -f 1-4 article.beads | diff gold -
  $ cut -f 5 article.beads | grep -cvE '^(confidence|[01]\.[0-9]{4})$'
  0
  [1]

The memory: one unit for each bead, the segments of a side as they stood.

  $ hexapla align "$TMX/article.en.txt" "$TMX/article.nl.txt" -o a.tmx
  $ sed -n '1,4p' a.tmx
  <?xml version="1.0" encoding="UTF-8"?>
  <tmx version="1.4">
    <header creationtool="hexapla" creationtoolversion="0.1.0" segtype="sentence" o-tmf="hexapla" adminlang="en" srclang="en" datatype="plaintext"/>
    <body>
  $ grep -c '<tu>\|<tu ' a.tmx
  14
  $ grep -o 'creationdate="[^"]*"' a.tmx
  [1]
  $ SOURCE_DATE_EPOCH=86400 hexapla align "$TMX/article.en.txt" \
  >   "$TMX/article.nl.txt" | grep -o 'creationdate="[^"]*"' | sort -u
  creationdate="19700102T000000Z"
  $ hexapla align --dates "$TMX/article.en.txt" "$TMX/article.nl.txt" |
  >   grep -oE 'creationdate="20[0-9]{6}T[0-9]{6}Z"' | sort -u | wc -l
  1

The same again is the same, to the byte.

  $ hexapla align "$TMX/article.en.txt" "$TMX/article.nl.txt" -o b.tmx
  $ cmp a.tmx b.tmx

The format: by --format, by the extension, else TMX.

  $ hexapla align "$TMX/article.en.txt" "$TMX/article.nl.txt" -o a.tsv
  $ head -1 a.tsv
  en\tnl (esc)
  $ hexapla align "$TMX/article.en.txt" "$TMX/article.nl.txt" -o a.json
  $ python3 -c '
  > import json
  > whole = json.load(open("a.json"))
  > print(sorted(whole), whole["languages"], sorted(whole["beads"][0]))'
  ['beads', 'languages'] ['en', 'nl'] ['confidence', 'sides']
  $ hexapla align "$TMX/article.en.txt" "$TMX/article.nl.txt" -f docx
  hexapla: there is no unit format 'docx'
  try 'hexapla align --help'
  [2]

Segmented texts: every line counts, also an empty one.

  $ printf 'The house is red.\n\nThe year 1984 was warm.\nGoodbye, Anna.\n' > s.en.txt
  $ printf 'Het huis is rood.\n\nHet jaar 1984 was warm.\nVaarwel, Anna.\n' > s.nl.txt
  $ hexapla align --segmented -f beads s.en.txt s.nl.txt | cut -f 1,2
  en\tnl (esc)
  0\t0 (esc)
  1\t1 (esc)
  2\t2 (esc)
  3\t3 (esc)

What has no translation is left out of TMX, and said; lists have it.

  $ printf 'Only in English, a sentence which nobody has put into any other tongue at all.\n' > extra
  $ { cat s.en.txt; cat extra; } > t.en.txt
  $ hexapla align --segmented t.en.txt s.nl.txt -o t.tmx
  hexapla: note: 1 bead without a translation left out; --keep-unaligned writes them
  $ grep -c 'nobody' t.tmx
  0
  [1]
  $ hexapla align --segmented t.en.txt s.nl.txt -q --keep-unaligned | grep -c 'nobody'
  1
  $ hexapla align --segmented -f beads t.en.txt s.nl.txt | cut -f 1,2 | tail -1
  4\t- (esc)
  $ hexapla align --segmented --min-confidence 1 s.en.txt s.nl.txt -f tsv
  hexapla: note: 4 beads below the confidence left out
  en\tnl (esc)

What is sure and what needs a person: every segment stands in one of the two.

  $ hexapla align --segmented --min-confidence 0.5 t.en.txt s.nl.txt -o sure.tmx --review rest.tmx
  hexapla: note: 1 bead for review in rest.tmx
  $ grep -c '<seg>' sure.tmx rest.tmx
  sure.tmx:6
  rest.tmx:1
  $ grep -h -o 'en:[0-9]*' sure.tmx rest.tmx
  en:0
  en:2
  en:3
  en:4
  $ hexapla align --segmented --min-confidence 1 -o no.beads t.en.txt s.nl.txt --review rest.tsv
  hexapla: note: 5 beads for review in rest.tsv
  $ cat no.beads
  en\tnl\tconfidence (esc)
  $ cut -f 2 rest.tsv
  nl
  Het huis is rood.
  Het jaar 1984 was warm.
  Vaarwel, Anna.
  
  $ hexapla align --segmented --keep-unaligned -q t.en.txt s.nl.txt -o all.beads --review none.tsv
  $ wc -l < all.beads
  6
  $ cat none.tsv
  en\tnl (esc)
  $ hexapla align --segmented s.en.txt s.nl.txt -o a.ladder --review rest.tsv
  hexapla: a ladder cannot leave beads out: --review takes another format
  try 'hexapla align --help'
  [2]
  $ hexapla align --segmented s.en.txt s.nl.txt -o a.tmx --review a.tmx
  hexapla: --review and --output name one file
  try 'hexapla align --help'
  [2]
  $ hexapla align --segmented t.en.txt s.nl.txt -o never.tmx --review gone/rest.tmx
  hexapla: gone/rest.tmx: no such file or directory
  [4]
  $ test ! -e never.tmx

Beads that a person accepted come back, the rest fits in between.

  $ printf 'nl\ten\n3\t2\n' > accepted
  $ hexapla align --segmented -f beads s.en.txt s.nl.txt --fixed accepted | sed 's/0\.[0-9]*$/N/'
  en\tnl\tconfidence (esc)
  0\t0\tN (esc)
  1\t1\tN (esc)
  -\t2\tN (esc)
  2\t3\t1.0000 (esc)
  3\t-\tN (esc)
  $ hexapla align --segmented s.en.txt s.nl.txt -q -o all.ladder
  $ hexapla align --segmented s.en.txt s.nl.txt -f beads --fixed all.ladder | cut -f 3 | sort -u
  1.0000
  confidence
  $ gzip -k all.ladder
  $ hexapla align --segmented s.en.txt s.nl.txt -f beads --fixed all.ladder.gz | cut -f 3 | sort -u
  1.0000
  confidence
  $ hexapla align --segmented s.en.txt s.nl.txt -q -o all.tmx
  $ gzip -k all.tmx
  $ hexapla align --segmented s.en.txt s.nl.txt -f beads --fixed all.tmx.gz | grep -c 1.0000
  3
  $ for format in ladder vecalign ces tmx beads; do
  >   hexapla align --segmented s.en.txt s.nl.txt -q -f $format -o plain.txt
  >   hexapla align --segmented s.en.txt s.nl.txt -f beads --fixed plain.txt | grep -c '[0-9].*1.0000'
  > done | uniq -c | tr -s ' '
   3 4
   1 3
   1 4
  $ sed -n '/<tu>/,/<\/tu>/!p' all.tmx > none.tmx
  $ hexapla align --segmented s.en.txt s.nl.txt -f beads --fixed none.tmx
  hexapla: none.tmx: no property x-hexapla-segments says which segments of which languages the units join
  [3]
  $ sed 's/en:2/en:2-/' all.tmx > broken.tmx
  $ hexapla align --segmented s.en.txt s.nl.txt -f beads --fixed broken.tmx
  hexapla: broken.tmx:15:5: "2-" is no list of segment numbers
  [3]
  $ printf 'nl\ten\n3\t2\n2\t3\n' > accepted
  $ hexapla align --segmented s.en.txt s.nl.txt --fixed accepted
  hexapla: accepted:3:1: segment 2 does not follow; the next can be 4
  [3]
  $ printf 'nl\ten\n3\t2\n-\t3,4\n' > accepted
  $ hexapla align --segmented s.en.txt s.nl.txt --fixed accepted
  hexapla: accepted:3:1: segment 4 is not there: the text in en has 4, the first of them 0
  [3]
  $ printf 'de\ten\n' > accepted
  $ hexapla align --segmented s.en.txt s.nl.txt --fixed accepted
  hexapla: accepted:1:1: no column is in nl
  [3]
  $ hexapla align -q --segmented s.en.txt s.nl.txt de=extra --fixed all.ladder
  hexapla: all.ladder: beads of 2 languages, but there are 3 files
  [3]

Vectors of segments decide where words do not: German has one more in front.

  $ for n in a b c d e f g h; do echo "Xa$n ya$n." >> v.en.txt; done
  $ for n in i a b c d e f g h; do echo "Ze$n ve$n." >> v.de.txt; done
  $ cat > vectors.py <<'END'
  > import struct
  > one = lambda n: [float(k == n) for k in range(9)]
  > def put(name, rows):
  >     open(name, "wb").write(b"".join(struct.pack("<9f", *one(n)) for n in rows))
  > put("v.en.emb", range(8))
  > put("v.de.emb", [8, *range(8)])
  > put("o.de.emb", [*range(8), 8, 8])
  > END
  $ python3 vectors.py
  $ hexapla align -q --segmented v.en.txt v.de.txt --embeddings v.en.emb --embeddings v.de.emb \
  >   -f beads | cut -f 1,2 > found
  $ seq 0 7 | awk 'BEGIN { print "en\tde\n-\t0" } { print $1 "\t" $1 + 1 }' | diff - found
  $ hexapla align -q --segmented v.en.txt v.de.txt --embeddings v.en.emb --embeddings v.de.emb \
  >   --explain=2 | grep -o 'their cosine is .*'
  their cosine is 1.00
  $ { sed 1d v.de.txt; sed -n 1p v.de.txt; sed -n 1,2p v.de.txt | paste -sd ' '; } > o.de.txt
  $ hexapla align -q --segmented v.en.txt v.de.txt --embeddings v.en.emb --embeddings de=o.de.emb \
  >   --overlaps o.de.txt -f beads | cut -f 1,2 | diff found -
  $ hexapla align -q --segmented v.en.txt v.de.txt --embeddings en=o.de.emb
  hexapla: o.de.emb: 360 bytes are not 8 vectors of numbers of 4 bytes
  [3]
  $ hexapla align -q --segmented v.en.txt v.de.txt --embeddings v.en.emb --embeddings de=o.de.emb
  hexapla: the vectors of de have 10 numbers, those of en 9
  [3]
  $ hexapla align --segmented v.en.txt v.de.txt --embeddings fr=v.en.emb
  hexapla: v.en.emb: no file is in fr
  try 'hexapla align --help'
  [2]
  $ hexapla align --segmented v.en.txt v.de.txt --embeddings v
  hexapla: v: vectors in which language? name them text.nl.npy, or give nl=v
  try 'hexapla align --help'
  [2]

What lies between boundaries is aligned there; they are in lists, not in memories.

  $ printf 'One.\nTwo.\n.EOA\nThree.\n<p>\nFour.\n' > b.en.txt
  $ printf 'Een.\n.EOA\nTwee.\nDrie.\n<p>\nVier.\n' > b.nl.txt
  $ hexapla align --segmented b.en.txt b.nl.txt -f beads | grep 1.0000
  2\t1\t1.0000 (esc)
  4\t4\t1.0000 (esc)
  $ hexapla align -q --segmented b.en.txt b.nl.txt --keep-unaligned -f tsv | grep -c '[.<][Ep]'
  0
  [1]
  $ printf 'Five.\n' >> b.nl.txt
  $ printf '<p>\n' >> b.nl.txt
  $ hexapla align --segmented b.en.txt b.nl.txt -f beads | grep -c 1.0000
  hexapla: b.nl.txt:3: warning: 2 lines <p> from here on, but 1 in b.en.txt; they bound nothing here
  1
  $ printf 'en\tnl\n1,2\t1\n' > accepted
  $ hexapla align -q --segmented b.en.txt b.nl.txt --fixed accepted
  hexapla: accepted:2:1: the bead crosses the boundary that is segment 2 in en
  [3]
  $ printf '.EOA\n' >> b.nl.txt
  $ hexapla align --segmented b.en.txt b.nl.txt
  hexapla: b.nl.txt: 2 lines .EOA, but 1 in b.en.txt: articles cannot be matched
  [3]

For people: a table.

  $ hexapla align --segmented -f table s.en.txt s.nl.txt | sed 's/[01]\.[0-9]*/N/'
  bead 1  N
    en    0       The house is red.
    nl    0       Het huis is rood.
  
  bead 2  N
    en    1       
    nl    1       
  
  bead 3  N
    en    2       The year 1984 was warm.
    nl    2       Het jaar 1984 was warm.
  
  bead 4  N
    en    3       Goodbye, Anna.
    nl    3       Vaarwel, Anna.

Why beads are what they are.

  $ hexapla align --segmented --explain=3 s.en.txt s.nl.txt --dictionary none |
  >   grep -oE '^bead 3|en-nl +lengths|18 letters against 18|warm \(|numbers +1984|1 to 1$|marks.*'
  bead 3
  en-nl    lengths
  18 letters against 18
  warm (
  numbers             1984
  1 to 1
  marks        +0.27  a letter ... a stop
  $ printf 'The house is red. The old tree\nhas green leaves.\n' > m.en.txt
  $ printf 'Het huis is rood.\nDe oude boom heeft groene bladeren.\n' > m.nl.txt
  $ printf 'en\tnl\n0,1\t0,1\n' > accepted
  $ hexapla align --segmented --explain --fixed accepted m.en.txt m.nl.txt | grep -o 'border.*'
  border       +1.* (glob)
  $ hexapla align --segmented --explain t.en.txt s.nl.txt | tail -1
    nothing that stands beside it fits well enough
  $ printf '# House\n\nThe *red* house.\n\n- A tree\n' > d.en.md
  $ printf '<h2>Huis</h2><p>Het <i>rode</i> huis.<ul><li>Een boom</ul>' > d.nl.html
  $ hexapla align -q --explain d.en.md d.nl.html --dictionary none | grep -o 'structure .*'
  structure    +0.66  heading 1 against heading 2
  structure    +1.03  text against text
  structure    +0.70  item 1 against item 1
  $ hexapla align --segmented --explain=9 s.en.txt s.nl.txt
  hexapla: there is no bead 9 to explain: there are 4
  [2]
  $ hexapla align --segmented --explain=x s.en.txt s.nl.txt
  hexapla: --explain= takes a number from 1
  try 'hexapla align --help'
  [2]
  $ hexapla align --segmented --explain -f tmx s.en.txt s.nl.txt
  hexapla: --explain writes a table, not 'tmx'
  try 'hexapla align --help'
  [2]

For other programs: hunalign's ladder and text, Vecalign's lists, cesAlign.

  $ hexapla align --segmented s.en.txt s.nl.txt -o a.ladder
  $ cut -f 1,2 a.ladder
  0\t0 (esc)
  1\t1 (esc)
  2\t2 (esc)
  3\t3 (esc)
  4\t4 (esc)
  $ hexapla align --segmented s.en.txt s.nl.txt -f ladder-text | sed -n 4p | cut -f 1,2
  Goodbye, Anna.\tVaarwel, Anna. (esc)
  $ hexapla align --segmented s.en.txt s.nl.txt -f vecalign | sed -n 2p | cut -d : -f 1,2
  [1]:[1]
  $ hexapla align --segmented s.en.txt s.nl.txt -f ces | grep -o 'xtargets="[^"]*"'
  xtargets="s1;s1"
  xtargets="s2;s2"
  xtargets="s3;s3"
  xtargets="s4;s4"
  $ hexapla align "$TMX"/article.en.txt "$TMX"/article.nl.txt "$TMX"/article.fr.txt -f ladder
  hexapla: the format 'ladder' takes two files
  try 'hexapla align --help'
  [2]

A text in another language than it says, and the same text twice.

  $ hexapla align nl=$TMX/article.en.txt $TMX/article.fr.txt -o a.tmx
  hexapla: */article.en.txt: warning: the text is hardly in nl; is that its language? (glob)
  $ hexapla align -q nl=$TMX/article.en.txt $TMX/article.fr.txt -o a.tmx
  $ hexapla align en-GB=$TMX/article.en.txt en-US=$TMX/article.en.txt -f beads > same
  $ cut -f 1,2 same | awk '$1 != $2' 
  en-GB\ten-US (esc)
  $ awk 'NR > 1 && $3 < 0.9' same

One segment, and a thousand.

  $ seq 1000 | sed 's/^/This is line /' > many.nl.txt
  $ echo 'This is line 7' > one.en.txt
  $ hexapla align -q --segmented one.en.txt many.nl.txt -f beads | cut -f 2 | tr ',' '\n' |
  >   sed 1d | grep -vx - > had
  $ seq 0 999 | diff - had

Wrong usage, and nothing to align.

  $ hexapla align s.en.txt
  hexapla: align needs two files or more: the source first, then its translations
  try 'hexapla align --help'
  [2]
  $ hexapla align s.en.txt en=s.nl.txt
  hexapla: s.nl.txt: another file is in en already
  try 'hexapla align --help'
  [2]
  $ hexapla align s.en.txt EN=s.nl.txt
  hexapla: s.nl.txt: another file is in en already
  try 'hexapla align --help'
  [2]
  $ : > empty.fr.txt
  $ hexapla align s.en.txt empty.fr.txt -o never.tmx
  hexapla: empty.fr.txt: nothing to align: the file is empty
  [3]
  $ test ! -e never.tmx

What the message says is true of the review, too: its name tells its format.

  $ hexapla align "$TMX/article.en.txt" "$TMX/article.nl.txt" -f tsv --review r.xyz
  hexapla: --review: which format? The name 'r.xyz' does not tell, as .tsv or .tmx would
  try 'hexapla align --help'
  [2]
  $ printf 'One.' | hexapla align en=- nl=-
  hexapla: only one text can be standard input
  try 'hexapla align --help'
  [2]

What a format cannot hold of the texts is said, once:

  $ printf '<p>One <b>bold</b> word.</p>' > codes.en.html
  $ printf '<p>Een <b>vet</b> woord.</p>' > codes.nl.html
  $ printf '<p>Un mot <b>gras</b>.</p>' > codes.fr.html
  $ hexapla align codes.en.html codes.nl.html codes.fr.html -o codes.xlf
  hexapla: warning: 1 further variant left out
  $ hexapla align codes.en.html codes.nl.html -o codes.tsv
  hexapla: warning: 4 inline codes left out
  $ hexapla align codes.en.html codes.nl.html -q -o codes.tsv
  $ hexapla align codes.en.html codes.nl.html -o codes.tmx

Lines "<p>" that cannot bound paragraphs, since the files do not have as many,
are no text.

  $ printf 'The cat sat on the mat.\n<p>\nA dog barked.\n' > mark.en.txt
  $ printf 'De kat zat op de mat.\nEen hond blafte.\n' > mark.nl.txt
  $ hexapla align --segmented mark.en.txt mark.nl.txt -f tsv
  hexapla: mark.nl.txt:1: warning: 0 lines <p> from here on, but 1 in mark.en.txt; they bound nothing here
  en\tnl (esc)
  The cat sat on the mat.\tDe kat zat op de mat. (esc)
  A dog barked.\tEen hond blafte. (esc)

A name that is a language tells it.

  $ mkdir named && cp mark.en.txt named/en.txt && cp mark.nl.txt named/nl_BE.txt
  $ hexapla align -q --segmented named/en.txt named/nl_BE.txt -f tsv | head -1
  en\tnl-BE (esc)
  $ cp mark.nl.txt named/nld.txt
  $ hexapla align --segmented named/en.txt named/nld.txt
  hexapla: named/nld.txt: in which language? name it article.nl.txt, or give nl=named/nld.txt
  try 'hexapla align --help'
  [2]

Vectors of one text alone are of no use, nor are overlaps without vectors.

  $ hexapla align -q --segmented v.en.txt v.de.txt --embeddings v.en.emb
  hexapla: --embeddings: vectors of one text alone cannot be compared; give those of another one, too
  try 'hexapla align --help'
  [2]
  $ hexapla align -q --segmented v.en.txt v.de.txt --overlaps o.de.txt
  hexapla: --overlaps: not each is of a language that --embeddings gives vectors of
  try 'hexapla align --help'
  [2]

So many languages in one file are too many; none is left out silently.

  $ { printf '<tmx version="1.4"><header creationtool="a"'
  >   printf ' creationtoolversion="b" segtype="block" o-tmf="c"'
  >   printf ' adminlang="en" srclang="en" datatype="d"/><body><tu>\n'
  >   for a in a b c d e; do
  >     for b in a b c d e f g h i j k l m; do
  >       printf '<tuv xml:lang="%s%s"><seg>x</seg></tuv>\n' $a $b
  >     done
  >   done
  >   printf '</tu></body></tmx>\n'; } > many.tmx
  $ hexapla align many.tmx
  hexapla: many.tmx:66:1: more than 64 languages in one file are not aligned
  [3]
