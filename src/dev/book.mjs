const WORDS =
  'machine reader night lamp shelf answer morning valve letter signal record ticket owner cover question hand river paper clock engine station window garden bridge winter lesson'.split(
    ' ',
  );
const LINKS = 'of the|beside a|without the|before every|after the|under a|against the|for any'.split('|');
const CHAPTERS = 90;
const PARAGRAPHS = 60;

/** A page as long as a book, about 900,000 characters, the same every time. Each paragraph is numbered, so each differs. */
export function writeBook() {
  let seed = 20_240_229;
  const pick = (/** @type {string[]} */ from) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from[Math.floor((seed / 2_147_483_648) * from.length)] ?? '';
  };
  const sentence = () => `The ${pick(WORDS)} ${pick(LINKS)} ${pick(WORDS)} ${pick(LINKS)} ${pick(WORDS)}.`;
  const chapters = Array.from({ length: CHAPTERS }, (_, c) => {
    const paragraphs = Array.from({ length: PARAGRAPHS }, (_, p) => {
      const text = `Paragraph ${c + 1}.${p + 1}: ${sentence()} <em>${sentence()}</em> ${sentence()}`;
      return `<p>${text}</p>`;
    });
    return `<section><h2>Chapter ${c + 1}</h2>\n${paragraphs.join('\n')}\n</section>`;
  });
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>A whole book</title></head>\n<body><h1>A whole book</h1>\n${chapters.join('\n')}\n</body></html>\n`;
}
