The tags of a memory, and what was meant by them.

  $ printf 'EN-us\tnl_be\tGerman\tKlingonish\na\tb\tc\td\n' > a.tsv
  $ hexapla languages a.tsv
  language    normalised  texts
  EN-us       en-US           1
  nl_be       nl-BE           1
  German      de              1
  Klingonish  ?               1

Codes that no registry has are those that people mix up with others.

  $ printf 'en-UK\tjp-JP\tzh-CHS\txx-klingon\na\tb\tc\td\n' > b.tsv
  $ hexapla languages b.tsv
  language    normalised  texts
  en-UK       en-GB           1
  jp-JP       ja-JP           1
  zh-CHS      zh-Hans         1
  xx-klingon  xx-klingon      1

Other tags for them.

  $ hexapla languages a.tsv --normalise --map klingonish=tlh -f tsv
  en-US\tnl-BE\tde\ttlh (esc)
  a\tb\tc\td (esc)
  hexapla: 9 language tags changed
  $ hexapla languages -q "$TMX/with-notes.tmx" -m en=en-GB | grep 'lang="en'
    <header creationtool="hexapla" creationtoolversion="0.1.0" segtype="sentence" o-tmf="hexapla" adminlang="en-GB" srclang="en-GB" datatype="plaintext" o-encoding="windows-1252" creationdate="20240131T093000Z" creationid="anna" changedate="20240202T160000Z" changeid="ben">
      <note xml:lang="en-GB">A small memory that shows everything a unit can carry beside its text.</note>
      <tu tuid="motion-1" srclang="en-GB" datatype="plaintext" usagecount="12" lastusagedate="20240201T101500Z" creationtool="editor" creationtoolversion="3.1" creationdate="20240131T094500Z" creationid="anna" changedate="20240201T101500Z" segtype="sentence" changeid="ben" o-tmf="editor">
        <tuv xml:lang="en-GB" creationdate="20240131T094500Z" creationid="anna">
        <tuv xml:lang="en-GB">

Wrong usage.

  $ hexapla languages
  hexapla: languages takes one FILE; - is standard input
  try 'hexapla languages --help'
  [2]
  $ hexapla languages a.tsv --map en
  hexapla: 'en' is not of the form OLD=NEW
  try 'hexapla languages --help'
  [2]
  $ hexapla languages a.tsv --map en=en_US
  hexapla: 'en_US' is not a language tag
  try 'hexapla languages --help'
  [2]
