What a memory holds, for people.

  $ hexapla stats "$TMX/with-notes.tmx"
  units            2
  duplicates       0
  untranslated     0
  with a date      1
  oldest           2024-01-31T09:45:00Z
  newest           2024-02-01T10:15:00Z
  source language  en
  
  language  texts  empty  words  characters
  en            2      0      7          63
  nl            1      0      5          34
  nl-NL         1      0      7          46
  fr            1      0      2          27
  de            1      0      2          29
  
  source  target  units
  en      nl          1
  en      nl-NL       1
  en      fr          1
  en      de          1
  
  tool     uses
  hexapla     1
  editor      1
  
  property  uses
  client       1
  domain       2
  quality      1
  $ printf 'en\tnl\nOne two\tEen twee\nOne two\tEen twee\nThree\t\n' > a.tsv
  $ hexapla stats a.tsv - < a.tsv
  a.tsv
  units            3
  duplicates       1
  untranslated     1
  with a date      0
  source language  en
  
  language  texts  empty  words  characters
  en            3      0      5          19
  nl            2      0      4          16
  
  source  target  units
  en      nl          2
  
  -
  units            3
  duplicates       1
  untranslated     1
  with a date      0
  source language  en
  
  language  texts  empty  words  characters
  en            3      0      5          19
  nl            2      0      4          16
  
  source  target  units
  en      nl          2

For programs.

  $ hexapla stats -f json a.tsv -o a.json
  $ cat a.json
  {
    "files": [
      {
        "file": "a.tsv",
        "units": 3,
        "duplicates": 1,
        "untranslated": 1,
        "dated": 0,
        "source_language": "en",
        "languages": [
          {
            "language": "en",
            "texts": 3,
            "empty": 0,
            "words": 5,
            "characters": 19
          },
          {
            "language": "nl",
            "texts": 2,
            "empty": 0,
            "words": 4,
            "characters": 16
          }
        ],
        "pairs": [
          {
            "source": "en",
            "target": "nl",
            "units": 2
          }
        ],
        "tools": [],
        "properties": []
      }
    ]
  }

A memory without units, and one with a single one.

  $ printf 'en\tnl\n' > none.tsv
  $ hexapla stats none.tsv
  units            0
  duplicates       0
  untranslated     0
  with a date      0
  source language  en
  $ printf 'en\nOne\n' | hexapla convert - one.tmx --input-format tsv
  $ hexapla stats one.tmx
  hexapla: one.tmx:5:5: warning: the unit has one variant only
  units            1
  duplicates       0
  untranslated     1
  with a date      0
  source language  en
  
  language  texts  empty  words  characters
  en            1      0      1           3
  
  tool     uses
  hexapla     1

Bad input.

  $ hexapla stats
  hexapla: stats needs a FILE; - is standard input
  try 'hexapla stats --help'
  [2]
  $ hexapla stats nothing.tmx
  hexapla: nothing.tmx: no such file or directory
  [3]
  $ echo '<tmx><body><tu>' > broken.tmx
  $ hexapla stats -q a.tsv broken.tmx -o b.json; test -e b.json
  hexapla: broken.tmx:2:1: the file ends inside unit 1; 0 complete units before it
  [1]
