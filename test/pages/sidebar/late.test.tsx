// @vitest-environment happy-dom
import '../stage.ts';
import { beforeEach, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.ts';
import type { StoredRecord } from '../../../src/domain/record.ts';
import { hashBody } from '../../../src/domain/version.ts';
import { StoreContext } from '../../../src/pages/sidebar/desk.ts';
import { Panel } from '../../../src/pages/sidebar/panel.tsx';
import { takeIn } from '../../../src/store/feed.ts';
import { addTeam } from '../../../src/store/team.ts';
import { world } from '../../browser/fake-world.ts';
import { createDevice, type Device, keepLesson, lessonBody, PAGE, team, value } from '../../store/device.ts';
import { click, draw } from '../../ui/drawn.ts';
import { answers, noFits, showPage, until } from '../stage.ts';

const on = (url: string) => ({ url, href: url, selectors: [] });
const ELSEWHERE = on('https://docs.example/elsewhere');
const FAR = on('https://tea.example/');

/** Nothing is told to be in view. */
class OutOfView {
  observe = () => {};
  disconnect = () => {};
}

let device: Device;
/** What the background answers from now on. */
let fitting: { fits?: object[]; people?: object[]; pages?: string[]; read?: string };
beforeEach(async () => {
  Object.assign(globalThis, { IntersectionObserver: OutOfView });
  world.hosts = ['*://*/*'];
  showPage({ url: PAGE, title: 'Guide' });
  device = createDevice();
  fitting = {};
  answers.set('fits', async () => ({ ok: true, value: { ...noFits, pages: [PAGE], ...fitting } }));
  value(await addTeam(device.store, team({ syncedAt: 1 }), device.clock));
  await arrive('bo', 'profile', { created: 1, name: 'Bo' });
});

async function sent(id: string, kind: string, body: object | null): Promise<StoredRecord> {
  const n = body ? 1 : 2;
  const hash = body ? await hashBody(body as JsonObject) : '';
  return { id, kind, author: 'bo', schema: 1, version: { n, time: n, device: 'd', hash }, body: body as JsonObject };
}
/** Records of a colleague come in from the team. */
const arriveAll = async (records: StoredRecord[], of = 'team-1') => value(await takeIn(device.store, of, records));
const arrive = async (...of: Parameters<typeof sent>) => arriveAll([await sent(...of)]);
const lesson = (note: string, created: number, target = FAR) => lessonBody({ note, created, target });
const question = (text: string, created: number, target = ELSEWHERE) => ({ created, text, target });
const fitOf = (id: string) => ({ team: 'team-1', id, isStrong: false, isSameSite: false, because: ['refund'] });

const open = (): HTMLElement =>
  draw(
    <StoreContext.Provider value={device.store}>
      <Panel />
    </StoreContext.Provider>,
  ).root;

const section = (root: Element, heading: string) =>
  until(() => [...root.querySelectorAll('section')].find((one) => one.querySelector('h2')?.textContent === heading));
/** Headings and what stands below them, as it is drawn. */
const drawn = (root: Element) =>
  [...root.querySelectorAll('h2, .row-first, .card-quote, .person bdi, .empty p')].map(
    ({ textContent }) => textContent,
  );
const news = (root: Element) => [...root.querySelectorAll('.news')].map(({ textContent }) => textContent).join();
/** So much waits, from the top; gives the first way to let it in. */
const waits = (root: Element, said: string) => until(() => news(root) === said && root.querySelector('.news button'));

/** The panel once what is recent stands in it, which is drawn last. */
async function settled(): Promise<HTMLElement> {
  const root = open();
  await section(root, 'Recent');
  return root;
}

test('an open question that comes while something is read is counted, and stands there once it is let in', async () => {
  await arrive('old', 'lesson', lesson('Old', 1));
  const root = await settled();
  const before = drawn(root);
  await arrive('asked', 'question', question('Asked next door?', 2));
  const button = await waits(root, '1 new,');
  expect(drawn(root)).toEqual(before);
  await click(button);
  const list = await section(root, 'Open questions here');
  expect(list.textContent).toContain('Asked next door?');
  expect(root.querySelector('.news button')).toBeNull();
});

test('who turns out to know while something is read is counted, and named once they are let in', async () => {
  await arrive('old', 'lesson', lesson('Old', 1));
  const root = await settled();
  const before = drawn(root);
  fitting.people = [{ team: 'team-1', author: 'bo', because: ['refund'], from: [] }];
  await arrive('more', 'answer', { created: 2, question: 'x', text: 'So' });
  const button = await waits(root, '1 new,');
  expect(drawn(root)).toEqual(before);
  await click(button);
  await section(root, 'People who know');
});

test('a card that comes to a page on which nothing stood waits while something is read below', async () => {
  for (let i = 0; i < 8; i++) await arrive(`old-${i}`, 'lesson', lesson(`Old ${i}`, i));
  const root = await settled();
  const before = drawn(root);
  expect(before).toContain('Old 0');
  await arrive('here', 'lesson', lesson('Here', 100, on(PAGE)));
  const button = await waits(root, '1 new,');
  expect(drawn(root)).toEqual(before);
  await click(button);
  await section(root, 'On this page');
});

test('what is recent stays as it is drawn when what fits comes late, and when it is let in stands once', async () => {
  for (let i = 0; i < 4; i++) await arrive(`old-${i}`, 'lesson', lesson(`Old ${i}`, i));
  const root = await settled();
  const before = drawn(root);
  fitting.fits = [fitOf('old-2')];
  await arrive('more', 'answer', { created: 2, question: 'x', text: 'So' });
  const button = await waits(root, '1 new,');
  expect(drawn(root)).toEqual(before);
  await click(button);
  await section(root, 'For this page');
  expect(drawn(root).filter((words) => words === 'Old 2')).toHaveLength(1);
});

test('what is recent stays as it is drawn when it comes late that it stands on this very page', async () => {
  for (let i = 0; i < 4; i++) await arrive(`old-${i}`, 'lesson', lesson(`Old ${i}`, i));
  const root = await settled();
  const before = drawn(root);
  fitting.pages = [PAGE, FAR.url];
  await arrive('more', 'answer', { created: 2, question: 'x', text: 'So' });
  const button = await waits(root, '4 new,');
  expect(drawn(root)).toEqual(before);
  await click(button);
  await section(root, 'On this page');
  await until(() => ![...root.querySelectorAll('h2')].some(({ textContent }) => textContent === 'Recent'));
});

test('what is recent stays as it is drawn however many newer ones come', async () => {
  for (let i = 0; i < 4; i++) await arrive(`old-${i}`, 'lesson', lesson(`Old ${i}`, i));
  const root = await settled();
  const before = drawn(root);
  const newer = Array.from({ length: 45 }, (_, i) => sent(`new-${i}`, 'lesson', lesson(`New ${i}`, 100 + i)));
  await arriveAll(await Promise.all(newer));
  const button = await waits(root, ',40 new');
  expect(drawn(root)).toEqual(before);
  await click(button);
  await until(() => drawn(root)[2] === 'New 44');
});

test('what moves up to where something was taken back is no news', async () => {
  for (let i = 0; i < 15; i++) await arrive(`old-${i}`, 'lesson', lesson(`Old ${i}`, i));
  const root = await settled();
  const before = drawn(root);
  expect(before).not.toContain('Old 2');
  await arrive('old-9', 'lesson', null);
  await until(() => !drawn(root).includes('Old 9'));
  expect(drawn(root)).toEqual(before.filter((words) => words !== 'Old 9'));
  expect(news(root)).toBe(',');
});

test('a question that is answered while something is read stays where it is, and says so', async () => {
  await arrive('one', 'question', question('Asked one?', 3));
  await arrive('two', 'question', question('Asked two?', 2));
  await arrive('old', 'lesson', lesson('Old', 1));
  const root = await settled();
  const before = drawn(root);
  await arrive('answer', 'answer', { created: 4, question: 'one', text: 'So' });
  const list = await section(root, 'Open questions here');
  await until(() => list.textContent?.includes('answered'));
  expect(drawn(root)).toEqual(before);
  await arrive('one', 'question', null);
  await until(() => !drawn(root).includes('Asked one?'));
});

test('what fits stays as it is drawn when the next answer leaves it out, unless it is taken back', async () => {
  await arrive('first', 'lesson', lesson('First', 1));
  await arrive('second', 'lesson', lesson('Second', 2));
  await arrive('old', 'lesson', lesson('Old', 1));
  fitting.fits = [fitOf('first'), fitOf('second')];
  fitting.people = [{ team: 'team-1', author: 'bo', because: ['refund'], from: [] }];
  const root = await settled();
  const before = drawn(root);
  expect(before).toContain('Bo');
  Object.assign(fitting, { fits: [fitOf('better'), fitOf('second')], people: [] });
  await arrive('better', 'lesson', lesson('Better', 3));
  await waits(root, ',1 new,');
  expect(drawn(root)).toEqual(before);
  await arrive('first', 'lesson', null);
  await until(() => !drawn(root).includes('First'));
});

test("one's own stands there at once, and takes no row away from what is recent", async () => {
  for (let i = 0; i < 8; i++) await arrive(`old-${i}`, 'lesson', lesson(`Old ${i}`, i));
  const root = await settled();
  await keepLesson(device, { note: 'Mine', target: on(PAGE) });
  await section(root, 'On this page');
  expect(drawn(root)).toContain('Old 0');
});

test('what another team has under the same id does not come in beside what is drawn', async () => {
  value(await addTeam(device.store, team({ id: 'team-2', syncedAt: 1 }), device.clock));
  await arrive('asked', 'question', question('Asked next door?', 2));
  await arrive('here', 'lesson', lesson('Here', 3, on(PAGE)));
  for (let i = 0; i < 4; i++) await arrive(`old-${i}`, 'lesson', lesson(`Old ${i}`, i));
  const root = await settled();
  const before = drawn(root);
  expect(before).toContain('Asked next door?');
  const others = [
    sent('asked', 'question', question('Another question?', 1)),
    sent('here', 'lesson', lesson('Another here', 1, on(PAGE))),
    sent('old-2', 'lesson', lesson('Another', 1)),
  ];
  await arriveAll(await Promise.all(others), 'team-2');
  await arrive('new', 'lesson', lesson('New', 100));
  await until(() => news(root).includes('new'));
  expect(drawn(root)).toEqual(before);
});
