Rules of others, in place of our own: the first that fits decides.

  $ cat > rules.srx << 'END'
  > <srx version="2.0" xmlns="http://www.lisa.org/srx20">
  >   <header segmentsubflows="yes" cascade="yes"/>
  >   <body><languagerules>
  >     <languagerule languagerulename="en">
  >       <rule break="no"><beforebreak>\bDr\.</beforebreak><afterbreak>\s</afterbreak></rule>
  >     </languagerule>
  >     <languagerule languagerulename="all">
  >       <rule><beforebreak>[.?!]+</beforebreak><afterbreak>\s</afterbreak></rule>
  >     </languagerule>
  >   </languagerules><maprules>
  >     <languagemap languagepattern="EN.*" languagerulename="en"/>
  >     <languagemap languagepattern="en.*|nl" languagerulename="all"/>
  >   </maprules></body>
  > </srx>
  > END
  $ printf 'Dr. No came,\ni.e. he\nleft.  So?\n' > a.en-GB.txt
  $ hexapla segment --srx rules.srx --paragraphs blank a.en-GB.txt
  Dr. No came, i.e.
  he left.
  So?
  $ hexapla segment --srx rules.srx --paragraphs blank -f tsv nl=a.en-GB.txt
  0\t0\t0\t3\tDr. (esc)
  0\t1\t4\t17\tNo came,\\ni.e. (esc)
  0\t2\t18\t26\the\\nleft. (esc)
  0\t3\t28\t31\tSo? (esc)

No map for the language: the text stays whole, and that is said.

  $ hexapla segment --srx rules.srx --paragraphs blank fr=a.en-GB.txt
  hexapla: rules.srx:1:1: warning: no language map fits fr; its text is not divided
  Dr. No came, i.e. he left.  So?

Rules that cannot be used are said and left out; a file that is not SRX is
refused.

  $ sed 's/\\bDr/(Dr/' rules.srx > bad.srx
  $ hexapla segment --srx bad.srx --paragraphs blank a.en-GB.txt | head -n 1
  hexapla: bad.srx:5:24: warning: beforebreak "(Dr\.": ICU cannot read it: U_REGEX_MISMATCHED_PAREN at character 5
  Dr.
  $ echo '<tmx/>' > not.srx
  $ hexapla segment --srx not.srx a.en-GB.txt
  hexapla: not.srx:1:1: not SRX: root element is "tmx"
  [3]
  $ hexapla segment --srx none.srx a.en-GB.txt
  hexapla: none.srx: no such file or directory
  [3]

Faults of rules, with their places.

  $ hexapla validate rules.srx
  rules.srx:1:1: note: no language map is for all languages; text in others is not divided [srx.no-default]
  hexapla: 0 errors, 0 warnings, 1 note
  hexapla: srx.no-default: Text in other languages is not divided; add a map with the pattern .* at the end.
  $ sed -e 's/languagerulename="en"/languagerulename="EN"/' \
  >   -e 's|<rule>.*|&<rule><beforebreak>\\.</beforebreak><afterbreak> </afterbreak></rule>|' bad.srx > faults.srx
  $ hexapla validate faults.srx
  faults.srx:1:1: note: no language map is for all languages; text in others is not divided [srx.no-default]
  faults.srx:5:24: error: beforebreak "(Dr\.": ICU cannot read it: U_REGEX_MISMATCHED_PAREN at character 5 [srx.pattern]
  faults.srx:8:80: warning: the rule never decides: the one in line 8 fits wherever it does [srx.shadowed]
  hexapla: 1 error, 1 warning, 1 note
  hexapla: srx.pattern: Correct it; until then its rule or language map is left out.
  hexapla: srx.shadowed: Move it up, or remove it.
  hexapla: srx.no-default: Text in other languages is not divided; add a map with the pattern .* at the end.
  [1]

Our own rules for other programs; read again they divide as ours.

  $ hexapla segment --write-srx --lang fr -o own.srx
  $ head -n 3 own.srx
  <?xml version="1.0" encoding="UTF-8"?>
  <!-- Hexapla's rules for sentences, as far as SRX can express them.
       SRX sees two patterns at a place, so that these are left out:
  $ hexapla validate own.srx
  own.srx:1:1: note: no language map is for all languages; text in others is not divided [srx.no-default]
  hexapla: 0 errors, 0 warnings, 1 note
  hexapla: srx.no-default: Text in other languages is not divided; add a map with the pattern .* at the end.
  $ hexapla segment --write-srx --lang en -o own.srx
  $ hexapla segment --srx own.srx "$TMX/article.en.txt" > by-srx
  $ hexapla segment "$TMX/article.en.txt" | diff - by-srx
  $ hexapla segment --write-srx
  hexapla: --write-srx needs --lang and no FILE
  try 'hexapla segment --help'
  [2]
  $ hexapla segment --write-srx --lang tlh | grep -c '<rule '
  hexapla: note: no data for the language tlh; its rules are those that all languages share
  20
