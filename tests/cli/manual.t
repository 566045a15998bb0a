The manual has a page for every command, and hexapla(1) names all of them.

  $ commands=$(hexapla --help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p')
  $ test $(echo "$commands" | wc -l) -gt 10
  $ for command in $commands; do
  >   test -e "$ROOT/docs/man/hexapla-$command.1" &&
  >     grep -q "^\.It Xr hexapla-$command 1$" "$ROOT/docs/man/hexapla.1" ||
  >     echo the manual lacks $command
  > done

A command's page and its --help name the same options; those that all commands
have stand in hexapla(1).

  $ options() { tr ' ,=[' '\n' | sed -n 's/^\(--[a-z][a-z0-9-]*\).*/\1/p' | sort -u; }
  $ page() { mandoc -Tascii "$ROOT/docs/man/$1" | sed 's/.\x08//g'; }
  $ page hexapla.1 | sed -n '/^OPTIONS/,/^ENVIRONMENT/p' | grep '^  *-' |
  >   options > common
  $ cat common
  --color
  --help
  --quiet
  --version
  $ verbs() { hexapla $1 --help | sed -n "s/^  \([a-z][a-z]*\)  .*/$1 \1/p"; }
  $ all_help() { for name in "$1" $(verbs "$1" | tr ' ' :); do
  >   hexapla $(echo $name | tr : ' ') --help; done; }
  $ for command in $commands; do
  >   all_help $command | grep '^  *-' | options | comm -23 - common > help
  >   page hexapla-$command.1 | grep '^     -' | options > manual
  >   diff help manual || echo in $command
  > done

The examples of the manual use options that there are.

  $ examples() { page $1 | sed -n '/^EXAMPLES/,/^SEE/p' | sed -e :a \
  >   -e '/\\$/{N;s/\\\n *//;ba' -e '}' | sed -n 's/^ *\$ hexapla //p'; }
  $ for manual in "$ROOT"/docs/man/hexapla-*.1; do
  >   examples ${manual##*/} | while read -r command rest; do
  >     all_help $command | options > help
  >     echo "$rest" | options | comm -23 - help
  >   done
  > done
