Bad input: one clear line, the right status, nothing left half written.

  $ printf 'Fine.\n' > a.en.txt

Missing, a folder.

  $ hexapla segment missing.en.txt
  hexapla: missing.en.txt: no such file or directory
  [3]
  $ hexapla segment a.en.txt/below.en.txt
  hexapla: a.en.txt/below.en.txt: not a directory
  [3]
  $ mkdir folder.en.txt
  $ hexapla segment folder.en.txt
  hexapla: folder.en.txt: is a directory
  [3]
  $ hexapla align a.en.txt missing.nl.txt -o out.tmx
  hexapla: missing.nl.txt: no such file or directory
  [3]
  $ ls | grep '^out.tmx'
  [1]

Not UTF-8; other encodings are read when they are named or marked.

  $ printf 'Caf\351 cr\350me.\n' > latin.fr.txt
  $ hexapla segment latin.fr.txt
  hexapla: latin.fr.txt:1:4: byte 0xE9 is not UTF-8; looks like windows-1252: try --encoding windows-1252
  [3]
  $ hexapla segment --encoding windows-1252 latin.fr.txt
  Caf\xc3\xa9 cr\xc3\xa8me. (esc)
  $ hexapla segment --encoding klingon latin.fr.txt
  hexapla: latin.fr.txt: no encoding is named "klingon"
  [3]
  $ hexapla segment --invalid=keep latin.fr.txt | od -An -c | head -1
  hexapla: latin.fr.txt:1:4: warning: byte 0xE9 is not UTF-8
  hexapla: latin.fr.txt:1:8: warning: byte 0xE8 is not UTF-8
     C   a   f 351       c   r 350   m   e   .  \n
  $ hexapla segment --invalid=keep -f json latin.fr.txt
  hexapla: JSON cannot hold invalid bytes; --invalid=keep is for text and tsv
  try 'hexapla segment --help'
  [2]
  $ printf '\377\376H\0o\0i\0.\0' > marked.nl.txt
  $ hexapla segment marked.nl.txt
  Hoi.
  $ printf '\376\377\0H\0o\0i\0.' > marked.nl.txt
  $ hexapla segment -f tsv marked.nl.txt
  0\t0\t0\t4\tHoi. (esc)
  $ hexapla align a.en.txt latin.fr.txt -o out.tmx
  hexapla: latin.fr.txt:1:4: byte 0xE9 is not UTF-8; looks like windows-1252: try --encoding windows-1252
  [3]
  $ ls | grep '^out.tmx'
  [1]

Text that is long enough tells its encoding, with a note.

  $ printf 'Les d\351put\351s ont vot\351 \340 l\222unanimit\351.\n' > vote.fr.txt
  $ hexapla segment vote.fr.txt
  hexapla: vote.fr.txt: note: read as windows-1252, which it looks like; if not, give --encoding
  Les d\xc3\xa9put\xc3\xa9s ont vot\xc3\xa9 \xc3\xa0 l\xe2\x80\x99unanimit\xc3\xa9. (esc)
  $ hexapla segment --verbose vote.fr.txt 2>&1 >/dev/null | tr -d 0-9
  hexapla: vote.fr.txt: note: read as windows-, which it looks like ( % sure); if not, give --encoding
  $ hexapla segment --quiet vote.fr.txt | wc -l
  1
  $ hexapla align --dictionary none -v a.en.txt vote.fr.txt -f beads -o beads
  hexapla: a.en.txt: note: read as UTF-8, as its bytes are
  hexapla: vote.fr.txt: note: read as windows-1252, * (glob)

Text that is UTF-8 but for a byte is refused, with its place.

  $ printf 'Les d\303\251put\303\251s ont\nvot\351 \303\240 l\302\253unanimit\303\251\302\273.\n' > vote.fr.txt
  $ hexapla segment vote.fr.txt
  hexapla: vote.fr.txt:2:4: byte 0xE9 is not UTF-8
  [3]

Broken XML.

  $ head='<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body>'
  $ printf '%s\n<tu><tuv xml:lang="en"><seg>A & B</seg></tuv></tu></body></tmx>' "$head" > amp.tmx
  $ hexapla convert amp.tmx out.tsv
  hexapla: amp.tmx:2:31: a bare "&": write it as "&amp;"; 0 complete units before it
  [3]
  $ ls | grep '^out.tsv'
  [1]
  $ printf '%s\n<tu><tuv xml:lang="en"><seg>A' "$head" > cut.tmx
  $ hexapla convert cut.tmx out.tsv
  hexapla: cut.tmx:2:30: the file ends inside unit 1; 0 complete units before it
  [3]
  $ : > empty.tmx
  $ hexapla convert empty.tmx out.tsv
  hexapla: empty.tmx:1:1: the file is empty
  [3]
  $ ls | grep '^out.tsv'
  [1]

External entities are refused, and never opened.

  $ echo secret > secret
  $ printf '<!DOCTYPE tmx [<!ENTITY x SYSTEM "secret">]>\n%s<tu><tuv xml:lang="en"><seg>&x;</seg></tuv></tu></body></tmx>' "$head" > external.tmx
  $ hexapla convert external.tmx -f tsv
  hexapla: external.tmx:2:182: external entities are not read; 0 complete units before it
  [3]
  $ printf '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n%s<tu><tuv xml:lang="en"><seg>A</seg></tuv></tu></body></tmx>' "$head" > dtd.tmx
  $ hexapla convert dtd.tmx -f tsv
  hexapla: dtd.tmx:2:154: warning: the unit has one variant only
  en
  A

Entity bombs are refused.

  $ { printf '<!DOCTYPE tmx [<!ENTITY a0 "ha">'
  >   for i in 1 2 3 4 5 6 7 8 9; do
  >     r="&a$((i - 1));"; printf '<!ENTITY a%d "%s">' $i "$r$r$r$r$r$r$r$r$r$r"
  >   done
  >   printf ']>\n%s<tu><tuv xml:lang="en"><seg>&a9;</seg></tuv></tu></body></tmx>' "$head"
  > } > bomb.tmx
  $ hexapla convert bomb.tmx -f tsv
  hexapla: bomb.tmx:2:182: entities expand beyond the limit (an entity bomb); 0 complete units before it
  [3]

A format that there is not is wrong usage, of every command alike.

  $ printf 'en\tnl\na\tb\n' > units.tsv
  $ for command in stats languages check select clean join merge anonymise \
  >   'memory add s.db' 'split --size 1K' 'convert -o x.tmx' 'terms extract'; do
  >   hexapla $command units.tsv --input-format nonsense > out 2>&1
  >   echo "$? $(head -n 1 out)"
  > done | sort -u
  2 hexapla: there is no unit format 'nonsense'

The name of a packed file tells what it told before: languages and formats.

  $ printf 'One house. Two.\n' > packed.en.txt
  $ printf '<p>Een huis. Twee.</p>\n' > packed.nl.html
  $ gzip packed.en.txt && gzip packed.nl.html
  $ hexapla segment packed.en.txt.gz
  One house.
  Two.
  $ hexapla align packed.en.txt.gz packed.nl.html.gz -f tsv
  en\tnl (esc)
  One house.\tEen huis. (esc)
  Two.\tTwee. (esc)
  $ printf 'house\thuis\n' | gzip > terms.en-nl.txt.gz
  $ hexapla terms lookup -t terms.en-nl.txt.gz house
  house (the same)
    en  admitted    house
    nl  admitted    huis
  $ echo 'One house.' | gzip > text.en.gz && echo 'Een huis.' | gzip > text.nl.gz
  $ hexapla convert text.en.gz text.nl.gz -f tsv -o -
  en\tnl (esc)
  One house.\tEen huis. (esc)

Names of files with the texts of programs, or of their folders, tell the language.

  $ mkdir values values-nl values-pt-rBR values-b+sr+Latn values-night fr.lproj
  $ echo '<resources><string name="a">%d files</string></resources>' \
  >   > values/strings.xml
  $ for folder in values-pt-rBR values-b+sr+Latn values-night; do
  >   cp values/strings.xml $folder
  > done
  $ echo '<resources><string name="a">Alle bestanden</string></resources>' \
  >   > values-nl/strings.xml
  $ hexapla check en=values/strings.xml values-nl/strings.xml
  values-nl/strings.xml:1:29: error: code "%d" of the source is missing (unit 1, a) [seg.tag]
  hexapla: 1 error, 0 warnings, 0 notes
  [1]
  $ printf 'a=Two files\n' > text.properties
  $ printf 'a=Dois arquivos\n' > text_pt_BR.properties
  $ printf '"a" = "Deux fichiers";\n' > fr.lproj/a.strings
  $ hexapla align -q en=text.properties text_pt_BR.properties \
  >   fr.lproj/a.strings values-b+sr+Latn/strings.xml -f tsv
  en\tpt-BR\tfr\tsr-Latn (esc)
  Two files\tDois arquivos\tDeux fichiers\tfiles (esc)
  $ hexapla align -q en=text.properties values-pt-rBR/strings.xml -f tsv
  en\tpt-BR (esc)
  Two files\tfiles (esc)
  $ hexapla segment values-night/strings.xml
  hexapla: values-night/strings.xml: in which language? name it article.nl.txt, or give nl=values-night/strings.xml
  try 'hexapla segment --help'
  [2]

Of the qualifiers of Android's folders only those of a language are one: car is
the mode, not Carib, and land no script.

  $ for qualifiers in car car-night land v21 large-land night mcc310-mnc004 \
  >   b+sr+Latn-car-v21 nl-land nl-rBE-large mcc310-nl-port fil-round b+es+419 \
  >   fil-rPH-v21 nl-r ar-ldrtl; do
  >   mkdir -p values-$qualifiers && cp values/strings.xml values-$qualifiers
  >   echo $qualifiers: $(hexapla align -q xx=values/strings.xml \
  >     values-$qualifiers/strings.xml -f tsv 2>&1 | head -n 1 | cut -c-50)
  > done
  car: hexapla: values-car/strings.xml: in which language
  car-night: hexapla: values-car-night/strings.xml: in which la
  land: hexapla: values-land/strings.xml: in which languag
  v21: hexapla: values-v21/strings.xml: in which language
  large-land: hexapla: values-large-land/strings.xml: in which l
  night: hexapla: values-night/strings.xml: in which langua
  mcc310-mnc004: hexapla: values-mcc310-mnc004/strings.xml: in whic
  b+sr+Latn-car-v21: xx sr-Latn
  nl-land: xx nl
  nl-rBE-large: xx nl-BE
  mcc310-nl-port: xx nl
  fil-round: xx fil
  b+es+419: xx es-419
  fil-rPH-v21: xx fil-PH
  nl-r: xx nl
  ar-ldrtl: xx ar

A page tells its language itself; a warning says when its name tells another one.

  $ printf '<!-- <html lang=de> --><html class="lang-x" data-lang="fr" xml:lang = "nl-BE">' \
  >   > page.html
  $ echo '<p>Een huis. Twee.' >> page.html
  $ cp page.html page.en.html && cp page.html page.nl.html
  $ hexapla segment page.html
  Een huis.
  Twee.
  $ hexapla segment page.nl.html | wc -l
  2
  $ hexapla segment page.en.html
  hexapla: page.en.html: warning: read as en, though its lang says nl-BE
  Een huis.
  Twee.
  $ hexapla align -q page.html fr=page.html -f tsv | head -1
  nl-BE\tfr (esc)
  $ echo '<html lang=""><p>One.' > page.html
  $ hexapla segment page.html
  hexapla: page.html: in which language? name it article.nl.txt, or give nl=page.html
  try 'hexapla segment --help'
  [2]

Texts of programs that keep their entries in another order go together by their
keys; what one lacks is told.

  $ printf 'open=Open\nsave=Save {0} now\ndelete=Delete {0} files\nquit=Quit\n' \
  >   > order.properties
  $ printf 'quit=Beenden\ndelete={0} Dateien löschen\nopen=Öffnen\n' \
  >   > order_de.properties
  $ hexapla align en=order.properties order_de.properties -q -f tsv \
  >   --keep-unaligned
  en\tde (esc)
  Open\t\xc3\x96ffnen (esc)
  Save  now\t (esc)
  Delete  files\tDateien l\xc3\xb6schen (esc)
  Quit\tBeenden (esc)
  $ sed -i 's/{0}/{1}/' order_de.properties
  $ hexapla check en=order.properties order_de.properties
  order.properties:2:6: warning: not translated (unit 2) [seg.untranslated]
  order_de.properties:2:12: error: code "{0}" of the source is missing (unit 3, delete) [seg.tag]
  order_de.properties:2:12: error: code "{1}" is not in the source (unit 3, delete) [seg.tag]
  hexapla: 2 errors, 1 warning, 0 notes
  [1]

So do parts of pages that have ids, as the functions of a manual that each
language sorts by their names; what has none stays behind what it follows.

  $ cat > sorted.en.html <<'END'
  > <h1>Functions</h1>
  > <h2 id="count">COUNT</h2><p id="c1">Counts the numbers in a list.</p>
  > <p>Text is ignored.</p>
  > <div id="max"><h2>MAX</h2><p>Returns the largest value of a list.</p></div>
  > <h2 id="round">ROUND</h2><p id="r1">Rounds a number.</p>
  > END
  $ cat > sorted.nl.html <<'END'
  > <h1>Functies</h1>
  > <h2 id="round">AFRONDEN</h2><p id="r1">Rondt een getal af.</p>
  > <div id="max"><h2>MAX</h2><p>Geeft de hoogste waarde van een lijst.</p></div>
  > <h2 id="count">TEL</h2><p id="c1">Telt de getallen in een lijst.</p>
  > <p>Tekst telt niet mee.</p>
  > END
  $ hexapla align -q -f tsv sorted.en.html sorted.nl.html
  en\tnl (esc)
  Functions\tFuncties (esc)
  COUNT\tTEL (esc)
  Counts the numbers in a list.\tTelt de getallen in een lijst. (esc)
  Text is ignored.\tTekst telt niet mee. (esc)
  MAX\tMAX (esc)
  Returns the largest value of a list.\tGeeft de hoogste waarde van een lijst. (esc)
  ROUND\tAFRONDEN (esc)
  Rounds a number.\tRondt een getal af. (esc)

The id of a part whose text others interrupt says nothing of the order.

  $ cat > around.en.html <<'END'
  > <div id="all"><p>Open the box.</p><p id="a">Take out the parts.</p>
  > <p>Close the box.</p><p id="b">Put the tools away.</p></div>
  > END
  $ sed 's/Open the box/Open de doos/; s/Take out the parts/Neem de delen eruit/
  >   s/Close the box/Sluit de doos/; s/Put the tools away/Berg het gereedschap op/' \
  >   around.en.html > around.nl.html
  $ hexapla align -q -f tsv around.en.html around.nl.html
  en\tnl (esc)
  Open the box.\tOpen de doos. (esc)
  Take out the parts.\tNeem de delen eruit. (esc)
  Close the box.\tSluit de doos. (esc)
  Put the tools away.\tBerg het gereedschap op. (esc)

What is hardly translated yet goes together so, too.

  $ echo '{"a":"Open the file","b":"Close the window","c":"Save all","d":"Quit"}' \
  >   > begun.en.json
  $ echo '{"c":"Alles speichern"}' > begun.de.json
  $ hexapla align -q -f tsv begun.en.json begun.de.json
  en\tde (esc)
  Save all\tAlles speichern (esc)

Placeholders that are codes are compared, too.

  $ printf 'a=Hello {name}\nb=%%s has %%d files\nc=%%s sees %%s\n' > p.properties
  $ printf 'a=Hallo {nom}\nb=%%2$d Dateien von %%1$s\nc=%%s sieht %%d\n' \
  >   > p_de.properties
  $ hexapla check en=p.properties p_de.properties
  p_de.properties:1:3: error: code "{name}" of the source is missing (unit 1, a) [seg.tag]
  p_de.properties:1:8: error: code "{nom}" is not in the source (unit 1, a) [seg.tag]
  p_de.properties:3:6: error: code "%s" of the source is missing (unit 3, c) [seg.tag]
  p_de.properties:3:11: error: code "%d" is not in the source (unit 3, c) [seg.tag]
  hexapla: 4 errors, 0 warnings, 0 notes
  [1]

A text of JSON that begins with an escape stands where its backslash is:

  $ printf '{"a": "\\"Hi\\" %%s", "b": "\\u00e9 {n}"}' > e.json
  $ printf '{"a": "\\"Hallo\\"", "b": "\\u00e9"}' > e_de.json
  $ hexapla check en=e.json de=e_de.json
  e_de.json:1:8: error: code "%s" of the source is missing (unit 1, a) [seg.tag]
  e_de.json:1:26: error: code "{n}" of the source is missing (unit 2, b) [seg.tag]
  hexapla: 2 errors, 0 warnings, 0 notes
  [1]

Apple's texts are read in UTF-16, also as XML:

  $ printf '"a" = "Caf\303\251";\n' | iconv -t UTF-16 > w.strings
  $ hexapla segment fr=w.strings
  Caf\xc3\xa9 (esc)
  $ printf '<plist><dict><key>a</key><string>Caf\303\251</string></dict></plist>' > x
  $ for kind in UTF-16LE UTF-16BE; do
  >   printf '\357\273\277' | cat - x | iconv -f UTF-8 -t $kind > w.strings
  >   hexapla segment fr=w.strings
  > done
  Caf\xc3\xa9 (esc)
  Caf\xc3\xa9 (esc)
