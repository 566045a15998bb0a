Of a damaged store all is written that can be read, with --rescue.

  $ awk 'BEGIN { print "en\tnl"
  >     for (i = 1; i <= 3000; i++)
  >         print "text number " i " of this store\ttekst " i }' > a.tsv
  $ hexapla memory add -q s.db a.tsv
  $ hexapla memory export s.db --rescue -f tsv | cmp - a.tsv && echo whole
  whole
  $ dd if=/dev/zero of=s.db bs=4096 seek=40 count=20 conv=notrunc 2> /dev/null
  $ hexapla memory export s.db -o none.tsv
  hexapla: s.db: the translation memory is damaged
  [3]
  $ test -e none.tsv
  [1]
  $ hexapla memory export s.db --rescue -o rest.tsv 2> said
  [3]
  $ sed 's/: [0-9]* units/: N units/' said
  hexapla: s.db: the translation memory is damaged: N units could not be read; the others were written
  $ awk 'FILENAME == "said" { lost = $(NF - 9); next }
  >     FNR > 1 { count++ }
  >     END { print (lost > 0), (count > 0), lost + count }' said rest.tsv
  1 1 3000
  $ grep -c -v -x -F -f a.tsv rest.tsv
  0
  [1]
  $ hexapla memory add -q new.db rest.tsv
  $ hexapla memory export s.db --rescue --memory other
  hexapla: s.db: there is no memory 'other' in this store
  [3]
