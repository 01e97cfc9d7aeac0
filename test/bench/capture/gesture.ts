import type { ChromePerson } from '../../../src/dev/browsers/chrome.ts';
import { until } from '../../../src/dev/browsers/until.ts';
import { type Spread, spreadOf } from './spread.ts';

const SETTLED_MS = 1_000;
/** There are so many on the shorter page. */
const PARAGRAPHS = 100;
/** Where the welcome was seen. */
const welcomed = new WeakSet<object>();
/** Whoever selects has read a little: a page that is still loading, or being painted anew, is not what is measured. */
const READ_MS = 400;

/**
 * From a gesture until the answer that the lesson is durable. The gesture is the message of our own button, which takes
 * the way a key takes from the background on; a key pressed by a debugger does not reach an extension.
 */
export async function measureGestures(
  person: ChromePerson,
  address: string,
  rounds: number,
): Promise<Record<string, Spread>> {
  const page = person.tab;
  const { opener, measure } = await openHands(person, address);
  const read = () => new Promise((resolve) => setTimeout(resolve, READ_MS));
  await measure();
  const living = await repeat(rounds, async () => {
    await read();
    return measure();
  });
  const atOnce = await repeat(rounds, measure);
  let at = 0;
  const firstOn = (of: () => string) =>
    repeat(rounds, async () => {
      await page.goto(of());
      await read();
      return measure();
    });
  const first = await firstOn(() => `${address}never-seen-${at++}`);
  const again = await firstOn(() => address);
  const stopped = await repeat(rounds, async () => {
    // What the last gesture set off (painting, the count) would wake the worker at once.
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    await person.installed.stopWorker();
    return measure();
  });
  const floor = await repeat(rounds, () => opener.evaluate(saySomething));
  await opener.close();
  return {
    'a message and its answer (the floor)': spreadOf(floor),
    'worker living': spreadOf(living),
    'worker living, first gesture in a page where nothing is kept': spreadOf(first),
    'worker living, first gesture where something is, and painted': spreadOf(again),
    'worker living, one upon the other (a script could)': spreadOf(atOnce),
    'worker stopped': spreadOf(stopped),
  };
}

/** Keeps one passage after the other, as many as there are paragraphs on the shorter page. */
export async function keepMany(person: ChromePerson, address: string): Promise<void> {
  const { opener, measure } = await openHands(person, address);
  await repeat(PARAGRAPHS, measure);
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
  const measure = async (): Promise<number> => {
    await page.evaluate(selectParagraph, at++ % PARAGRAPHS);
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

async function repeat(rounds: number, measure: () => Promise<number>): Promise<number[]> {
  const measured: number[] = [];
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

/** What is refused at once, before anything is looked up. */
async function saySomething(): Promise<number> {
  const started = performance.now();
  await chrome.runtime.sendMessage({ say: 'keepHere', takes: {} });
  return performance.now() - started;
}

async function keepHere(tabId: number): Promise<number> {
  const started = performance.now();
  const answer = await chrome.runtime.sendMessage({ say: 'keepHere', takes: { tabId, what: 'lesson' } });
  if (!answer?.ok) throw new Error(`not kept: ${JSON.stringify(answer)}`);
  return performance.now() - started;
}
