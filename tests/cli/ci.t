What docs/ci.md offers: the files are YAML, and their commands run.

  $ cp "$TMX/../action.yml" "$TMX/../docs/gitlab-ci.yml" .
  $ cp "$TMX/../.pre-commit-hooks.yaml" hooks.yaml
  $ printf 'en\tnl\nTake 2.\tNeem 3.\n' > pair.tsv
  $ cat > hexapla.ini <<END
  > [check]
  > files = pair.tsv
  > END
  $ cat > command.py <<END
  > import sys, yaml
  > found = yaml.safe_load(open(sys.argv[1]))
  > for key in sys.argv[2:]:
  >     found = found[int(key) if key.isdigit() else key]
  > print(found)
  > END
  $ FILES=pair.tsv ARGS="--fail-level error" SARIF=out.sarif \
  >   sh -c "$(python3 command.py action.yml runs steps 1 run)"
  ::warning file=pair.tsv,line=2,col=14,endLine=2,endColumn=15,title=seg.number::"3" for "2"
  hexapla: 0 errors, 1 warning, 0 notes
  $ python3 -m json.tool out.sarif > /dev/null
  $ python3 command.py action.yml outputs sarif value
  ${{ inputs.sarif }}
  $ sh -c "$(python3 command.py gitlab-ci.yml hexapla script 0)"
  pair.tsv:2:14: warning: "3" for "2" (unit 1) [seg.number]
  hexapla: 0 errors, 1 warning, 0 notes
  [1]
  $ for report in codequality junit; do
  >   python3 command.py gitlab-ci.yml hexapla artifacts reports $report
  > done
  hexapla.json
  hexapla.xml
  $ python3 -c 'import json; print([f["severity"] for f in json.load(open("hexapla.json"))])'
  ['minor']
  $ grep -c '<failure' hexapla.xml
  1
  $ sh -c "$(python3 command.py hooks.yaml 0 entry) -q pair.tsv"
  pair.tsv:2:14: warning: "3" for "2" (unit 1) [seg.number]
  [1]
  $ sh -c "$(python3 command.py hooks.yaml 1 entry) pair.tsv"
  hexapla: nothing found
