What the program says of itself.

  $ hexapla --help
  usage: hexapla COMMAND [option ...] [FILE ...]
         hexapla help [COMMAND] | --version
  
    segment     Divides texts into sentences.
    align       Aligns a text with its translations into one translation memory.
    check       Tells where translations are wrong: terms, numbers, marks and
                codes.
    validate    Tells every fault of translation memories, termbases and
                segmentation rules, with its place.
    fix         Repairs a broken TMX and says what it repaired, never guessing at
                text.
    convert     Writes a translation memory in another format.
    stats       Tells what translation memories hold, in numbers.
    merge       Makes one memory of several; equal translations stand once.
    split       Makes several memories of one.
    join        Makes multilingual units of those with a text in common.
    select      Keeps the units that are as the options say.
    clean       Drops what is of no use in a memory, by named rules.
    languages   Lists the language tags of a memory, or changes them.
    anonymise   Takes the names of people out of a memory.
    memory      Keeps translation memories in a store and looks things up in them.
    terms       Makes, converts and checks termbases, and looks terms up in them.
    completion  Writes a script by which a shell completes command lines.
  
  'hexapla help COMMAND' tells a command's options.

  $ hexapla --version | sed 's/[0-9][0-9.]*/N/g'
  hexapla N
  ICU N, expat N, jansson N, SQLite N, libxmlN N, cmark-gfm Ngfm.N, libzip N, zlib N, zstd N, libstemmer, libpq N

The word is taken for the option.

  $ hexapla --help > asked
  $ hexapla help | diff asked -
  $ hexapla help help | diff asked -
  $ hexapla memory add --help > asked
  $ hexapla help memory add | diff asked -
  $ hexapla help aling
  hexapla: there is no command 'aling'; did you mean 'align'?
  try 'hexapla --help'
  [2]

Every command tells its options, on standard output.

  $ hexapla convert --help
  usage: hexapla convert [option ...] IN [OUT]
  
  Writes a translation memory in another format.
  
    -o, --output FILE          write there, instead of OUT; - is standard output;
                               for moses what the names of both begin with
    -f, --format FORMAT        tmx, tsv, csv, jsonl, xliff, xliff2, po, xcstrings
                               or moses; else the output's name tells it
        --input-format FORMAT  tmx, tsv, csv, jsonl, xliff, xliff2, po, xcstrings
                               or moses; else the input's name or content tells it
        --encoding NAME        of the input, such as windows-1252; else the file
                               tells it
        --from TAG             the source language: which to write, or that of an
                               input that does not tell
        --to TAG               the target language, likewise
        --columns NAMES        of csv, such as en,nl,note: what its columns hold
        --no-header            csv has no line with the columns' names
        --strict               leave out of tmx what is not part of TMX 1.4
        --level1               leave inline codes out of tmx
    -q, --quiet                say only what went wrong
        --color WHEN           auto, always or never; auto: on a terminal
    -h, --help                 show this, and do nothing else

  $ for command in segment align check validate convert stats merge split \
  >   join select clean languages anonymise; do
  >   hexapla $command --help > help 2> errors || echo $command: $?
  >   test -s help && test ! -s errors || echo $command: no help
  > done

Wrong usage is one line and a hint, on standard error.

  $ hexapla
  hexapla: which command?
  try 'hexapla --help'
  [2]
  $ hexapla algin
  hexapla: there is no command 'algin'; did you mean 'align'?
  try 'hexapla --help'
  [2]
  $ hexapla translate
  hexapla: there is no command 'translate'
  try 'hexapla --help'
  [2]
  $ hexapla --nonsense
  hexapla: unknown option '--nonsense'
  try 'hexapla --help'
  [2]
  $ hexapla align --nonsense one.en.txt two.nl.txt
  hexapla: unknown option '--nonsense'
  try 'hexapla align --help'
  [2]
  $ hexapla align --formta=tmx one.en.txt two.nl.txt
  hexapla: unknown option '--formta'; did you mean '--format'?
  try 'hexapla align --help'
  [2]
  $ hexapla memory lokup
  hexapla: there is no command 'memory lokup'; did you mean 'lookup'?
  try 'hexapla memory --help'
  [2]
  $ hexapla align -Z
  hexapla: unknown option '-Z'
  try 'hexapla align --help'
  [2]
  $ hexapla align --format
  hexapla: --format needs its FORMAT
  try 'hexapla align --help'
  [2]
  $ hexapla align --segmented=yes
  hexapla: --segmented takes no value
  try 'hexapla align --help'
  [2]
  $ hexapla segment --format=xml one.en.txt
  hexapla: --format is one of text, tsv, json, not 'xml'
  try 'hexapla segment --help'
  [2]
  $ hexapla align --min-confidence 1.5 one.en.txt two.nl.txt
  hexapla: --min-confidence takes a number from 0 to 1
  try 'hexapla align --help'
  [2]
  $ hexapla align --min-confidence 0,5 one.en.txt two.nl.txt
  hexapla: --min-confidence takes a number from 0 to 1
  try 'hexapla align --help'
  [2]

Options may be bundled, follow operands, and have their argument attached;
what follows -- are operands.

  $ echo 'One. Two.' > -q.en.txt
  $ hexapla segment -qftsv -- -q.en.txt
  0\t0\t0\t4\tOne. (esc)
  0\t1\t5\t9\tTwo. (esc)
  $ hexapla segment ./-q.en.txt --format=tsv -q
  0\t0\t0\t4\tOne. (esc)
  0\t1\t5\t9\tTwo. (esc)
