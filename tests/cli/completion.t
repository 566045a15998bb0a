Scripts that complete command lines; bash takes "=" for a word.

  $ hexapla completion bash > hexapla.bash
  $ hexapla completion bash -o same.bash && cmp hexapla.bash same.bash
  $ cat > complete.bash <<'END'
  > . ./hexapla.bash
  > # Words so far, the last of them in work; "" for a new one.
  > COMP_WORDS=(hexapla "$@")
  > COMP_CWORD=$#
  > _hexapla
  > printf '%s\n' "${COMPREPLY[@]}" | LC_ALL=C sort
  > END
  $ try() { bash complete.bash "$@" | paste -sd ' '; }
  $ try c
  check clean completion convert
  $ try memory ''
  add analyze compact delete export lookup pretranslate search stats
  $ try help memory s
  search stats
  $ try help terms convert ''
  
  $ try nonsense ''
  
  $ try memory search --in ''
  source target
  $ try terms convert --format = c
  columns csv
  $ try terms convert -f = ''
  auto columns csv omegat tbx
  $ try check --report =
  github gitlab html json jsonl junit pretty sarif text
  $ try align --f
  --fixed --format
  $ try align --min-confidence ''
  

Where a file may stand its name is completed, behind a language, too.

  $ mkdir files && cd files && touch 'one two.nl.txt' one.en.txt
  $ cp ../complete.bash ../hexapla.bash .
  $ try align one
  one two.nl.txt one.en.txt
  $ try align nl = one.e
  one.en.txt
  $ try align -o one.e
  one.en.txt
  $ try align --output = one.e
  one.en.txt
  $ cd ..

It offers what --help tells of each command, no more and no less.

  $ for command in $(hexapla --help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p'); do
  >   echo $command
  >   hexapla $command --help | sed -n "s/^  \([a-z][a-z]*\)  .*/$command \1/p"
  > done > commands
  $ test $(wc -l < commands) -gt 30
  $ while read -r command; do
  >   hexapla $command --help | sed -n 's/^  ....\(--[a-z0-9-]*\).*/\1/p' |
  >     sort -u > told
  >   test ! -s told || bash complete.bash $command -- | diff told - ||
  >     echo $command
  > done < commands

Each format that it offers there is; choices it takes from where they are
compared.

  $ echo 'A cat.' > a.en.txt; echo 'Een kat.' > a.nl.txt
  $ printf 'en\tnl\nA cat.\tEen kat.\n' > a.tsv
  $ hexapla memory add -q s.db a.tsv
  $ while read -r command operands; do
  >   for word in $(bash complete.bash $operands $command ''); do
  >     hexapla $operands $command $word 2>&1 < a.tsv |
  >       sed -n "s/.*there is no .*format.*/$operands $command $word: &/p"
  >   done
  > done << END
  > --input-format stats -
  > --input-format segment -l en -
  > --input-format memory analyze --from en --to nl s.db -
  > --input-format convert a.tsv -o out.tmx
  > --format convert a.tsv -o out
  > --report check a.tsv
  > END
  $ for format in $(bash complete.bash align --format ''); do
  >   hexapla align -q --format $format a.en.txt a.nl.txt > out || echo $format
  > done
  $ for format in $(bash complete.bash memory pretranslate --format ''); do
  >   hexapla memory pretranslate -q --from en --to nl --format $format s.db \
  >     a.en.txt > out || echo $format
  > done

  $ hexapla completion fish
  hexapla: there is no command 'completion fish'; did you mean 'bash'?
  try 'hexapla completion --help'
  [2]
  $ hexapla completion zsh hexapla.zsh
  hexapla: completion zsh takes no FILE
  try 'hexapla completion zsh --help'
  [2]
