Pages are divided as texts are; their structure shows in JSON.

  $ cat > page.en.html << 'END'
  > <title>A <!-- no --> title</title><h1>The <b>first</b> heading</h1>
  > <ul><li>One sentence. <i>Another.</i> <img src="map.png" alt="A map"></ul>
  > END
  $ hexapla segment page.en.html
  A title
  
  The first heading
  
  One sentence.
  Another.
  
  A map
  $ hexapla segment -f json page.en.html | grep -E '"(block|level|text)"'
      "text": "A title"
      "block": "heading",
      "level": 1,
      "text": "The first heading"
      "block": "item",
      "level": 1,
      "text": "One sentence."
      "block": "item",
      "level": 1,
      "text": "Another."
      "block": "value",
      "text": "A map"

Each segment has its own place in the file, where that has lines.

  $ for file in "$ROOT"/tests/cases/documents/places.*; do
  >   case $file in *.expected) continue;; esac
  >   echo "${file##*.}"
  >   hexapla segment --lang en -f json "$file" | python3 -c '
  > import json, sys
  > print(*("%d:%d" % (s["line"], s["column"]) for s in json.load(sys.stdin)))'
  > done
  html
  1:8 1:13 3:16 4:3 5:10 6:1 7:6 7:17 6:7 6:7 9:3 11:10 11:14
  json
  1:9 1:25 1:57 1:71 2:10 2:19
  md
  5:3 5:15 6:16 6:59 8:4 8:23 10:6 10:18 13:3 13:13 13:25 13:41 15:3 15:19 15:30 15:18 15:18 17:1 18:8 18:51 18:57 18:65 18:84 23:7 23:17 25:1 25:20 30:6 30:15 31:9 27:7 27:17 28:15
  po
  5:8 5:19 6:2 6:12
  vtt
  4:8 4:25 5:17 8:1 8:8 9:1 9:10

The content tells what a name does not, and an option what neither does.

  $ (echo '<!DOCTYPE html>'; cat page.en.html) > page
  $ hexapla segment en=page | head -1
  A title
  $ cp page.en.html page.en.txt
  $ hexapla segment --input-format html page.en.txt | head -1
  A title
  $ hexapla segment --input-format doc page.en.txt
  hexapla: there is no document format 'doc'
  try 'hexapla segment --help'
  [2]

Segments show what people read of codes.

  $ echo '{"a": "Hello {name}. You have {n} files", "b": "{n} left"}' > app.json
  $ hexapla segment --lang en app.json
  Hello {name}.
  You have {n} files
  
  {n} left
  $ echo '{"a": "Hallo {name}. Je hebt {n} bestanden", "b": "{n} over"}' > app.nl.json
  $ hexapla align en=app.json app.nl.json -f table | grep -v '^bead'
    en    0       Hello {name}.
    nl    0       Hallo {name}.
  
    en    1       You have {n} files
    nl    1       Je hebt {n} bestanden
  
    en    2       {n} left
    nl    2       {n} over
  $ cp "$ROOT/tests/cases/documents/symbols.docx" symbols.nl.docx
  $ hexapla segment symbols.nl.docx | grep 12
  hexapla: symbols.nl.docx: warning: the path of a part leads out of the document, and the part is not read: ../climbs.txt
  Page 3 of 12

What is found in a document is said to be where people find it.

  $ printf '%s\n\n' 'Below 41 °C, angle α.' '✓ done, not known.' > symbols.en.txt
  $ hexapla check symbols.en.txt symbols.nl.docx --to nl -q --disable seg.tag \
  >   --disable seg.space
  symbols.nl.docx:1:7: warning: "40" for "41" (unit 1, paragraph 1) [seg.number]
  [1]
  $ hexapla check symbols.en.txt symbols.nl.docx --to nl -q -r json | grep spot | head -1
        "spot": "paragraph 1",

Inline codes go into the translation memory.

  $ sed 's/first/eerste/; s/heading/kop/; s/One sentence/Een zin/;
  >   s/Another/Nog een/; s/A map/Een kaart/; s/ title/ titel/' \
  >   page.en.html > page.nl.html
  $ hexapla align page.en.html page.nl.html -o page.tmx
  $ grep '<seg>' page.tmx
          <seg>A title</seg>
          <seg>A titel</seg>
          <seg>The <bpt i="1" type="bold">&lt;b&gt;</bpt>first<ept i="1">&lt;/b&gt;</ept> heading</seg>
          <seg>The <bpt i="1" type="bold">&lt;b&gt;</bpt>eerste<ept i="1">&lt;/b&gt;</ept> kop</seg>
          <seg>One sentence.</seg>
          <seg>Een zin.</seg>
          <seg><bpt i="1" type="italic">&lt;i&gt;</bpt>Another.<ept i="1">&lt;/i&gt;</ept><ph type="image">&lt;img src="map.png" alt="A map"&gt;</ph></seg>
          <seg><bpt i="1" type="italic">&lt;i&gt;</bpt>Nog een.<ept i="1">&lt;/i&gt;</ept><ph type="image">&lt;img src="map.png" alt="Een kaart"&gt;</ph></seg>
          <seg>A map</seg>
          <seg>Een kaart</seg>
  $ hexapla validate --quiet page.tmx

Links keep their addresses there, and on the way to other formats and back.

  $ cp "$ROOT/tests/cases/documents/fields.docx" fields.en.docx
  $ cp fields.en.docx fields.nl.docx
  $ hexapla align -q fields.en.docx fields.nl.docx -o fields.tmx
  $ grep -m 1 '<seg>' fields.tmx
          <seg>See <bpt i="2" type="link">&lt;w:hyperlink href="https://example.org/a?b=1&amp;amp;c=2"&gt;</bpt>the <bpt i="1" type="bold">&lt;w:b&gt;</bpt>site<ept i="1">&lt;/w:b&gt;</ept><ept i="2">&lt;/w:hyperlink&gt;</ept> now.</seg>
  $ for way in xlf jsonl; do
  >   hexapla convert -q fields.tmx -o way.$way
  >   hexapla convert -q way.$way -o back.tmx
  >   grep '<seg>' back.tmx > back.seg
  >   grep '<seg>' fields.tmx | diff - back.seg
  > done

The article aligns to the same beads whatever its versions are written with.

  $ cp "$ROOT"/tests/cases/documents/article/* .
  $ for tag in en nl fr de; do
  >   (echo '<html><meta charset="utf-8"><body>'
  >     sed 's|.*|<p>&</p>|' "$ROOT/tmx/article.$tag.txt") > article.$tag.html
  >   sed '1s/^/# /; G' "$ROOT/tmx/article.$tag.txt" > article.$tag.md
  > done
  $ hexapla align "$ROOT"/tmx/article.??.txt -f beads | cut -f 1-4 > text.beads
  $ test $(wc -l < text.beads) -eq 14
  $ for mix in docx,odt,html,md odt,docx,md,html html,md,docx,odt \
  >   md,html,odt,docx; do
  >   IFS=, read -r de en fr nl << END
  > $mix
  > END
  >   hexapla align article.de.$de article.en.$en article.fr.$fr article.nl.$nl \
  >     -f beads | cut -f 1-4 | diff text.beads - || echo "$mix"
  > done
  $ cat > book.py << 'END'
  > import sys, zipfile
  > with zipfile.ZipFile(sys.argv[2], "w") as z:
  >     z.writestr("mimetype", "application/epub+zip")
  >     z.writestr("META-INF/container.xml", '<rootfile full-path="b.opf"/>')
  >     z.writestr("b.opf", '<package><item id="a" href="a.html" media-type='
  >         '"application/xhtml+xml"/><itemref idref="a"/></package>')
  >     z.write(sys.argv[1], "a.html")
  > END
  $ python3 book.py article.de.html article.de.epub
  $ hexapla align article.de.epub article.en.docx article.fr.md article.nl.odt \
  >   -f beads | cut -f 1-4 | diff text.beads -

Long texts without any tag are read in parts.

  $ python3 -c 'print("<p>" + "caf&eacute; \u65e5\u672c &amp; " * 50000 + "<b>end</b>")' \
  >   > long.en.html
  $ hexapla segment --mode paragraph long.en.html > long
  $ python3 -c 'print("caf\u00e9 \u65e5\u672c & " * 50000 + "end")' | cmp - long
  $ rm long long.en.html

Zero bytes at the end of a text fill up the file.

  $ python3 -c 'print("A line.\n" * 300000 + "The end." + "\0" * 200000, end="")' \
  >   > filled.en.txt
  $ hexapla segment --paragraphs line filled.en.txt | tail -3
  A line.
  
  The end.
  $ hexapla segment --paragraphs line - --lang en < filled.en.txt | tail -1
  The end.
  $ rm filled.en.txt

What is no document of its kind is refused, in one message.

  $ cp "$ROOT"/tests/cases/documents/*.docx "$ROOT"/tests/cases/documents/*.odt .
  $ for file in other broken old text empty cut; do
  >   hexapla segment --lang en $file.docx; echo "[$?]"
  > done
  hexapla: other.docx: no DOCX document
  [3]
  hexapla: broken.docx(word/document.xml):2:* </w:p> stands where </w:t> is expected (glob)
  [3]
  hexapla: old.docx: an old office document, or one with a password: save it in the new format, without a password
  [3]
  hexapla: text.docx: no office document: it is not a ZIP archive
  [3]
  hexapla: empty.docx: no office document: it is not a ZIP archive
  [3]
  hexapla: cut.docx: the ZIP archive cannot be read: its end is missing; was the file cut short?
  [3]
  $ hexapla segment --lang en secret.odt
  hexapla: secret.odt: the document has a password
  [3]

  $ cp "$ROOT"/tests/cases/documents/*.epub "$ROOT"/tests/cases/documents/*.??sx .
  $ cp "$ROOT"/tests/cases/documents/other.pptx .
  $ for file in lacking.epub locked.epub nothing.epub missing.xlsx other.xlsx \
  >   other.pptx; do
  >   hexapla segment --lang nl $file -o out; echo "[$?]"
  > done
  hexapla: lacking.epub: the book lacks a page that it lists: etc/passwd
  [3]
  hexapla: locked.epub: the book is locked (DRM): its pages are encrypted
  [3]
  hexapla: nothing.epub: no EPUB document
  [3]
  hexapla: missing.xlsx:1:2: the cell has a text that is not there
  [3]
  hexapla: other.xlsx: no XLSX document
  [3]
  hexapla: other.pptx: no PPTX document
  [3]
  $ ls | grep '^out'
  [1]

Slides, sheets and books are known by their content, too.

  $ for file in slides.pptx sheets.xlsx book.epub; do
  >   cp "$ROOT/tests/cases/documents/$file" unnamed
  >   hexapla segment --lang nl unnamed | head -3
  > done
  hexapla: unnamed: note: left out what is hidden: 1 slide
  De titel
  
  Ondertitel
  hexapla: unnamed: note: left out what is hidden: 1 sheet
  Een
  
  Naam
  Een boek
  
  Over van alles.

Their paragraphs are known by the cell, or the page, they stand in.

  $ for file in sheets.xlsx sheets.ods book.epub; do
  >   hexapla segment -q --lang nl -f json "$ROOT/tests/cases/documents/$file" |
  >     sed -n 's/^ *"id": //p' | head -3
  > done
  "Een",
  "Een!A1",
  "Een!B1",
  "Prices",
  "Prices!A1",
  "Prices!AB1",
  "OEBPS/een.xhtml",
  "OEBPS/een.xhtml",
  "OEBPS/een.xhtml",

So is one that unpacks to more than the limit, with little memory.

  $ python3 - << 'END'
  > import zipfile
  > with zipfile.ZipFile("bomb.docx", "w", zipfile.ZIP_DEFLATED) as z:
  >     z.writestr("_rels/.rels", '<R><Relationship Type="/officeDocument" '
  >         'Target="d.xml"/></R>')
  >     with z.open("d.xml", "w", force_zip64=True) as f:
  >         f.write(b"<d>")
  >         for _ in range(65):
  >             f.write(b" " * (1 << 20))
  > END
  $ python3 - << 'END'
  > import zipfile
  > part = '<Relationship Type="/header" Target="h.xml"/>'
  > with zipfile.ZipFile("again.docx", "w", zipfile.ZIP_DEFLATED) as z:
  >     z.writestr("_rels/.rels", '<R><Relationship Type="/officeDocument" '
  >         'Target="d.xml"/></R>')
  >     z.writestr("_rels/d.xml.rels", "<R>" + part * 1000 + "</R>")
  >     z.writestr("d.xml", "<w:document/>")
  >     z.writestr("h.xml", "<d>" + " " * (1 << 24) + "</d>")
  > END
  $ hexapla segment --lang en again.docx
  hexapla: again.docx: a part of the document unpacks to more than 1 GiB or 300 times its size, the limits
  [3]
  $ hexapla segment --lang en bomb.docx
  hexapla: bomb.docx: a part of the document unpacks to more than 1 GiB or 300 times its size, the limits
  [3]

So is one whose cells share a long text.

  $ python3 - << 'END'
  > import zipfile
  > def part(name, target):
  >     return '<Relationship Id="%s" Type="/%s" Target="%s"/>' % (
  >         name, name, target)
  > with zipfile.ZipFile("shared.xlsx", "w", zipfile.ZIP_DEFLATED) as z:
  >     z.writestr("_rels/.rels", "<R>" + part("officeDocument", "w.xml") + "</R>")
  >     z.writestr("_rels/w.xml.rels", "<R>" + part("worksheet", "s.xml") +
  >         part("sharedStrings", "t.xml") + "</R>")
  >     z.writestr("w.xml", '<workbook xmlns:r="r"><sheets><sheet name="A" '
  >         'r:id="worksheet"/></sheets></workbook>')
  >     z.writestr("s.xml", "<worksheet><sheetData><row>" +
  >         '<c t="s"><v>0</v></c>' * 1000 + "</row></sheetData></worksheet>")
  >     z.writestr("t.xml", "<sst><si><t>" + "x " * (1 << 19) + "</t></si></sst>")
  > END
  $ hexapla segment --lang en shared.xlsx -o out
  hexapla: shared.xlsx: a part of the document unpacks to more than 1 GiB or 300 times its size, the limits
  [3]

So is a paragraph without end: of codes, or of text.

  $ python3 -c 'print("<title>A page</title>\n <p>A" + "<b>b" * (1 << 18))' \
  >   > codes.en.html
  $ hexapla segment codes.en.html -o out
  hexapla: codes.en.html:2:5: the paragraph and its codes are larger than 64 MiB, the limit
  [3]
  $ python3 -c 'print("<title>A page</title>\n <p>" + "A b " * (17 << 20))' \
  >   > text.en.html
  $ hexapla segment text.en.html -o out
  hexapla: text.en.html:2:5: the paragraph and its codes are larger than 64 MiB, the limit
  [3]

A line of Markdown as long is refused as it is read, whatever it is.

  $ python3 -c 'print("# A\n\n    " + "A b " * (17 << 20))' > line.en.md
  $ hexapla segment line.en.md -o out
  hexapla: line.en.md:3:1: the line is longer than 67108864 bytes, the limit
  [3]

A tag has no more than 4096 attributes.

  $ python3 -c 'print("<p>A</p>\n<p", "x=a y=\"b c\"z/" * 1365, "x>B</p>")' \
  >   > tag.en.html
  $ hexapla segment tag.en.html | tail -1
  B
  $ sed 's/x>B/x x>B/' tag.en.html > tags.en.html
  $ hexapla segment tags.en.html -o out
  hexapla: tags.en.html:2:17752: a tag has more than 4096 attributes, the limit
  [3]
  $ ls | grep '^out'
  [1]

Markdown says more by its marks than a page does by its tags.

  $ cat > guide.en.md << 'END'
  > ---
  > title: left out
  > ---
  > # Start here
  > Press *Start*. Then read [the guide](guide.html "All of it")[^1].
  > 
  > | Key | What it does |
  > |-----|--------------|
  > | F1  | Helps        |
  > 
  > [^1]: It is long.
  > END
  $ hexapla segment -f tsv guide.en.md | cut -f1,5
  0	Start here
  1	Press Start.
  1	Then read the guide.
  2	All of it
  3	Key
  4	What it does
  5	F1
  6	Helps
  7	It is long.
  $ sed 's/Press/Druk op/; s/Then read/Lees dan/; s/the guide/de gids/' \
  >   guide.en.md > guide.nl.md
  $ hexapla align guide.en.md guide.nl.md -o guide.tmx
  $ grep 'guide.html' guide.tmx
          <seg>Then read <bpt i="1" type="link">[</bpt>the guide<ept i="1">](guide.html "All of it")</ept><ph type="fnote">[^1]</ph>.</seg>
          <seg>Lees dan <bpt i="1" type="link">[</bpt>de gids<ept i="1">](guide.html "All of it")</ept><ph type="fnote">[^1]</ph>.</seg>

Texts of programs are read with their placeholders as codes; of bilingual files
the side is read that is asked for.

  $ cat > app.en.json << 'END'
  > { "menu": { "open": "Open {name}", "left": "{{count}} left. Go on?" } }
  > END
  $ hexapla segment -f json app.en.json | grep -E '"(id|text)"'
      "id": "menu.open",
      "text": "Open {name}"
      "id": "menu.left",
      "text": "{{count}} left."
      "id": "menu.left",
      "text": "Go on?"
  $ cat > app.po << 'END'
  > msgid ""
  > msgstr "Language: nl\n"
  > 
  > msgid "Open %s"
  > msgstr "Open %s nu"
  > 
  > msgid "No %d files. Go on?"
  > msgstr "Geen %d bestanden. Doorgaan?"
  > END
  $ hexapla segment nl=app.po
  Open %s nu
  
  Geen %d bestanden.
  Doorgaan?
  $ hexapla align en=app.po nl=app.po | grep -c '<seg>.*<ph type="placeholder">'
  4
  $ hexapla segment fr=app.po
  hexapla: app.po: there is no text in fr; the units are in en and nl
  [3]

A bilingual file is aligned with itself.

  $ cp "$ROOT"/tests/cases/documents/places.po sides.po
  $ hexapla align sides.po -f tsv
  hexapla: warning: 2 inline codes left out
  en	nl
  One "q".	Een "q".
  Two.	Twee.
  Three.	Drie.
  Four.	Vier.
  $ printf 'msgid "A"\nmsgstr ""\n' > half.po
  $ hexapla align half.po
  hexapla: align needs two files or more: the source first, then its translations
  try 'hexapla align --help'
  [2]

The text of a PDF comes from pdftotext; here a script stands for it.

  $ mkdir bin
  $ cat > bin/pdftotext << 'END'
  > #!/bin/sh
  > read -r head
  > [ "$head" = "%PDF-1.7" ] || exit 1
  > printf 'The mill\nThe wheel is moved by the wa-\nter that comes\nPage 1\n\f'
  > printf 'The mill\ndown from the hill.\nPage 2\n\f'
  > END
  $ chmod +x bin/pdftotext
  $ echo "%PDF-1.7" > mill.en.pdf
  $ echo "%PDF-1.0" > locked.en.pdf
  $ hexapla=$(command -v hexapla)
  $ PATH="$PWD/bin:$PATH" hexapla segment mill.en.pdf
  The mill
  
  The wheel is moved by the water that comes down from the hill.
  
  Page 1
  
  The mill
  
  Page 2
  $ PATH="$PWD/bin:$PATH" hexapla segment --drop-repeated mill.en.pdf
  The wheel is moved by the water that comes down from the hill.
  $ PATH="$PWD/bin:$PATH" hexapla segment locked.en.pdf
  hexapla: locked.en.pdf: pdftotext cannot read it: the file is damaged, or has a password
  [3]
  $ PATH=/nowhere "$hexapla" segment mill.en.pdf
  hexapla: mill.en.pdf: PDF is read by pdftotext (of Poppler): pdftotext is not installed
  [4]

What a file is counts more than what it is called.

  $ cp "$ROOT/tests/cases/documents/hidden.odt" renamed.txt
  $ hexapla segment --lang en renamed.txt | head -1
  hexapla: renamed.txt: note: read as odf, which it is, though its name says txt
  hexapla: renamed.txt: note: left out what is hidden: 2 texts
  The title
  $ printf '\320\317\021\340\241\261\032\341' > letter.doc
  $ hexapla segment --lang en letter.doc
  hexapla: letter.doc: an old office document, or one with a password: save it in the new format, without a password
  [3]
  $ hexapla segment --lang en "$ROOT/tests/cases/documents/denies.html" -o out
  hexapla: */denies.html: note: read as UTF-8, as its bytes are, though it says windows-1252 (glob)

Headers and footers of other documents can be left out, too.

  $ hexapla segment -qm paragraph "$ROOT/tests/cases/documents/word.docx" \
  >   --lang nl | tail -2
  
  Onderaan
  $ hexapla segment -qm paragraph "$ROOT/tests/cases/documents/word.docx" \
  >   --lang nl --drop-repeated | tail -1
  De eindnoot.

Subtitles give whole sentences, with the times in them.

  $ cat > film.en.srt << 'END'
  > 1
  > 00:00:01,000 --> 00:00:02,500
  > This sentence goes on
  > 
  > 2
  > 00:00:02,600 --> 00:00:04,000
  > over <i>two</i> cues. Is it over?
  > END
  $ hexapla segment film.en.srt
  This sentence goes on over two cues.
  Is it over?
  $ sed 's/This sentence goes on/Deze zin gaat door/; s/over <i>two.*/over <i>twee<\/i> titels. Is hij uit?/' \
  >   film.en.srt > film.nl.srt
  $ hexapla align film.en.srt film.nl.srt -o film.tmx
  $ grep '<seg>' film.tmx
          <seg><ph type="cue">00:00:01,000 --&gt; 00:00:02,500</ph>This sentence goes on <ph type="cue">00:00:02,600 --&gt; 00:00:04,000</ph>over <bpt i="1" type="italic">&lt;i&gt;</bpt>two<ept i="1">&lt;/i&gt;</ept> cues.</seg>
          <seg><ph type="cue">00:00:01,000 --&gt; 00:00:02,500</ph>Deze zin gaat door <ph type="cue">00:00:02,600 --&gt; 00:00:04,000</ph>over <bpt i="1" type="italic">&lt;i&gt;</bpt>twee<ept i="1">&lt;/i&gt;</ept> titels.</seg>
          <seg>Is it over?</seg>
          <seg>Is hij uit?</seg>
  $ printf '1\n00:00:01,000 -> 00:00:02,500\nText\n' > bad.en.srt
  $ hexapla segment bad.en.srt
  hexapla: bad.en.srt:2:14: no time of a subtitle; it looks like 00:01:02,500 --> 00:01:04,000
  [3]

XML of a kind that is not known is plain text, but not in silence.

  $ printf '<?xml version="1.0"?>\n<strings><s>One.</s></strings>\n' > s.xml
  $ hexapla segment en=s.xml > out
  hexapla: s.xml: note: XML of no known kind is read as plain text, tags and all
  $ hexapla segment --input-format txt en=s.xml | diff out -

Entries with the same key go together, and none is merged with another; what one
file lacks stays alone.

  $ cat > ui.en.json << 'END'
  > {"file": "File", "edit": "Edit", "one": "1", "two": "2",
  >  "save": "Save", "help": "Help", "about": "About"}
  > END
  $ cat > ui.de.json << 'END'
  > {"file": "Datei", "edit": "Bearbeiten", "one": "1", "two": "2",
  >  "save": "Sichern", "about": "Info"}
  > END
  $ hexapla align ui.en.json ui.de.json -f beads | cut -f 1,2
  en\tde (esc)
  0\t0 (esc)
  1\t1 (esc)
  2\t2 (esc)
  3\t3 (esc)
  4\t4 (esc)
  5\t- (esc)
  6\t5 (esc)
  $ hexapla align ui.en.json ui.de.json --explain=7 | grep entries
  \s+entries +\+[0-9.]+  have the same key (re)

Catalogues whose messages are keys have the text of their language, English
too, as a translation.

  $ printf 'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "k.open"\nmsgstr "Open a file"\n\nmsgid "k.ten"\nmsgstr "10"\n' > keys.en.po
  $ printf 'msgid ""\nmsgstr "Language: nl\\n"\n\nmsgid "k.open"\nmsgstr "Een bestand openen"\n\nmsgid "k.ten"\nmsgstr "10"\n' > keys.nl.po
  $ hexapla align keys.en.po keys.nl.po -f tsv
  en\tnl (esc)
  Open a file\tEen bestand openen (esc)
  10\t10 (esc)
