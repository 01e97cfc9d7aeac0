import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { takeIn } from '../../src/store/feed.ts';
import { keep } from '../../src/store/keep.ts';
import { live } from '../../src/store/live.ts';
import { whoAmI } from '../../src/store/me.ts';
import { notePlaces } from '../../src/store/place.ts';
import { about, onPage, placesOn, recent } from '../../src/store/read.ts';
import { PRIVATE } from '../../src/store/rows.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, keepLesson, lessonBody, PAGE, team, value } from './device.ts';

describe('reading', () => {
  test('the newest come first, and only as many as were asked for', async () => {
    const device = createDevice();
    for (const created of [3, 1, 5, 2]) await keepLesson(device, { created });
    await keep(
      device.store,
      { id: createId(), kind: 'answer', body: { created: 9, question: 'q', text: 't' } },
      device.clock,
    );
    expect((await recent(device.store.relaxed, 3)).map(({ created }) => created)).toEqual([5, 3, 2]);
  });

  test("a page has one's own and the team's, and nothing of another page", async () => {
    const device = createDevice();
    value(await addTeam(device.store, team(), device.clock));
    const mine = await keepLesson(device);
    await keepLesson(device, { target: { url: `${PAGE}/other`, href: `${PAGE}/other`, selectors: [] } });
    await keepLesson(device, { target: undefined });
    const version = { n: 1, time: 1, device: 'd', hash: '' };
    const theirs = { id: 't', kind: 'lesson', author: 'bo', schema: 1, version, body: { ...lessonBody() } };
    await takeIn(device.store, 'team-1', [theirs as never]);
    const found = await onPage(device.store.relaxed, PAGE);
    expect(found.map(({ id, isMine }) => [id, isMine]).sort()).toEqual(
      [
        [mine.id, true],
        ['t', false],
      ].sort(),
    );
    expect(await onPage(device.store.relaxed, '')).toEqual([]);
  });

  test('answers and signals stand with what they are about, oldest first', async () => {
    const device = createDevice();
    const say = (created: number, question: string) =>
      keep(device.store, { id: createId(), kind: 'answer', body: { created, question, text: 't' } }, device.clock);
    await say(2, 'q');
    await say(1, 'q');
    await say(3, 'another');
    const signal = { created: 3, about: 'q', sign: 'helped' as const };
    await keep(device.store, { id: createId(), kind: 'signal', body: signal }, device.clock);
    expect((await about(device.store.relaxed, 'q')).map(({ kind, created }) => [kind, created])).toEqual([
      ['answer', 1],
      ['answer', 2],
      ['signal', 3],
    ]);
  });

  test('a reader that waits is told of what another context keeps', async () => {
    const device = createDevice();
    const seen: number[] = [];
    const arrived = new Promise<void>((resolve, reject) => {
      const stop = live(() => recent(device.store.relaxed, 5)).subscribe((found) => {
        seen.push(found.length);
        if (found.length === 0) void keepLesson(device);
        else {
          stop();
          resolve();
        }
      }, reject);
    });
    await arrived;
    expect(seen).toEqual([0, 1]);
  });

  test('where passages stand is a note of this device', async () => {
    const device = createDevice();
    const place = { team: PRIVATE, id: 'a', page: PAGE, anchoring: { state: 'anchored' as const }, at: 7, seen: 1 };
    await notePlaces(device.store, [place]);
    await notePlaces(device.store, [{ ...place, at: 9 }]);
    expect(await placesOn(device.store.relaxed, PAGE)).toEqual([{ ...place, at: 9 }]);
  });

  test('who I am is decided once, whoever asks first', async () => {
    const device = createDevice();
    const asked = await Promise.all([
      whoAmI(device.store.strict),
      whoAmI(device.store.relaxed),
      whoAmI(device.store.strict),
    ]);
    expect(new Set(asked.map(({ author, device: id }) => `${author} ${id}`)).size).toBe(1);
  });
});
