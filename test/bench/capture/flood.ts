import type { ChromePerson } from '../../../src/dev/browsers/chrome.ts';
import { until } from '../../../src/dev/browsers/until.ts';
import { round, spreadOf } from './spread.ts';

const ROUNDS = 9;
const CHANGES = 40_000;

/** How long a page takes for a flood of changes, in ms, and that as a share of what it takes without us. */
export interface Flood {
  p50: number;
  most: number;
  ratio: number;
}

/** A page that changes without end, with our highlights on it and, in turns, without us. */
export async function measureFlood(person: ChromePerson, address: string): Promise<Record<string, Flood>> {
  const page = person.tab;
  await page.bringToFront();
  const flood = async (of: string, isPainted: boolean): Promise<number> => {
    await page.goto(of);
    if (isPainted) await until('the page to be painted', () => page.evaluate(() => CSS.highlights.size));
    return page.evaluate(change, CHANGES);
  };
  const [bare, painted]: [number[], number[]] = [[], []];
  for (let i = 0; i < ROUNDS; i++) {
    bare.push(await flood(`${address}nothing-kept-here`, false));
    painted.push(await flood(address, true));
  }
  const floor = spreadOf(bare).p50;
  const toFlood = (measured: number[]): Flood => {
    const { p50, most } = spreadOf(measured);
    return { p50, most, ratio: round((p50 / floor) * 100) / 100 };
  };
  return { 'nothing kept there (the floor)': toFlood(bare), 'highlights painted': toFlood(painted) };
}

/** Runs in the page: so many paragraphs come and go, in turns of a few milliseconds, and each turn is let out to others. */
async function change(changes: number): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  const started = performance.now();
  for (let done = 0; done < changes; ) {
    for (const end = performance.now() + 4; performance.now() < end && done < changes; done++) {
      const line = document.createElement('p');
      line.textContent = `Line ${done} of what never ends.`;
      document.body.append(line);
      line.remove();
    }
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  }
  return performance.now() - started;
}
