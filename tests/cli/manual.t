The manual and --help name the same options.

  $ options() { tr ' ,=[' '\n' | sed -n 's/^\(--[a-z][a-z-]*\).*/\1/p' | sort -u; }
  $ for command in segment align check validate fix convert stats merge split \
  >   join select clean languages anonymise; do
  >   hexapla $command --help
  > done | grep '^  *-' | options > help
  $ echo --version >> help
  $ sort -u -o help help
  $ mandoc -Tascii "$ROOT/docs/man/hexapla.1" | sed 's/.\x08//g' |
  >   options > manual
  $ diff help manual
  $ test $(wc -l < help) -gt 15

Both name all commands.

  $ hexapla --help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p' | while read command; do
  >   grep -q "^\.Ss hexapla $command$" "$ROOT/docs/man/hexapla.1" ||
  >     echo the manual lacks $command
  > done
