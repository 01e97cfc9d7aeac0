// @vitest-environment happy-dom
import '../stage.ts';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.ts';
import { hashBody } from '../../../src/domain/version.ts';
import { DeskContext } from '../../../src/pages/popup/desk.ts';
import * as later from '../../../src/pages/popup/later.ts';
import { Popup } from '../../../src/pages/popup/popup.tsx';
import { takeIn } from '../../../src/store/feed.ts';
import { share } from '../../../src/store/share.ts';
import { addTeam } from '../../../src/store/team.ts';
import { createDevice, type Device, keepLesson, lessonBody, PAGE, team, value } from '../../store/device.ts';
import { click, draw, press, type } from '../../ui/drawn.ts';
import { showPage, until } from '../stage.ts';

const HERE = { url: PAGE, href: PAGE, selectors: [] };
const FAR = { url: 'https://tea.example/', href: 'https://tea.example/', selectors: [] };

let device: Device;
beforeEach(async () => {
  showPage({ url: PAGE, title: 'Guide' });
  device = createDevice();
  value(await addTeam(device.store, team({ syncedAt: 1 }), device.clock));
});

type Come = [id: string, kind: string, body: object | null];
/** Records of a colleague come in from the team. */
const arrive = (...records: Come[]) => receive(records, 1);
const edited = (...records: Come[]) => receive(records, 2);

async function receive(records: Come[], n: number): Promise<void> {
  const sent = records.map(async ([id, kind, body]) => {
    const hash = body ? await hashBody(body as JsonObject) : '';
    const version = { n: body ? n : 2, time: n, device: 'd', hash };
    return { id, kind, author: 'bo', schema: 1, version, body: body as JsonObject };
  });
  value(await takeIn(device.store, 'team-1', await Promise.all(sent)));
}
const lesson = (note: string, created: number, target = FAR) => lessonBody({ note, created, target });
const old = (i: number): [string, string, object] => [`old-${i}`, 'lesson', lesson(`Old ${i}`, i)];

function drawPopup(): HTMLElement {
  const { store } = device;
  return draw(
    <DeskContext.Provider value={{ reading: store.relaxed, later: async () => ({ ...later, store }) }}>
      <Popup />
    </DeskContext.Provider>,
  ).root;
}
/** Until what is read is live. */
const pause = () => act(() => new Promise((resolve) => setTimeout(resolve, 100)));

/** The popup once its rows stand there. */
async function open(): Promise<HTMLElement> {
  const root = drawPopup();
  await until(() => root.querySelector('[role=option]'));
  await pause();
  return root;
}
const drawn = (root: Element) =>
  [...root.querySelectorAll('.finder-label, .row-first')].map(({ textContent }) => textContent);
const waits = (root: Element, said: string) =>
  until(() => root.querySelector('.news')?.textContent === said && root.querySelector('.news button'));

test('what colleagues share while the home is read is counted, moves no row, and is let in', async () => {
  await arrive(...[1, 2, 3].map(old));
  const root = await open();
  const before = drawn(root);
  await press(root.querySelector('[role=combobox]') as Element, 'ArrowDown');
  await press(root.querySelector('[role=combobox]') as Element, 'ArrowDown');
  const chosen = () => root.querySelector('[aria-selected=true] .row-first')?.textContent;
  expect(chosen()).toBe('Old 2');
  const question = { created: 101, text: 'Asked here?', target: HERE };
  await arrive(['here', 'lesson', lesson('Here', 100, HERE)], ['q', 'question', question], [...old(102)]);
  const button = await waits(root, '3 new');
  expect([drawn(root), chosen()]).toEqual([before, 'Old 2']);
  await click(button);
  expect(drawn(root)).toEqual([
    ...['On this page', 'Here', 'Open questions here', 'Asked here?', 'Recent', 'Old 102', 'Old 3', 'Old 2', 'Old 1'],
  ]);
  expect([chosen(), document.activeElement?.getAttribute('role')]).toEqual(['Old 2', 'combobox']);
  expect(root.querySelector('.news button')).toBeNull();
});

test('what is recent stays as it is drawn however many newer ones come, and where something is taken back nothing is news', async () => {
  await arrive(...Array.from({ length: 12 }, (_, i) => old(i)));
  const root = await open();
  const before = drawn(root);
  expect(before).toHaveLength(9);
  await arrive(['old-9', 'lesson', null]);
  await until(() => !drawn(root).includes('Old 9'));
  expect(drawn(root)).toEqual(before.filter((words) => words !== 'Old 9'));
  expect(root.querySelector('.news button')).toBeNull();
  await arrive(...Array.from({ length: 12 }, (_, i) => old(100 + i)));
  const button = await waits(root, '8 new');
  expect(drawn(root)).toEqual(before.filter((words) => words !== 'Old 9'));
  await click(button);
  expect(drawn(root).slice(0, 3)).toEqual(['Recent', 'Old 111', 'Old 110']);
});

test('a question of this page that is answered meanwhile stays, and goes when it is taken back', async () => {
  const question = { created: 9, text: 'Asked here?', target: HERE };
  await arrive(['q', 'question', question], ...[1, 2].map(old));
  const root = await open();
  const before = drawn(root);
  await arrive(['a', 'answer', { created: 10, question: 'q', text: 'So' }], old(3));
  await waits(root, '1 new');
  expect(drawn(root)).toEqual(before);
  await until(() => root.querySelector('.row.question')?.textContent?.includes('answered'));
  await arrive(['q', 'question', null]);
  await until(() => !drawn(root).includes('Asked here?'));
});

test('beside what was found stands what its question says now, and how a question stands now', async () => {
  const question = (text: string) => ({ created: 9, text, target: FAR });
  await arrive(
    ['q', 'question', question('Whose kettle is it?')],
    ['a', 'answer', { created: 10, question: 'q', text: 'A kettle of mine' }],
  );
  await arrive(['open', 'question', question('Which kettle?')]);
  const root = await open();
  await type(root.querySelector('[role=combobox]') as HTMLInputElement, 'kettle');
  await until(() => root.querySelector('.row-asked')?.textContent?.includes('Whose kettle is it?'));
  await edited(['q', 'question', question('Whose good kettle is it?')]);
  await until(() => root.querySelector('.row-asked')?.textContent?.includes('Whose good kettle is it?'));
  const which = () => [...root.querySelectorAll('.row.question')].find((row) => row.textContent?.includes('Which'));
  await until(() => which()?.textContent?.includes('open'));
  await arrive(['b', 'answer', { created: 11, question: 'open', text: 'That one' }]);
  await until(() => which()?.textContent?.includes('answered'));
});

test("one's own stands there at once", async () => {
  await arrive(old(1));
  const root = await open();
  await keepLesson(device, { note: 'Mine', target: undefined });
  await until(() => drawn(root).includes('Mine'));
  expect(root.querySelector('.news button')).toBeNull();
});

test('what comes where nothing stands simply comes', async () => {
  const root = drawPopup();
  await until(() => root.querySelector('.empty'));
  await pause();
  await arrive(old(1));
  await until(() => drawn(root).includes('Old 1'));
  expect(root.querySelector('.news button')).toBeNull();
});

describe('where a page holds more lessons than stand there, one that a newer one takes the place of', () => {
  const MOST_HERE = 20;
  const here = (i: number): [string, string, object] => [`here-${i}`, 'lesson', lesson(`Here ${i}`, 1_000 + i, HERE)];
  const times = (root: Element, words: string) => drawn(root).filter((one) => one === words).length;
  const options = (root: Element) => [...root.querySelectorAll('[role=option]')].length;

  test("stands where it stood, and once: one's own", async () => {
    for (let i = 0; i < MOST_HERE; i++)
      await keepLesson(device, { note: `Here ${i}`, created: 1_000 + i, target: HERE });
    await arrive(old(1));
    const root = await open();
    await keepLesson(device, { note: 'Here 20', created: 2_000, target: HERE });
    await until(() => drawn(root).includes('Here 20'));
    await pause();
    expect([times(root, 'Here 0'), drawn(root).slice(-3)]).toEqual([1, ['Here 0', 'Recent', 'Old 1']]);
    expect(options(root)).toBe(MOST_HERE + 2);
  });

  test("is no news: a colleague's; nor is it once the newer one was let in", async () => {
    await arrive(...Array.from({ length: MOST_HERE }, (_, i) => here(i)), old(1));
    const root = await open();
    await arrive(here(20));
    await click(await waits(root, '1 new'));
    expect(drawn(root).slice(-3)).toEqual(['Here 1', 'Recent', 'Old 1']);
    await arrive(old(2));
    await waits(root, '1 new');
    expect(times(root, 'Here 0')).toBe(0);
  });
});

test('what another team has under the same id does not come in beside what is drawn', async () => {
  value(await addTeam(device.store, team({ id: 'team-2', syncedAt: 1 }), device.clock));
  await arrive(...Array.from({ length: 12 }, (_, i) => old(i)));
  const root = await open();
  const before = drawn(root);
  const body = lesson('Another', 0) as JsonObject;
  const version = { n: 1, time: 1, device: 'd', hash: await hashBody(body) };
  value(
    await takeIn(device.store, 'team-2', [{ id: 'old-9', kind: 'lesson', author: 'eve', schema: 1, version, body }]),
  );
  await arrive(...Array.from({ length: 12 }, (_, i) => old(100 + i)));
  await waits(root, '8 new');
  expect(drawn(root)).toEqual(before);
});

test("one's own stays in its place when it is shared", async () => {
  const mine = await keepLesson(device, { note: 'Mine', created: 5, target: undefined });
  await arrive(...[1, 9].map(old));
  const root = await open();
  const before = drawn(root);
  expect(before).toEqual(['Recent', 'Old 9', 'Mine', 'Old 1']);
  value(await share(device.store, mine.id, 'team-1', mine.body as JsonObject, device.clock));
  await until(() => root.querySelector('.row-where')?.textContent?.includes('Kitchen'));
  await pause();
  expect([drawn(root), root.querySelector('.news button')]).toEqual([before, null]);
});
