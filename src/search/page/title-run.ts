/** From so much rarity on, words in a row are a name rather than a turn of phrase. */
const TELLING = 6;

/** So many words of a title are looked for in a row: nobody writes more, but a page may that says one word again and again. */
const WORDS_MAX = 100;

/** Where a title stands on a page. */
export interface TitleRun {
  /** How much of it, from 0 to 1. */
  run: number;
  /** The longest stretch of it that stands there, as places in the title: the first, and the one after the last. */
  from: number;
  to: number;
}

/**
 * How much of a title stands on a page, word after word as in the title, from 0 to 1: the share of its rarity that the
 * longest such stretch has, squared, and more where it stands there often. `row` are the page's stems in their order.
 */
export function titleRun(row: string[], worthOf: (stem: string) => number): (title: string[]) => TitleRun {
  const places = new Map<string, number[]>();
  for (const [at, stem] of row.entries()) {
    const known = places.get(stem);
    if (known) known.push(at);
    else places.set(stem, [at]);
  }
  return (title) => {
    const worth = title.map(worthOf);
    const whole = worth.reduce((sum, one) => sum + one, 0);
    let best = { sum: 0, from: 0, to: 0 };
    let times = 0;
    for (let from = 0; from < Math.min(title.length, WORDS_MAX); from++) {
      for (const at of places.get(title[from] ?? '') ?? []) {
        // It is part of a longer stretch, which was met before.
        if (from > 0 && row[at - 1] === title[from - 1]) continue;
        const run = runFrom(title, worth, row, from, at);
        if (run.sum > best.sum + 1e-9) [best, times] = [run, 1];
        else if (run.sum > best.sum - 1e-9) times++;
      }
    }
    const { sum, from, to } = best;
    const share = whole > 0 ? (sum / whole) ** 2 : 0;
    return { run: share * Math.min(1, sum / TELLING) * (times / (times + 1)), from, to };
  };
}

/** The words of a title that follow each other from one place of it at one place of the page, with the sum of their rarity. */
function runFrom(title: string[], worth: number[], row: string[], from: number, at: number) {
  let [sum, to] = [0, from];
  for (; to < Math.min(title.length, WORDS_MAX) && row[at + to - from] === title[to]; to++) sum += worth[to] ?? 0;
  return { sum, from, to };
}
