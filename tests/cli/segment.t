The article has the segments that its gold beads count.

  $ for tag in en nl fr de; do
  >   hexapla segment -f tsv "$TMX/article.$tag.txt" | wc -l
  > done
  14
  16
  14
  16

Text: a segment a line, an empty line between paragraphs, a line break as a
blank.

  $ printf 'One line. And\nanother.\n\nA new\r\nparagraph. Its end.\n' > a.en.txt
  $ hexapla segment --paragraphs blank a.en.txt
  One line.
  And another.
  
  A new paragraph.
  Its end.
  $ hexapla segment --paragraphs line a.en.txt
  One line.
  And
  
  another.
  
  A new
  
  paragraph.
  Its end.

In Chinese and Japanese a line break is nothing.

  $ printf '他说，难的是等\n待。用 Linux\n系统。\n' > a.zh.txt
  $ hexapla segment --paragraphs blank -q a.zh.txt
  他说，难的是等待。
  用 Linux 系统。

TSV: paragraph, segment, start, end, text; places are bytes of the file.

  $ hexapla segment -f tsv --paragraphs blank a.en.txt
  0\t0\t0\t9\tOne line. (esc)
  0\t1\t10\t22\tAnd\\nanother. (esc)
  1\t2\t24\t41\tA new\\r\\nparagraph. (esc)
  1\t3\t42\t50\tIts end. (esc)
  $ printf '\357\273\277Eén\tgat \\ twee. Drie.\n' > b.nl.txt
  $ hexapla segment -f tsv b.nl.txt
  0\t0\t3\t19\tE\xc3\xa9n\\tgat \\\\ twee. (esc)
  0\t1\t20\t25\tDrie. (esc)
  $ tail -c +4 b.nl.txt | head -c 18; echo
  E\xc3\xa9n\tgat \\ twee. D (esc)
  $ hexapla segment -f tsv b.nl.txt | cut -f 3,4 | while read start end; do
  >   tail -c +$((start + 1)) b.nl.txt | head -c $((end - start)); echo
  > done
  E\xc3\xa9n\tgat \\ twee. (esc)
  Drie.

JSON: an array of objects.

  $ hexapla segment -f json b.nl.txt | python3 -c '
  > import json, sys
  > for segment in json.load(sys.stdin):
  >     print(sorted(segment), segment["start"], repr(segment["text"]))'
  ['column', 'end', 'line', 'paragraph', 'segment', 'start', 'text'] 3 'E\xc3\xa9n\\tgat \\\\ twee.' (esc)
  ['column', 'end', 'line', 'paragraph', 'segment', 'start', 'text'] 20 'Drie.'

The language: from the name, before it, or by --lang; data of nl serve nl-BE.

  $ printf 'Hij komt m.b.t. de wet. Zij ook.\n' > c.txt
  $ hexapla segment nl=c.txt
  Hij komt m.b.t. de wet.
  Zij ook.
  $ hexapla segment --lang nl-BE c.txt
  Hij komt m.b.t. de wet.
  Zij ook.
  $ for tag in it-IT es-419 pt-BR da-DK sv-FI pl-PL; do
  >   printf 'It rained. We stayed.\n' | hexapla segment $tag=- > out || echo $tag
  > done
  $ hexapla segment c.txt
  hexapla: c.txt: in which language? name it article.nl.txt, or give nl=c.txt
  try 'hexapla segment --help'
  [2]
  $ hexapla segment german=c.txt
  hexapla: 'german' is not a language tag; did you mean de=c.txt?
  try 'hexapla segment --help'
  [2]
  $ hexapla segment --lang nederlands c.txt
  hexapla: "nederlands" is not a language tag
  try 'hexapla segment --help'
  [2]
  $ hexapla segment nl=- < c.txt
  Hij komt m.b.t. de wet.
  Zij ook.
  $ cp c.txt d.sw.txt; cp c.txt e.sw.txt
  $ hexapla segment d.sw.txt e.sw.txt > out
  hexapla: d.sw.txt: note: no data for the language sw; Unicode's rules alone divide it
  $ hexapla segment -q d.sw.txt > out

Paragraphs or lines as segments; quotations that stay whole.

  $ hexapla segment --mode paragraph --paragraphs blank a.en.txt
  One line. And another.
  
  A new paragraph. Its end.
  $ hexapla segment -m line --paragraphs blank a.en.txt
  One line. And
  another.
  
  A new
  paragraph. Its end.
  $ echo 'He said: “I came. I saw.” Then he left.' > q.en.txt
  $ hexapla segment q.en.txt
  He said: \xe2\x80\x9cI came. (esc)
  I saw.\xe2\x80\x9d (esc)
  Then he left.
  $ hexapla segment --keep-quotes q.en.txt
  He said: \xe2\x80\x9cI came. I saw.\xe2\x80\x9d (esc)
  Then he left.

Why? Each place where a sentence may end.

  $ printf 'It rained.\nDr. Brown came.\tHe sat.\n' > e.en.txt
  $ hexapla segment --explain --paragraphs blank e.en.txt
  e.en.txt:1:10: break after "rained." before "Dr.": full stop, and a new start
  e.en.txt:2:3: no break after "Dr." before "Brown": an abbreviation that ends no sentence (abbreviations.txt)
  e.en.txt:2:15: break after "came." before "He": full stop, and a new start
  e.en.txt:2:23: break after "sat.": the paragraph ends
  $ hexapla segment --explain -f tsv e.en.txt | head -n 2
  0\t9\t10\tbreak\tthe paragraph ends\trained.\t (esc)
  1\t13\t14\tnone\tan abbreviation that ends no sentence (abbreviations.txt)\tDr.\tBrown (esc)
  $ hexapla segment --explain -f json q.en.txt | python3 -c '
  > import json, sys
  > for decision in json.load(sys.stdin):
  >     print(decision["start"], decision["decision"], decision["reason"])'
  18 break full stop, and a new start
  25 break full stop, and a new start
  42 break the paragraph ends

Several files follow one another.

  $ hexapla segment --paragraphs blank a.en.txt nl=c.txt
  One line.
  And another.
  
  A new paragraph.
  Its end.
  
  Hij komt m.b.t. de wet.
  Zij ook.

An empty file has no segments.

  $ : > f.en.txt
  $ hexapla segment f.en.txt
  hexapla: f.en.txt: warning: no text in it
  $ hexapla segment -f json f.en.txt
  hexapla: f.en.txt: warning: no text in it
  []
  $ printf ' \n\n\t\n' > g.en.txt
  $ hexapla segment -f tsv g.en.txt
  hexapla: g.en.txt: warning: no text in it

Lines that end in CR alone, also long ones.

  $ for i in 255 256 257 767 768 769 2000; do printf "%0${i}d\r" 1; done > cr.en.txt
  $ hexapla segment --paragraphs line -f tsv cr.en.txt | cut -f 1-4
  0\t0\t0\t255 (esc)
  1\t1\t256\t512 (esc)
  2\t2\t513\t770 (esc)
  3\t3\t771\t1538 (esc)
  4\t4\t1539\t2307 (esc)
  5\t5\t2308\t3077 (esc)
  6\t6\t3078\t5078 (esc)
