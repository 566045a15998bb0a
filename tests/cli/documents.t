Pages are divided as texts are; their structure shows in JSON.

  $ cat > page.en.html << 'END'
  > <title>A <!-- no --> title</title><h1>The <b>first</b> heading</h1>
  > <ul><li>One sentence. <i>Another.</i> <img src="map.png" alt="A map"></ul>
  > END
  $ hexapla segment page.en.html
  A title
  
  The first heading
  
  One sentence.
  Another.
  
  A map
  $ hexapla segment -f json page.en.html | grep -E '"(block|level|text)"'
      "text": "A title"
      "block": "heading",
      "level": 1,
      "text": "The first heading"
      "block": "item",
      "level": 1,
      "text": "One sentence."
      "block": "item",
      "level": 1,
      "text": "Another."
      "block": "value",
      "text": "A map"

The content tells what a name does not, and an option what neither does.

  $ (echo '<!DOCTYPE html>'; cat page.en.html) > page
  $ hexapla segment en=page | head -1
  A title
  $ cp page.en.html page.en.txt
  $ hexapla segment --input-format html page.en.txt | head -1
  A title
  $ hexapla segment --input-format doc page.en.txt
  hexapla: there is no document format 'doc'
  try 'hexapla segment --help'
  [2]

Inline codes go into the translation memory.

  $ sed 's/first/eerste/; s/heading/kop/; s/One sentence/Een zin/;
  >   s/Another/Nog een/; s/A map/Een kaart/; s/ title/ titel/' \
  >   page.en.html > page.nl.html
  $ hexapla align page.en.html page.nl.html -o page.tmx
  $ grep '<seg>' page.tmx
          <seg>A title</seg>
          <seg>A titel</seg>
          <seg>The <bpt i="1" type="bold">&lt;b&gt;</bpt>first<ept i="1">&lt;/b&gt;</ept> heading</seg>
          <seg>The <bpt i="1" type="bold">&lt;b&gt;</bpt>eerste<ept i="1">&lt;/b&gt;</ept> kop</seg>
          <seg>One sentence.</seg>
          <seg>Een zin.</seg>
          <seg><bpt i="1" type="italic">&lt;i&gt;</bpt>Another.<ept i="1">&lt;/i&gt;</ept><ph type="image">&lt;img src="map.png" alt="A map"&gt;</ph></seg>
          <seg><bpt i="1" type="italic">&lt;i&gt;</bpt>Nog een.<ept i="1">&lt;/i&gt;</ept><ph type="image">&lt;img src="map.png" alt="Een kaart"&gt;</ph></seg>
          <seg>A map</seg>
          <seg>Een kaart</seg>
  $ hexapla validate --quiet page.tmx
