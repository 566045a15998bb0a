To a table and back.

  $ hexapla align -q "$TMX/article.en.txt" "$TMX/article.fr.txt" -o a.tmx
  $ hexapla convert a.tmx a.tsv
  hexapla: warning: 26 notes and properties left out
  $ head -2 a.tsv
  en\tfr (esc)
  Belgian Parliament declares Uyghurs at risk of Genocide\tLe Parlement belge d\xc3\xa9clare les Ou\xc3\xafghours en danger de g\xc3\xa9nocide (esc)
  $ hexapla convert a.tsv b.tmx
  $ hexapla convert b.tmx b.tsv
  $ cmp a.tsv b.tsv

The output by -o, from standard input, to standard output.

  $ hexapla convert b.tmx -o c.tsv && cmp a.tsv c.tsv
  $ hexapla convert - --format tsv < b.tmx | cmp a.tsv -
  $ hexapla convert --input-format tmx -f tsv b.tmx | cmp a.tsv -

What a table cannot hold is told once.

  $ hexapla convert "$TMX/inline-codes.tmx" codes.tsv
  hexapla: warning: 28 inline codes left out
  hexapla: warning: 5 notes and properties left out
  hexapla: warning: 6 ids, dates and other attributes left out
  $ hexapla convert -q "$TMX/inline-codes.tmx" codes.tsv

TMX to TMX loses nothing that its reader reads.

  $ hexapla convert "$TMX/with-notes.tmx" one.tmx
  $ hexapla convert one.tmx two.tmx
  $ cmp one.tmx two.tmx

Onto the input.

  $ cp a.tmx same.tmx
  $ hexapla convert same.tmx -o same.tmx
  $ hexapla convert same.tmx -f tsv | cmp a.tsv -
  hexapla: warning: 26 notes and properties left out

JSON lines lose nothing at all.

  $ hexapla convert "$TMX/inline-codes.tmx" codes.jsonl
  $ hexapla convert codes.jsonl codes.tmx
  $ hexapla convert "$TMX/inline-codes.tmx" -f tmx | cmp codes.tmx -

CSV, with columns of one's own.

  $ printf 'a, b\tA\nc\tC\n' | sed '1i en\tnl-BE' > d.tsv
  $ hexapla convert d.tsv d.csv
  $ tr -d '\r' < d.csv
  en,nl-BE
  "a, b",A
  c,C
  $ hexapla convert d.csv --from nl --to en --columns target,source,note -f csv
  hexapla: d.csv:2:1: 2 columns; there should be 3
  [3]
  $ hexapla convert --no-header --columns en,nl,x d.csv -f tsv
  hexapla: d.csv:1:1: 2 columns; there should be 3
  [3]
  $ hexapla convert d.tsv -f csv --from nl --columns target,source,note |
  > tr -d '\r'
  target,source,note
  "a, b",A,
  c,C,

Texts whose lines translate one another.

  $ hexapla convert -f moses d.tsv --from en --to nl -o text
  $ tail -n 2 text.*
  ==> text.en <==
  a, b
  c
  
  ==> text.nl <==
  A
  C
  $ hexapla convert text.en text.nl -o e.tsv && cat e.tsv
  en\tnl (esc)
  a, b\tA (esc)
  c\tC (esc)
  $ hexapla convert --input-format moses text.en nl-BE=text.nl e.tsv
  $ cmp e.tsv d.tsv
  $ echo >> text.en
  $ hexapla convert text.en text.nl -o e.tsv
  hexapla: text.en:3:1: text.nl has only 2 lines
  [3]
  $ printf '\n\n' >> text.nl
  $ hexapla convert text.en text.nl -o e.tsv
  hexapla: text.nl:4:1: text.en has only 3 lines
  [3]
  $ echo >> text.en
  $ hexapla convert text.en text.nl -o e.tsv
  hexapla: text.en:3:1: warning: 2 lines are empty; this is the first
  hexapla: text.nl:3:1: warning: 2 lines are empty; this is the first

To XLIFF and back, also from its content alone.

  $ hexapla convert "$TMX/inline-codes.tmx" --to nl codes.xlf
  hexapla: warning: 2 inline codes left out
  hexapla: warning: 5 further variants left out
  $ hexapla convert codes.xlf codes.tmx
  $ hexapla convert codes.tmx -f xliff | cmp codes.xlf -
  hexapla: codes.tmx:32:5: warning: the unit has one variant only
  hexapla: codes.tmx:38:5: warning: the unit has one variant only
  hexapla: codes.tmx:43:5: warning: the unit has one variant only
  $ hexapla convert -q codes.tmx -f xliff2 | hexapla convert - -f jsonl | wc -l
  7

To PO and back.

  $ hexapla convert -q "$TMX/with-notes.tmx" --to nl notes.po
  $ hexapla convert notes.po -f po | cmp notes.po -

Wrong usage.

  $ hexapla convert
  hexapla: convert takes one input and one output
  try 'hexapla convert --help'
  [2]
  $ hexapla convert a.tmx b.tmx c.tmx
  hexapla: convert takes one input and one output
  try 'hexapla convert --help'
  [2]
  $ hexapla convert a.tmx a.docx
  hexapla: which format? 'a.docx' does not tell; --format does
  try 'hexapla convert --help'
  [2]
  $ hexapla convert a.tmx
  hexapla: which format? 'standard output' does not tell; --format does
  try 'hexapla convert --help'
  [2]
  $ hexapla convert a.tmx -f docx
  hexapla: there is no unit format 'docx'
  try 'hexapla convert --help'
  [2]
  $ hexapla convert --input-format docx a.tmx b.tsv
  hexapla: there is no unit format 'docx'
  try 'hexapla convert --help'
  [2]
  $ hexapla convert a.tmx b.tmx -o c.tsv
  hexapla: convert takes one input and one output
  try 'hexapla convert --help'
  [2]
  $ hexapla convert -f moses a.tmx -o text
  hexapla: moses holds two languages; --from and --to name them
  try 'hexapla convert --help'
  [2]
  $ hexapla convert -f moses a.tmx --from en --to nl
  hexapla: moses is two texts; -o NAME says what their names begin with
  try 'hexapla convert --help'
  [2]
  $ hexapla convert text.en text -o c.tsv
  hexapla: text: in which language? name it text.nl, or give nl=text
  try 'hexapla convert --help'
  [2]
  $ hexapla convert --input-format moses text.en -o c.tsv
  hexapla: moses is two texts or more: convert text.en text.nl -o FILE
  try 'hexapla convert --help'
  [2]
  $ hexapla convert a.tmx -f csv --from english
  hexapla: 'english' is no language tag
  try 'hexapla convert --help'
  [2]

TMX without inline codes, and without what is not part of TMX 1.4.

  $ cat > codes.tmx << 'END'
  > <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="block" o-tmf="t" adminlang="en" srclang="en" datatype="xml"/><body>
  > <tu own="1" creationdate="2020-01-31T09:00:00+01:00"><tuv xml:lang="en"><seg>a <ph>x</ph><hi>b</hi> <b>c</b></seg></tuv><tuv xml:lang="fr"><seg>d</seg></tuv></tu></body></tmx>
  > END
  $ hexapla convert codes.tmx --level1 -f tmx -o - 2> said | grep 'seg'
    <header creationtool="t" creationtoolversion="1" segtype="block" o-tmf="t" adminlang="en" srclang="en" datatype="xml"/>
          <seg>a b c</seg>
          <seg>d</seg>
  $ tail -1 said
  hexapla: warning: 3 inline codes left out
  $ hexapla convert codes.tmx --strict -f tmx -o - 2> said | grep '<tu \|seg'
    <header creationtool="t" creationtoolversion="1" segtype="block" o-tmf="t" adminlang="en" srclang="en" datatype="xml"/>
      <tu creationdate="20200131T080000Z">
          <seg>a <ph>x</ph><hi>b</hi> c</seg>
          <seg>d</seg>
  $ tail -2 said
  hexapla: warning: 1 inline code left out
  hexapla: warning: 1 id, date or other attribute left out

A language that XLIFF does not tell is "und" in TMX, which wants one.

  $ cat > none.xlf << 'END'
  > <xliff version="1.2"><file original="a" source-language="en" datatype="x">
  > <body><trans-unit id="1"><source>A</source><target>B</target></trans-unit>
  > </body></file></xliff>
  > END
  $ hexapla convert -q none.xlf none.tmx
  $ grep -o 'xml:lang="[^"]*"' none.tmx
  xml:lang="en"
  xml:lang="und"
  $ hexapla validate -q none.tmx
