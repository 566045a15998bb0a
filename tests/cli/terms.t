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

Two concepts with one id stay two, which is told; other files have ids of their own.

  $ cat > twice.tbx <<'E'
  > <tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
  > <conceptEntry id="h"><langSec xml:lang="en"><termSec><term>hayloft</term></termSec></langSec></conceptEntry>
  > <conceptEntry id="h"><langSec xml:lang="en"><termSec><term>haystack</term></termSec></langSec></conceptEntry>
  > <conceptEntry><langSec xml:lang="en"><termSec><term>hay</term></termSec></langSec></conceptEntry>
  > <conceptEntry><langSec xml:lang="en"><termSec><term>hoe</term></termSec></langSec></conceptEntry>
  > </body></text></tbx>
  > E
  $ sed 's/ha*y/gr/; s/hoe/axe/' twice.tbx > other.tbx
  $ hexapla terms validate twice.tbx other.tbx -q
  twice.tbx:3:54: warning: the concept has the id "h" of that in twice.tbx:2 [tb.duplicate]
  other.tbx:3:54: warning: the concept has the id "h" of that in other.tbx:2 [tb.duplicate]
  [1]

The terms of a memory, and what translates them.

  $ hexapla align "$TMX"/article.en.txt "$TMX"/article.nl.txt \
  >   "$TMX"/article.fr.txt "$TMX"/article.de.txt -q -o article.tmx
  $ hexapla terms extract article.tmx --min-count 3 --top 3
  term                     uses  language  translation                          times  confidence
  Uyghur                   12    nl        Oeigoeren                            12     0.92
                                 fr        ou\xc3\xafghoure                            12     0.92 (esc)
                                 de        Uiguren                              11     0.92
  China                    7     nl        China                                7      0.88
                                 fr        Chine                                7      0.88
                                 de        China                                7      0.88
  Crimes Against Humanity  3     nl        misdaden tegen de menselijkheid      3      0.75
                                 fr        crimes contre l\xe2\x80\x99humanit\xc3\xa9             3      0.75 (esc)
                                 de        Verbrechen gegen die Menschlichkeit  3      0.75
  $ hexapla terms extract article.tmx --min-count 3 --to nl --to fr --top 2 -f csv
  id,language,term,status,context,frequency,confidence\r (esc)
  c1,en,Uyghur,draft,Belgian Parliament declares Uyghurs at risk of Genocide,12,\r (esc)
  c1,nl,Oeigoeren,draft,Belgisch Parlement verklaart dat Oeigoeren gevaar lopen op genocide,12,0.92\r (esc)
  c1,fr,ou\xc3\xafghoure,draft,Le Parlement belge d\xc3\xa9clare les Ou\xc3\xafghours en danger de g\xc3\xa9nocide,12,0.92\r (esc)
  c2,en,China,draft,There can be no \xe2\x80\x98business as usual\xe2\x80\x99 with China while the Uyghur prison camps stay open.,7,\r (esc)
  c2,nl,China,draft,Er kan geen sprake zijn van \xe2\x80\x98business as usual\xe2\x80\x99 met China zolang de Oeigoerse gevangenkampen open blijven.,7,0.88\r (esc)
  c2,fr,Chine,draft,Il ne peut y avoir de \xc2\xab\xc2\xa0business as usual\xc2\xa0\xc2\xbb avec la Chine tant que les camps de prisonniers ou\xc3\xafghours resteront ouverts.,7,0.88\r (esc)
  $ hexapla terms extract article.tmx -q -o article.tbx --min-count 3
  $ hexapla terms stats article.tbx
  concepts  9
  terms     36
  
  language  concepts  terms  preferred  admitted  deprecated  draft
  en               9      9          0         0           0      9
  nl               9      9          0         0           0      9
  fr               9      9          0         0           0      9
  de               9      9          0         0           0      9
  $ grep -c '<descrip type="context">' article.tbx
  36
  $ hexapla check article.tmx -t article.tbx --disable seg
  hexapla: nothing found
  $ hexapla terms extract article.tmx --min-count 100
  hexapla: warning: no term was found
  term  uses  language  translation  times  confidence
  $ hexapla terms extract article.tmx --from ja
  hexapla: warning: no term in ja was found
  term  uses  language  translation  times  confidence
  $ { printf 'en\tnl\n'; yes a | head -n 2000000 | tr '\n' ' '
  >   printf '\thuis\nA house\tEen huis\nThe house\tHet huis\n'; } > full.tsv
  $ hexapla terms extract full.tsv
  hexapla: note: 2 translations passed over: there are words enough before
  hexapla: warning: no term was found
  term  uses  language  translation  times  confidence
  $ words=$(yes a | head -n 400000 | tr '\n' ' ')
  $ printf 'en\tnl\n%s\t%s\nA house\tEen huis\n' "$words" "$words" > long.tsv
  $ hexapla terms extract long.tsv
  hexapla: warning: no term was found
  term  uses  language  translation  times  confidence
  $ words=$(yes a | head -n 900000 | tr '\n' ' ')
  $ { printf 'en\tnl\tde\tfr\tes\tit\n'
  >   for i in 1 2 3 4 5; do printf '%s\t' "$words"; done
  >   printf '%s\nA house\tHuis\tHaus\tMaison\tCasa\tCasa\n' "$words"
  > } > many.tsv
  $ hexapla terms extract many.tsv > /dev/null
  hexapla: note: 5 translations passed over: there are words enough before
  hexapla: warning: no term was found
  $ hexapla terms extract article.tmx --min-count 0
  hexapla: --min-count is 1 or more
  try 'hexapla terms extract --help'
  [2]
  $ hexapla terms extract article.tmx --to dutch_
  hexapla: 'dutch_' is no language tag
  try 'hexapla terms extract --help'
  [2]
  $ (cd "$TMX" && hexapla terms extract terms.tbx)
  hexapla: terms.tbx: the format is not known: neither by the name nor by the content
  [3]
  $ hexapla terms extract
  hexapla: terms extract takes one FILE; - is standard input
  try 'hexapla terms extract --help'
  [2]

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

What a table has no column for stands in its notes; what it cannot hold, and
what is not read, is said.

  $ cat > memoq.tbx <<'E'
  > <martif type="TBX"><text><body><termEntry id="12"><admin type="Project">P1</admin>
  > <transacGrp><transac type="transactionType">origination</transac></transacGrp>
  > <langSet xml:lang="en"><tig><term>gearbox</term><termNote type="Forbidden">No</termNote></tig></langSet>
  > <langSet xml:lang="nl"><tig><term>bak</term><termNote type="Forbidden">Yes</termNote></tig></langSet>
  > </termEntry></body></text></martif>
  > E
  $ hexapla terms convert memoq.tbx -f csv | tr -d '\r'
  hexapla: memoq.tbx:2:1: note: this detail of terms is not kept
  id,language,term,status,note
  12,en,gearbox,admitted,Project: P1
  12,nl,bak,deprecated,
  $ hexapla terms convert memoq.tbx -q | grep conceptEntry
        <conceptEntry id="c12">
        </conceptEntry>
  $ hexapla terms convert memoq.tbx -f columns | tr -d '\r'
  hexapla: memoq.tbx:2:1: note: this detail of terms is not kept
  hexapla: warning: 1 term left out
  hexapla: note: 1 detail of terms not kept
  id,en,nl
  12,gearbox,
  $ printf '<mtf/>' > multiterm.xml
  $ hexapla terms validate multiterm.xml
  hexapla: multiterm.xml:1:1: MultiTerm's own XML is not read; export the termbase as TBX, or as a table with a column for each language
  [3]
