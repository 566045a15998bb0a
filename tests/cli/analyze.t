What a store has for the segments of files: of documents and of units.

  $ cat > m.tsv <<END
  > en	nl
  > Open the file.	Open het bestand.
  > Close the red window now.	Sluit nu het rode venster.
  > Page 12 of the report.	Pagina 12 van het rapport.
  > END
  $ hexapla memory add -q s.db m.tsv
  $ cat > a.en.txt <<END
  > Open the file. Close the red window now. Close the blue window now.
  > 
  > Close the blue window now. A completely new text stands here. A completely new text stood here.
  > END
  $ printf '# Close the blue window now.\n\nOpen\nthe *file*. Page 13 of the report.\n' > b.md
  $ hexapla memory analyze s.db --from en --to nl a.en.txt b.md
  a.en.txt
  match        segments  words  characters  no spaces  tags  rate  weighted
  context             2      8          39         33     0     0         0
  100                 0      0           0          0     0    10         0
  repetitions         1      5          26         22     0    10         1
  cross-file          0      0           0          0     0    10         0
  95-99               0      0           0          0     0    30         0
  85-94               0      0           0          0     0    50         0
  75-84               1      5          26         22     0    70         4
  50-74               0      0           0          0     0   100         0
  new                 2     12          67         57     0   100        12
  total               6     30         158        134     0              16
  
  b.md
  match        segments  words  characters  no spaces  tags  rate  weighted
  context             0      0           0          0     0     0         0
  100                 0      0           0          0     0    10         0
  repetitions         0      0           0          0     0    10         0
  cross-file          1      5          26         22     0    10         1
  95-99               2      8          36         30     2    30         2
  85-94               0      0           0          0     0    50         0
  75-84               0      0           0          0     0    70         0
  50-74               0      0           0          0     0   100         0
  new                 0      0           0          0     0   100         0
  total               3     13          62         52     2               3
  
  all files
  match        segments  words  characters  no spaces  tags  rate  weighted
  context             2      8          39         33     0     0         0
  100                 0      0           0          0     0    10         0
  repetitions         1      5          26         22     0    10         1
  cross-file          1      5          26         22     0    10         1
  95-99               2      8          36         30     2    30         2
  85-94               0      0           0          0     0    50         0
  75-84               1      5          26         22     0    70         4
  50-74               0      0           0          0     0   100         0
  new                 2     12          67         57     0   100        12
  total               9     43         220        186     2              19
  $ hexapla memory analyze s.db --from en --to nl --internal -f csv a.en.txt | tr -d '\r'
  file,match,segments,words,characters,characters_without_spaces,tags,rate,weighted_words
  a.en.txt,context,2,8,39,33,0,0,0.00
  a.en.txt,100,0,0,0,0,0,10,0.00
  a.en.txt,repetitions,1,5,26,22,0,10,0.50
  a.en.txt,cross-file,0,0,0,0,0,10,0.00
  a.en.txt,95-99,0,0,0,0,0,30,0.00
  a.en.txt,85-94,1,6,33,28,0,50,3.00
  a.en.txt,75-84,1,5,26,22,0,70,3.50
  a.en.txt,50-74,0,0,0,0,0,100,0.00
  a.en.txt,new,1,6,34,29,0,100,6.00
  a.en.txt,total,6,30,158,134,0,,13.00
  ,context,2,8,39,33,0,0,0.00
  ,100,0,0,0,0,0,10,0.00
  ,repetitions,1,5,26,22,0,10,0.50
  ,cross-file,0,0,0,0,0,10,0.00
  ,95-99,0,0,0,0,0,30,0.00
  ,85-94,1,6,33,28,0,50,3.00
  ,75-84,1,5,26,22,0,70,3.50
  ,50-74,0,0,0,0,0,100,0.00
  ,new,1,6,34,29,0,100,6.00
  ,total,6,30,158,134,0,,13.00
  $ hexapla memory analyze s.db --from en --to nl m.tsv -f csv | grep -v ',0,0,0,' | tr -d '\r'
  file,match,segments,words,characters,characters_without_spaces,tags,rate,weighted_words
  m.tsv,context,3,13,61,51,0,0,0.00
  m.tsv,total,3,13,61,51,0,,0.00
  ,context,3,13,61,51,0,0,0.00
  ,total,3,13,61,51,0,,0.00
  $ hexapla memory analyze s.db --from en --to nl -o report.json b.md && head -22 report.json
  b.md
  match        segments  words  characters  no spaces  tags  rate  weighted
  context             0      0           0          0     0     0         0
  100                 0      0           0          0     0    10         0
  repetitions         0      0           0          0     0    10         0
  cross-file          0      0           0          0     0    10         0
  95-99               2      8          36         30     2    30         2
  85-94               0      0           0          0     0    50         0
  75-84               1      5          26         22     0    70         4
  50-74               0      0           0          0     0   100         0
  new                 0      0           0          0     0   100         0
  total               3     13          62         52     2               6
  $ hexapla memory analyze s.db --from en --to nl -f json -o report.json b.md && head -22 report.json
  {
    "files": [
      {
        "file": "b.md",
        "bands": [
          {
            "match": "context",
            "rate": 0,
            "segments": 0,
            "words": 0,
            "characters": 0,
            "characters_without_spaces": 0,
            "tags": 0,
            "weighted_words": 0.00
          },
          {
            "match": "100",
            "rate": 10,
            "segments": 0,
            "words": 0,
            "characters": 0,
            "characters_without_spaces": 0,
  $ tail -11 report.json
      ],
      "total": {
        "segments": 3,
        "words": 13,
        "characters": 62,
        "characters_without_spaces": 52,
        "tags": 2,
        "weighted_words": 5.90
      }
    }
  }
  $ echo 'Open the file.' | hexapla memory analyze s.db --from en --to nl - | sed -n 1,4p
  -
  match        segments  words  characters  no spaces  tags  rate  weighted
  context             0      0           0          0     0     0         0
  100                 1      3          14         12     0    10         0

What words count for.

  $ printf '# ours\n95-99 = 40\nnew = 75\n' > rates.ini
  $ hexapla memory analyze s.db --from en --to nl --rates rates.ini --rate 75-84=80 a.en.txt | awk '{ print $1, $(NF - 1), $NF }'
  a.en.txt a.en.txt a.en.txt
  match rate weighted
  context 0 0
  100 10 0
  repetitions 10 1
  cross-file 10 0
  95-99 40 0
  85-94 50 0
  75-84 80 4
  50-74 100 0
  new 75 9
  total 0 14

Codes are counted; ids are context.

  $ cat > c.xlf <<END
  > <xliff version="1.2"><file original="c" source-language="en" datatype="plaintext"><body>
  > <trans-unit id="1"><source>Press <g id="1">Save</g> now</source></trans-unit>
  > <trans-unit id="2"><source>Cancel</source></trans-unit>
  > </body></file></xliff>
  > END
  $ cat > d.tmx <<END
  > <tmx version="1.4"><header creationtool="a" creationtoolversion="1" segtype="block" o-tmf="c" adminlang="en" srclang="en" datatype="plaintext"/><body>
  > <tu tuid="2"><tuv xml:lang="en"><seg>Cancel</seg></tuv><tuv xml:lang="nl"><seg>Annuleren</seg></tuv></tu>
  > <tu tuid="1"><tuv xml:lang="en"><seg>Press Save now</seg></tuv><tuv xml:lang="nl"><seg>Druk op Opslaan</seg></tuv></tu>
  > </body></tmx>
  > END
  $ hexapla memory add -q d.db d.tmx
  $ hexapla memory analyze d.db --from en --to nl c.xlf | awk '$2 != 0'
  c.xlf
  match        segments  words  characters  no spaces  tags  rate  weighted
  context             1      1           6          6     0     0         0
  95-99               1      3          14         12     2    30         1
  total               2      4          20         18     2               1
  $ hexapla memory lookup d.db --from en --to nl --document -f tsv c.xlf
  0\t99\t100\t100\tPress Save now\tDruk op Opslaan (esc)
  1\t101\t100\t100\tCancel\tAnnuleren (esc)

A store that has nothing in these languages.

  $ hexapla memory analyze s.db --from en --to fr a.en.txt -f csv
  hexapla: s.db: there are no texts in en with a translation in fr; the languages here are: en, nl; so all is new
  file,match,segments,words,characters,characters_without_spaces,tags,rate,weighted_words\r (esc)
  a.en.txt,context,0,0,0,0,0,0,0.00\r (esc)
  a.en.txt,100,0,0,0,0,0,10,0.00\r (esc)
  a.en.txt,repetitions,1,5,26,22,0,10,0.50\r (esc)
  a.en.txt,cross-file,0,0,0,0,0,10,0.00\r (esc)
  a.en.txt,95-99,0,0,0,0,0,30,0.00\r (esc)
  a.en.txt,85-94,0,0,0,0,0,50,0.00\r (esc)
  a.en.txt,75-84,0,0,0,0,0,70,0.00\r (esc)
  a.en.txt,50-74,0,0,0,0,0,100,0.00\r (esc)
  a.en.txt,new,5,25,132,112,0,100,25.00\r (esc)
  a.en.txt,total,6,30,158,134,0,,25.50\r (esc)
  ,context,0,0,0,0,0,0,0.00\r (esc)
  ,100,0,0,0,0,0,10,0.00\r (esc)
  ,repetitions,1,5,26,22,0,10,0.50\r (esc)
  ,cross-file,0,0,0,0,0,10,0.00\r (esc)
  ,95-99,0,0,0,0,0,30,0.00\r (esc)
  ,85-94,0,0,0,0,0,50,0.00\r (esc)
  ,75-84,0,0,0,0,0,70,0.00\r (esc)
  ,50-74,0,0,0,0,0,100,0.00\r (esc)
  ,new,5,25,132,112,0,100,25.00\r (esc)
  ,total,6,30,158,134,0,,25.50\r (esc)

Bad input.

  $ hexapla memory analyze s.db --from en --to nl
  hexapla: memory analyze takes a STORE and FILEs
  try 'hexapla memory analyze --help'
  [2]
  $ hexapla memory analyze s.db --from en a.en.txt
  hexapla: memory analyze needs --from and --to; the languages of s.db are: en, nl
  try 'hexapla memory analyze --help'
  [2]
  $ hexapla memory analyze s.db --from en --to nl a.en.txt none.txt
  hexapla: none.txt: no such file or directory
  [3]
  $ hexapla memory analyze s.db --from en --to nl --rate 90-94=3 a.en.txt
  hexapla: '90-94=3' is no rate such as 85-94=50
  try 'hexapla memory analyze --help'
  [2]
  $ hexapla memory analyze s.db --from en --to nl --rate new a.en.txt
  hexapla: 'new' is no rate such as 85-94=50
  try 'hexapla memory analyze --help'
  [2]
  $ printf 'new = -1\n' > bad.ini
  $ hexapla memory analyze s.db --from en --to nl --rates bad.ini a.en.txt
  hexapla: bad.ini:1:1: 'new = -1' is no rate such as 85-94 = 50
  [3]
  $ hexapla memory analyze s.db --from en --to nl --rates none.ini a.en.txt
  hexapla: none.ini: no such file or directory
  [3]
  $ hexapla memory analyze s.db --from en --to nl --input-format nothing a.en.txt
  hexapla: there is no document format 'nothing'
  try 'hexapla memory analyze --help'
  [2]
  $ echo '<tmx' > broken.tmx
  $ hexapla memory analyze s.db --from en --to nl -o out.csv broken.tmx -f csv
  hexapla: broken.tmx:1:1: the file ends inside a tag
  [3]
  $ test -e out.csv
  [1]
  $ hexapla memory analyze s.db --from en --to nl a.en.txt > /dev/full
  hexapla: standard output: no space left on device
  [4]
  $ hexapla memory lookup s.db --from en --to nl --input-format html a.en.txt
  hexapla: --input-format is for --document
  try 'hexapla memory lookup --help'
  [2]
