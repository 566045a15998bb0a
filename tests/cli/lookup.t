Units like each line; an empty line counts.

  $ cat > a.tsv <<END
  > en	nl
  > Open the file	Open het bestand
  > Open the red file	Open het rode bestand
  > Close the window	Sluit het venster
  > END
  $ hexapla memory add -q s.db a.tsv
  $ printf 'Open the file\n\nopen the file.\nclose window\nnothing\n' > q.txt
  $ hexapla memory lookup s.db --from en --to nl q.txt
  Open the file
   100  Open the file
        Open het bestand
        words 100 %, characters 100 %; main
    76  Open the red file
        Open het rode bestand
        words 75 %, characters 76 %; main
  open the file.
    92  Open the file
        Open het bestand
        words 75 %, characters 92 %; main
    70  Open the red file
        Open het rode bestand
        words 50 %, characters 70 %; main
  close window
    75  Close the window
        Sluit het venster
        words 66 %, characters 75 %; main
  nothing
  $ hexapla memory lookup s.db --from en --to nl -f tsv < q.txt
  0\t100\t100\t100\tOpen the file\tOpen het bestand (esc)
  0\t76\t75\t76\tOpen the red file\tOpen het rode bestand (esc)
  2\t92\t75\t92\tOpen the file\tOpen het bestand (esc)
  2\t70\t50\t70\tOpen the red file\tOpen het rode bestand (esc)
  3\t75\t66\t75\tClose the window\tSluit het venster (esc)
  $ hexapla memory lookup s.db --from en --to nl -f tsv --top 1 --min 90 q.txt
  0\t100\t100\t100\tOpen the file\tOpen het bestand (esc)
  2\t92\t75\t92\tOpen the file\tOpen het bestand (esc)
  $ hexapla memory lookup s.db --from en --to nl -f tsv --by words q.txt
  0\t100\t100\t100\tOpen the file\tOpen het bestand (esc)
  0\t75\t75\t76\tOpen the red file\tOpen het rode bestand (esc)
  2\t75\t75\t92\tOpen the file\tOpen het bestand (esc)
  $ hexapla memory lookup s.db --from nl-BE --to en -f tsv - <<END
  > sluit de vensters
  > END
  0\t82\t33\t82\tSluit het venster\tClose the window (esc)
  $ hexapla memory lookup s.db --from en --to nl -f json --top 1 --min 95 q.txt
  [
    {
      "number": 0,
      "query": "Open the file",
      "matches": [
        {
          "score": 100,
          "words": 100,
          "characters": 100,
          "source_language": "en",
          "source": "Open the file",
          "target_language": "nl",
          "target": "Open het bestand",
          "memory": "main",
          "penalties": {},
          "attributes": {},
          "properties": []
        }
      ]
    },
    {
      "number": 1,
      "query": "",
      "matches": []
    },
    {
      "number": 2,
      "query": "open the file.",
      "matches": []
    },
    {
      "number": 3,
      "query": "close window",
      "matches": []
    },
    {
      "number": 4,
      "query": "nothing",
      "matches": []
    }
  ]

What differs stands out.

  $ echo 'Open the blue file' | hexapla memory lookup s.db --from en --to nl --top 1 --color=always | cat -v
  ^[[1mOpen the blue file^[[0m
    77  Open the ^[[1;31mred^[[0m file
        Open het rode bestand
        words 75 %, characters 77 %; main

Sentences of a text, with what stands around them.

  $ echo 'Hello there. Open the file. Open the red file. Close the window.' > doc.en.txt
  $ printf 'en\tnl\nOpen the file.\tOpen het bestand.\nOpen the red file.\tOpen het rode bestand.\n' > b.tsv
  $ hexapla memory add -q --memory more s.db b.tsv
  $ hexapla memory lookup s.db --from en --to nl --document -f tsv --top 1 doc.en.txt
  1\t101\t100\t100\tOpen the file.\tOpen het bestand. (esc)
  2\t101\t100\t100\tOpen the red file.\tOpen het rode bestand. (esc)
  3\t94\t75\t94\tClose the window\tSluit het venster (esc)
  $ hexapla memory lookup s.db --from en --to nl --memory main -f tsv --top 1 doc.en.txt --document
  1\t92\t75\t92\tOpen the file\tOpen het bestand (esc)
  2\t94\t80\t94\tOpen the red file\tOpen het rode bestand (esc)
  3\t94\t75\t94\tClose the window\tSluit het venster (esc)

The index may go, and may be damaged.

  $ rm ./*-en.index
  $ echo 'Open the file' | hexapla memory lookup s.db --from en --to nl -f tsv --min 100
  0\t100\t100\t100\tOpen the file\tOpen het bestand (esc)
  $ for index in *-en.index; do echo damaged > "$index"; done
  $ echo 'Open the file' | hexapla memory lookup s.db --from en --to nl -f tsv --min 100
  0\t100\t100\t100\tOpen the file\tOpen het bestand (esc)

Penalties.

  $ printf 'en-US\tnl\ncolor\tkleur\n' | hexapla memory add -q s.db - --input-format tsv
  $ echo color | hexapla memory lookup s.db --from en-GB --to nl
  color
    99  color
        kleur
        words 100 %, characters 100 %; main; language -1
  $ echo color | hexapla memory lookup s.db --from en-GB --to nl -f tsv --penalty language=7
  0\t93\t100\t100\tcolor\tkleur (esc)
  $ echo color | hexapla memory lookup s.db --from en --to nl -f tsv
  0\t100\t100\t100\tcolor\tkleur (esc)

Long lines and control characters.

  $ printf 'x%.0s' $(seq 20000) | hexapla memory lookup s.db --from en --to nl -f tsv
  hexapla: warning: queries with more than 16383 characters are not compared: 1
  $ printf 'Open\001the file\n' | hexapla memory lookup s.db --from en --to nl -f tsv --top 1
  0\t92\t75\t92\tOpen the file\tOpen het bestand (esc)

What nobody has reviewed, and what a machine made, costs points.

  $ cat > states.xlf <<'END'
  > <xliff version="1.2"><file original="a" source-language="en" target-language="nl" datatype="plaintext"><body>
  > <trans-unit id="1"><source>A window opens.</source><target state="needs-review-translation">a</target></trans-unit>
  > <trans-unit id="2"><source>A window opens.</source><target state="final">b</target></trans-unit>
  > <trans-unit id="3" approved="no"><source>A window opens.</source><target>c</target></trans-unit>
  > <trans-unit id="4"><source>A window opens.</source><target state-qualifier="mt-suggestion">d</target></trans-unit>
  > </body></file></xliff>
  > END
  $ cat > proposals.tmx <<'END'
  > <tmx version="1.4"><header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a" adminlang="en" srclang="en" datatype="plaintext"/><body>
  > <tu tuid="5"><prop type="x-hexapla-match">75</prop><tuv xml:lang="en"><seg>A window opens.</seg></tuv><tuv xml:lang="nl"><seg>e</seg></tuv></tu>
  > <tu tuid="6"><prop type="x-hexapla-match">101</prop><tuv xml:lang="en"><seg>A window opens.</seg></tuv><tuv xml:lang="nl"><seg>f</seg></tuv></tu>
  > </body></tmx>
  > END
  $ hexapla memory add -q states.db states.xlf proposals.tmx
  $ echo 'A window opens.' | hexapla memory lookup states.db --from en --to nl --top 9
  A window opens.
   100  A window opens.
        f
        words 100 %, characters 100 %; main, 6
   100  A window opens.
        b
        words 100 %, characters 100 %; main, 2
    98  A window opens.
        e
        words 100 %, characters 100 %; main, 5; unreviewed -2
    98  A window opens.
        c
        words 100 %, characters 100 %; main, 3; unreviewed -2
    98  A window opens.
        a
        words 100 %, characters 100 %; main, 1; unreviewed -2
    97  A window opens.
        d
        words 100 %, characters 100 %; main, 4; machine -3

Bad input.

  $ hexapla memory lookup s.db --from en --to fr q.txt
  hexapla: s.db: there are no texts in en with a translation in fr; the languages here are: en, nl, en-US
  [3]
  $ hexapla memory lookup s.db --from fr --to nl q.txt
  hexapla: s.db: there are no texts in fr with a translation in nl; the languages here are: en, nl, en-US
  [3]
  $ hexapla memory lookup s.db --from en q.txt
  hexapla: memory lookup needs --from and --to; the languages of s.db are: en, nl, en-US
  try 'hexapla memory lookup --help'
  [2]
  $ hexapla memory lookup s.db --from en --to nl_NL q.txt
  hexapla: 'nl_NL' is no language tag
  try 'hexapla memory lookup --help'
  [2]
  $ hexapla memory lookup s.db --from en --to nl --min 0 q.txt
  hexapla: --min takes a score from 1 to 102
  try 'hexapla memory lookup --help'
  [2]
  $ hexapla memory lookup s.db --from en --to nl --penalty age=3 q.txt
  hexapla: 'age=3' is no penalty such as machine=5
  try 'hexapla memory lookup --help'
  [2]
  $ hexapla memory lookup none.db --from en --to nl q.txt
  hexapla: none.db: no such file or directory
  [3]
  $ hexapla memory lookup s.db --from en --to nl none.txt
  hexapla: none.txt: no such file or directory
  [3]
