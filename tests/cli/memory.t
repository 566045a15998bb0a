A store is made when units are added; the same file twice changes nothing.

  $ printf 'en\tnl\nOne house\tEen huis\nTwo houses\tTwee huizen\nNo\t\n' > a.tsv
  $ hexapla memory add s.db a.tsv
  hexapla: a.tsv: 2 new, 0 updated, 0 same, 1 skipped
  $ hexapla memory add s.db a.tsv
  hexapla: a.tsv: 0 new, 0 updated, 2 same, 1 skipped
  $ cp "$TMX/with-notes.tmx" notes.tmx
  $ hexapla memory add --memory notes s.db notes.tmx
  hexapla: notes.tmx: 2 new, 0 updated, 0 same, 0 skipped
  $ hexapla memory export s.db -f tsv
  hexapla: warning: 6 notes and properties left out
  hexapla: warning: 22 ids, dates and other attributes left out
  en\tnl\tnl-NL\tfr\tde (esc)
  One house\tEen huis\t\t\t (esc)
  Two houses\tTwee huizen\t\t\t (esc)
  The motion was adopted unanimously.\tDe motie werd eenparig aangenomen.\tDe motie werd met algemene stemmen aangenomen.\t\t (esc)
  Inter-Parliamentary Alliance\t\t\tAlliance interparlementaire\tInterparlamentarische Allianz (esc)
  $ hexapla memory export s.db --memory notes -o exported.tmx
  $ hexapla convert notes.tmx converted.tmx
  $ cmp converted.tmx exported.tmx
  $ sed 's/<tmx /&xmlns:a="urn:a" xmlns:z="urn:z" /; s/<seg>/<seg a:x="1">/; s/datatype="[^"]*"/datatype="html"/' notes.tmx > spaces.tmx
  $ hexapla memory add -q spaces.db notes.tmx spaces.tmx && hexapla memory add --memory b -q spaces.db spaces.tmx
  $ hexapla memory export spaces.db | grep -E -o '<tu |datatype="[a-z]*"| xmlns:.="urn:."' | LC_ALL=C sort | uniq -c | tr -s ' '
   4 xmlns:a="urn:a"
   4 <tu 
   4 datatype="html"
   1 datatype="plaintext"
  $ hexapla memory export s.db --match-source house$ -o house.tsv && cat house.tsv
  en\tnl (esc)
  One house\tEen huis (esc)
  $ hexapla memory stats s.db --memory main
  memory  units
  main        2
  notes       2
  
  units            2
  duplicates       0
  untranslated     0
  with a date      0
  source language  en
  
  language  texts  empty  words  characters
  en            2      0      4          19
  nl            2      0      4          19
  
  source  target  units
  en      nl          2
  $ hexapla memory stats s.db --memory main -f json | head -12
  {
    "memories": [
      {
        "name": "main",
        "units": 2
      },
      {
        "name": "notes",
        "units": 2
      }
    ],
    "content": {

Where the store is when none is named.

  $ HEXAPLA_STORE=s.db hexapla memory export --memory main -f tsv
  en\tnl (esc)
  One house\tEen huis (esc)
  Two houses\tTwee huizen (esc)
  $ XDG_DATA_HOME=$PWD/data hexapla memory add @ a.tsv
  hexapla: a.tsv: 2 new, 0 updated, 0 same, 1 skipped
  $ XDG_DATA_HOME=$PWD/data hexapla memory export -f tsv
  en\tnl (esc)
  One house\tEen huis (esc)
  Two houses\tTwee huizen (esc)
  $ env -u HEXAPLA_STORE -u XDG_DATA_HOME -u HOME hexapla memory stats
  hexapla: which STORE? HEXAPLA_STORE is not set
  try 'hexapla memory stats --help'
  [2]

Deleting.

  $ hexapla memory delete s.db
  hexapla: which units? --all means all of them
  try 'hexapla memory delete --help'
  [2]
  $ hexapla memory delete s.db --memory main --match One -n
  hexapla: 1 of 2 units would be deleted
  $ hexapla memory delete s.db --memory main --match One
  hexapla: 1 of 2 units deleted
  $ hexapla memory export s.db --memory main -f tsv
  en\tnl (esc)
  Two houses\tTwee huizen (esc)
  $ hexapla memory delete s.db --match '('
  hexapla: '(' is no regular expression, at character 1
  try 'hexapla memory delete --help'
  [2]
  $ hexapla memory compact s.db
  $ hexapla memory delete s.db --all
  hexapla: 3 of 3 units deleted
  $ hexapla memory stats s.db | head -4
  memory  units
  main        0
  notes       0
  

Bad input.

  $ hexapla memory
  hexapla: memory does what?
  try 'hexapla memory --help'
  [2]
  $ hexapla memory forget
  hexapla: there is no command 'memory forget'
  try 'hexapla memory --help'
  [2]
  $ hexapla memory add s.db
  hexapla: memory add takes a STORE and FILEs
  try 'hexapla memory add --help'
  [2]
  $ hexapla memory export none.db
  hexapla: none.db: no such file or directory
  [3]
  $ hexapla memory stats a.tsv
  hexapla: a.tsv: this is no translation memory
  [3]
  $ hexapla memory export s.db --memory none
  hexapla: s.db: there is no memory 'none' in this store
  [3]
  $ hexapla memory add s.db none.tsv
  hexapla: none.tsv: no such file or directory
  [3]
  $ printf 'Source,Target\nOne house,Een huis\n' > table.csv
  $ hexapla memory add table.db table.csv
  hexapla: table.csv:1:1: in which language is the column "Source"? --from says
  [3]
  $ hexapla memory add table.db table.csv --from en --to nl
  hexapla: table.csv: 1 new, 0 updated, 0 same, 0 skipped
  $ printf '{"variants":[{"text":"a"},{"language":"nl","text":"b"}]}\n' > half.jsonl
  $ hexapla memory add table.db half.jsonl
  hexapla: half.jsonl: 1 new, 0 updated, 0 same, 0 skipped
  $ echo One house | hexapla memory lookup table.db --from en --to fr
  hexapla: table.db: there are no texts in en with a translation in fr; the languages here are: en, nl
  [3]
  $ hexapla memory add --memory '' s.db a.tsv
  hexapla: a memory's name cannot be empty
  try 'hexapla memory add --help'
  [2]
  $ hexapla memory add no/folder/s.db a.tsv
  hexapla: no/folder/s.db: no such file or directory
  [3]
