Words in their context, with the translation; the shortest texts first.

  $ cat > a.tsv <<END
  > en	nl
  > Open the file.	Open het bestand.
  > The café is open.	Het café is open.
  > He reopened the files and the FILE.	Hij heropende de bestanden en het BESTAND.
  > A filing cabinet stands in the corner of the room in which the files of last year are kept.	Er staat een archiefkast.
  > END
  $ hexapla memory add -q s.db a.tsv
  $ hexapla memory search s.db file --from en --to nl
                         Open the file.
      Open het bestand.
    He reopened the files and the FILE.
      Hij heropende de bestanden en het BESTAND.
  $ hexapla memory search s.db 'fil*' --from en --to nl
                         Open the file.
      Open het bestand.
                  He reopened the files and the FILE.
      Hij heropende de bestanden en het BESTAND.
                                A filing cabinet stands in the corner of the room 
      Er staat een archiefkast.
  $ hexapla memory search s.db '*open*' --from en --to nl --top 2
                                  Open the file.
      Open het bestand.
                      The caf\xc3\xa9 is open. (esc)
      Het caf\xc3\xa9 is open. (esc)
  $ hexapla memory search s.db 'the  FILE' --from en --to nl -f tsv
  Open \tthe file\t.\tOpen het bestand.\tmain\t (esc)
  He reopened the files and \tthe FILE\t.\tHij heropende de bestanden en het BESTAND.\tmain\t (esc)
  $ hexapla memory search s.db 'bestand' --from en --to nl --in target -f tsv
  Open het \tbestand\t.\tOpen the file.\tmain\t (esc)
  Hij heropende de bestanden en het \tBESTAND\t.\tHe reopened the files and the FILE.\tmain\t (esc)
  $ hexapla memory search s.db cafe --from en --to nl -f tsv
  The \tcaf\xc3\xa9\t is open.\tHet caf\xc3\xa9 is open.\tmain\t (esc)
  $ hexapla memory search s.db cafe --from en --to nl -f tsv --accents
  $ hexapla memory search s.db 'f[a-z]*ing\b|^open' --regex --from en --to nl -f tsv
  \tOpen\t the file.\tOpen het bestand.\tmain\t (esc)
  A \tfiling\t cabinet stands in the corner of the room in which the files of last year are kept.\tEr staat een archiefkast.\tmain\t (esc)
  $ hexapla memory search s.db nothing --from en --to nl
  $ hexapla memory search s.db nothing --from en --to nl -f json
  []
  $ hexapla memory search s.db corner --from en --to nl -f json
  [
    {
      "language": "en",
      "before": "A filing cabinet stands in the ",
      "hit": "corner",
      "after": " of the room in which the files of last year are kept.",
      "translation_language": "nl",
      "translation": "Er staat een archiefkast.",
      "memory": "main"
    }
  ]
  $ hexapla memory search s.db open --from en --to nl --color=always --top 1 | cat -v
                                  ^[[1;31mOpen^[[0m the file.
      Open het bestand.

What is added later is found, too; and in one memory.

  $ printf 'en\tzh\nOpen it.\t打开文件。\n' > b.tsv
  $ hexapla memory add -q s.db b.tsv --memory more
  $ hexapla memory search s.db open --from en --to zh -f tsv
  \tOpen\t it.\t\xe6\x89\x93\xe5\xbc\x80\xe6\x96\x87\xe4\xbb\xb6\xe3\x80\x82\tmore\t (esc)
  $ hexapla memory search s.db 文件 --from zh --to en -f tsv --memory more
  \xe6\x89\x93\xe5\xbc\x80\t\xe6\x96\x87\xe4\xbb\xb6\t\xe3\x80\x82\tOpen it.\tmore\t (esc)

Bad input.

  $ hexapla memory search s.db --from en --to nl
  hexapla: memory search takes a STORE and a TEXT
  try 'hexapla memory search --help'
  [2]
  $ hexapla memory search s.db a b --from en --to nl
  hexapla: memory search takes a STORE and a TEXT
  try 'hexapla memory search --help'
  [2]
  $ hexapla memory search s.db a --from en
  hexapla: memory search needs --from and --to; the languages of s.db are: en, nl, zh
  try 'hexapla memory search --help'
  [2]
  $ hexapla memory search s.db a --from en --to nl_NL
  hexapla: 'nl_NL' is no language tag
  try 'hexapla memory search --help'
  [2]
  $ hexapla memory search s.db ' * ' --from en --to nl
  hexapla: there is nothing to search for
  try 'hexapla memory search --help'
  [2]
  $ hexapla memory search s.db '' --from en --to nl
  hexapla: there is nothing to search for
  try 'hexapla memory search --help'
  [2]
  $ hexapla memory search s.db '(' --from en --to nl --regex
  hexapla: '(' is no regular expression, at character 1
  try 'hexapla memory search --help'
  [2]
  $ hexapla memory search s.db "$(printf '%05000d' 1)" --from en --to nl
  hexapla: a phrase of more than 1000 characters is not searched for
  try 'hexapla memory search --help'
  [2]
  $ hexapla memory search s.db a --from en --to fr
  hexapla: s.db: there are no texts in en with a translation in fr; the languages here are: en, nl, zh
  [3]
  $ hexapla memory search none.db a --from en --to nl
  hexapla: none.db: no such file or directory
  [3]
  $ printf '\303' > bytes
  $ hexapla memory search s.db "$(cat bytes)" --from en --to nl
  hexapla: the text is not valid UTF-8
  try 'hexapla memory search --help'
  [2]
  $ hexapla memory search s.db file --from en --to nl > /dev/full
  hexapla: standard output: no space left on device
  [4]
