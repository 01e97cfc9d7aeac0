// @vitest-environment happy-dom
import '../stage.ts';
import { options } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.ts';
import { hashBody } from '../../../src/domain/version.ts';
import { StoreContext } from '../../../src/pages/sidebar/desk.ts';
import { Panel } from '../../../src/pages/sidebar/panel.tsx';
import { takeIn } from '../../../src/store/feed.ts';
import { addTeam } from '../../../src/store/team.ts';
import { createDevice, type Device, keepLesson, lessonBody, PAGE, team, value } from '../../store/device.ts';
import { draw, type } from '../../ui/drawn.ts';
import { showPage, until } from '../stage.ts';

beforeEach(() => showPage({ url: PAGE, title: 'Guide' }));

/** The components that are drawn from now on, with how often. */
function countDrawn(): Map<string, number> {
  const drawn = new Map<string, number>();
  const { diffed } = options;
  onTestFinished(() => {
    if (diffed) options.diffed = diffed;
  });
  options.diffed = (vnode) => {
    if (typeof vnode.type === 'function') drawn.set(vnode.type.name, (drawn.get(vnode.type.name) ?? 0) + 1);
    diffed?.(vnode);
  };
  return drawn;
}

const wait = (ms: number) => act(() => new Promise((resolve) => setTimeout(resolve, ms)));

const TIMES = 8;

/** What a colleague shared comes in, some of it with each answer of the server. */
async function takeInSome(device: Device): Promise<void> {
  for (let i = 0; i < TIMES; i++) {
    const body = { ...lessonBody(), target: undefined, quote: `Lesson ${i} of another thing` } as unknown as JsonObject;
    const version = { n: 1, time: 1, device: 'd', hash: await hashBody(body) };
    const record = { id: `b${i}`, kind: 'lesson', author: 'bo', schema: 1, version, body };
    await act(async () => void value(await takeIn(device.store, 'team-1', [record], `epoch.${i + 1}`)));
    await device.store.relaxed.teams.update('team-1', { syncedAt: i + 2 });
    await wait(30);
  }
}

async function openPanel(): Promise<{ device: Device; root: HTMLElement }> {
  const device = createDevice();
  value(await addTeam(device.store, team({ syncedAt: 1, epoch: 'epoch', cursor: 'epoch.0' }), device.clock));
  await keepLesson(device, { note: 'The pelican is late' });
  const { root } = draw(
    <StoreContext.Provider value={device.store}>
      <Panel />
    </StoreContext.Provider>,
  );
  await until(() => root.querySelector('article'));
  await until(() => root.textContent?.includes('Kitchen'));
  await wait(50);
  return { device, root };
}

test('the panel as a whole is not drawn anew for what comes in, only what tells of it', async () => {
  const { device } = await openPanel();
  const drawn = countDrawn();
  await takeInSome(device);
  expect(drawn.get('TeamLine')).toBeGreaterThan(0);
  expect(drawn.get('Panel')).toBeUndefined();
});

test('nor is any row of what was found', async () => {
  const { device, root } = await openPanel();
  await type(root.querySelector('[role=combobox]') as HTMLInputElement, 'pelican');
  await until(() => root.querySelector('[data-typed=pelican] [role=option]'));
  await wait(300);
  const drawn = countDrawn();
  await takeInSome(device);
  expect(drawn.get('Drawn')).toBeUndefined();
});
