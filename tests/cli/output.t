Output appears whole or not at all.

  $ printf 'One. Two.\n' > a.en.txt
  $ hexapla segment a.en.txt -o /dev/full
  hexapla: /dev/full: no space left on device
  [4]
  $ hexapla segment a.en.txt > /dev/full
  hexapla: standard output: no space left on device
  [4]
  $ hexapla --help > /dev/full
  hexapla: standard output: no space left on device
  [4]
  $ hexapla align --help > /dev/full
  hexapla: standard output: no space left on device
  [4]
  $ hexapla --version > /dev/full
  hexapla: standard output: no space left on device
  [4]
  $ hexapla segment a.en.txt >&-
  hexapla: standard output: bad file descriptor
  [4]
  $ hexapla align "$TMX/article.en.txt" "$TMX/article.nl.txt" -o /dev/full
  hexapla: /dev/full: no space left on device
  [4]
  $ hexapla segment a.en.txt -o no/such/folder
  hexapla: no/such/folder: no such file or directory
  [4]
  $ hexapla segment a.en.txt -o .
  hexapla: .: is a directory
  [4]
  $ hexapla validate "$TMX/terms.tbx" --report json=/dev/full
  hexapla: /dev/full: no space left on device
  [4]
  $ for command in 'fix' 'select' 'clean' 'anonymise' 'languages --normalise' \
  >     'merge' 'merge --keep newest' 'join' 'stats' 'stats --format json' \
  >     'convert --format csv' 'convert --format tsv' 'convert --format jsonl' \
  >     'convert --format po --to nl' 'convert --format xliff --to nl'; do
  >   hexapla $command -q "$TMX/with-notes.tmx" -o /dev/full; echo "$?"
  > done 2>&1 | sort | uniq -c | sed 's/^ *//'
  15 4
  15 hexapla: /dev/full: no space left on device

Neither may a file be larger than the system allows, a temporary one included.

  $ awk 'BEGIN {
  >   print "en\tnl"
  >   for (i = 0; i < 9000; i++) print i " one sentence\t" i " een zin"
  > }' > many.tsv
  $ hexapla convert -q many.tsv many.tmx
  $ (ulimit -f 64; hexapla merge many.tmx -o merged.tmx)
  hexapla: merged.tmx: file too large
  [4]
  $ (ulimit -f 64; hexapla split many.tmx --units 4000 -o split.tmx)
  hexapla: split.001.tmx: file too large
  [4]
  $ (ulimit -f 64; hexapla convert -q many.tmx -o - --format csv) > many.csv
  hexapla: temporary file: file too large
  [4]
  $ ls merged* split* *.tmp 2> /dev/null
  [2]

Onto the input; the mode stays, links are followed.

  $ cp a.en.txt b.en.txt; chmod 640 b.en.txt; ln -s b.en.txt c.en.txt
  $ hexapla segment a.en.txt -o c.en.txt
  $ cat b.en.txt
  One.
  Two.
  $ ls -l b.en.txt c.en.txt | cut -c 1-10
  -rw-r-----
  lrwxrwxrwx

SIGPIPE is quiet.

  $ hexapla segment "$TMX/article.en.txt" 2> errors | true
  $ cat errors

A signal leaves nothing behind and ends the program as it would any other.

  $ mkfifo pipe; mkdir out
  $ for signal in INT TERM HUP; do
  >   env --default-signal hexapla convert --input-format tmx pipe -o out/a.tmx &
  >   exec 3> pipe; printf '<tmx version="1.4">' >&3
  >   while ! ls out | grep -q tmp; do sleep 0.1; done
  >   kill -$signal $!; wait $! 2> errors; echo $signal $?
  >   exec 3>&-
  >   ls out
  > done
  INT 130
  TERM 143
  HUP 129

Colour only when it is wanted.

  $ printf 'en\tnl\nA\tA\n' > a.tsv
  $ hexapla convert -q a.tsv a.tmx
  $ hexapla validate -q a.tmx
  a.tmx:9:7: warning: the translation is the same as the source (unit 1) [tmx.same-as-source]
  $ hexapla validate -q --color always a.tmx | tr '\033' '^'
  ^[1ma.tmx:9:7:^[0m ^[33mwarning:^[0m the translation is the same as the source (unit 1) [tmx.same-as-source]
  $ NO_COLOR=1 hexapla validate -q --color=auto a.tmx
  a.tmx:9:7: warning: the translation is the same as the source (unit 1) [tmx.same-as-source]

Control characters of a file do not reach a terminal.

  $ printf 'Red \033[31malert.\n' > e.en.txt
  $ script -qec 'hexapla segment e.en.txt' /dev/null < /dev/null | tr '\033\r' '^#'
  Red <1B>[31malert.#

Nothing is written over what is read, by whatever name.

  $ printf 'One. Two.\n' > a.en.txt && printf 'Een. Twee.\n' > b.nl.tsv
  $ ln -s b.nl.tsv c.tsv && printf 'en\tnl\n0\t0\n' > f.tsv
  $ hexapla segment a.en.txt -o ./a.en.txt
  hexapla: --output would replace 'a.en.txt', which is read
  try 'hexapla segment --help'
  [2]
  $ hexapla align a.en.txt nl=b.nl.tsv -o c.tsv
  hexapla: --output would replace 'b.nl.tsv', which is read
  try 'hexapla align --help'
  [2]
  $ hexapla align a.en.txt nl=b.nl.tsv -o d.tmx --review b.nl.tsv
  hexapla: --review would replace 'b.nl.tsv', which is read
  try 'hexapla align --help'
  [2]
  $ hexapla align a.en.txt nl=b.nl.tsv --fixed f.tsv -f beads -o f.tsv
  hexapla: --output would replace 'f.tsv', which is read
  try 'hexapla align --help'
  [2]
  $ printf 'en\tnl\nOne.\tEen.\n' > u.tsv
  $ hexapla check u.tsv --report json=u.tsv
  hexapla: --report would replace 'u.tsv', which is read
  try 'hexapla check --help'
  [2]
  $ hexapla validate u.tsv --report json=c.tsv --report html=u.tsv
  hexapla: --report would replace 'u.tsv', which is read
  try 'hexapla validate --help'
  [2]
  $ hexapla check u.tsv --write-baseline u.tsv
  hexapla: --write-baseline would replace 'u.tsv', which is read
  try 'hexapla check --help'
  [2]
  $ cat a.en.txt b.nl.tsv u.tsv
  One. Two.
  Een. Twee.
  en\tnl (esc)
  One.\tEen. (esc)
