One name, one pseudonym.

  $ hexapla anonymise "$TMX/with-notes.tmx" -o a.tmx
  hexapla: 6 names replaced
  $ grep -o 'c[a-z]*id="[^"]*"' a.tmx
  creationid="user-1"
  changeid="user-2"
  creationid="user-1"
  changeid="user-2"
  creationid="user-1"
  changeid="user-2"
  $ grep -c 'anna\|ben' a.tmx
  0
  [1]
  $ hexapla anonymise -q "$TMX/with-notes.tmx" -p client -a o-tmf |
  >   grep -o 'client.*<\|o-tmf="[^"]*"'
  o-tmf="user-1"
  client">user-4<
  o-tmf="user-5"

Or none.

  $ hexapla anonymise "$TMX/with-notes.tmx" --drop | grep -c 'creationid\|changeid'
  hexapla: 6 names left out
  0
  [1]

  $ hexapla anonymise
  hexapla: anonymise takes one FILE; - is standard input
  try 'hexapla anonymise --help'
  [2]
