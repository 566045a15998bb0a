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
