What zsh offers, asked of a zsh that takes its terminal for one.

  $ command -v zsh > /dev/null || exit 80
  $ hexapla completion zsh > hexapla.zsh
  $ mkdir files && cd files && touch one.en.txt
  $ try() { "$ROOT/tests/support/zsh-complete" ../hexapla.zsh "$@"; }
  $ try 'hexapla c' 'hexapla help memory s' 'hexapla memory search --in ' \
  >   'hexapla terms convert --format=c' 'hexapla align --form' \
  >   'hexapla align --exp' 'hexapla check --report g' 'hexapla segment -qf' \
  >   'hexapla align --min-confidence ' 'hexapla align nl=on' \
  >   'hexapla align -o one' 'hexapla nonsense '
  hexapla c:
  check
  clean
  completion
  convert
  hexapla help memory s:
  search
  stats
  hexapla memory search --in :
  source
  target
  hexapla terms convert --format=c:
  columns
  csv
  hexapla align --form:
  --format
  hexapla align --exp:
  --explain
  hexapla check --report g:
  github
  gitlab
  hexapla segment -qf:
  json
  text
  tsv
  hexapla align --min-confidence :
  hexapla align nl=on:
  one.en.txt
  hexapla align -o one:
  one.en.txt
  hexapla nonsense :

All options are offered, of "memory add" for one.

  $ hexapla memory add --help | sed -n 's/^  ....\(--[a-z0-9-]*\).*/\1/p' |
  >   sort -u > ../told
  $ try 'hexapla memory add --' | sed 1d | diff ../told -
