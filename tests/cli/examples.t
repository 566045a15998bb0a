Every command that the manual shows runs on files of such names: documents,

  $ command -v mandoc > /dev/null || exit 80
  $ mkdir files && cd files
  $ cp "$TMX"/article.*.txt "$TMX/terms.tbx" .
  $ cp article.en.txt book.en.txt && cp article.fr.txt book.fr.txt
  $ for name in report new.en contract.en contract.nl brief; do
  >   cp "$ROOT/tests/cases/documents/article/article.fr.docx" $name.docx
  > done
  $ printf '<p>Een verslag.</p>\n' > verslag.html
  $ printf 'en\tfr\tconfidence\n0\t0\t1\n' > accepted.tsv
  $ printf 'article.en.txt\tarticle.nl.txt\narticle.en.txt\tarticle.fr.txt\n' \
  >   > project.txt
  $ hexapla segment -q --write-srx -l de -o rules.srx

memories,

  $ hexapla align -q article.en.txt article.nl.txt -o memory.tmx
  $ for name in all one two old new project en-nl; do
  >   cp memory.tmx $name.tmx
  > done
  $ hexapla align -q article.en.txt article.fr.txt -o en-fr.tmx
  $ echo 'One house.' > text.en && echo 'Een huis.' > text.nl
  $ mkdir po && printf 'msgid ""\nmsgstr "Language: nl\\n"\n
  > msgid "Take 2"\nmsgstr "Neem 3"\n' > po/nl.po
  $ hexapla memory add -q --memory project s.db project.tmx

and termbases.

  $ printf 'en,nl,note\nhouse,huis,old\n' > terms.csv
  $ printf 'house\thuis\n' > glossary.txt
  $ printf 'en,nl\nhouse,huis\n' > glossary.csv
  $ cd ..

Each page has its own copy of them. What ends with another status than 0 is
told: a check that found something.

  $ commands() { mandoc -Tascii -O width=200 "$1" | sed 's/.\x08//g' |
  >   sed -e :a -e '/\\$/{N;s/\\\n *//;ba' -e '}' | sed -n '/^ *\$ \(hexapla\|eval\) /s/^ *\$ //p'; }
  $ for page in "$ROOT"/docs/man/*; do
  >   name=${page##*/}
  >   rm -rf work && cp -R files work && cd work
  >   commands "$page" > ../commands
  >   grep -q . ../commands || echo $name has no examples
  >   while read -r line; do
  >     bash -c "$line" > ../out 2> ../errors < /dev/null
  >     status=$?
  >     test $status = 0 || echo "$status: $line"
  >     grep "^try 'hexapla" ../errors
  >   done < ../commands
  >   cd ..
  > done
  1: hexapla terms validate terms.tbx

What README.md shows of them is what they print, but for confidences.

  $ rm -rf work && cp -R files work && cd work && ln -s "$TMX" tmx
  $ drafts=tmx/drafts/article
  $ hexapla align -q article.en.txt $drafts.nl.txt $drafts.fr.txt \
  >   $drafts.de.txt -o drafts.tmx
  $ sed -n 's/^    \$ \(hexapla .*\)/\1/p' "$ROOT/README.md" > ../commands
  $ while read -r line; do
  >   echo "$line"
  >   sh -c "$line" 2>&1 < /dev/null
  > done < ../commands | sed 's/0\.[0-9]*/N/' > ../printed
  $ sed -n '/^    \$ hexapla/,/^[A-Z]/{/^    /s/^    //p}' "$ROOT/README.md" |
  >   sed 's/^\$ //; s/ \.\.\.$//; /^scripts/d; /^\.\.\.$/d; s/0\.[0-9]*/N/' > ../shown
  $ test $(wc -l < ../shown) -gt 15
  $ while IFS= read -r line; do
  >   grep -qF -e "$line" ../printed || echo "$line"
  > done < ../shown
