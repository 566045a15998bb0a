The units that are as the options say.

  $ printf 'en\tnl\nOne house\tEen huis\nTwo houses\tTwee huizen\nX\t\n' > a.tsv
  $ hexapla select a.tsv --match-source 'house\b' -f tsv
  en\tnl (esc)
  One house\tEen huis (esc)
  hexapla: 1 of 3 units selected
  $ hexapla select -q a.tsv -i --match-target HUI --max-length 10 -f tsv
  en\tnl (esc)
  One house\tEen huis (esc)
  $ hexapla select -q a.tsv -l nl -v -f tsv
  en\tnl (esc)
  X\t (esc)
  $ hexapla select "$TMX/with-notes.tmx" --prop domain=law --since 2024-02-01 |
  >   grep -c '<tu '
  hexapla: 1 of 2 units selected
  1
  $ hexapla select -q "$TMX/with-notes.tmx" --lang fr --only-lang | grep lang=
    <header creationtool="hexapla" creationtoolversion="0.1.0" segtype="sentence" o-tmf="hexapla" adminlang="en" srclang="*all*" datatype="plaintext" o-encoding="windows-1252" creationdate="20240131T093000Z" creationid="anna" changedate="20240202T160000Z" changeid="ben">
      <note xml:lang="en">A small memory that shows everything a unit can carry beside its text.</note>
      <tu tuid="title" srclang="*all*" segtype="phrase">
        <tuv xml:lang="fr">

Everything in them stays.

  $ hexapla select -q "$TMX/inline-codes.tmx" | cmp "$TMX/inline-codes.tmx"

Wrong usage.

  $ hexapla select
  hexapla: select takes one FILE; - is standard input
  try 'hexapla select --help'
  [2]
  $ hexapla select a.tsv a.tsv
  hexapla: select takes one FILE; - is standard input
  try 'hexapla select --help'
  [2]
  $ hexapla select a.tsv --match '('
  hexapla: '(' is no regular expression, at character 1
  try 'hexapla select --help'
  [2]
  $ hexapla select a.tsv --since yesterday
  hexapla: 'yesterday' is no date such as 2024-01-31
  try 'hexapla select --help'
  [2]
  $ hexapla select a.tsv --prop 'quality>=good'
  hexapla: 'good' is no number
  try 'hexapla select --help'
  [2]
  $ hexapla select a.tsv --max-length long
  hexapla: --max-length takes a whole number
  try 'hexapla select --help'
  [2]
  $ hexapla select a.tsv --max-ratio -1
  hexapla: --max-ratio takes a number
  try 'hexapla select --help'
  [2]
  $ hexapla select a.tsv --only-lang
  hexapla: --only-lang needs --lang, and no --invert
  try 'hexapla select --help'
  [2]
  $ hexapla select nothing.tsv
  hexapla: nothing.tsv: no such file or directory
  [3]

An expression that would take for ever.

  $ printf 'en\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n' > slow.tsv
  $ hexapla select slow.tsv -m '(a+a+)+b' -o slow.tmx; test -e slow.tmx
  hexapla: the regular expression takes too long on a text
  [1]
