Termbases: convert, validate, lookup, stats.

  $ cat > terms.csv <<'E'
  > id,language,term,status,definition
  > c1,en,motion,preferred,a proposal to be voted on
  > c1,nl,motie,preferred,
  > c1,nl,voorstel,forbidden,
  > c2,en,bill,,
  > c2,nl,wetsvoorstel,preferred,
  > E
  $ printf 'whip\tfractieleider\n' > more.en-nl.txt

Several become one; the name of the output says the format.

  $ hexapla terms convert terms.csv more.en-nl.txt -o all.tbx
  $ hexapla terms convert all.tbx -f csv | tr -d '\r'
  id,language,term,status,definition
  c1,en,motion,preferred,a proposal to be voted on
  c1,nl,motie,preferred,
  c1,nl,voorstel,deprecated,
  c2,en,bill,admitted,
  c2,nl,wetsvoorstel,preferred,
  c3,en,whip,admitted,
  c3,nl,fractieleider,admitted,
  $ hexapla terms convert all.tbx -o all.txt
  hexapla: warning: 1 term left out
  $ cat all.txt
  # Glossary in tab-separated format -*- coding: utf-8 -*-
  motion\tmotie\ta proposal to be voted on (esc)
  bill\twetsvoorstel (esc)
  whip\tfractieleider (esc)

A glossary does not say its languages.

  $ cp more.en-nl.txt plain.txt
  $ hexapla terms stats plain.txt
  hexapla: plain.txt:1:1: in which languages are the terms? name the file NAME.en-nl.txt, or give en,nl=plain.txt
  [3]
  $ hexapla terms stats en,nl=plain.txt | head -2
  concepts  1
  terms     2
  $ hexapla terms stats --from en --to nl plain.txt -f json
  {"concepts":1,"terms":2,"languages":[{"language":"en","concepts":1,"terms":1,"preferred":0,"admitted":1,"deprecated":0,"draft":0},{"language":"nl","concepts":1,"terms":1,"preferred":0,"admitted":1,"deprecated":0,"draft":0}]}

Words are found in any form.

  $ hexapla terms lookup -t all.tbx 'De moties werden besproken.'
  motie (inflected), c1
      definition: a proposal to be voted on
    en  preferred   motion
    nl  preferred   motie
    nl  deprecated  voorstel
  $ hexapla terms lookup -t all.tbx -l nl -f json motion
  []
  $ hexapla terms lookup -t all.tbx nothing
  hexapla: no term found

What is wrong.

  $ hexapla terms validate all.tbx
  hexapla: nothing found
  $ cat >> terms.csv <<'E'
  > c2,nl,Wetsvoorstel,forbidden,
  > c3,en,bill,,
  > c3,nl,wetsvoorstel,,
  > c4,en,whip,,
  > c5,en,motion,odd,
  > c5,nl,verzoek,preferred,
  > c5,nl,bede,preferred,
  > c6,en,wet,,
  > c6,nl,nat,forbidden,
  > E
  $ hexapla terms validate terms.csv --report text
  terms.csv:7:7: error: "Wetsvoorstel" is forbidden here and allowed in terms.csv:6 [tb.conflict]
  terms.csv:8:7: warning: the concept of "bill" has the terms of that in terms.csv:5 [tb.duplicate]
  terms.csv:10:7: note: "whip" has no term in another language [tb.no-target]
  terms.csv:11:7: note: "motion" is a term of another concept, too: terms.csv:2 [tb.ambiguous]
  terms.csv:11:14: warning: status "odd" is not known; the term counts as admitted [tb.status-unknown]
  terms.csv:13:7: warning: "bede" is preferred, and so is "verzoek" [tb.two-preferred]
  terms.csv:15:7: warning: all terms in nl are forbidden, as "nat" is [tb.none-allowed]
  hexapla: 1 error, 4 warnings, 2 notes
  [1]
  $ hexapla terms validate terms.csv --fail-level none -q > /dev/null

What is no termbase.

  $ cd "$TMX"
  $ hexapla terms stats article.nl.txt
  hexapla: article.nl.txt:1:1: not a termbase: neither XML nor a table of terms
  [3]
  $ hexapla terms stats with-notes.tmx
  hexapla: with-notes.tmx:2:1: not a termbase: root element is "tmx"
  [3]
  $ cd - > /dev/null
  $ : > empty.csv
  $ hexapla terms stats empty.csv
  hexapla: empty.csv:1:1: not a termbase: the file is empty
  [3]
  $ hexapla terms stats none.tbx
  hexapla: none.tbx: no such file or directory
  [3]
  $ hexapla terms stats
  hexapla: terms stats needs a FILE; - is standard input
  try 'hexapla terms stats --help'
  [2]
  $ hexapla terms
  hexapla: terms does what?
  try 'hexapla terms --help'
  [2]
  $ hexapla terms frobnicate
  hexapla: there is no command 'terms frobnicate'
  try 'hexapla terms --help'
  [2]
  $ hexapla terms lookup word
  hexapla: terms lookup needs --terms TERMBASE
  try 'hexapla terms lookup --help'
  [2]
