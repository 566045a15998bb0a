Two pairs of languages, one memory.

  $ printf 'en\tnl\nOne\tEen\nTwo\tTwee\nFour\tVier\n' > a.tsv
  $ printf 'en\tfr\nThree\tTrois\nOne\tUn\nTwo\tDeux\n' > b.tsv
  $ hexapla join a.tsv b.tsv -f tsv
  en\tnl\tfr (esc)
  One\tEen\tUn (esc)
  Two\tTwee\tDeux (esc)
  Four\tVier\t (esc)
  Three\t\tTrois (esc)
  hexapla: 6 units read; 2 joined, 2 single, 0 left out
  $ hexapla join a.tsv - --complete -f tsv < b.tsv
  en\tnl\tfr (esc)
  One\tEen\tUn (esc)
  Two\tTwee\tDeux (esc)
  hexapla: 6 units read; 2 joined, 0 single, 2 left out
  $ hexapla join -q a.tsv b.tsv --pivot fr -f tsv | head -2
  en\tnl\tfr (esc)
  One\tEen\t (esc)

Bad input, wrong usage.

  $ hexapla join a.tsv nothing.tsv b.tsv -o out.tmx
  hexapla: nothing.tsv: no such file or directory
  [3]
  $ echo '<tmx version="1.4"><body><tu>' > broken.tmx
  $ hexapla join -q a.tsv broken.tmx b.tsv -o out.tmx
  hexapla: broken.tmx:2:1: the file ends inside unit 1; 0 complete units before it
  [3]
  $ find . -name 'out.tmx*'
  $ printf '<tmx version="1.4"><header srclang="*all*"/><body/></tmx>' > all.tmx
  $ hexapla join -q all.tmx a.tsv
  hexapla: the first file has no source language to join by
  [3]
  $ hexapla join
  hexapla: join needs a FILE; - is standard input
  try 'hexapla join --help'
  [2]
