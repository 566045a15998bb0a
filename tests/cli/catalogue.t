Xcode's string catalogues have many languages, and texts with forms:

  $ cat > app.xcstrings <<END
  > {
  >   "sourceLanguage" : "en",
  >   "strings" : {
  >     "" : {
  > 
  >     },
  >     "%lld trees" : {
  >       "localizations" : {
  >         "en" : {
  >           "variations" : {
  >             "plural" : {
  >               "one" : {
  >                 "stringUnit" : {
  >                   "state" : "translated",
  >                   "value" : "%lld tree"
  >                 }
  >               },
  >               "other" : {
  >                 "stringUnit" : {
  >                   "state" : "translated",
  >                   "value" : "%lld trees"
  >                 }
  >               }
  >             }
  >           }
  >         },
  >         "nl" : {
  >           "variations" : {
  >             "plural" : {
  >               "one" : {
  >                 "stringUnit" : {
  >                   "state" : "needs_review",
  >                   "value" : "%@ boom"
  >                 }
  >               }
  >             }
  >           }
  >         }
  >       }
  >     },
  >     "Acorn" : {
  >       "shouldTranslate" : false
  >     },
  >     "Plant" : {
  >       "comment" : "The button",
  >       "localizations" : {
  >         "de" : {
  >           "stringUnit" : {
  >             "state" : "translated",
  >             "value" : "Pflanzen"
  >           }
  >         },
  >         "nl" : {
  >           "stringUnit" : {
  >             "state" : "new",
  >             "value" : ""
  >           }
  >         }
  >       }
  >     },
  >     "Water \"all\" of them" : {
  > 
  >     },
  >     "Zinnia" : {
  >       "shouldTranslate" : false
  >     }
  >   },
  >   "version" : "1.0"
  > }
  > END
  $ hexapla convert -q app.xcstrings -f tsv
  en\tnl\tde (esc)
  %lld tree\t%@ boom\t (esc)
  %lld trees\t\t (esc)
  Plant\t\tPflanzen (esc)
  Water "all" of them\t\t (esc)
  $ hexapla check app.xcstrings
  app.xcstrings:33:30: error: placeholder "%lld" of the source is missing (unit 1, "%lld trees.plural.one") [seg.placeholder]
  app.xcstrings:33:30: error: placeholder "%@" is not in the source (unit 1, "%lld trees.plural.one") [seg.placeholder]
  hexapla: 2 errors, 0 warnings, 0 notes
  [1]

What is written is the same, also by way of other formats that keep all:

  $ hexapla convert app.xcstrings -f xcstrings | cmp - app.xcstrings
  $ hexapla convert app.xcstrings -f jsonl | hexapla convert - -f xcstrings | cmp - app.xcstrings
  $ hexapla convert app.xcstrings --from en-GB -f xcstrings | cmp - app.xcstrings
  $ hexapla convert app.xcstrings -o app.tmx
  $ hexapla convert -q app.tmx -f xcstrings | cmp - app.xcstrings

Nothing but what is new changes:

  $ printf 'en\tnl\nPlant\tPlanten\nWater "all" of them\tGeef ze water\n%%lld trees\t%%lld bomen\n' > m.tsv
  $ hexapla memory add -q m.db m.tsv
  $ hexapla memory pretranslate m.db app.xcstrings --from en --to nl -o new.xcstrings
  hexapla: 3 exact, 0 fuzzy, 1 translated before, 0 without a match; numbers adapted in 0
  $ diff app.xcstrings new.xcstrings | tr '<>' '-+'
  34a35,40
  +               },
  +               "other" : {
  +                 "stringUnit" : {
  +                   "state" : "translated",
  +                   "value" : "%lld bomen"
  +                 }
  55,56c61,62
  -             "state" : "new",
  -             "value" : ""
  ---
  +             "state" : "translated",
  +             "value" : "Planten"
  62c68,75
  - 
  ---
  +       "localizations" : {
  +         "nl" : {
  +           "stringUnit" : {
  +             "state" : "translated",
  +             "value" : "Geef ze water"
  +           }
  +         }
  +       }
  $ printf 'en\tnl\nWater "all" of those\tGeef die water\n' > m.tsv
  $ hexapla memory add -q n.db m.tsv
  $ hexapla memory pretranslate -q n.db app.xcstrings --from en --to nl -f xcstrings | grep -A1 needs
                    "state" : "needs_review",
                    "value" : "%@ boom"
  --
              "state" : "needs_review",
              "value" : "Geef die water"

A language that has forms gets no text beside them:

  $ printf '{"id":"%%lld trees","remarks":[{"kind":"property","type":"x-xcstrings-entry","text":"' > one.jsonl
  $ printf '\\"a\\": {\\"localizations\\": {\\"nl\\": {\\"variations\\": {}}}}"}],' >> one.jsonl
  $ printf '"variants":[{"language":"en","text":"a"},{"language":"nl","text":"b"}]}\n' >> one.jsonl
  $ hexapla convert one.jsonl --from en -f xcstrings
  hexapla: warning: 1 further variant left out
  {
    "sourceLanguage" : "en",
    "strings" : {"a": {"localizations": {"nl": {"variations": {}}}}
    },
    "version" : "1.0"
  }

Nor does one that has something else than an object:

  $ sed 's/{\\"variations\\": {}}/null/' one.jsonl > null.jsonl
  $ hexapla convert null.jsonl --from en -f xcstrings
  hexapla: warning: 1 further variant left out
  {
    "sourceLanguage" : "en",
    "strings" : {"a": {"localizations": {"nl": null}}
    },
    "version" : "1.0"
  }

What is not to be translated keeps its place and its key, and the entries come
where those of the file were:

  $ printf '{"sourceLanguage": "en", "strings": {"Zed": {"shouldTranslate": false}}}' > zed.xcstrings
  $ hexapla convert zed.xcstrings -o zed.jsonl
  $ printf '{"id":"Zed","variants":[{"language":"en","text":"Zed"}]}\n' >> zed.jsonl
  $ printf '{"id":"tree","variants":[{"language":"en","text":"tree"}]}\n' >> zed.jsonl
  $ hexapla convert zed.jsonl -f xcstrings
  hexapla: warning: 1 unit with a key that stood before, or none, left out
  {"sourceLanguage": "en", "strings": {
      "tree" : {
  
      },"Zed": {"shouldTranslate": false}}} (no-eol)
  $ sed 's/strings/others/' zed.jsonl | hexapla convert - --input-format jsonl -f xcstrings | head -n 3
  hexapla: warning: 2 notes and properties left out
  {
    "sourceLanguage" : "en",
    "strings" : {

A way that no catalogue has leads nowhere:

  $ printf '{"id":"a","remarks":[{"kind":"property","type":"x-xcstrings-path","text":"variations.' > way.jsonl
  $ printf 'x\\"y.one"}],"variants":[{"language":"en","text":"a"},{"language":"nl","text":"b"}]}\n' >> way.jsonl
  $ hexapla convert way.jsonl --from en -f xcstrings
  hexapla: warning: 2 further variants left out
  {
    "sourceLanguage" : "en",
    "strings" : {
      "a" : {
  
      }
    },
    "version" : "1.0"
  }

Units of other files become entries, each key once:

  $ printf 'en\tnl\tde\nA \\\\tree\tEen boom\tEin Baum\nA \\\\tree\tDe boom\t\n' > t.tsv
  $ hexapla convert t.tsv -f xcstrings
  hexapla: warning: 1 unit with a key that stood before, or none, left out
  {
    "sourceLanguage" : "en",
    "strings" : {
      "A \\tree" : {
        "localizations" : {
          "de" : {
            "stringUnit" : {
              "state" : "translated",
              "value" : "Ein Baum"
            }
          },
          "nl" : {
            "stringUnit" : {
              "state" : "translated",
              "value" : "Een boom"
            }
          }
        }
      }
    },
    "version" : "1.0"
  }

It is a document in each of its languages, and a bilingual file:

  $ hexapla segment de=app.xcstrings
  Pflanzen
  $ hexapla segment fr=app.xcstrings
  hexapla: app.xcstrings: there is no text in fr; the units are in en and nl
  [3]
  $ hexapla align -q en=new.xcstrings nl=new.xcstrings -f tsv
  en\tnl (esc)
  tree\tboom (esc)
  trees\tbomen (esc)
  Plant\tPlanten (esc)
  Water "all" of them\tGeef ze water (esc)

What is no catalogue is refused:

  $ printf '{"sourceLanguage": "en", "strings": []}' > no.xcstrings
  $ hexapla validate no.xcstrings
  hexapla: no.xcstrings:1:1: no string catalogue: it has no object "strings"
  hexapla: input.broken: What comes before the place was read, nothing after it.
  [3]
  $ printf '{\n"strings": {"a": {}, "a": {}}}' > no.xcstrings
  $ hexapla convert no.xcstrings -f tsv
  hexapla: no.xcstrings:2:24: no JSON: duplicate object key near '"a"'
  [3]
