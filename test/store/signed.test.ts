import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { find } from '../../src/store/find.ts';
import { createDevice, type Device, keepLesson } from './device.ts';
import { takeMany } from './take-many.ts';

let device: Device;
beforeEach(async () => {
  device = createDevice();
  for (const title of [
    'git commit --amend',
    'npm install --legacy-peer-deps',
    'docker run --rm -it',
    'ls -la',
    'kubectl get pods -n kube-system',
    'lsof -i :3000',
    'find . -name foo',
    'find a name for foo',
    'find foo',
    'java -jar app.jar',
    'tar -xzf archive',
  ]) {
    await keepLesson(device, { title, quote: 'as it is', note: '' });
  }
});

const ask = async (typed: string, limit = 20) => {
  const { hits, isFiltered, ...more } = await find(device.store.relaxed, typed, { limit });
  const shown = hits.map(({ record, isWhole }) => `${isWhole ? '' : '~'}${(record.body as { title?: string }).title}`);
  return { shown, ...more };
};

it.each([
  'git commit --amend',
  'npm install --legacy-peer-deps',
  'npm --legacy-peer-deps',
  'docker run --rm -it',
  'ls -la',
  'kubectl get pods -n kube-system',
  'lsof -i :3000',
  'find . -name foo',
  'java -jar app.jar',
  'tar -xzf archive',
  'tar -xzf',
  '-xzf',
  '-jar',
])('a command finds what names it first, and never hides it: %s', async (typed) => {
  const [first = '', ...others] = (await ask(typed)).shown;
  const words = typed.split(' ');
  expect(
    words.every((word) => first.split(' ').includes(word)),
    first,
  ).toBe(true);
  expect(others).not.toContain(first);
});

it('a minus leaves out what says the word, but for what says it with the minus', async () => {
  expect(await ask('find foo -name')).toEqual({ shown: ['find . -name foo', 'find foo'], whole: 2, total: 2 });
  expect((await ask('find foo -nam')).shown).toEqual(['find . -name foo', 'find foo']);
  expect((await ask('find foo -"name"')).shown).toEqual(['find foo']);
  expect(await ask('find foo -name', 1)).toEqual({ shown: ['find . -name foo'], whole: 2, total: 2 });
  expect((await ask('find foo -name has:tag')).shown).toEqual([]);
});

it('what stands behind a bracket or a quote is said with its minus, too, and in a long text it is found without reading all of it', async () => {
  const dull = 'é dull '.repeat(2_000);
  await keepLesson(device, { title: 'tar in brackets', quote: '', note: `${dull}(-óption) ${dull}` });
  await keepLesson(device, { title: 'tar with the word', quote: '', note: `${dull}x-option, option ${dull}` });
  const folded = vi.spyOn(String.prototype, 'normalize');
  onTestFinished(() => folded.mockRestore());
  expect((await ask('tar -option')).shown[0]).toBe('tar in brackets');
  expect((await ask('tar -option')).shown).not.toContain('tar with the word');
  expect(Math.max(...folded.mock.contexts.map((text) => String(text).length))).toBeLessThan(1_000);
});

it('where leaving out leaves nothing, what it hides fits in part, and a sentence says why', async () => {
  expect(await ask('archive -tar')).toEqual({
    shown: ['~tar -xzf archive'],
    whole: 0,
    total: 1,
    problem: { code: 'search-left-out', detail: '-tar' },
  });
  expect(await ask('archive -"tar"')).toEqual({ shown: [], whole: 0, total: 0 });
  expect(await ask('nothing -tar')).toMatchObject({ problem: { code: 'search-left-out' } });
  expect(await ask('nothing -here')).toEqual({ shown: [], whole: 0, total: 0, unwritten: ['nothing'] });
});

it('no more than some hundreds are asked whether they say it with its minus', async () => {
  const asked = vi.spyOn(IDBIndex.prototype, 'get');
  onTestFinished(() => asked.mockRestore());
  const bodies = Array.from({ length: 1_500 }, (_, i) => ({ title: `compose and docker ${i}` }));
  await takeMany(device, bodies);
  await keepLesson(device, { title: 'docker alone' });
  asked.mockClear();
  expect((await ask('docker -compose ')).shown).toEqual(['docker alone', 'docker run --rm -it']);
  expect(asked.mock.calls.length).toBeLessThan(300);
});

it('the first letter of a next word does not bring back what is left out', async () => {
  const { shown, problem } = await ask('-find ж');
  expect(shown).toHaveLength(8);
  expect(shown.join()).not.toMatch(/find|~/);
  expect(problem).toBeUndefined();
});

it('says so where not all were asked whether they name it', async () => {
  expect((await ask('docker -compose ')).isCut).toBeUndefined();
  await takeMany(
    device,
    Array.from({ length: 300 }, (_, i) => ({ title: `compose and docker ${i}` })),
  );
  expect(await ask('docker -compose ')).toMatchObject({ isCut: true });
});

it('a minus before what is no word leaves nothing out, and no words in quotes are missed for it', async () => {
  const all = (await ask('find')).shown;
  expect((await ask("find -'re")).shown).toEqual(all);
  expect((await ask('"find"')).shown.toSorted()).toEqual(all.toSorted());
});

it('what is left out may have its accents beside its letters, as names of files do', async () => {
  const { shown } = await ask('find -foo');
  await keepLesson(device, { title: 'find über', quote: '', note: '' });
  for (const form of ['NFC', 'NFD'])
    expect((await ask('find -über'.normalize(form))).shown, form).not.toContain('find über');
  expect((await ask('find -foo')).shown).toContain('find über');
  expect(shown).not.toContain('find über');
});
