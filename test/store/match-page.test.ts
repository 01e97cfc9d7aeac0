import { beforeEach, describe, expect, test } from 'vitest';
import { takeIn } from '../../src/store/feed.ts';
import { keepFor } from '../../src/store/keep-for.ts';
import { matchPage } from '../../src/store/match-page.ts';
import { dismiss } from '../../src/store/suggestions.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, type Device, keepLesson, lessonBody, team, value } from './device.ts';

const URL_IN_VIEW = 'https://shop.example/help/disputes';
const page = {
  url: URL_IN_VIEW,
  title: 'Refunds after a chargeback',
  headings: ['Evidence', 'Deadlines'],
  body: 'After a chargeback the bank asks for evidence: the receipt, the signature, the tracking number. The acquirer closes the dispute after seven days, and the chargeback fee is kept.',
};
const NOW = 1_800_000_000_000;
const DAY = 86_400_000;

let device: Device;
const match = () => matchPage(device.store.relaxed, page, [URL_IN_VIEW], NOW);
const on = (href: string) => ({ url: href, href, selectors: [] });
const version = { n: 1, time: 1, device: 'd', hash: 'h' };

async function shared(author: string, ...ids: string[]) {
  const records = ids.map((id) => {
    const note = 'The acquirer wants the receipt, the signature and the tracking number within seven days.';
    const body = lessonBody({
      created: NOW - DAY,
      title: 'Chargeback evidence',
      note,
      target: on(`https://wiki.example/${id}`),
    });
    return { id, kind: 'lesson', author, schema: 1, version, body };
  });
  value(await takeIn(device.store, 'team-1', records as never));
}

beforeEach(async () => {
  device = createDevice();
  await addTeam(device.store, team(), device.clock);
  for (let i = 0; i < 40; i++)
    await keepLesson(device, { title: `Bread ${i}`, quote: `flour, water, loaf ${i}`, target: undefined });
});

describe('people who know', () => {
  test('are those who shared more than one thing that fits, in the order of what fits best', async () => {
    await shared('cleo', 'one', 'two');
    const { people } = await match();
    expect(people).toEqual([{ team: 'team-1', author: 'cleo', because: expect.any(Array), from: expect.any(Array) }]);
    expect(people[0]?.from.map(([, id]) => id).sort()).toEqual(['one', 'two']);
  });

  test('are not named for what was waved away', async () => {
    await shared('cleo', 'one', 'two');
    await dismiss(device.store, { what: 'record', team: 'team-1', id: 'one' }, device.clock);
    await dismiss(device.store, { what: 'record', team: 'team-1', id: 'two' }, device.clock);
    expect(await match()).toMatchObject({ fits: [], people: [] });
  });

  test('are never oneself, nor anybody by what was not shared', async () => {
    await keepLesson(device, {
      title: 'Chargeback evidence',
      quote: 'receipt, signature, tracking number, acquirer',
      target: undefined,
    });
    await keepLesson(device, {
      title: 'Chargeback deadlines',
      quote: 'the acquirer closes the dispute',
      target: undefined,
    });
    const found = await match();
    expect(found.fits.length).toBeGreaterThan(0);
    expect(found.people).toEqual([]);
  });
});

describe('what decides between records that say the same', () => {
  const same = { title: 'Chargeback evidence', quote: 'receipt, signature, tracking number, acquirer, seven days' };
  const first = async () => (await match()).fits[0]?.id;

  test('is the site and its part', async () => {
    await keepLesson(device, { ...same, created: NOW, target: on('https://bank.example/help/a') }, 'far');
    await keepLesson(device, { ...same, created: NOW, target: on('https://shop.example/other/b') }, 'near');
    expect(await first()).toBe('near');
    await keepLesson(device, { ...same, created: NOW, target: on('https://shop.example/help/c') }, 'beside');
    expect(await first()).toBe('beside');
  });

  test('is how new it is', async () => {
    await keepLesson(device, { ...same, created: NOW - 900 * DAY, target: on('https://bank.example/a') }, 'old');
    await keepLesson(device, { ...same, created: NOW - DAY, target: on('https://bank.example/b') }, 'new');
    expect(await first()).toBe('new');
  });

  test('is whom it helped', async () => {
    await shared('cleo', 'one', 'two');
    const before = await first();
    const other = before === 'one' ? 'two' : 'one';
    for (const id of ['a', 'b', 'c']) {
      const body = { created: NOW, about: other, sign: 'helped' as const };
      value(await keepFor(device.store, { id: `thanks-${id}`, kind: 'signal', body }, 'team-1', device.clock));
    }
    expect(await first()).toBe(other);
  });

  test('is never more than what they say', async () => {
    await keepLesson(
      device,
      { title: 'Sourdough', quote: 'feed the starter', created: NOW, target: on('https://shop.example/help/x') },
      'here',
    );
    await keepLesson(device, { ...same, created: 0, target: on('https://bank.example/a') }, 'fits');
    expect((await match()).fits.map(({ id }) => id)).toEqual(['fits']);
  });
});

test('what was waved away is left out, its topic too', async () => {
  await shared('cleo', 'one');
  const [fit] = (await match()).fits;
  expect(fit?.because.length).toBeGreaterThan(0);
  await dismiss(device.store, { what: 'topic', words: fit?.because.slice(0, 2) ?? [] }, device.clock);
  expect((await match()).fits).toEqual([]);
});

test('a question that fits is found until it has an answer', async () => {
  const text = 'Which receipt, signature and tracking number does the acquirer want as chargeback evidence?';
  const body = { created: NOW, title: 'Chargeback evidence', text, target: on('https://wiki.example/q') };
  value(await keepFor(device.store, { id: 'asked', kind: 'question', body }, 'team-1', device.clock));
  const found = async () => (await match()).fits.map(({ id }) => id);
  expect(await found()).toEqual(['asked']);
  const answer = { created: NOW, question: 'asked', text: 'All three.' };
  value(await keepFor(device.store, { id: 'said', kind: 'answer', body: answer }, 'team-1', device.clock));
  expect(await found()).toEqual([]);
});

test('reasons are words as the record spells them, without small ones', async () => {
  const german = {
    title: 'Rückgabe nach einer Rückbuchung',
    note: 'Die Bank verlangt Beweise für die Rückbuchung.',
    lang: 'de',
  };
  await keepLesson(device, { ...german, target: undefined }, 'german');
  const text =
    'Nach einer Rückbuchung ist die Rückgabe nicht möglich. Die Rückbuchung verlangt Beweise, und die Bank entscheidet.';
  const seen = { url: URL_IN_VIEW, title: 'Rückgabe und Rückbuchung', headings: [], body: text, lang: 'de' };
  const { fits } = await matchPage(device.store.relaxed, seen, [], NOW);
  expect(fits[0]?.id).toBe('german');
  expect(fits[0]?.because).toEqual(expect.arrayContaining(['Rückbuchung', 'Rückgabe']));
  expect(fits[0]?.because.join(' ')).not.toMatch(/\b(?:einer|die|nach)\b/);
});
