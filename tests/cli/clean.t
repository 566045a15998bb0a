By the usual rules.

  $ printf 'en\tnl\nOne\tEen\nOne\tEen\nOne\tEEN\nempty\t \nnone\t\n' > a.tsv
  $ hexapla clean a.tsv -f tsv
  en\tnl (esc)
  One\tEen (esc)
  One\tEEN (esc)
  hexapla: empty: 1
  hexapla: untranslated: 1
  hexapla: duplicates: 1
  hexapla: 2 units kept, 3 dropped

By those that are named; what was dropped, and why.

  $ hexapla clean -q a.tsv --rules all --rejects rejects.tmx -o kept.tsv
  $ cat kept.tsv
  en\tnl (esc)
  One\tEen (esc)
  $ grep 'x-hexapla-clean' rejects.tmx
        <prop type="x-hexapla-clean">duplicates</prop>
        <prop type="x-hexapla-clean">duplicates-normalised</prop>
        <prop type="x-hexapla-clean">empty</prop>
        <prop type="x-hexapla-clean">untranslated</prop>
  $ printf 'en\tnl\n' > b.tsv
  $ printf 'The house is in the city and it is very big\t' >> b.tsv
  $ printf 'This is not in Dutch but in the English that we know\n' >> b.tsv
  $ printf 'A very long sentence that goes on and on\tKort\n5\t6\n' >> b.tsv
  $ hexapla clean b.tsv -r wrong-language,length-ratio -r numbers-differ -f tsv
  en\tnl (esc)
  hexapla: wrong-language: 1
  hexapla: length-ratio: 1
  hexapla: numbers-differ: 1
  hexapla: 0 units kept, 3 dropped
  $ hexapla clean -q b.tsv -r length-ratio --max-ratio 12 -f tsv | wc -l
  4
  $ hexapla clean --list-rules
  control-characters     a text has control characters (usual)
  empty                  a text is empty (usual)
  codes-only             a text has inline codes but no letter or digit (usual)
  wrong-language         a text is in another language than it says
  same-as-source         a translation is its source, letters and all
  length-ratio           source or translation is much longer
  numbers-differ         a translation has other numbers
  untranslated           a unit has no translation (usual)
  duplicates             a unit equals an earlier one (usual)
  duplicates-normalised  a unit equals an earlier one but for case, white space, kinds of quotes and dashes, and inline codes

Notes, codes and all.

  $ hexapla clean -q "$TMX/inline-codes.tmx" -r all | cmp "$TMX/inline-codes.tmx"
  $ hexapla convert "$TMX/with-notes.tmx" notes.tmx
  $ hexapla clean -q notes.tmx -r all | cmp notes.tmx

Bad input leaves neither file; wrong usage.

  $ echo '<tmx version="1.4"><body><tu>' > broken.tmx
  $ hexapla clean -q broken.tmx -o out.tmx --rejects waste.tmx
  hexapla: broken.tmx:2:1: the file ends inside unit 1; 0 complete units before it
  [3]
  $ hexapla clean a.tsv --rules tidy --rejects waste.tmx
  hexapla: there is no rule 'tidy'
  try 'hexapla clean --help'
  [2]
  $ find . -name 'out.tmx*' -o -name 'waste.tmx*'
  $ hexapla clean a.tsv --rejects waste.txt
  hexapla: which format? 'waste.txt' does not tell; --format does
  try 'hexapla clean --help'
  [2]
  $ hexapla clean
  hexapla: clean takes one FILE; - is standard input
  try 'hexapla clean --help'
  [2]
