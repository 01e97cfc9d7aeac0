import type { ChromePerson } from '../../../src/dev/browsers/chrome.ts';
import { until } from '../../../src/dev/browsers/until.ts';
import { type Kept, keepHere } from './durable.ts';
import { spreadOf } from './spread.ts';

const SETTLED_MS = 1_000;
/** There are so many on the shorter page. */
const PARAGRAPHS = 100;
/** Where the welcome was seen. */
const welcomed = new WeakSet<object>();
/** Whoever selects has read a little: a page that is still loading, or being painted anew, is not what is measured. */
const READ_MS = 400;

/** Until a lesson was durable, and until whoever kept it was told. */
export interface Gestures {
  rounds: number;
  'durable p50': number;
  'durable p95': number;
  'answered p50': number;
  'answered p95': number;
}

/**
 * From a gesture until what it kept is durable, and until the answer is back that says so. The gesture is the message of our own
 * button, which takes the way a key takes from the background on; a key pressed by a debugger does not reach an extension.
 */
export async function measureGestures(
  person: ChromePerson,
  address: string,
  rounds: number,
): Promise<Record<string, Gestures>> {
  const page = person.tab;
  const { opener, measure } = await openHands(person, address);
  const read = () => new Promise((resolve) => setTimeout(resolve, READ_MS));
  await measure();
  const living = await repeat(rounds, async () => {
    await read();
    return measure();
  });
  const atOnce = await repeat(rounds, () => measure());
  let at = 0;
  const firstOn = (of: () => string, select = selectParagraph) =>
    repeat(rounds, async () => {
      await page.goto(of());
      await read();
      return measure(select);
    });
  const first = await firstOn(() => `${address}never-seen-${at++}`);
  const several = await firstOn(() => `${address}never-seen-${at++}`, selectSeveral);
  const again = await firstOn(() => address);
  const stopped = await repeat(rounds, async () => {
    // What the last gesture set off (painting, the count) would wake the worker at once.
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    await person.installed.stopWorker();
    return measure();
  });
  const floor = await repeat(rounds, () => opener.evaluate(writeSomething));
  await opener.close();
  return {
    'a message and its answer, a row and its transaction (the floor)': toGestures(floor),
    'worker living': toGestures(living),
    'worker living, first gesture in a page where nothing is kept': toGestures(first),
    'the same, over three paragraphs': toGestures(several),
    'worker living, first gesture where something is, and painted': toGestures(again),
    'worker living, one upon the other (a script could)': toGestures(atOnce),
    'worker stopped': toGestures(stopped),
  };
}

function toGestures(kept: Kept[]): Gestures {
  const durable = spreadOf(kept.map((one) => one.durable));
  const answered = spreadOf(kept.map((one) => one.answered));
  return {
    rounds: kept.length,
    'durable p50': durable.p50,
    'durable p95': durable.p95,
    'answered p50': answered.p50,
    'answered p95': answered.p95,
  };
}

/** Keeps one passage after the other, as many as there are paragraphs on the shorter page. */
export async function keepMany(person: ChromePerson, address: string): Promise<void> {
  const { opener, measure } = await openHands(person, address);
  await repeat(PARAGRAPHS, () => measure());
  await opener.close();
}

/** A page of ours that makes gestures in another one. */
export async function openHands(person: ChromePerson, address: string) {
  const page = person.tab;
  await page.goto(address);
  const opener = await person.program.newPage();
  await opener.goto(person.installed.address('manifest.json'));
  await closeWelcome(person);
  await page.bringToFront();
  const tabId = await until('the page among the tabs', () => opener.evaluate(findTab, address));
  let at = 0;
  const measure = async (select = selectParagraph): Promise<Kept> => {
    await page.evaluate(select, at++ % PARAGRAPHS);
    return opener.evaluate(keepHere, tabId);
  };
  return { opener, measure };
}

/** What comes in front once, after installing: a page out of view waits with whatever we do there. */
async function closeWelcome({ installed, program }: ChromePerson): Promise<void> {
  const address = installed.address('welcome.html');
  const find = async () => (await program.pages()).find((page) => page.url() === address);
  if (welcomed.has(program)) return;
  welcomed.add(program);
  await (await until('the welcome', find)).close();
}

async function repeat(rounds: number, measure: () => Promise<Kept>): Promise<Kept[]> {
  const measured: Kept[] = [];
  for (let i = 0; i < rounds; i++) measured.push(await measure());
  return measured;
}

async function findTab(address: string): Promise<number | undefined> {
  const tabs = await chrome.tabs.query({});
  return tabs.find(({ url }) => url === address)?.id;
}

function selectParagraph(at: number): void {
  const text = document.querySelector(`#p${at}`)?.firstChild as Text;
  getSelection()?.setBaseAndExtent(text, 0, text, 120);
}

function selectSeveral(at: number): void {
  const [first, last] = [at, at + 2].map((i) => document.querySelector(`#p${i % 100}`)?.firstChild as Text);
  getSelection()?.setBaseAndExtent(first as Text, 40, last as Text, 120);
}

/** A message that is refused at once, before anything is looked up; and a row that is written as durably as a lesson, alone. */
async function writeSomething(): Promise<Kept> {
  const started = performance.now();
  await chrome.runtime.sendMessage({ say: 'keepHere', takes: {} });
  const answered = performance.now() - started;
  const opening = indexedDB.open('bench-floor', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true });
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  const since = performance.now();
  const transaction = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
  transaction.objectStore('rows').put({ text: 'A row. '.repeat(100) });
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  const durable = performance.now() - since;
  opening.result.close();
  return { durable, answered };
}
