  $ cd "$TMX"
  $ hexapla align article.en.txt article.nl.txt article.fr.txt article.de.txt \
  >   -o "$CRAMTMP/good.tmx"
  hexapla: note: 1 bead without a translation left out; --keep-unaligned writes them
  $ hexapla align article.en.txt drafts/article.nl.txt drafts/article.fr.txt \
  >   drafts/article.de.txt -o "$CRAMTMP/drafts.tmx"
  hexapla: note: 1 bead without a translation left out; --keep-unaligned writes them
  $ cd "$CRAMTMP"

In the good texts nothing is wrong.

  $ hexapla check good.tmx --terms "$TMX/terms.tbx"
  hexapla: nothing found
  $ hexapla check good.tmx
  hexapla: nothing found
  $ hexapla check good.tmx --terms "$TMX/terms.tbx" --report json -q
  {
    "findings": []
  }

In the drafts it is what drafts/findings.tsv lists.

  $ hexapla check drafts.tmx --terms "$TMX/terms.tbx" > text
  hexapla: 18 errors, 14 warnings, 0 notes
  [1]
  $ sed -n 's/^drafts\.tmx:[0-9]*:[0-9]*: [a-z]*: .* \[\(.*\)\]$/\1/p' text |
  >   sort > found
  $ wc -l < text
  32
  $ grep -v '^#' "$TMX/drafts/findings.tsv" | tail -n +2 | cut -f 3 | sort |
  >   diff found -
  $ hexapla check -q drafts.tmx --terms "$TMX/terms.tbx" --report json > findings
  [1]
  $ python3 - "$TMX/drafts/findings.tsv" <<END
  > import json, sys
  > found = sorted((f["language"], f["rule"],
  >                 f["found"] if f["rule"] != "term.missing" else f["source_term"])
  >                for f in json.load(open("findings"))["findings"])
  > rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")
  >         if line[0] != "#"][1:]
  > print(found == sorted((row[0], row[2], row[3]) for row in rows))
  > END
  True

Places are where the words stand in the file.

  $ head -3 text
  drafts.tmx:18:53: warning: "Genozid" for "genocide" here, but "V\xc3\xb6lkermord" elsewhere in this file (1 to 5) (unit 1) [term.inconsistent] (esc)
  drafts.tmx:28:172: error: "misdaden tegen de mensheid" is forbidden for "crime against humanity"; use "misdaad tegen de menselijkheid" (unit 2) [term.forbidden]
  drafts.tmx:28:244: error: "voorstel" is forbidden for "motion"; use "motie" (unit 2) [term.forbidden]
  $ hexapla check -q drafts.tmx --terms "$TMX/terms.tbx" --report json |
  >   python3 -c '
  > import json, sys
  > lines = open("drafts.tmx", encoding="utf-8").read().split("\n")
  > for f in json.load(sys.stdin)["findings"]:
  >     if f["found"]:
  >         line = lines[f["line"] - 1][f["column"] - 1:]
  >         assert line.startswith(f["found"]), f
  > print("all")'
  all

Levels.

  $ hexapla check drafts.tmx -q --terms "$TMX/terms.tbx" --fail-level none > text
  $ hexapla check drafts.tmx -q --terms "$TMX/terms.tbx" --fail-level error > text
  [1]
  $ hexapla check drafts.tmx -q --terms "$TMX/terms.tbx" --fail-level worst
  hexapla: --fail-level is one of none, note, warning, error, not 'worst'
  try 'hexapla check --help'
  [2]

Several reports at once; one of them at most on standard output.

  $ hexapla check drafts.tmx -q -t "$TMX/terms.tbx" --report json=a.json \
  >   --report sarif=a.sarif --report text | cmp - text
  $ python3 -m json.tool a.json > /dev/null && python3 -m json.tool a.sarif > /dev/null
  $ python3 -c '
  > import json
  > run = json.load(open("a.sarif"))["runs"][0]
  > rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
  > prints = set()
  > for result in run["results"]:
  >     assert rules[result["ruleIndex"]] == result["ruleId"]
  >     prints.add(json.dumps(result["partialFingerprints"], sort_keys=True))
  > print(run["columnKind"], len(prints) == len(run["results"]))
  > first = run["results"][0]
  > print(first["locations"][0]["logicalLocations"], first["properties"])'
  utf16CodeUnits True
  [{'name': '1', 'kind': 'unit'}] {'language': 'de'}
  $ hexapla check drafts.tmx -t "$TMX/terms.tbx" --report json --report sarif
  hexapla: only one report can go to standard output; give the others a =FILE
  try 'hexapla check --help'
  [2]
  $ hexapla check drafts.tmx --report json=both --report sarif=both
  hexapla: two reports to 'both': one would be lost
  try 'hexapla check --help'
  [2]
  $ hexapla check drafts.tmx --report json=/dev/null --report sarif=/dev/null -q --fail-level none
  $ hexapla check drafts.tmx -t "$TMX/terms.tbx" --report yaml
  hexapla: there is no report format 'yaml'
  try 'hexapla check --help'
  [2]

For people: the text around, what is wrong marked.

  $ hexapla check drafts.tmx -q -t "$TMX/terms.tbx" --report pretty | head -4
  drafts.tmx:18:53: warning: "Genozid" for "genocide" here, but "V\xc3\xb6lkermord" elsewhere in this file (1 to 5) (unit 1) [term.inconsistent] (esc)
      Belgisches Parlament sieht Uiguren von >>Genozid<< bedroht
  drafts.tmx:28:172: error: "misdaden tegen de mensheid" is forbidden for "crime against humanity"; use "misdaad tegen de menselijkheid" (unit 2) [term.forbidden]
      \xe2\x80\xa6injiang (XUAR) het slachtoffer zijn van >>misdaden tegen de mensheid<< en een ernstig risico op genocide lopen\xe2\x80\xa6 (esc)
  $ hexapla check drafts.tmx -q -t "$TMX/terms.tbx" --color always | head -1 | tr '\033' '^'
  ^[1mdrafts.tmx:18:53:^[0m ^[33mwarning:^[0m "Genozid" for "genocide" here, but "V\xc3\xb6lkermord" elsewhere in this file (1 to 5) (unit 1) [term.inconsistent] (esc)

A table can be checked as well.

  $ hexapla convert -q drafts.tmx drafts.tsv
  $ hexapla check -q drafts.tsv -t "$TMX/terms.tbx" --report json |
  >   grep -c '"rule"'
  32

A termbase can say of a name that it stays, and of a term that its capitals
count.

  $ cat > names.tbx <<END
  > <tbx><conceptEntry id="harbour">
  >   <descrip type="doNotTranslate">yes</descrip>
  >   <langSec xml:lang="en"><termSec><term>Blue Harbour</term></termSec></langSec>
  > </conceptEntry><conceptEntry id="ledger">
  >   <descrip type="caseSensitive">yes</descrip>
  >   <langSec xml:lang="en"><termSec><term>Ledger</term></termSec></langSec>
  >   <langSec xml:lang="nl"><termSec><term>Grootboek</term></termSec></langSec>
  > </conceptEntry></tbx>
  > END
  $ printf '%s\t%s\n' en nl \
  >   'Visit Blue Harbour.' 'Bezoek Blauwe Haven.' \
  >   "Blue Harbour's boats." 'De boten van Blue Harbour.' \
  >   'Open the Ledger.' 'Open het grootboek.' \
  >   'Close the Ledger.' 'Sluit het Grootboek.' \
  >   'An old ledger.' 'Een oud register.' > names.tsv
  $ hexapla check names.tsv -t names.tbx
  names.tsv:2:21: error: "Blue Harbour" is not to be translated (unit 1) [term.do-not-translate]
  names.tsv:4:27: warning: "grootboek" has wrong capitals; use "Grootboek" (unit 3) [term.case]
  hexapla: 1 error, 1 warning, 0 notes
  [1]
  $ sed 's/>yes</>no</' names.tbx > plain.tbx
  $ hexapla check names.tsv -t plain.tbx
  names.tsv:6:16: warning: no term for "Ledger"; expected "Grootboek" (unit 5) [term.missing]
  hexapla: 0 errors, 1 warning, 0 notes
  [1]
  $ sed '1s/>yes</>perhaps</; 2s/>yes</>perhaps</' names.tbx > perhaps.tbx
  $ hexapla check names.tsv -t perhaps.tbx --disable term.case
  hexapla: perhaps.tbx:2:3: warning: "perhaps" is neither yes nor no; the flag is passed over
  hexapla: nothing found

Names are checked in every language, also where the termbase has no term.

  $ printf 'en\tde\nVisit Blue Harbour.\tBlauer Hafen.\n' > de.tsv
  $ hexapla check de.tsv -t names.tbx
  hexapla: de.tsv: warning: the termbase has no term in de: nothing but names was checked there
  de.tsv:2:21: error: "Blue Harbour" is not to be translated (unit 1) [term.do-not-translate]
  hexapla: 1 error, 0 warnings, 0 notes
  [1]
  $ sed '4,8d; 3a </conceptEntry></tbx>' names.tbx > only.tbx
  $ hexapla check -q de.tsv -t only.tbx
  de.tsv:2:21: error: "Blue Harbour" is not to be translated (unit 1) [term.do-not-translate]
  [1]

A termbase without the file's languages does not pass in silence.

  $ printf 'ja\tzh\nA\tB\n' > other.tsv
  $ hexapla check other.tsv -t "$TMX/terms.tbx"
  hexapla: other.tsv: warning: the termbase has no term in ja: nothing was checked there
  hexapla: other.tsv: warning: the termbase has no term in zh: nothing was checked there
  hexapla: nothing found

What cannot be used: status 3, and still one JSON object.

  $ hexapla check missing.tmx -t "$TMX/terms.tbx"
  hexapla: missing.tmx: no such file or directory
  [3]
  $ hexapla check drafts.tmx -t missing.tbx
  hexapla: missing.tbx: no such file or directory
  [3]
  $ hexapla check drafts.tmx -t missing.tbx --report json
  hexapla: missing.tbx: no such file or directory
  {
    "findings": [
      {
        "rule": "file.unusable",
        "level": "error",
        "file": "missing.tbx",
        "line": 1,
        "column": 1,
        "unit": 0,
        "tuid": "",
        "language": "",
        "message": "no such file or directory"
      }
    ]
  }
  [3]
  $ hexapla check drafts.tmx -t drafts.tmx
  hexapla: drafts.tmx:2:1: not a termbase: root element is "tmx"
  [3]
  $ head -c 3000 drafts.tmx > cut.tmx
  $ hexapla check cut.tmx -t "$TMX/terms.tbx" --report json > cut.json
  hexapla: cut.tmx:44:19: the file ends inside unit 3; 2 complete units before it
  [3]
  $ python3 -c '
  > import json
  > last = json.load(open("cut.json"))["findings"][-1]
  > print(last["level"], last["file"], last["line"] > 1)'
  error cut.tmx True

Segments are checked with a termbase or without.

  $ printf '%s\t%s\n' en nl \
  >   'It costs 1,234.5 euros.' 'Het kost 1.235 euro' \
  >   'Open the file' 'Open the file' \
  >   'See (below) the file.' 'Zie de de file (onder.' \
  >   '%s at https://example.org/a' '%d op https://example.org/b' \
  >   'He said "yes".' 'Hij zei ja .' \
  >   'Click <b>here</b>' 'Klik hier' \
  >   'Open the file' 'Open het bestand' \
  >   'Leave' '' > faults.tsv
  $ hexapla check faults.tsv
  faults.tsv:2:34: warning: "1.235" for "1,234.5" (unit 1) [seg.number]
  faults.tsv:2:44: note: ends with no mark, the source with a full stop (unit 1) [seg.punct-end]
  faults.tsv:3:15: note: the translation is the same as the source (unit 2) [seg.identical]
  faults.tsv:4:27: warning: "de" stands twice (unit 3) [seg.double-word]
  faults.tsv:4:38: warning: "(" is not closed (unit 3) [seg.bracket]
  faults.tsv:5:29: error: placeholder "%s" of the source is missing (unit 4) [seg.placeholder]
  faults.tsv:5:29: error: placeholder "%d" is not in the source (unit 4) [seg.placeholder]
  faults.tsv:5:35: error: "https://example.org/b" for "https://example.org/a" (unit 4) [seg.url]
  faults.tsv:6:16: note: the quotation marks of the source are missing (unit 5) [seg.quote]
  faults.tsv:6:27: note: a space stands before "." (unit 5) [seg.space]
  faults.tsv:7:19: error: code "<b>" of the source is missing (unit 6) [seg.tag]
  faults.tsv:7:19: error: code "</b>" of the source is missing (unit 6) [seg.tag]
  faults.tsv:8:15: warning: the same source is translated otherwise in unit 2 (unit 7) [seg.inconsistent-target]
  faults.tsv:9:1: warning: not translated (unit 8) [seg.untranslated]
  hexapla: 5 errors, 5 warnings, 4 notes
  [1]
  $ hexapla check faults.tsv -q --disable seg
  $ hexapla check faults.tsv -q --disable seg --enable seg.url | wc -l
  1

Without a termbase the file tells that a term has another translation.

  $ printf '%s\t%s\n' en nl \
  >   'The council rejected the motion.' 'De raad verwierp de motie.' \
  >   'The court rejected the motion.' 'De rechtbank verwierp de motie.' \
  >   'The council forgot the motions.' 'De raad vergat de moties.' \
  >   'The court forgot the council.' 'De rechtbank vergat de raad.' \
  >   'The court rejected the council.' 'De rechtbank verwierp de raad.' \
  >   'The court forgot the motion.' 'De rechtbank vergat het voorstel.' > terms.tsv
  $ hexapla check terms.tsv
  terms.tsv:7:54: warning: "voorstel" for "motion" here, but "motie" elsewhere in this file (1 to 2) (unit 6) [term.inconsistent]
  hexapla: 0 errors, 1 warning, 0 notes
  [1]
  $ hexapla check terms.tsv --disable term.inconsistent
  hexapla: nothing found

No rule speaks of a concept that is ignored; it still covers shorter ones.

  $ printf 'en,nl,ignore\ncourt,hof,\nSupreme Court,Hoge Raad,yes\ncouncil,bestuur,\n' > own.csv
  $ printf 'en\tnl\nThe Supreme Court and the council spoke.\tHet tribunaal en de raad spraken.\n' > own.tsv
  $ hexapla check own.tsv -t own.csv
  own.tsv:2:42: warning: no term for "council"; expected "bestuur" (unit 1) [term.missing]
  hexapla: 0 errors, 1 warning, 0 notes
  [1]
  $ printf '[check]\nterms = own.csv\nignore = council\nignore = parliament\n' > own.ini
  $ hexapla check own.tsv --config own.ini
  hexapla: warning: no concept is to be ignored as "parliament"
  hexapla: nothing found

Nor of a single term that is: here "council" asks for nothing, and "raad" is
right, though deprecated. Neither is suggested.

  $ cat > one.csv <<END
  > id,language,term,status,ignore term
  > 1,en,council,admitted,yes
  > 1,nl,bestuur,admitted,
  > 2,en,board,admitted,
  > 2,nl,directie,admitted,
  > 2,nl,raad,deprecated,yes
  > 2,nl,leiding,admitted,yes
  > END
  $ printf 'en\tnl\nThe council.\tHet comité.\nThe board.\tDe raad.\nThe board.\tDe top.\n' > one.tsv
  $ hexapla check one.tsv -t one.csv --disable seg
  one.tsv:4:12: warning: no term for "board"; expected "directie" (unit 3) [term.missing]
  hexapla: 0 errors, 1 warning, 0 notes
  [1]

A text and its translation are aligned on the fly; places are those of the
translation.

  $ cp "$TMX"/article.en.txt "$TMX"/drafts/article.nl.txt "$TMX"/drafts/article.de.txt .
  $ cp article.nl.txt draft
  $ hexapla check article.en.txt article.nl.txt -t "$TMX/terms.tbx" --disable seg -q | head -4
  article.nl.txt:3:159: error: "misdaden tegen de mensheid" is forbidden for "crime against humanity"; use "misdaad tegen de menselijkheid" (unit 2) [term.forbidden]
  article.nl.txt:3:231: error: "voorstel" is forbidden for "motion"; use "motie" (unit 3) [term.forbidden]
  article.nl.txt:5:1: warning: no term for "birth rate"; expected "geboortecijfer" or "nataliteit" (unit 4) [term.missing]
  article.nl.txt:5:1: warning: no term for "state orphanage"; expected "staatsweeshuis" (unit 4) [term.missing]
  $ hexapla check article.en.txt draft --to nl -t "$TMX/terms.tbx" --disable seg -q | tail -2
  draft:13:254: error: "slavenarbeid" is forbidden for "forced labour"; use "dwangarbeid" (unit 12) [term.forbidden]
  draft:13:274: warning: no term for "prison camp"; expected "gevangenkamp" or "gevangenenkamp" (unit 13) [term.missing]
  $ hexapla check article.en.txt article.nl.txt article.de.txt -t "$TMX/terms.tbx" --report json --disable seg -q |
  >   python3 -c '
  > import json, sys
  > for f in json.load(sys.stdin)["findings"]:
  >     with open(f["file"], encoding="utf-8") as text:
  >         line = text.read().split("\n")[f["line"] - 1]
  >     if f.get("found") and not line[f["column"] - 1:].startswith(f["found"]):
  >         print(f)'
  $ printf 'The motion was rejected.\n\nThe *motion* was passed.\n' > a.en.md
  $ printf 'De motie werd verworpen.\n\nHet *voorstel* werd aangenomen.\n' > a.nl.md
  $ hexapla check a.en.md a.nl.md -t "$TMX/terms.tbx" --disable seg
  a.nl.md:3:6: error: "voorstel" is forbidden for "motion"; use "motie" (unit 2) [term.forbidden]
  hexapla: 1 error, 0 warnings, 0 notes
  [1]
  $ sed 5d article.nl.txt > cut.nl.txt
  $ hexapla check article.en.txt cut.nl.txt --disable term --fail-level none -q
  article.en.txt:5:1: warning: not translated (unit 4) [seg.untranslated]
  article.en.txt:5:1: warning: not translated (unit 5) [seg.untranslated]
  $ hexapla check article.en.txt none.nl.txt
  hexapla: none.nl.txt: no such file or directory
  [3]
  $ hexapla check draft article.nl.txt --to nl
  hexapla: draft: in which language? name it article.nl.txt, or give nl=draft
  try 'hexapla check --help'
  [2]
  $ hexapla check article.en.txt --to nl
  hexapla: --to wants two files: a text and its translation
  try 'hexapla check --help'
  [2]
  $ hexapla check article.en.txt draft --to dutch_
  hexapla: --to: "dutch_" is not a language tag
  try 'hexapla check --help'
  [2]
  $ hexapla check article.en.txt draft --to nl --input-format doc
  hexapla: there is no document format 'doc'
  try 'hexapla check --help'
  [2]

Known findings do not count; a file of them can be written.

  $ hexapla check faults.tsv --write-baseline known
  hexapla: known: note: 14 findings written
  hexapla: nothing found
  $ hexapla check faults.tsv --baseline known
  hexapla: known: note: 14 known findings left out
  hexapla: nothing found
  $ sed '2d' faults.tsv > moved.tsv
  $ printf 'Take 2\tNeem 3\n' >> moved.tsv
  $ hexapla check moved.tsv --baseline known
  moved.tsv:9:13: warning: "3" for "2" (unit 8) [seg.number]
  hexapla: known: note: 12 known findings left out
  hexapla: 0 errors, 1 warning, 0 notes
  [1]

Entries are stale when their file was checked, or is gone; it is named from
where the baseline stands.

  $ mkdir -p based/below && cp faults.tsv known based && cd based/below
  $ sed -i 2d ../faults.tsv
  $ hexapla check ../faults.tsv --baseline ../known
  hexapla: ../known:2: note: stale: no seg.number in faults.tsv any more
  hexapla: ../known:3: note: stale: no seg.punct-end in faults.tsv any more
  hexapla: ../known: note: 12 known findings left out
  hexapla: nothing found
  $ hexapla check ../faults.tsv --write-baseline ../again
  hexapla: ../again: note: 12 findings written
  hexapla: nothing found
  $ cut -f 4 ../again | sort -u
  faults.tsv
  hexapla-baseline 1
  $ mv ../faults.tsv ../else.tsv
  $ hexapla check ../else.tsv --baseline ../known 2>&1 | grep -c stale
  2
  $ hexapla check ../else.tsv --disable seg --baseline ../known 2>&1 | grep stale | tail -1
  hexapla: ../known: note: 14 stale entries in all

The first one is written though hexapla.ini names it already.

  $ printf '[check]\nfiles = else.tsv\nbaseline = first\n' > ../hexapla.ini
  $ hexapla check --config ../hexapla.ini --write-baseline ../first
  hexapla: ../first: note: 12 findings written
  hexapla: nothing found
  $ cd ../..
  $ hexapla check faults.tsv --baseline faults.tsv
  hexapla: faults.tsv:1:1: not a baseline: want "hexapla-baseline 1"
  [3]
  $ printf 'hexapla-baseline 1\nx\n' > broken
  $ hexapla check faults.tsv --baseline broken
  hexapla: broken:2:1: not a line of a baseline
  [3]
  $ hexapla check faults.tsv --max-findings 2
  faults.tsv:2:34: warning: "1.235" for "1,234.5" (unit 1) [seg.number]
  faults.tsv:2:44: note: ends with no mark, the source with a full stop (unit 1) [seg.punct-end]
  hexapla: note: 12 more findings not shown: --max-findings
  hexapla: 5 errors, 5 warnings, 4 notes
  [1]

A report that cannot be written.

  $ hexapla check faults.tsv --report html=nowhere/report.html
  hexapla: nowhere/report.html: no such file or directory
  [4]

hexapla.ini says what a repository checks, here and in folders below.

  $ mkdir -p repository/below && mv faults.tsv repository
  $ cp "$TMX/terms.tbx" repository && cd repository
  $ cat > hexapla.ini <<END
  > # What is checked.
  > [check]
  > terms = terms.tbx
  > files = faults.tsv
  > fail-level = error
  > report = json=out.json
  > [rules]
  > seg = off
  > seg.number = error
  > END
  $ cd below
  $ hexapla check -q
  [1]
  $ grep -h '"level"\|"file"' ../out.json
        "level": "error",
        "file": "../faults.tsv",
  $ hexapla check -q --report text --disable seg.number --enable seg.bracket
  ../faults.tsv:4:38: warning: "(" is not closed (unit 3) [seg.bracket]
  $ hexapla check --no-config
  hexapla: check needs a FILE; - is standard input
  try 'hexapla check --help'
  [2]
  $ for line in nonsense '[check' 'x = 1' '[rules] # no' '[other]'; do
  >   printf '\n %s\n' "$line" > bad.ini && printf 'seg.what = off\n' >> bad.ini
  >   hexapla check --config bad.ini
  > done
  hexapla: bad.ini:2:2: want "key = value" or "[section]"
  hexapla: bad.ini:2:2: want "key = value" or "[section]"
  hexapla: bad.ini:2:2: want a setting of [check] or [rules], not "x"
  hexapla: bad.ini:2:2: want "key = value" or "[section]"
  hexapla: bad.ini:3:1: want a setting of [check] or [rules], not "other"
  [3]
  $ printf '[rules]\nseg.what = off\n' > bad.ini
  $ hexapla check --config bad.ini
  hexapla: bad.ini:2:1: no rule is named "seg.what"
  [3]
  $ printf '[check]\nterms =\n' > bad.ini
  $ hexapla check --config bad.ini
  hexapla: bad.ini:2:8: want a value of "terms"
  [3]
  $ printf '[rules]\nseg.number = grave\n' > bad.ini
  $ hexapla check --config bad.ini
  hexapla: bad.ini:2:14: want off, note, warning or error, not "grave"
  [3]

Files may be named by what their names have in common.

  $ cd ..
  $ mkdir locale && printf 'en\tnl\nTake 2.\tNeem 3.\n' > locale/a.nl.tsv
  $ cp locale/a.nl.tsv locale/b.nl.tsv && cp locale/a.nl.tsv 'locale/[c].tsv'
  $ printf '[check]\nfiles = locale/*.nl.tsv\nfiles = locale/[c].tsv\n' > globs.ini
  $ hexapla check -q --config globs.ini
  locale/a.nl.tsv:2:14: warning: "3" for "2" (unit 1) [seg.number]
  locale/b.nl.tsv:2:14: warning: "3" for "2" (unit 1) [seg.number]
  locale/[c].tsv:2:14: warning: "3" for "2" (unit 1) [seg.number]
  [1]
  $ cd below && hexapla check -q --config ../globs.ini | cut -d : -f 1
  ../locale/a.nl.tsv
  ../locale/b.nl.tsv
  ../locale/[c].tsv
  $ printf '[check]\nfiles = locale/*.po\n' > globs.ini
  $ hexapla check --config globs.ini
  hexapla: globs.ini:2:9: no file is named "locale/*.po"
  [3]

A language that no unit has does not pass in silence.

  $ cd ../..
  $ hexapla check moved.tsv --from fr
  hexapla: moved.tsv: warning: no unit is in fr: nothing was checked
  hexapla: nothing found
  $ hexapla select -q good.tmx --lang en --only-lang -o alone.tmx
  $ hexapla check alone.tmx 2>&1 | tail -2
  hexapla: alone.tmx: warning: all units are in en alone: there is no translation to check
  hexapla: nothing found

The drafts have the same findings in every format.

  $ hexapla check -q drafts.tmx -t "$TMX/terms.tbx" --report text=r.text \
  >   --report pretty=r.pretty --report json=r.json --report jsonl=r.jsonl \
  >   --report sarif=r.sarif --report junit=r.junit --report github=r.github \
  >   --report gitlab=r.gitlab --report html=r.html
  [1]
  $ grep -c 'unit [0-9]' r.text && grep -c 'unit [0-9]' r.pretty
  32
  32
  $ grep -c '"rule":' r.json && grep -c '"rule":' r.jsonl
  32
  32
  $ grep -c '"ruleId":' r.sarif && grep -c '<failure' r.junit
  32
  32
  $ grep -c '^::' r.github && grep -c '"fingerprint":' r.gitlab
  32
  32
  $ grep -c '<article' r.html
  32
  $ grep -o '<mark>Crimes[^<]*</mark>' r.html | sort -u
  <mark>Crimes Against Humanity</mark>

Another sense of a word lacks no term, and --explain says so. A faulty line of
senses is told.

  $ printf 'en,nl\nbank,kredietinstelling\n' > bank.csv
  $ printf 'en\tnl\nThe bank is steep.\tDe oever is steil.\nThe bank lent it.\tDe bank leende het uit.\n' > bank.tsv
  $ hexapla check --no-config -t bank.csv --explain bank.tsv
  bank.tsv:2:23: note: "oever" is another sense of "bank" (unit 1) [term.accepted]
  bank.tsv:3:19: warning: no term for "bank"; expected "kredietinstelling" (unit 2) [term.missing]
  hexapla: 0 errors, 1 warning, 1 note
  [1]
  $ mkdir -p faulty/en faulty/nl && echo bank oever > faulty/nl/senses-en.txt
  $ HEXAPLA_LOCALES=$PWD/faulty hexapla check --no-config -t bank.csv bank.tsv
  hexapla: locales: nl/senses-en.txt: "bank oever": want "word > rendering, ... | rendering ..."
  [3]

The genders of nouns are those for words of the source's language.

  $ mkdir -p paths/fr paths/nl && echo 'pad chemin > n' > paths/nl/genders-fr.txt
  $ printf 'de > c\nhet > n\n' > paths/nl/gender-words.txt
  $ printf 'fr,nl\nchemin,pad\n' > path.csv
  $ printf 'fr\tnl\nUn chemin.\tDe pad.\nUn chemin.\tHet pad.\n' > path.tsv
  $ HEXAPLA_LOCALES=$PWD/paths hexapla check --no-config --disable seg -t path.csv path.tsv
  path.tsv:2:12: warning: no term for "chemin"; expected "pad" (unit 1) [term.missing]
  hexapla: 0 errors, 1 warning, 0 notes
  [1]

Languages may be called by their names; of what names none, nothing is checked, which is told. One table has columns "source" and "target".

  $ printf 'English\tDutch\nFeed 5 hens.\tVoer 6 kippen.\n' > named.tsv
  $ hexapla check --no-config named.tsv -q
  named.tsv:2:19: warning: "6" for "5" (unit 1) [seg.number]
  [1]
  $ printf 'Hens\tKippen\nFeed 5 hens.\tVoer 6 kippen.\n' > unnamed.tsv
  $ hexapla check --no-config unnamed.tsv
  hexapla: unnamed.tsv: warning: "Hens" names no language: nothing was checked there
  hexapla: unnamed.tsv: warning: "Kippen" names no language: nothing was checked there
  hexapla: nothing found
  $ printf 'Source,Target\nFeed 5 hens.,Voer 6 kippen.\n' > sides.csv
  $ hexapla check --no-config sides.csv --from en
  hexapla: sides.csv:1:8: in which language is the column "Target"? --to says
  [3]
  $ hexapla check --no-config sides.csv --from en --to nl -q
  sides.csv:2:19: warning: "6" for "5" (unit 1) [seg.number]
  [1]

A number in a word is told with its letters.

  $ printf 'en\tnl\nPress F5.\tDruk op F6.\n' > keys.tsv
  $ hexapla check --no-config keys.tsv -q
  keys.tsv:2:19: warning: "F6" for "F5" (unit 1) [seg.number]
  [1]
