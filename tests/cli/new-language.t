A new language, made in a copy of what scripts/new-language needs.

  $ command -v derb > /dev/null || exit 80
  $ mkdir -p copy/scripts copy/locales
  $ cp "$ROOT/scripts/new-language" copy/scripts
  $ cp -R "$ROOT/locales/en" copy/locales
  $ copy/scripts/new-language fi > out
  $ sed 's/[0-9][0-9]*/N/' out
  new-language: made locales/fi for Finnish, with N abbreviations of ICU's; see "A new language" in locales/README.md
  $ ls copy/locales/fi
  abbreviations-closing.txt
  abbreviations-numbered.txt
  abbreviations-sometimes.txt
  abbreviations.txt
  articles.txt
  basic-words.txt
  conjunctions.txt
  determiners.txt
  function-words.txt
  joints.txt
  labels.txt
  language.conf
  segments.case
  starters.txt
  stopwords.txt

It is loaded: no note says that data is lacking, here or by a region's tag.

  $ printf 'Satoi. Jäimme kotiin.\n' > a.fi.txt
  $ export HEXAPLA_LOCALES=$PWD/copy/locales
  $ hexapla segment a.fi.txt
  Satoi.
  J\xc3\xa4imme kotiin. (esc)
  $ sed -i 's/^# \(stemmer = [a-z]*\) .*/\1/' copy/locales/fi/language.conf
  $ hexapla segment --lang fi-FI --write-srx | head -1
  <?xml version="1.0" encoding="UTF-8"?>

The meanings of basic words wait for words. With some, texts align by them.

  $ words=copy/locales/fi/basic-words.txt
  $ grep -vc '^#' $words
  0
  [1]
  $ grep -c '^# [^>]* >$' $words | grep -xc "$(grep -vc '^#' \
  >   copy/locales/en/basic-words.txt)"
  1
  $ sed -i -e 's/^# house >$/house > talo*/' -e 's/^# water >$/water > vesi/' \
  >   $words
  $ echo 'The house of my brother' > b.en.txt
  $ echo 'Veljeni talo' > b.fi.txt
  $ hexapla align --dictionary none --segmented --explain b.en.txt b.fi.txt |
  >   grep -o 'house = talo'
  house = talo

Abbreviations are what ICU knows: suppressions, months, eras.

  $ copy/scripts/new-language pt-BR > out
  $ grep -xc -e 'Dra' -e 'p.ex' -e 'jan' -e 'a.C' \
  >   copy/locales/pt-BR/abbreviations-sometimes.txt
  4
  $ printf 'A Dra. Silva viu. Ela riu.\n' | hexapla segment pt-BR=-
  A Dra. Silva viu.
  Ela riu.

An edited folder is never touched, a tag must be one, its language known.

  $ echo Tri >> copy/locales/fi/abbreviations.txt
  $ copy/scripts/new-language fi
  new-language: locales/fi is there already
  [1]
  $ tail -1 copy/locales/fi/abbreviations.txt
  Tri
  $ copy/scripts/new-language ../fi
  new-language: '../fi' is no language tag such as it, pt-BR or sr-Latn
  [2]
  $ copy/scripts/new-language qq
  new-language: ICU knows no language 'qq'
  [2]
  $ copy/scripts/new-language
  new-language: wants one language tag, as it or pt-BR
  [2]
  $ ls copy/locales
  en
  fi
  pt-BR
