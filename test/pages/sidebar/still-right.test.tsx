// @vitest-environment happy-dom
import '../stage.ts';
import { beforeEach, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.ts';
import { hashBody } from '../../../src/domain/version.ts';
import { StoreContext } from '../../../src/pages/sidebar/desk.ts';
import { Panel } from '../../../src/pages/sidebar/panel.tsx';
import { takeIn } from '../../../src/store/feed.ts';
import { notePlaces } from '../../../src/store/place.ts';
import { rowAt } from '../../../src/store/record-at.ts';
import { share } from '../../../src/store/share.ts';
import { addTeam } from '../../../src/store/team.ts';
import { world } from '../../browser/fake-world.ts';
import { createDevice, type Device, keepLesson, lessonBody, PAGE, team, value } from '../../store/device.ts';
import { button, click, draw } from '../../ui/drawn.ts';
import { said, says, showPage, until } from '../stage.ts';

const selectorsOf = (exact: string) => [{ type: 'TextQuoteSelector', exact, prefix: 'Note: ', suffix: '' }];
const target = { ...lessonBody().target, url: PAGE, href: PAGE, selectors: selectorsOf('Three retries are hope') };
const body = { ...lessonBody(), quote: 'Three retries are hope', note: 'From March', target };

beforeEach(() => {
  world.hosts = ['*://*/*'];
  showPage({ url: PAGE, title: 'Guide' });
});

/** The page says now something else where this lesson was kept. */
async function change(device: Device, key: { team: string; id: string }, now: string): Promise<void> {
  const anchoring = { state: 'changed' as const, reason: 'text-edited' as const, now, selectors: selectorsOf(now) };
  await notePlaces(device.store, [{ ...key, page: PAGE, at: 0, seen: 1, anchoring }]);
}

const open = (device: Device): HTMLElement =>
  draw(
    <StoreContext.Provider value={device.store}>
      <Panel />
    </StoreContext.Provider>,
  ).root;

test('shows before and after; one click, and the lesson follows the new words, keeping all else', async () => {
  const device = createDevice();
  const { id } = await keepLesson(device, body);
  await change(device, { team: '', id }, 'Two retries are hope');
  const root = open(device);
  await says(root, 'The page was edited here since this was kept.');
  expect(root.textContent).toMatch(/When it was kept:Three retries are hope.*Now it says:Two retries are hope/);
  expect([root.querySelector('del')?.textContent, root.querySelector('ins')?.textContent]).toEqual(['Three', 'Two']);
  await click(button(root, 'Still right'));
  await until(() => !root.textContent?.includes('Now it says:'));
  const row = await rowAt(device.store.strict, ['', id]);
  expect(row?.body).toMatchObject({ quote: 'Two retries are hope', note: 'From March', target: { href: PAGE } });
  expect(row?.body?.target).toMatchObject({ selectors: selectorsOf('Two retries are hope') });
  expect([...root.querySelectorAll('h2')].map((heading) => heading.textContent)).toContain('On this page');
  await until(() => said.some(({ say }) => say === 'refresh'));
  expect(said.map(({ say }) => say)).not.toContain('sync');
});

test('what colleagues have follows too, and what looks private in the new words is masked', async () => {
  const device = createDevice();
  value(await addTeam(device.store, team({ syncedAt: 1 }), device.clock));
  const { id } = await keepLesson(device, body);
  value(await share(device.store, id, 'team-1', body as never, device.clock));
  await change(device, { team: 'team-1', id }, 'Mail ops.lead@brightwater.io after two');
  const root = open(device);
  await says(root, 'Still right');
  await click(button(root, 'Still right'));
  await until(() => said.some(({ say }) => say === 'sync'));
  const row = await rowAt(device.store.strict, ['team-1', id]);
  expect(row?.body?.quote).toBe('Mail ••• after two');
  expect(JSON.stringify(row?.body)).not.toContain('brightwater');
  expect(row?.body?.target).toMatchObject({ url: PAGE, href: PAGE });
});

test("a colleague's lesson shows what changed, but is not mine to change", async () => {
  const device = createDevice();
  value(await addTeam(device.store, team({ syncedAt: 1 }), device.clock));
  const version = { n: 1, time: 1, device: 'd', hash: await hashBody(body as unknown as JsonObject) };
  const theirs = {
    id: 'theirs',
    kind: 'lesson',
    author: 'bo',
    schema: 1,
    version,
    body: body as unknown as JsonObject,
  };
  value(await takeIn(device.store, 'team-1', [theirs]));
  await change(device, { team: 'team-1', id: 'theirs' }, 'Two retries are hope');
  const root = open(device);
  await says(root, 'Two retries are hope');
  expect([...root.querySelectorAll('button')].map((one) => one.textContent)).not.toContain('Still right');
});
