By units, and together again.

  $ cp "$TMX/inline-codes.tmx" a.tmx
  $ hexapla split a.tmx --units 4
  hexapla: 2 parts written
  $ ls a.0*
  a.001.tmx
  a.002.tmx
  $ hexapla merge -q a.0*.tmx | cmp a.tmx

Packed parts of a packed file.

  $ hexapla convert a.tmx b.tmx.gz
  $ hexapla split b.tmx.gz --units 3
  hexapla: 2 parts written
  $ ls b.0*
  b.001.tmx.gz
  b.002.tmx.gz
  $ gzip -dc b.001.tmx.gz | grep -c '<tu '
  3

By size.

  $ hexapla split a.tmx --size 2K -o sized.tmx
  hexapla: 2 parts written
  $ ls sized.*
  sized.001.tmx
  sized.002.tmx
  $ find . -name 'sized.*' -size +4
  $ hexapla merge -q sized.*.tmx | cmp a.tmx

More parts than there may be open files.

  $ (echo 'en nl'; seq 4200 | sed 's/.*/& &/') | tr ' ' '\t' > many.tsv
  $ mkdir many
  $ (ulimit -n 100; hexapla split many.tsv -n 1 -o many/a.tmx)
  hexapla: 4200 parts written
  $ ls many | wc -l
  4200

By pairs of languages, and together again; by a property, from standard input.

  $ hexapla split a.tmx --pairs
  hexapla: 3 parts written
  $ ls a.en-*
  a.en-de.tmx
  a.en-fr.tmx
  a.en-nl.tmx
  $ hexapla join -q a.en-nl.tmx a.en-fr.tmx a.en-de.tmx > joined.tmx
  $ hexapla stats joined.tmx | sed -n '1p;/^[a-z][a-z]  /p' > joined
  $ hexapla stats a.tmx | sed -n '1p;/^[a-z][a-z]  /p' | diff joined -
  $ printf '<tmx version="1.4"><header srclang="en"/><body>' > b.tmx
  $ for value in 'a/b' 'a b' '' 'Größe'; do
  >   printf '<tu><prop type="p">%s</prop><tuv xml:lang="en"><seg>x</seg></tuv>' \
  >     "$value"
  >   echo '</tu>'
  > done >> b.tmx
  $ echo '</body></tmx>' >> b.tmx
  $ hexapla split -q - --prop p -o b.tsv < b.tmx
  $ ls b.*.tsv | LC_ALL=C sort
  b.Gr\xc3\xb6\xc3\x9fe.tsv (esc)
  b.a_b-2.tsv
  b.a_b.tsv
  b.none.tsv

A file without units.

  $ printf 'en\tnl\n' > none.tsv
  $ hexapla split none.tsv --units 5; cat none.001.tsv
  hexapla: 1 part written
  

Bad input leaves no part; wrong usage.

  $ head -40 a.tmx > broken.tmx
  $ hexapla split broken.tmx -n 1
  hexapla: broken.tmx:41:1: the file ends inside unit 4; 3 complete units before it
  [3]
  $ ls broken*
  broken.tmx
  $ hexapla split a.tmx
  hexapla: split needs one of --units, --size, --pairs and --prop
  try 'hexapla split --help'
  [2]
  $ hexapla split a.tmx -n 5 --pairs
  hexapla: split needs one of --units, --size, --pairs and --prop
  try 'hexapla split --help'
  [2]
  $ hexapla split - -n 5
  hexapla: what are the parts called? --output tells
  try 'hexapla split --help'
  [2]
  $ hexapla split a.tmx --size 5X
  hexapla: --size takes a size such as 500K, 20M or 1G
  try 'hexapla split --help'
  [2]
  $ hexapla split a.tmx --size 5K -f tsv
  hexapla: --size is for parts in tmx
  try 'hexapla split --help'
  [2]
  $ hexapla split a.tmx -n 5 -o no/such/folder.tmx
  hexapla: no/such/folder.001.tmx: no such file or directory
  [4]
