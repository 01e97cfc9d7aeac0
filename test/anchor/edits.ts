/**
 * Edits as pages meet them in real life. Of each: the page as it was with the passage in [[ ]], the page as it became
 * with what a person would point at in [[ ]], or nothing of the kind where they would say that it is gone.
 */
export interface Edit {
  before: string;
  after: string;
}

const TIDE = 'The moon pulls the sea, and the sea follows late, for water is slow to gather and slower to let go.';
const ROPE = 'Lead the bow rope forward and the stern rope aft, and never make both fast to the same ring.';
const LAMP = 'After sunset a vessel under way shows a white light at the masthead and coloured lights at her sides.';
const WIND = 'When the wind backs against the sun, trust it not, for back it will run before the night is out.';

const around = (text: string): string => `<p>${TIDE}</p>${text}<p>${LAMP}</p>`;
const listOf = (items: string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const rowsOf = (rows: string[][]): string =>
  `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

export const EDITS: Record<string, Edit> = {
  'a typo is mended in the passage': {
    before: around('<p>Make fast [[the stren rope before the bow]] in a following wind.</p>'),
    after: around('<p>Make fast [[the stern rope before the bow]] in a following wind.</p>'),
  },
  'a typo is mended beside the passage': {
    before: around('<p>In a folowing wind make fast [[the stern rope]] befor the bow.</p>'),
    after: around('<p>In a following wind make fast [[the stern rope]] before the bow.</p>'),
  },
  'a sentence is inserted before': {
    before: around('<p>[[Keep the fenders low]] when you lie beside a pontoon.</p>'),
    after: around('<p>Mind the neighbours. [[Keep the fenders low]] when you lie beside a pontoon.</p>'),
  },
  'a sentence is inserted in the middle of the passage': {
    before: around('<p>[[Keep the fenders low beside a pontoon. Raise them again at sea.]]</p>'),
    after: around('<p>[[Keep the fenders low beside a pontoon. Tie them twice. Raise them again at sea.]]</p>'),
  },
  'the end of a sentence is cut off': {
    before: around('<p>[[Reef early, reef deep, and shake it out at leisure over tea.]] That is all.</p>'),
    after: around('<p>[[Reef early, reef deep, and shake it out at leisure.]] That is all.</p>'),
  },
  'a paragraph is split in two within the passage': {
    before: around('<p>Check [[the oil before each trip. Check the belt each month]] and after storms.</p>'),
    after: around('<p>Check [[the oil before each trip.</p><p>Check the belt each month]] and after storms.</p>'),
  },
  'two paragraphs become one': {
    before: around('<p>Check [[the oil before each trip.</p><p>Check the belt each month]] and after storms.</p>'),
    after: around('<p>Check [[the oil before each trip. Check the belt each month]] and after storms.</p>'),
  },
  'a list is put in another order': {
    before: around(listOf(['charts of the coast', '[[a lamp with spare wicks]]', 'rope, forty fathoms', 'bread'])),
    after: around(listOf(['bread', 'rope, forty fathoms', 'charts of the coast', '[[a lamp with spare wicks]]'])),
  },
  'an item is added above in a list': {
    before: around(listOf(['charts', '[[a lamp]]', 'rope'])),
    after: around(listOf(['a compass', 'charts', '[[a lamp]]', 'rope'])),
  },
  'an item is taken from a list': {
    before: around(listOf(['charts of the coast', '[[a lamp with spare wicks]]', 'rope, forty fathoms'])),
    after: around(listOf(['charts of the coast', 'rope, forty fathoms'])),
  },
  'a row is added to a table': {
    before: around(
      rowsOf([
        ['Brest', '6.1 m'],
        ['Dover', '[[5.9 m]]'],
        ['Cork', '3.4 m'],
      ]),
    ),
    after: around(
      rowsOf([
        ['Brest', '6.1 m'],
        ['Calais', '6.4 m'],
        ['Dover', '[[5.9 m]]'],
        ['Cork', '3.4 m'],
      ]),
    ),
  },
  'a column is added to a table': {
    before: around(
      rowsOf([
        ['Brest harbour', 'six metres'],
        ['Dover harbour', '[[nearly six metres]]'],
      ]),
    ),
    after: around(
      rowsOf([
        ['Brest harbour', 'west', 'six metres'],
        ['Dover harbour', 'east', '[[nearly six metres]]'],
      ]),
    ),
  },
  'a heading above is renamed': {
    before: around(`<h2 id="ropes">Ropes</h2><p>[[Never make both fast]] to one ring. ${ROPE}</p>`),
    after: around(`<h2 id="lines">Lines and how to lead them</h2><p>[[Never make both fast]] to one ring. ${ROPE}</p>`),
  },
  'a heading that is the passage is renamed': {
    before: around(`<h2 id="ropes">[[Ropes and how to lead them]]</h2><p>${ROPE}</p>`),
    after: around(`<h2 id="ropes">[[Lines and how to lead them]]</h2><p>${ROPE}</p>`),
  },
  'a contents list repeats the heading': {
    before: around(`<h2 id="neap">[[Neap tides]]</h2><p>${ROPE}</p>`),
    after: `<ul><li>Spring tides</li><li>Neap tides</li></ul>${around(`<h2 id="neap">[[Neap tides]]</h2><p>${ROPE}</p>`)}`,
  },
  'a code sample is indented anew': {
    before: around('<pre>if (wind > 6) {\n[[  reef(sail);\n  call(crew);]]\n}</pre>'),
    after: around('<pre>if (wind > 6)\n{\n[[\treef( sail );\n\tcall( crew );]]\n}</pre>'),
  },
  'a code sample is coloured': {
    before: around('<pre>const [[tide = await harbour.read(now)]];</pre>'),
    after: around('<pre><b>const</b> [[<i>tide</i> = <b>await</b> harbour.<i>read</i>(now)]];</pre>'),
  },
  'a name in a code sample is changed': {
    before: around('<pre>const tide = [[await harbour.read(now, { depth: true })]];</pre>'),
    after: around('<pre>const tide = [[await harbour.readTide(now, { depth: true })]];</pre>'),
  },
  'a version number goes up': {
    before: around('<p>Install it by [[npm install tides@2.4.1 --save-dev]] and start it.</p>'),
    after: around('<p>Install it by [[npm install tides@3.0.0 --save-dev]] and start it.</p>'),
  },
  'a date beside the passage goes on': {
    before: around('<p>Last looked at on 3 May 2021: [[all marks in place]], no wrecks known.</p>'),
    after: around('<p>Last looked at on 17 August 2024: [[all marks in place]], no wrecks known.</p>'),
  },
  'the person addressed is another': {
    before: around('<p>[[He should check his anchor before he sleeps]], and again when the tide turns.</p>'),
    after: around('<p>[[They should check their anchor before they sleep]], and again when the tide turns.</p>'),
  },
  'you becomes one': {
    before: around('<p>Before you sail, [[you should tell the harbour master where you go]].</p>'),
    after: around('<p>Before one sails, [[one should tell the harbour master where one goes]].</p>'),
  },
  'the page is translated': {
    before: around('<p>[[Keep the fenders low]] when you lie beside a pontoon.</p>'),
    after:
      '<p>Der Mond zieht das Meer, und das Meer folgt spät.</p><p>Die Fender hängen tief, wenn man am Steg liegt.</p>',
  },
  'the paragraph is gone and its words stand elsewhere': {
    before: around(`<p>Call [[the harbour]] on channel twelve.</p><p>${ROPE}</p>`),
    after: around(`<p>${ROPE}</p><p>${WIND} From the harbour you hear it first.</p>`),
  },
  'the paragraph is replaced by another': {
    before: around('<p>[[Paint the hull each spring with red lead.]]</p>'),
    after: around('<p>Gulls nest on the outer wall from April.</p>'),
  },
  'the paragraph is moved to the end': {
    before: `<p>[[${WIND}]]</p>${around(`<p>${ROPE}</p>`)}`,
    after: `${around(`<p>${ROPE}</p>`)}<p>[[${WIND}]]</p>`,
  },
  'a sidebar quotes the passage': {
    before: around(`<p>${ROPE} [[Trust no backing wind.]] ${WIND}</p>`),
    after: `<aside>“Trust no backing wind.”</aside>${around(`<p>${ROPE} [[Trust no backing wind.]] ${WIND}</p>`)}`,
  },
  'boilerplate repeats around the passage': {
    before: around('<p>Was this useful? Yes No</p><p>Was this [[useful]]? Yes No</p><p>Was this useful? Yes No</p>'),
    after: around('<p>Was this useful? Yes No</p><p>Was this [[useful]]? Yes No</p><p>Was this useful? Yes No</p>'),
  },
  'a link is put around a word of it': {
    before: around('<p>Take [[the western channel at half tide]] only.</p>'),
    after: around('<p>Take [[the <a href="#w">western channel</a> at half tide]] only.</p>'),
  },
  'quotes and dashes become typographic': {
    before: around(`<p>Say [["ready about" - it's custom -]] and wait.</p>`),
    after: around('<p>Say [[“ready about” – it’s custom –]] and wait.</p>'),
  },
  'a Chinese sentence is edited': {
    before: `<p>潮汐是海水在月亮和太阳引力作用下的涨落，水手们自古就按它安排出海和靠岸。潮汐每天两次涨满港口。[[泥滩上的船只随水浮起]]，码头一直湿到第三级台阶，退潮以后要过六个小时才会再干。</p><p>大潮在新月和满月之后到来，小潮则在上弦月和下弦月之后。</p>`,
    after: `<p>潮汐是海水在月亮和太阳引力作用下的涨落，水手们自古就按它安排出海和靠岸。潮汐每天两次涨满港口。[[泥滩上的小船随水慢慢浮起]]，码头一直湿到第三级台阶，退潮以后要过六个小时才会再干。</p><p>大潮在新月和满月之后到来，小潮则在上弦月和下弦月之后。</p>`,
  },
  'a Hebrew sentence is edited': {
    before: `<p>הגאות ממלאת את הנמל פעמיים ביום. [[הסירות שעל הבוץ מתרוממות]] והרציף רטוב עד המדרגה השלישית.</p>`,
    after: `<p>הגאות ממלאת את הנמל פעמיים ביום. [[הסירות שעל הבוץ מתרוממות לאט]] והרציף רטוב עד המדרגה השלישית.</p>`,
  },
  'a banner comes above the page': {
    before: around('<p>Take [[soundings]] as you go in.</p>'),
    after: `<div>We use cookies. Take them or leave them.</div>${around('<p>Take [[soundings]] as you go in.</p>')}`,
  },
  'a block is rewritten, and the next one says a word of it': {
    before: around(
      '<p>[[Trim the wick each night, and fill the lamp before you look for matches.]]</p><p>Dry them.</p>',
    ),
    after: around(
      '<p>[[Trim the wick each night, and fill up the lamp before the light goes.]]</p><p>Then look for matches. Dry them.</p>',
    ),
  },
  'a footnote mark is put into it': {
    before: around('<p>The [[bar is passable from two hours before high water]] in fair weather.</p>'),
    after: around('<p>The [[bar is passable<sup>3</sup> from two hours before high water]] in fair weather.</p>'),
  },
  'what follows begins with the letter that the passage ends with': {
    before: around('<p>Never [[duplicate]] the entry of another hand in the log of a ship.</p>'),
    after: around('<p>Never [[duplicate]] entry of another hand in the log of a ship.</p>'),
  },
  'words become others, and are said elsewhere in another sentence': {
    before: around('<p>The mate calls. [[Reef the main]] sail well before the squall, and the mizzen after it.</p>'),
    after: around(
      '<p>The mate calls. Douse every sail well before the squall, and the mizzen after it.</p><p>Reef the main sail well.</p>',
    ),
  },
};
