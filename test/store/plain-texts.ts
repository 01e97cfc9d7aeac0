import fc from 'fast-check';

/**
 * Texts and queries for which a plain rule holds (plain-scan.ts). The words are of syllables that differ in both letters, so none is within a slip
 * of another, nor is what is left of one that ends with a syllable; they are in a language that nobody here bends, and no part of anybody's name.
 */
const word = fc
  .array(fc.constantFrom('ba', 'de', 'fi', 'ko'), { minLength: 1, maxLength: 3 })
  .map((all) => all.join(''));
/** A version, or a number. */
const version = fc
  .array(fc.constantFrom('4', '4', '42', '5'), { minLength: 1, maxLength: 3 })
  .map((all) => all.join('.'));
const begun = fc.tuple(word, fc.constantFrom(2, 3, 4, 4, 6)).map(([whole, length]) => whole.slice(0, length));

const ACCENTS = { a: 'á', e: 'ê', i: 'ï', o: 'ö' };
const accented = (text: string) => text.replace(/[aeio]/, (letter) => ACCENTS[letter as keyof typeof ACCENTS]);
const spellings = [
  (text: string) => text,
  (text: string) => text,
  accented,
  (text: string) => accented(text).normalize('NFD'),
  (text: string) => text.toUpperCase(),
  (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
];
const spelt = (of: fc.Arbitrary<string>) =>
  fc.tuple(of, fc.constantFrom(...spellings)).map(([text, spell]) => spell(text));

const PATHS = ['', 'ba', 'ba', 'ba/de', 'bako', 'fi/#/ko'];
const written = fc
  .tuple(fc.constantFrom('ba.example', 'dek.example'), fc.constantFrom(...PATHS))
  .map((two) => two.join('/'));
const text = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 9, arbitrary: spelt(word) },
        { weight: 2, arbitrary: version },
        { weight: 1, arbitrary: written },
      ),
      fc.constantFrom(' ', ' ', ', ', '. ', '\n'),
    ),
    { maxLength: 6 },
  )
  .map((some) => some.map((one) => one.join('')).join(''));
const tag = fc.oneof(
  spelt(word),
  fc.tuple(word, word).map((two) => two.join(' ')),
);
const SITES = ['ba.example', 'docs.ba.example', 'dek.example', 'www.kof.example', 'fi.dek.example'];
const days = fc
  .tuple(fc.constantFrom(2024, 2025), fc.nat(11), fc.integer({ min: 1, max: 28 }), fc.constantFrom(0, 0, 9))
  .map(([year, month, day, hour]) => new Date(year, month, day, hour).getTime());

export const said = fc.record(
  {
    created: days,
    title: text,
    quote: text,
    note: text,
    text,
    tags: fc.array(tag, { maxLength: 3 }),
    link: fc
      .tuple(fc.constantFrom('link.example', 'ba.example', 'docs.dek.example'), fc.constantFrom(...PATHS))
      .map((two) => `https://${two.join('/')}`),
    href: fc.tuple(fc.constantFrom(...SITES), fc.constantFrom(...PATHS)).map(([one, path]) => `https://${one}/${path}`),
    lang: fc.constant('pl'),
  },
  { requiredKeys: ['created', 'lang'] },
);

const day = days.map((time) => {
  const [year, month, date] = [new Date(time).getFullYear(), new Date(time).getMonth() + 1, new Date(time).getDate()];
  return [`${year}`, `${year}-${month}`, `${year}-${String(month).padStart(2, '0')}-${date}`];
});
const row = fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`);
const is = fc.constantFrom(...['question', 'unanswered', 'lesson', 'answer', 'mine', 'team'].map((one) => `is:${one}`));
const has = fc.constantFrom(...['note', 'quote', 'link', 'tag'].map((one) => `has:${one}`));
const by = fc.constantFrom(...['me', 'wim', 'nov', 'jose', '"jose nu"', 'zora', 'nobody'].map((one) => `by:${one}`));
const tagged = fc
  .oneof(
    begun,
    word,
    fc.tuple(word, begun).map(([a, b]) => `"${a} ${b}"`),
  )
  .map((one) => `tag:${one}`);
const site = fc
  .constantFrom(
    'ba.example',
    'docs.ba.example',
    'dek.example',
    'kof.example',
    'example',
    'do',
    'dek',
    'ba',
    'fi',
    'ba.example/ba',
    'dek.example/b',
  )
  .map((one) => `site:${one}`);
const made = fc
  .tuple(fc.constantFrom('before', 'after'), day, fc.nat(2))
  .map(([name, spelled, i]) => `${name}:${spelled[i]}`);
const filter = fc.oneof(is, has, by, tagged, site, made);
const asked = fc.oneof(spelt(word), begun);
const choice = (of: fc.Arbitrary<string>) =>
  fc.array(of, { minLength: 2, maxLength: 3 }).map((some) => some.join(' or '));

const piece = fc.oneof(
  { weight: 6, arbitrary: asked },
  { weight: 1, arbitrary: fc.tuple(version, fc.constantFrom('', '.', '.b', '.d')).map((all) => all.join('')) },
  { weight: 2, arbitrary: row },
  { weight: 3, arbitrary: filter },
  { weight: 2, arbitrary: fc.tuple(word, word).map(([a, b]) => `-${a.length > 2 ? a : a + b}`.slice(0, 7)) },
  { weight: 1, arbitrary: row.map((one) => `-${one}`) },
  { weight: 2, arbitrary: filter.map((one) => `-${one}`) },
  {
    weight: 2,
    arbitrary: fc.oneof(choice(asked), choice(fc.oneof(asked, row)), ...[is, has, by, tagged, site, made].map(choice)),
  },
  { weight: 1, arbitrary: fc.oneof(fc.tuple(asked, filter), fc.tuple(filter, filter)).map((two) => two.join(' or ')) },
);
const address = fc
  .tuple(
    fc.constantFrom('', '', 'https://', 'http://www.'),
    fc.constantFrom('ba.example', 'docs.ba.example', 'dek.example', 'kof.example', 'de.example', 'dek.ko'),
    fc.constantFrom('', '', '/', '/ba', '/ba/', '/bak', '/ba/de', '/fi/#/ko', '/ko'),
  )
  .map((all) => all.join(''));
const addressed = fc
  .oneof(
    address,
    address,
    fc.tuple(address, asked),
    fc.tuple(asked, address),
    fc.tuple(address, filter),
    fc.tuple(asked, address, filter),
  )
  .map((all) => [all].flat().join(' '));

/** What somebody types, with a space behind it or without, `or` where it joins nothing and where it joins what was only begun. */
const words = fc
  .tuple(
    fc.constantFrom('', '', '', '', 'or ', 'or or '),
    fc.array(piece, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', ' ', ' b', ' 4', ' 5', ' "ba de', ' "ba d', ' or', ' or ', ' or b', ' OR b '),
  )
  .map(([start, some, end]) => start + some.join(' ') + end)
  .filter((one) => !(one.endsWith(' b') && /(^| )-/.test(one)))
  // Of a choice all of a version is one thing, which takes more than a plain rule.
  .filter((one) => !/\d\.[\dbd]\S* or\b|\bor \d+\.[\dbd]/i.test(one));
export const typed = fc.oneof(
  { weight: 8, arbitrary: words },
  { weight: 1, arbitrary: fc.tuple(addressed, fc.constantFrom('', ' ')).map((two) => two.join('')) },
);
