// @vitest-environment happy-dom
import '../stage.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { writeExport } from '../../../src/exchange/complete-json.ts';
import { createId } from '../../../src/kit/id.ts';
import * as downloads from '../../../src/pages/options/data/download.ts';
import { readFile } from '../../../src/pages/options/data/read-file.ts';
import { ownStored } from '../../../src/store/adopt.ts';
import { addTeam } from '../../../src/store/team.ts';
import { allRows, createDevice, type Device, keepLesson, team } from '../../store/device.ts';
import { button, click } from '../../ui/drawn.ts';
import { said, says, until } from '../stage.ts';
import { openOptions, section } from './open.tsx';

const given = vi.spyOn(downloads, 'download').mockImplementation(() => {});
beforeEach(() => void given.mockClear());

const openData = (device: Device) => section(openOptions(device), 'data');

async function choose(root: Element, content: string | File, name = 'lessons.json') {
  const input = root.querySelector('input[type=file]') as HTMLInputElement;
  const file = typeof content === 'string' ? new File([content], name) : content;
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** A file that is read no further than to its beginning until it is let. */
function createSlow(content: string, name: string) {
  let go = () => {};
  const going = new Promise<void>((resolve) => {
    go = resolve;
  });
  const file = Object.assign(new File([content], name), { text: () => going.then(() => content) });
  return { file, go: () => go() };
}

const fileOf = async (device: Device) =>
  writeExport({ records: await ownStored(device.store.strict), teams: [] }, device.clock());

test('the export holds everything one wrote, under a name with the day', async () => {
  const device = createDevice();
  await keepLesson(device, { note: 'one' });
  await keepLesson(device, { note: 'two' });
  const root = openData(device);
  await click(button(root, 'Export as JSON'));
  await says(root, 'with 2 records');
  const [name, content, type] = given.mock.calls[0] ?? [];
  expect(name).toMatch(/^sidelight-\d{4}-\d\d-\d\d\.json$/);
  expect(type).toBe('application/json');
  expect(JSON.parse(content ?? '').records).toHaveLength(2);
});

describe('a file', () => {
  test('is shown with counts first, and comes in when confirmed', async () => {
    const [here, there] = [createDevice(), createDevice()];
    await keepLesson(there);
    const root = openData(here);
    await choose(root, await fileOf(there));
    await says(root, 'New: 1');
    expect(await allRows(here)).toEqual([]);
    await click(button(root, 'Import them'));
    await says(root, 'Imported: 1.');
    expect(await allRows(here)).toHaveLength(1);
  });

  test('has the first of it made ready while one looks at it; when it is not taken, that ends', async () => {
    const workers: { asked: number; isEnded: boolean }[] = [];
    class Silent {
      asked = 0;
      isEnded = false;
      constructor() {
        workers.push(this);
      }
      addEventListener() {}
      postMessage() {
        this.asked++;
      }
      terminate() {
        this.isEnded = true;
      }
    }
    vi.stubGlobal('Worker', Silent);
    const [here, there] = [createDevice(), createDevice()];
    await keepLesson(there);
    const [one] = (await ownStored(there.store.strict)).filter(({ kind }) => kind === 'lesson');
    if (!one) throw new Error('Nothing was kept.');
    const records = Array.from({ length: 300 }, () => ({ ...one, id: createId() }));
    const root = openData(here);
    await choose(root, writeExport({ records, teams: [] }, there.clock()));
    await says(root, 'New: 300');
    await until(() => workers.find(({ asked }) => asked === 1));
    expect(workers.filter(({ isEnded }) => isEnded)).toEqual([]);
    expect((await allRows(here)).length).toBe(0);
    await click(button(root, 'Cancel'));
    await until(() => workers.every(({ isEnded }) => isEnded));
    vi.unstubAllGlobals();
  });

  test('that is read for longer than one chosen after it does not take its place', async () => {
    const [here, there] = [createDevice(), createDevice()];
    await keepLesson(there);
    const [early, content] = [createSlow('no export', 'early.json'), await fileOf(there)];
    const root = openData(here);
    await choose(root, early.file);
    await choose(root, content, 'late.json');
    await says(root, 'late.json');
    early.go();
    // Longer than it takes to read one.
    for (let i = 0; i < 3; i++) await act(() => readFile(here.store, new File([content], 'other.json')).then(() => {}));
    expect(root.textContent).toContain('late.json');
  });

  test('whose page went while it was read begins nothing', async () => {
    const started = vi.fn();
    vi.stubGlobal('Worker', started);
    const [here, there] = [createDevice(), createDevice()];
    await keepLesson(there);
    const content = await fileOf(there);
    const slow = createSlow(content, 'slow.json');
    const page = openOptions(here);
    await choose(section(page, 'data'), slow.file);
    await act(() => render(null, page));
    slow.go();
    for (let i = 0; i < 3; i++) await readFile(here.store, new File([content], 'other.json'));
    expect(started).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });

  test('with nothing new says so and offers no import', async () => {
    const device = createDevice();
    await keepLesson(device);
    const root = openData(device);
    await choose(root, await fileOf(device));
    await says(root, 'are here already');
    expect(root.textContent).not.toContain('Import them');
  });

  test('that is none gets a sentence and changes nothing', async () => {
    const device = createDevice();
    await keepLesson(device);
    const before = await allRows(device);
    const root = openData(device);
    await choose(root, '{"some":"thing"}');
    await says(root, 'This file is no export of Sidelight.');
    expect(await allRows(device)).toEqual(before);
  });
});

describe('an import that stops half way', () => {
  /** More than come to the disk at once. */
  const LESSONS = 1_100;

  /** A file, of which the database refuses the last until that is mended. */
  async function createFile(error: Error): Promise<{ file: string; mend: () => void }> {
    const there = createDevice();
    await keepLesson(there);
    const [one] = (await ownStored(there.store.strict)).filter(({ kind }) => kind === 'lesson');
    if (!one) throw new Error('Nothing was kept.');
    const records = Array.from({ length: LESSONS }, () => ({ ...one, id: createId() }));
    const file = writeExport({ records, teams: [] }, there.clock());
    const last = JSON.parse(file).records.at(-1).id;
    const put = IDBObjectStore.prototype.put;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row, key) {
      if ((row as { id?: string }).id === last) throw error;
      return put.call(this, row, key);
    });
    return { file, mend: () => spy.mockRestore() };
  }

  test('for want of room says how many are in, and goes on from there without doubles', async () => {
    const { file, mend } = await createFile(new DOMException('No room.', 'QuotaExceededError'));
    const here = createDevice();
    const root = openData(here);
    await choose(root, file);
    await says(root, `New: ${LESSONS}`);
    await click(button(root, 'Import them'));
    await says(root, 'no room left');
    await says(root, 'Already in:');
    const [, said = ''] = /Already in: (\d+)/.exec(root.textContent ?? '') ?? [];
    expect(Number(said)).toBeGreaterThan(0);
    expect(await allRows(here)).toHaveLength(Number(said));
    mend();
    await choose(root, file);
    await says(root, `New: ${LESSONS - Number(said)}`);
    await click(button(root, 'Import them'));
    await says(root, `Imported: ${LESSONS - Number(said)}.`);
    const rows = await allRows(here);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(LESSONS);
  });
});

describe('deleting everything', () => {
  const deleted = async () => {
    const device = createDevice();
    await addTeam(device.store, team(), device.clock);
    const { id } = await keepLesson(device);
    const root = openData(device);
    await says(root, 'You have written 1 record.');
    await click(button(root, 'Delete everything'));
    await says(root, 'Deleted: 1.');
    return { device, root, id };
  };

  test('hides it at once and can be undone while the page is open', async () => {
    const { device, root } = await deleted();
    const hidden = (await allRows(device)).filter((row) => row.removeAt !== undefined);
    expect(hidden.map(({ kind }) => kind)).toEqual(['lesson']);
    await click(button(root, 'Undo'));
    await says(root, 'Everything is back.');
    expect((await allRows(device)).every((row) => row.removeAt === undefined)).toBe(true);
  });

  test('is made final when the page goes away', async () => {
    const { id } = await deleted();
    globalThis.dispatchEvent(new Event('pagehide'));
    await until(() => said.find(({ say }) => say === 'finish'));
    expect(said).toContainEqual({ say: 'finish', takes: { keys: [['', id]] } });
  });

  test('leaves alone what a file brought back, however long the page stays open', async () => {
    const renewals: (() => void)[] = [];
    const later = vi.spyOn(globalThis, 'setInterval').mockImplementation(((renew: () => void) => {
      renewals.push(renew);
    }) as never);
    const device = createDevice();
    await keepLesson(device);
    const file = await fileOf(device);
    const root = openData(device);
    await says(root, 'You have written 1 record.');
    await click(button(root, 'Delete everything'));
    await says(root, 'Deleted: 1.');
    await choose(root, file);
    await says(root, 'New: 1');
    await click(button(root, 'Import them'));
    await says(root, 'Imported: 1.');
    expect(renewals.length).toBeGreaterThan(0);
    for (const renew of renewals) renew();
    // What is begun after it comes after it.
    await device.store.strict.transaction('rw', device.store.strict.records, () => device.store.strict.records.count());
    expect((await allRows(device)).map(({ removeAt }) => removeAt)).toEqual([undefined]);
    later.mockRestore();
  });

  test('says so when there is nothing', async () => {
    const root = openData(createDevice());
    await click(button(root, 'Delete everything'));
    await says(root, 'There is nothing of yours to delete.');
  });

  test('that was undone is not made final', async () => {
    const { root } = await deleted();
    await click(button(root, 'Undo'));
    await says(root, 'Everything is back.');
    globalThis.dispatchEvent(new Event('pagehide'));
    expect(said.map(({ say }) => say)).not.toContain('finish');
  });
});
