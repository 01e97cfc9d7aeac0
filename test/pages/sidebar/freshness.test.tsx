// @vitest-environment happy-dom
import '../stage.ts';
import { beforeEach, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.ts';
import { hashBody } from '../../../src/domain/version.ts';
import { StoreContext } from '../../../src/pages/sidebar/desk.ts';
import { Panel } from '../../../src/pages/sidebar/panel.tsx';
import { takeIn } from '../../../src/store/feed.ts';
import { edit } from '../../../src/store/keep.ts';
import { notePlaces } from '../../../src/store/place.ts';
import { share } from '../../../src/store/share.ts';
import { addTeam } from '../../../src/store/team.ts';
import { world } from '../../browser/fake-world.ts';
import { createDevice, type Device, keepLesson, lessonBody, PAGE, team, value } from '../../store/device.ts';
import { button, click, draw } from '../../ui/drawn.ts';
import { said, says, showPage, until } from '../stage.ts';

const ELSEWHERE = 'https://elsewhere.example/';
const selectors = [{ type: 'TextQuoteSelector', exact: 'Three retries are hope' }];
const target = { ...lessonBody().target, url: PAGE, href: PAGE, selectors };
const body = { ...lessonBody(), quote: 'Three retries are hope', target };

beforeEach(() => {
  world.hosts = ['*://*/*'];
  showPage({ url: PAGE, title: 'Guide' });
});

async function createMember(role: 'member' | 'reader' = 'member'): Promise<Device> {
  const device = createDevice();
  value(await addTeam(device.store, team({ syncedAt: 1, member: { id: 'me', name: 'Ada', role } }), device.clock));
  await arrive(device, 'bo', 'profile', { created: 1, name: 'Bo' });
  return device;
}

async function arrive(device: Device, id: string, kind: string, of: object): Promise<void> {
  const version = { n: 1, time: 1, device: 'd', hash: await hashBody(of as JsonObject) };
  const record = { id, kind, author: 'bo', schema: 1, version, body: of as JsonObject };
  value(await takeIn(device.store, 'team-1', [record]));
}

const open = (device: Device): HTMLElement =>
  draw(
    <StoreContext.Provider value={device.store}>
      <Panel />
    </StoreContext.Provider>,
  ).root;

const signs = async (device: Device) =>
  (await device.store.strict.records.toArray()).filter(({ kind, body: has }) => kind === 'signal' && has !== null);

const gone = { state: 'orphaned', reason: 'not-found' } as const;
const buttons = (root: Element) => [...root.querySelectorAll('button')].map(({ textContent }) => textContent);

test('a visitor tells the author that the passage is gone, of that version, and can take it back', async () => {
  const device = await createMember();
  await arrive(device, 'theirs', 'lesson', body);
  await notePlaces(device.store, [{ team: 'team-1', id: 'theirs', page: PAGE, at: 0, seen: 1, anchoring: gone }]);
  const root = open(device);
  await says(root, 'The page does not have this passage any more.');
  expect(root.textContent).toContain('Three retries are hope');
  await click(button(root, 'Tell the author'));
  await says(root, 'The author was told');
  expect((await signs(device)).map((row) => row.body)).toMatchObject([{ about: 'theirs', sign: 'outdated', of: 1 }]);
  expect(said.map(({ say }) => say)).toContain('sync');
  await click(button(root, 'The author was told'));
  await until(() => buttons(root).includes('Tell the author'));
  expect(await signs(device)).toEqual([]);
});

test('who only reads in a team is shown the change, and asked for nothing', async () => {
  const device = await createMember('reader');
  await arrive(device, 'theirs', 'lesson', body);
  await notePlaces(device.store, [{ team: 'team-1', id: 'theirs', page: PAGE, at: 0, seen: 1, anchoring: gone }]);
  const root = open(device);
  await says(root, 'The page does not have this passage any more.');
  expect(buttons(root)).not.toContain('Tell the author');
});

test('the author is told wherever they are, and says with one click that it stands; that answers it for good', async () => {
  const device = await createMember();
  const { id } = await keepLesson(device, body);
  const { version } = value(await share(device.store, id, 'team-1', body as never, device.clock));
  await arrive(device, 'told', 'signal', { created: 1, about: id, sign: 'outdated', of: version.n });
  showPage({ url: ELSEWHERE, title: 'Elsewhere' });
  const root = open(device);
  await says(root, 'Colleagues say these changed');
  const row = await until(() => root.querySelector<HTMLElement>('.recent button'));
  await click(row);
  await says(root, 'Bo says that the page has changed here.');
  await click(button(root, 'Still right'));
  await until(() => !root.textContent?.includes('Bo says'));
  expect(await device.store.strict.outbox.get(['team-1', id])).toMatchObject({ version: { n: version.n + 1 } });
});

test('a telling about an earlier version is settled by a later one', async () => {
  const device = await createMember();
  const { id } = await keepLesson(device, body);
  const { version } = value(await share(device.store, id, 'team-1', body as never, device.clock));
  await arrive(device, 'told', 'signal', { created: 9e15, about: id, sign: 'outdated', of: version.n });
  value(await edit(device.store, ['team-1', id], (was) => ({ ...was, note: 'Two now' }), device.clock));
  const root = open(device);
  await says(root, 'Two now');
  expect(root.textContent).not.toContain('Bo says');
});

test('a telling about a version that is not there yet is not believed, for no author could settle it', async () => {
  const device = await createMember();
  const { id } = await keepLesson(device, body);
  const { version } = value(await share(device.store, id, 'team-1', body as never, device.clock));
  await arrive(device, 'ahead', 'signal', { created: 1, about: id, sign: 'outdated', of: 1e9 });
  const root = open(device);
  await says(root, 'Three retries are hope');
  expect(root.textContent).not.toContain('Bo says');
  await arrive(device, 'told', 'signal', { created: 2, about: id, sign: 'outdated', of: version.n });
  await says(root, 'Bo says that the page has changed here.');
});
