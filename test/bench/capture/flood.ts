import type { Page } from 'puppeteer-core';
import { HIGHLIGHT_STYLE } from '../../../src/browser/highlights.ts';
import type { ChromePerson } from '../../../src/dev/browsers/chrome.ts';
import { until } from '../../../src/dev/browsers/until.ts';
import { spreadOf } from './spread.ts';

/** At most; so many that each of four has been the first twice. */
const ROUNDS = 8;
/** Enough for half a second or more, in which the page layer looks more than once. */
const CHANGES = 200_000;
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

/** A passage that is registered: its paragraph, and where it begins and ends there. */
type Registered = [string, number, number];

/** How a page is flooded: how often what is kept on it is drawn anew, and whether another flood has gone before. */
interface Kind {
  redraw: number;
  isLasting: boolean;
}

/**
 * A page that changes without end, with our highlights on it and, in turns, without us: beside what is kept, or also
 * drawing that anew each time, so that it has to be found again. Beside each the same page without us where a bare script has
 * registered what we had when the flood was over, or all that is kept there: what a browser takes for that is not ours.
 */
export async function measureFlood(
  { tab }: ChromePerson,
  { few, many }: Flooded,
  wanted: number,
): Promise<Record<string, Flood>> {
  await tab.bringToFront();
  const bare = `${few}nothing-kept-here`;
  const table: Record<string, Flood> = {};
  for (const [name, address, kind] of [
    ['beside what is kept', few, { redraw: 0, isLasting: false }],
    ['beside a hundred passages, at first', many, { redraw: 0, isLasting: false }],
    ['beside a hundred passages, later on', many, { redraw: 0, isLasting: true }],
    ['and what is kept drawn anew', few, { redraw: REDRAW, isLasting: false }],
  ] as const) {
    const rounds: Round[] = [];
    // Each begins a round in turn, since from one flood to the next a browser is not the same. We begin the first.
    for (let i = 0; i < Math.min(wanted, ROUNDS); i++) {
      const flooder = createFlooder(tab, { bare, address }, kind, rounds.at(-1)?.registered);
      rounds.push(await floodInTurns(flooder, i));
    }
    for (const [beside, flood] of Object.entries(compare(rounds))) table[`${name}: ${beside}`] = flood;
  }
  return table;
}

/** What was registered as a flood began, and when it was over. */
interface Known {
  all: Registered[];
  left: Registered[];
}

/** One flood each, in ms: with us; without us; without us, but with what we had left registered, or all, by a bare script. */
interface Round {
  times: Partial<Record<Beside, number>>;
  registered: Known;
}

const BESIDE = ['ours', 'floor', 'left', 'all'] as const;
type Beside = (typeof BESIDE)[number];

/** Floods a page, each time loaded anew; what is registered by a bare script is what stood there when we were last flooded. */
function createFlooder(page: Page, at: { bare: string; address: string }, kind: Kind, known: Known | undefined) {
  let registered = known ?? { all: [], left: [] };

  const flood = async (): Promise<number> => {
    if (kind.isLasting) await page.evaluate(change, CHANGES, kind.redraw);
    return page.evaluate(change, CHANGES, kind.redraw);
  };
  const floodBare = async (passages: Registered[]): Promise<number> => {
    await page.goto(at.bare);
    if (passages.length > 0) await page.addStyleTag({ content: HIGHLIGHT_STYLE });
    if (passages.length > 0) await page.evaluate(register, passages);
    return flood();
  };
  const floodOurs = async (): Promise<number> => {
    await page.goto(at.address);
    await until('the page to be painted', () => page.evaluate(() => CSS.highlights.size));
    const all = await page.evaluate(readRegistered);
    const took = await flood();
    registered = { all, left: await page.evaluate(readRegistered) };
    return took;
  };
  return {
    kind,
    registered: () => registered,
    ours: floodOurs,
    floor: () => floodBare([]),
    left: () => floodBare(registered.left),
    all: () => floodBare(registered.all),
  };
}

async function floodInTurns(flooder: ReturnType<typeof createFlooder>, turn: number): Promise<Round> {
  const all = flooder.kind.redraw > 0 ? BESIDE.slice(0, 2) : BESIDE;
  const first = turn % all.length;
  const times: Round['times'] = {};
  for (const beside of [...all.slice(first), ...all.slice(0, first)]) times[beside] = await flooder[beside]();
  return { times, registered: flooder.registered() };
}

/** The middle of all rounds, of each as a share of the floor. */
function compare(rounds: Round[]): Record<string, Flood> {
  const { left, all } = rounds.at(-1)?.registered ?? { left: [], all: [] };
  const names = {
    floor: 'without us (the floor)',
    left: `without us, ${left.length} registered by a bare script`,
    all: `without us, ${all.length} registered by a bare script`,
    ours: `highlights painted, ${left.length} registered at the end`,
  };
  const spreads = (['floor', 'left', 'all', 'ours'] as const).map((key) => {
    return [key, spreadOf(rounds.flatMap(({ times }) => times[key] ?? []))] as const;
  });
  const floor = spreads[0]?.[1].p50 ?? 0;
  return Object.fromEntries(
    spreads
      .filter(([, { rounds }]) => rounds > 0)
      .map(([key, { p50, most }]) => [names[key], { p50, most, ratio: Math.round((p50 / floor) * 1_000) / 1_000 }]),
  );
}

/** Runs in the page: what is registered there. */
function readRegistered(): Registered[] {
  return [...CSS.highlights.values()]
    .flatMap((highlight) => [...(highlight as unknown as Set<AbstractRange>)])
    .map(({ startContainer, startOffset, endOffset }) => [
      startContainer.parentElement?.id ?? '',
      startOffset,
      endOffset,
    ]);
}

/** Runs in the page: registers the same as we do, and does nothing else. */
function register(passages: Registered[]): void {
  const ranges = passages.map(([id, startOffset, endOffset]) => {
    const text = document.getElementById(id)?.firstChild as Text;
    return new StaticRange({ startContainer: text, startOffset, endContainer: text, endOffset });
  });
  CSS.highlights.set('m1', new Highlight(...ranges));
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
