/** From so much rarity on, words in a row are a name rather than a turn of phrase. */
const TELLING = 6;

/**
 * How much of a title stands on a page, word after word as in the title, from 0 to 1: the share of its rarity that the
 * longest such stretch has, squared, and more where it stands there often. `row` are the page's stems in their order.
 */
export function titleRun(row: string[], worthOf: (stem: string) => number): (title: string[]) => number {
  const places = new Map<string, number[]>();
  for (const [at, stem] of row.entries()) {
    const known = places.get(stem);
    if (known) known.push(at);
    else places.set(stem, [at]);
  }
  return (title) => {
    const worth = title.map(worthOf);
    const whole = worth.reduce((sum, one) => sum + one, 0);
    let best = 0;
    let times = 0;
    for (let from = 0; from < title.length; from++) {
      for (const at of places.get(title[from] ?? '') ?? []) {
        const run = runFrom(title, worth, row, from, at);
        if (run > best + 1e-9) [best, times] = [run, 1];
        else if (run > best - 1e-9) times++;
      }
    }
    return whole > 0 ? (best / whole) ** 2 * Math.min(1, best / TELLING) * (times / (times + 1)) : 0;
  };
}

/** Rarity of the words of a title that follow each other from one place of it at one place of the page. */
function runFrom(title: string[], worth: number[], row: string[], from: number, at: number): number {
  let sum = 0;
  for (let i = 0; from + i < title.length && row[at + i] === title[from + i]; i++) sum += worth[from + i] ?? 0;
  return sum;
}
