import type { ChromePerson } from '../../../src/dev/browsers/chrome.ts';
import { until } from '../../../src/dev/browsers/until.ts';
import { spreadOf } from './spread.ts';

const ROUNDS = 5;
/** Enough for some seconds, in which the page layer looks several times. */
const CHANGES = 400_000;
/** Changes after which the page also draws what is kept anew, in the second kind of flood. */
const REDRAW = 2_000;

/** How long a page takes for a flood of changes, in ms, and that as a share of what it takes without us. */
export interface Flood {
  p50: number;
  most: number;
  ratio: number;
}

/** Addresses of a page with a few passages kept on it, and with a hundred. */
export interface Flooded {
  few: string;
  many: string;
}

/**
 * A page that changes without end, with our highlights on it and, in turns, without us: beside what is kept, or also
 * drawing that anew each time, so that it has to be found again.
 */
export async function measureFlood(person: ChromePerson, { few, many }: Flooded): Promise<Record<string, Flood>> {
  const page = person.tab;
  await page.bringToFront();
  const flood = async (of: string, isPainted: boolean, redraw: number, isLasting: boolean): Promise<number> => {
    await page.goto(of);
    if (isPainted) await until('the page to be painted', () => page.evaluate(() => CSS.highlights.size));
    if (isLasting) await page.evaluate(change, CHANGES, redraw);
    return page.evaluate(change, CHANGES, redraw);
  };
  const table: Record<string, Flood> = {};
  for (const [kind, address, redraw, isLasting] of [
    ['beside what is kept', few, 0, false],
    ['beside a hundred passages, at first', many, 0, false],
    ['beside a hundred passages, later on', many, 0, true],
    ['and what is kept drawn anew', few, REDRAW, false],
  ] as const) {
    const [bare, painted]: [number[], number[]] = [[], []];
    for (let i = 0; i < ROUNDS; i++) {
      bare.push(await flood(`${few}nothing-kept-here`, false, redraw, isLasting));
      painted.push(await flood(address, true, redraw, isLasting));
    }
    const floor = spreadOf(bare).p50;
    const toFlood = (measured: number[]): Flood => {
      const { p50, most } = spreadOf(measured);
      return { p50, most, ratio: Math.round((p50 / floor) * 1_000) / 1_000 };
    };
    table[`${kind}: without us (the floor)`] = toFlood(bare);
    table[`${kind}: highlights painted`] = toFlood(painted);
  }
  return table;
}

/** Runs in the page: so many paragraphs come and go, in turns of a few milliseconds, and each turn is let out to others. */
async function change(changes: number, redraw: number): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  const started = performance.now();
  for (let done = 0; done < changes; ) {
    for (const end = performance.now() + 4; performance.now() < end && done < changes; done++) {
      const line = document.createElement('p');
      line.textContent = `Line ${done} of what never ends.`;
      document.body.append(line);
      line.remove();
      if (redraw === 0 || done % redraw > 0) continue;
      for (const one of document.querySelectorAll('p:nth-child(-n + 20)')) one.replaceWith(one.cloneNode(true));
    }
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  }
  return performance.now() - started;
}
