import { beforeEach, expect, it } from 'vitest';
import { find } from '../../src/store/find.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { createDevice, type Device, keepLesson } from './device.ts';

let device: Device;
beforeEach(() => {
  device = createDevice();
});

const keep = async (...titles: string[]) => {
  for (const title of titles) await keepLesson(device, { title });
};
const ask = async (typed: string) => {
  const { hits, ...rest } = await find(device.store.relaxed, typed, { limit: 10 });
  return { hits: hits.map(({ record }) => (record.body as { title?: string }).title), ...rest };
};
/** As what is new is searched, and as a segment is. */
const whole = async (typed: string) => {
  const { hits, whole } = await ask(typed);
  return hits.slice(0, whole).sort();
};

const bothWays = (sentence: string, titles: string[], check: () => Promise<void>) =>
  it.each(['new', 'in a segment'])(`${sentence} (%s)`, async (where) => {
    await keep(...titles);
    if (where !== 'new') await flush(device.store.relaxed, 1);
    await check();
  });

bothWays(
  'a digit that stands last is asked for, and what goes on from it',
  ['Changes in 3.1.1', 'Changes in 3.1.2', 'Changes in 3.1.40', 'Room 7', 'Room 12', 'Room 70'],
  async () => {
    expect(await whole('3.1.2')).toEqual(['Changes in 3.1.2']);
    expect(await whole('3.1.4')).toEqual(['Changes in 3.1.40']);
    expect(await whole('3.1.5')).toEqual([]);
    expect((await ask('room 7')).hits[0]).toBe('Room 7');
    expect(await whole('room 7')).toEqual(['Room 7', 'Room 70']);
    expect(await whole('room 7 ')).toEqual(['Room 7']);
    expect(await whole('room 9')).toEqual([]);
    expect(await whole('"room 9"')).toEqual([]);
    expect(await whole('room -changes 9')).toEqual([]);
  },
);

bothWays(
  'a letter that stands last by itself may be the first of a word, and what has it as one comes first',
  ['Vitamin C', 'Vitamin D', 'Vitamin charts'],
  async () => {
    expect((await ask('vitamin c')).hits[0]).toBe('Vitamin C');
    expect((await ask('vitamin d')).hits[0]).toBe('Vitamin D');
    expect(await whole('vitamin p')).toEqual(['Vitamin C', 'Vitamin D', 'Vitamin charts']);
    expect(await whole('vitamin d ')).toEqual(['Vitamin D']);
  },
);

bothWays(
  'a letter that is joined to a sign is the beginning of what goes on there',
  [
    'node.js in brief',
    'node.cfg',
    'A node with a journal',
    'node and vm',
    'Main of c.c',
    'Keep it between 2 °C and 8 °C',
    'Release 2.14.3: changes',
  ],
  async () => {
    expect(await whole('node.j')).toEqual(['A node with a journal', 'node.js in brief']);
    expect(await whole('node.x')).toEqual([]);
    expect(await whole('node x')).toHaveLength(4);
    expect((await ask('2 °C')).hits[0]).toBe('Keep it between 2 °C and 8 °C');
    expect(await whole('8°C')).toEqual(['Keep it between 2 °C and 8 °C']);
    expect(await whole('release 2 °x')).toEqual([]);
    expect((await ask('c.c')).hits[0]).toBe('Main of c.c');
  },
);

bothWays(
  'a letter that is joined to a sign is on its way to a language that is called by one, too',
  ['Moved from .NET/F# to another', 'Bindings for Qt/C++'],
  async () => {
    for (const typed of ['.net/f', '.net/F#'])
      expect(await whole(typed), typed).toEqual(['Moved from .NET/F# to another']);
    for (const typed of ['qt/c', 'qt/c++']) expect(await whole(typed), typed).toEqual(['Bindings for Qt/C++']);
  },
);
