A document with the translations of a store; a number is adapted where that is
safe.

  $ cat > m.tsv <<END
  > en	nl
  > Open the file.	Open het bestand.
  > Page 12 of the report.	Pagina 12 van het rapport.
  > It costs 1,234.50 euros.	Het kost 1.234,50 euro.
  > 1 file was found.	Er is 1 bestand gevonden.
  > END
  $ hexapla memory add -q s.db m.tsv
  $ echo 'Open the file. Page 13 of the report. It costs 12,345.60 euros. 2 files were found.' > a.en.txt
  $ printf '# Open the file.\n\nNothing at all.\n' > b.md
  $ hexapla memory pretranslate s.db --from en --to nl a.en.txt b.md -f tsv
  en\tnl\tmatch\torigin (esc)
  Open the file.\tOpen het bestand.\t100\tmain (esc)
  Page 13 of the report.\tPagina 13 van het rapport.\t95\tmain (esc)
  It costs 12,345.60 euros.\tHet kost 12.345,60 euro.\t84\tmain (esc)
  2 files were found.\tEr is 1 bestand gevonden.\t73\tmain (esc)
  Open the file.\tOpen het bestand.\t100\tmain (esc)
  Nothing at all.\t\t\t (esc)
  hexapla: 2 exact, 3 fuzzy, 0 translated before, 1 without a match; numbers adapted in 2
  $ hexapla memory pretranslate -q s.db --from en --to nl a.en.txt b.md -f tsv --keep-numbers --min 80
  en\tnl\tmatch\torigin (esc)
  Open the file.\tOpen het bestand.\t100\tmain (esc)
  Page 13 of the report.\tPagina 12 van het rapport.\t95\tmain (esc)
  It costs 12,345.60 euros.\tHet kost 1.234,50 euro.\t84\tmain (esc)
  2 files were found.\t\t\t (esc)
  Open the file.\tOpen het bestand.\t100\tmain (esc)
  Nothing at all.\t\t\t (esc)
  $ hexapla memory pretranslate -q s.db --from en --to nl a.en.txt b.md -o out.tmx && sed -n 14,26p out.tmx
      </tu>
      <tu>
        <prop type="x-hexapla-match">95</prop>
        <prop type="x-hexapla-match-origin">main</prop>
        <prop type="x-hexapla-match-source">Page 12 of the report.</prop>
        <prop type="x-hexapla-match-adapted">12 13</prop>
        <prop type="x-hexapla-match-target">Pagina 12 van het rapport.</prop>
        <tuv xml:lang="en">
          <seg>Page 13 of the report.</seg>
        </tuv>
        <tuv xml:lang="nl">
          <seg>Pagina 13 van het rapport.</seg>
        </tuv>
  $ hexapla memory pretranslate -q s.db --from en --to nl a.en.txt b.md -o out.xlf && sed -n 1,17p out.xlf
  <?xml version="1.0" encoding="UTF-8"?>
  <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
  <file original="a.en.txt" source-language="en" target-language="nl" datatype="plaintext">
  <body>
  <trans-unit id="hxp1">
  <source>Open the file.</source>
  <target state="translated" state-qualifier="exact-match">Open het bestand.</target>
  <alt-trans match-quality="100%" origin="main"><source>Open the file.</source><target>Open het bestand.</target><context-group purpose="information"><context context-type="x-hexapla-match">100</context><context context-type="x-hexapla-match-origin">main</context></context-group>
  </alt-trans>
  </trans-unit>
  <trans-unit id="hxp2">
  <source>Page 13 of the report.</source>
  <target state="needs-review-translation" state-qualifier="fuzzy-match">Pagina 13 van het rapport.</target>
  <alt-trans match-quality="95%" origin="main"><source>Page 12 of the report.</source><target>Pagina 12 van het rapport.</target><context-group purpose="information"><context context-type="x-hexapla-match">95</context><context context-type="x-hexapla-match-origin">main</context><context context-type="x-hexapla-match-adapted">12 13</context></context-group>
  </alt-trans>
  </trans-unit>
  <trans-unit id="hxp3">
  $ hexapla convert -q out.xlf -f tsv
  en\tnl (esc)
  Open the file.\tOpen het bestand. (esc)
  Page 13 of the report.\tPagina 13 van het rapport. (esc)
  It costs 12,345.60 euros.\tHet kost 12.345,60 euro. (esc)
  2 files were found.\tEr is 1 bestand gevonden. (esc)
  Open the file.\tOpen het bestand. (esc)
  Nothing at all.\t (esc)
  $ hexapla memory pretranslate -q s.db --from en --to nl a.en.txt b.md -f xliff2 -o out2.xlf && sed -n 13,22p out2.xlf
  </unit>
  <unit id="hxp2">
  <mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">
  <mtc:match ref="#s1" type="tm" matchQuality="95" origin="main"><mda:metadata><mda:metaGroup category="hexapla"><mda:meta type="x-hexapla-match">95</mda:meta><mda:meta type="x-hexapla-match-origin">main</mda:meta><mda:meta type="x-hexapla-match-adapted">12 13</mda:meta></mda:metaGroup></mda:metadata>
  <source xml:space="preserve">Page 12 of the report.</source><target xml:space="preserve">Pagina 12 van het rapport.</target></mtc:match>
  </mtc:matches>
  <segment id="s1" state="initial">
  <source xml:space="preserve">Page 13 of the report.</source>
  <target xml:space="preserve">Pagina 13 van het rapport.</target>
  </segment>
  $ hexapla convert -q out2.xlf -f tsv
  en\tnl (esc)
  Open the file.\tOpen het bestand. (esc)
  Page 13 of the report.\tPagina 13 van het rapport. (esc)
  It costs 12,345.60 euros.\tHet kost 12.345,60 euro. (esc)
  2 files were found.\tEr is 1 bestand gevonden. (esc)
  Open the file.\tOpen het bestand. (esc)
  Nothing at all.\t (esc)

What is translated stays; XLIFF keeps its files, units and segments.

  $ cat > c.xlf <<END
  > <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="c" source-language="en" target-language="nl" datatype="plaintext"><body>
  > <trans-unit id="7"><source>Open the file. Page 14 of the report.</source><seg-source><mrk mtype="seg" mid="1">Open the file.</mrk> <mrk mtype="seg" mid="2">Page 14 of the report.</mrk></seg-source></trans-unit>
  > <trans-unit id="8"><source>Open the file.</source><target>Doe het bestand open.</target></trans-unit>
  > </body></file></xliff>
  > END
  $ hexapla memory pretranslate s.db --from en --to nl c.xlf -f xliff
  <?xml version="1.0" encoding="UTF-8"?>
  <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
  <file original="c" source-language="en" target-language="nl" datatype="plaintext">
  <body>
  <trans-unit id="7">
  <source>Open the file. Page 14 of the report.</source>
  <seg-source><mrk mtype="seg" mid="1">Open the file.</mrk> <mrk mtype="seg" mid="2">Page 14 of the report.</mrk></seg-source>
  <target state="needs-review-translation" state-qualifier="leveraged-tm"><mrk mtype="seg" mid="1">Open het bestand.</mrk> <mrk mtype="seg" mid="2">Pagina 14 van het rapport.</mrk></target>
  <alt-trans mid="1" match-quality="100%" origin="main"><source>Open the file.</source><target>Open het bestand.</target><context-group purpose="information"><context context-type="x-hexapla-match">100</context><context context-type="x-hexapla-match-origin">main</context></context-group>
  </alt-trans>
  <alt-trans mid="2" match-quality="95%" origin="main"><source>Page 12 of the report.</source><target>Pagina 12 van het rapport.</target><context-group purpose="information"><context context-type="x-hexapla-match">95</context><context context-type="x-hexapla-match-origin">main</context><context context-type="x-hexapla-match-adapted">12 14</context></context-group>
  </alt-trans>
  </trans-unit>
  <trans-unit id="8">
  <source>Open the file.</source>
  <target>Doe het bestand open.</target>
  </trans-unit>
  </body>
  </file>
  </xliff>
  hexapla: 1 exact, 1 fuzzy, 1 translated before, 0 without a match; numbers adapted in 1

PO has the flag fuzzy and the previous msgid.

  $ cat > a.po <<'END'
  > msgid ""
  > msgstr "Language: nl\n"
  > 
  > #, c-format
  > msgid "Close the blue window now."
  > msgstr ""
  > 
  > #, fuzzy
  > #| msgid "Old"
  > msgid "Kept"
  > msgstr "Gehouden"
  > 
  > msgctxt "menu"
  > msgid "Open the file."
  > msgstr ""
  > 
  > msgid "Open the file."
  > msgid_plural "Open the files."
  > msgstr[0] ""
  > msgstr[1] ""
  > END
  $ hexapla memory pretranslate s.db --from en --to nl a.po -o out.po
  hexapla: 2 exact, 1 fuzzy, 1 translated before, 1 without a match; numbers adapted in 0
  $ cat out.po
  msgid ""
  msgstr ""
  "Language: nl\n"
  "Content-Type: text/plain; charset=UTF-8\n"
  
  #, c-format
  msgid "Close the blue window now."
  msgstr ""
  
  #, fuzzy
  #| msgid "Old"
  msgid "Kept"
  msgstr "Gehouden"
  
  msgctxt "menu"
  msgid "Open the file."
  msgstr "Open het bestand."
  
  #, fuzzy
  msgid "Open the file."
  msgid_plural "Open the files."
  msgstr[0] "Open het bestand."
  msgstr[1] "Open het bestand."

Several numbers, each of them told.

  $ printf 'en\tnl\nPages 3 to 12 of 2.0\tVan 2.0 bladzijden 12 tot 3\n' | hexapla memory add -q n.db - --input-format tsv
  $ echo 'Pages 4 to 15 of 2.0' > n.txt
  $ hexapla memory pretranslate n.db --from en --to nl n.txt | grep -E 'adapted|<seg'
  hexapla: 0 exact, 1 fuzzy, 0 translated before, 0 without a match; numbers adapted in 1
        <prop type="x-hexapla-match-adapted">12 15</prop>
        <prop type="x-hexapla-match-adapted">3 4</prop>
          <seg>Pages 4 to 15 of 2.0</seg>
          <seg>Van 2.0 bladzijden 15 tot 4</seg>

A store that has nothing in these languages.

  $ hexapla memory pretranslate s.db --from en --to fr a.en.txt -f tsv
  hexapla: s.db: there are no texts in en with a translation in fr; the languages here are: en, nl; so all is new
  en\tfr\tmatch\torigin (esc)
  Open the file.\t\t\t (esc)
  Page 13 of the report.\t\t\t (esc)
  It costs 12,345.60 euros.\t\t\t (esc)
  2 files were found.\t\t\t (esc)
  hexapla: 0 exact, 0 fuzzy, 0 translated before, 4 without a match; numbers adapted in 0

Bad input.

  $ hexapla memory pretranslate s.db --from en --to nl
  hexapla: memory pretranslate takes a STORE and FILEs
  try 'hexapla memory pretranslate --help'
  [2]
  $ hexapla memory pretranslate s.db --to nl a.en.txt
  hexapla: memory pretranslate needs --from and --to; the languages of s.db are: en, nl
  try 'hexapla memory pretranslate --help'
  [2]
  $ hexapla memory pretranslate s.db --from en --to nl a.en.txt -f csv
  hexapla: memory pretranslate writes tmx, xliff, xliff2, po, xcstrings and tsv, not 'csv'
  try 'hexapla memory pretranslate --help'
  [2]
  $ hexapla memory pretranslate s.db --from en --to nl a.en.txt -o out.docx
  hexapla: which format? 'out.docx' does not tell; --format does
  try 'hexapla memory pretranslate --help'
  [2]
  $ hexapla memory pretranslate s.db --from en --to nl a.en.txt none.txt -o none.tmx
  hexapla: none.txt: no such file or directory
  [3]
  $ test -e none.tmx
  [1]
  $ hexapla memory pretranslate s.db --from en --to nl --memory none a.en.txt
  hexapla: s.db: there is no memory 'none' in this store
  [3]
  $ hexapla memory pretranslate s.db --from en --to nl --min 103 a.en.txt
  hexapla: --min takes a score from 1 to 102
  try 'hexapla memory pretranslate --help'
  [2]
  $ echo '<tmx' > broken.tmx
  $ hexapla memory pretranslate s.db --from en --to nl broken.tmx -o none.tmx
  hexapla: broken.tmx:1:1: the file ends inside a tag
  [3]
  $ test -e none.tmx
  [1]
  $ hexapla memory pretranslate -q s.db --from en --to nl a.en.txt > /dev/full
  hexapla: standard output: no space left on device
  [4]
