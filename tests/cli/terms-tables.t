Tables of terms as people make them in spreadsheets.

Languages by names in several languages, with countries by name or code.

  $ cat > names.csv <<'E'
  > English (US);english - United Kingdom;Deutsch [de-CH];français;Néerlandais (BE);Italiaans;Brazilian Portuguese
  > barn;byre;Scheune;grange;schuur;fienile;celeiro
  > E
  $ hexapla terms convert names.csv -f csv | tr -d '\r'
  id,language,term,status
  c1,en-US,barn,admitted
  c1,en-GB,byre,admitted
  c1,de-CH,Scheune,admitted
  c1,fr,grange,admitted
  c1,nl-BE,schuur,admitted
  c1,it,fienile,admitted
  c1,pt-BR,celeiro,admitted
  $ printf 'id,language,term\n4,English,barn\n4,Deutsch,Scheune\n4,Klingonese,x\n' > rows.csv
  $ hexapla terms convert rows.csv -f csv | tr -d '\r'
  hexapla: rows.csv:4:3: warning: "Klingonese" names no language; the term is passed over
  id,language,term,status
  4,en,barn,admitted
  4,de,Scheune,admitted

Ten thousand rows with names need no minute.

  $ awk 'BEGIN { print "id,language,term"; for (i = 0; i < 30000; i++)
  >   printf "%d,English,barn %d\n%d,Dutch,schuur %d\n", i, i, i, i }' > many.csv
  $ timeout 10 hexapla terms stats many.csv | head -2
  concepts  30000
  terms     60000

A glossary may be about languages.

  $ printf 'Polish\tPools\n' > about.en-nl.txt
  $ hexapla terms convert about.en-nl.txt -f csv | tr -d '\r'
  id,language,term,status
  c1,en,Polish,admitted
  c1,nl,Pools,admitted

"ID" is Indonesian where it has no ids.

  $ printf 'EN,NL,ID\n,,\nbarn,schuur,12\nbyre,stal,12\n' > ids.csv
  $ hexapla terms convert ids.csv -f csv | tr -d '\r'
  id,language,term,status
  12,en,barn,admitted
  12,nl,schuur,admitted
  12,en,byre,admitted
  12,nl,stal,admitted
  $ printf 'EN,NL,ID\nbarn,schuur,lumbung\n' | hexapla terms convert - -f csv | tr -d '\r'
  id,language,term,status
  c1,en,barn,admitted
  c1,nl,schuur,admitted
  c1,id,lumbung,admitted
  $ printf 'Term,Language,ID\nbarn,en,one\nschuur,nl,one\n' | hexapla terms convert - -f csv | tr -d '\r'
  id,language,term,status
  one,en,barn,admitted
  one,nl,schuur,admitted

Excel is told the separator by a line of its own.

  $ printf '\357\273\277sep=;\r\nen;nl\r\n"barn, ""byre""";"schu\r\nur"\r\n' > excel.csv
  $ hexapla terms convert excel.csv -f csv | tr -d '\r'
  id,language,term,status
  c1,en,"barn, ""byre""",admitted
  c1,nl,schu ur,admitted

No names, and no languages given.

  $ printf 'barn;schuur\n' > bare.csv
  $ hexapla terms stats bare.csv
  hexapla: bare.csv:1:1: no column names a language of terms; of source and target name the file NAME.en-nl.csv, or give en,nl=bare.csv
  [3]
  $ hexapla terms stats en,nl=bare.csv | head -2
  concepts  1
  terms     2

Forbidden and preferred terms may have columns of their own; "x" and "ja" are flags.

  $ cat > style.csv <<'E'
  > en;nl;forbidden nl;nl (preferred);note
  > barn;schuur;loods|keet;veldschuur;n
  > stable;stal;x;;
  > E
  $ hexapla terms convert style.csv -f csv | tr -d '\r'
  id,language,term,status,note
  c1,en,barn,admitted,n
  c1,nl,schuur,admitted,
  c1,nl,loods,deprecated,
  c1,nl,keet,deprecated,
  c1,nl,veldschuur,preferred,
  c2,en,stable,admitted,
  c2,nl,stal,deprecated,
  $ printf 'English;Dutch forbidden term\nbarn;loods\n' | hexapla terms convert - -f csv | tr -d '\r'
  id,language,term,status
  c1,en,barn,admitted
  c1,nl,loods,deprecated
  $ printf 'en;nl;Forbidden?;status\nbarn;schuur;loods;preferred\nhut;hut;TRUE;\n' | hexapla terms convert - -f csv | tr -d '\r'
  id,language,term,status
  c1,en,barn,admitted
  c1,nl,schuur,preferred
  c1,nl,loods,deprecated
  c2,en,hut,admitted
  c2,nl,hut,deprecated
  $ printf 'en;nl;de;forbidden\nbarn;schuur;Scheune;loods\n' | hexapla terms stats - | head -2
  hexapla: -:2:21: warning: nothing says the language of "loods"; the term is passed over
  concepts  1
  terms     3

A column "term" is in the source language where others name theirs, as Transifex writes it.

  $ printf 'term,pos,comment,translation_nl\nbarn,noun,c,schuur\n' > lists.csv
  $ hexapla terms convert en,nl=lists.csv -f csv | tr -d '\r'
  id,language,term,status,part of speech,note
  c1,en,barn,admitted,noun,c
  c1,nl,schuur,admitted,noun,
  $ hexapla terms stats lists.csv
  hexapla: lists.csv:1:1: in which languages are the terms? name the file NAME.en-nl.txt, or give en,nl=lists.csv
  [3]
