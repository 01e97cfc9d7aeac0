import { describe, expect, test } from 'vitest';
import { PRIVATE_BODY_MAX, SHARED_BODY_MAX } from '../../src/domain/limits.ts';
import { createId } from '../../src/kit/id.ts';
import { find } from '../../src/store/find.ts';
import { edit, keep } from '../../src/store/keep.ts';
import { rowAt } from '../../src/store/record-at.ts';
import { remove } from '../../src/store/remove.ts';
import { PRIVATE } from '../../src/store/rows.ts';
import { share } from '../../src/store/share.ts';
import { addTeam } from '../../src/store/team.ts';
import { allRows, codeOf, createDevice, keepLesson, lessonBody, putRow, team, value } from './device.ts';

describe('keeping', () => {
  test('a lesson stands under its page and is found by its words', async () => {
    const device = createDevice();
    const row = await keepLesson(device, { note: 'That is why tea tastes flat' });
    expect(row).toMatchObject({ team: PRIVATE, mine: 1, page: 'https://docs.example/guide', site: 'docs.example' });
    const { hits } = await find(device.store.relaxed, 'tea flat', { limit: 5 });
    expect(hits.map(({ record }) => record.id)).toEqual([row.id]);
  });

  test('the same one twice is one, as it was first', async () => {
    const device = createDevice();
    const id = createId();
    await keepLesson(device, { note: 'first' }, id);
    const again = await keepLesson(device, { note: 'second' }, id);
    expect(again.body?.note).toBe('first');
    expect(await allRows(device)).toHaveLength(1);
  });

  test('many tries at once are one', async () => {
    const device = createDevice();
    const id = createId();
    await Promise.all(Array.from({ length: 8 }, () => keepLesson(device, {}, id)));
    expect(await allRows(device)).toHaveLength(1);
    expect((await find(device.store.relaxed, 'water', { limit: 5 })).total).toBe(1);
  });

  test('trying again after it was shared makes no second one', async () => {
    const device = createDevice();
    await addTeam(device.store, team(), device.clock);
    const row = await keepLesson(device);
    value(await share(device.store, row.id, 'team-1', row.body ?? {}, device.clock));
    await keepLesson(device, {}, row.id);
    expect((await allRows(device)).filter(({ id }) => id === row.id)).toHaveLength(1);
  });

  test('what is too large is refused, and nothing is cut', async () => {
    const device = createDevice();
    const body = lessonBody({ note: 'ü'.repeat(PRIVATE_BODY_MAX / 2) });
    expect(codeOf(await keep(device.store, { id: createId(), kind: 'lesson', body }, device.clock))).toBe('too-large');
    expect(await allRows(device)).toEqual([]);
  });
});

describe('editing', () => {
  test('an edit is a later version, and found by its new words only', async () => {
    const device = createDevice();
    const { id, version } = await keepLesson(device, { note: 'tea' });
    const row = value(await edit(device.store, [PRIVATE, id], (body) => ({ ...body, note: 'coffee' }), device.clock));
    expect(row.version.n).toBe(version.n + 1);
    expect(row.version.hash).not.toBe(version.hash);
    expect((await find(device.store.relaxed, 'tea', { limit: 5 })).total).toBe(0);
    expect((await find(device.store.relaxed, 'coffee', { limit: 5 })).total).toBe(1);
  });

  test('two contexts that edit at once both have their say', async () => {
    const device = createDevice();
    const { id } = await keepLesson(device, { tags: [] });
    const addTag = (tag: string) =>
      edit(
        device.store,
        [PRIVATE, id],
        (body) => ({ ...body, tags: [...((body.tags as string[]) ?? []), tag] }),
        device.clock,
      );
    await Promise.all(['a', 'b', 'c', 'd'].map(addTag));
    const row = await rowAt(device.store.strict, [PRIVATE, id]);
    expect(row?.body?.tags).toHaveLength(4);
    expect(row?.version.n).toBe(5);
  });

  test("what is not there, another's, or from a later version of the extension is left alone", async () => {
    const device = createDevice();
    const row = await keepLesson(device);
    const tryOn = async (change: object) => {
      await putRow(device, { ...row, ...change });
      return codeOf(await edit(device.store, [PRIVATE, row.id], (body) => body, device.clock));
    };
    expect(codeOf(await edit(device.store, [PRIVATE, 'nowhere'], (body) => body, device.clock))).toBe('gone');
    expect(await tryOn({ mine: 0 })).toBe('not-yours');
    expect(await tryOn({ schema: 99 })).toBe('too-new');
    expect(await tryOn({ body: null })).toBe('gone');
    expect(await tryOn({ removeAt: 1 })).toBe('gone');
  });

  test('fields that a newer version added stay', async () => {
    const device = createDevice();
    const row = await keepLesson(device, { ...lessonBody(), mood: 'calm' } as object);
    const edited = value(await edit(device.store, [PRIVATE, row.id], (body) => ({ ...body, note: 'n' }), device.clock));
    expect(edited.body).toMatchObject({ mood: 'calm', note: 'n' });
  });

  test('a shared one goes to the team again, and may not outgrow what a team takes', async () => {
    const device = createDevice();
    await addTeam(device.store, team(), device.clock);
    const { id, body } = await keepLesson(device);
    value(await share(device.store, id, 'team-1', body ?? {}, device.clock));
    await device.store.strict.outbox.clear();
    const row = value(await edit(device.store, ['team-1', id], (old) => ({ ...old, note: 'more' }), device.clock));
    expect(await device.store.strict.outbox.toArray()).toEqual([
      { team: 'team-1', id, version: row.version, notBefore: 0 },
    ]);
    const grow = (old: object) => ({ ...old, note: 'x'.repeat(SHARED_BODY_MAX) });
    expect(codeOf(await edit(device.store, ['team-1', id], grow, device.clock))).toBe('too-large-to-share');
    await remove(device.store, [['team-1', id]], 10, device.clock);
    expect(codeOf(await edit(device.store, ['team-1', id], (old) => old, device.clock))).toBe('gone');
  });
});
