// @vitest-environment happy-dom
import './stage.ts';
import type { ComponentChild } from 'preact';
import { expect, test } from 'vitest';
import { DeskContext } from '../../src/pages/popup/desk.ts';
import * as later from '../../src/pages/popup/later.ts';
import { Popup } from '../../src/pages/popup/popup.tsx';
import { StoreContext } from '../../src/pages/sidebar/desk.ts';
import { Panel } from '../../src/pages/sidebar/panel.tsx';
import { olderOf } from '../../src/store/older.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { createDevice, type Device, keepLesson } from '../store/device.ts';
import { draw, type } from '../ui/drawn.ts';
import { says } from './stage.ts';

const surfaces: [string, (device: Device) => ComponentChild][] = [
  [
    'popup',
    ({ store }) => (
      <DeskContext.Provider value={{ reading: store.relaxed, later: async () => ({ ...later, store }) }}>
        <Popup />
      </DeskContext.Provider>
    ),
  ],
  [
    'panel',
    ({ store }) => (
      <StoreContext.Provider value={store}>
        <Panel />
      </StoreContext.Provider>
    ),
  ],
];

test.each(surfaces)(
  'the %s does not say that nobody wrote it as long as older lessons cannot be found yet',
  async (_, surface) => {
    const device = createDevice();
    const db = device.store.relaxed;
    await keepLesson(device, { note: 'The kettle whistles' });
    await flush(db, 1);
    await db.segments.toCollection().modify({ format: 99 });
    // As many as are held in memory were read, and none of them is it.
    for (const segment of await db.segments.toArray()) olderOf(db, segment).records = 5_000;
    const { root } = draw(surface(device));
    await type(root.querySelector('[role=combobox]') as HTMLInputElement, 'kettle');
    await says(root, 'still being made findable');
    expect(root.textContent).not.toContain('Nothing here says');
    expect(root.textContent).not.toContain('Ask it');
  },
);
