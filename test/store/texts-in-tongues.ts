import fc from 'fast-check';
import { expect } from 'vitest';
import { find } from '../../src/store/find.ts';
import type { Device } from './device.ts';
import { fullScan } from './full-scan.ts';
import { steps } from './histories.ts';

const VOCABULARY =
  'run running runs connect connection container docker compose Komposition Häuser haus 東京 東京タワー 東京都 京都 東京と京都 Tower GitHub git hub the of und C++ naïve naive kubernetes commit comm commettre comment war warum'.split(
    ' ',
  );

/** Longer than any word that has spaces beside it is kept. */
const LONG = Array.from({ length: 150 }, (_, i) => String.fromCodePoint(0x4e00 + 37 * i)).join('');
const word = fc.constantFrom(...VOCABULARY);
const text = fc
  .array(fc.oneof({ weight: 9, arbitrary: word }, fc.constantFrom('-run', '-docker', 'docker_run', LONG, 'dockre')), {
    maxLength: 8,
  })
  .map((some) => some.join(' '));
const said = fc.record(
  { title: text, note: text, tags: fc.array(word, { maxLength: 2 }), lang: fc.constantFrom('en', 'de', 'fr', 'pl') },
  { requiredKeys: [] },
);
const begun = word.chain((whole) => fc.integer({ min: 1, max: whole.length }).map((length) => whole.slice(0, length)));
const asked = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 3, arbitrary: begun },
  word.map((one) => `-${one}`),
  fc.tuple(word, word).map(([a, b]) => `-${a}.${b}`),
  fc.constantFrom('--run', '-rf', '-docker', 'docker -run'),
  fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`),
  fc.tuple(word, word).map(([a, b]) => `-"${a} ${b}"`),
  fc.tuple(word, word).map(([a, b]) => `${a} or ${b}`),
  fc
    .array(
      fc.oneof(
        word,
        begun,
        fc.tuple(word, word).map(([a, b]) => `${a}_${b}`),
        fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`),
      ),
      { minLength: 2, maxLength: 3 },
    )
    .map((some) => some.join(' or ')),
  begun.map((one) => `tag:${one}`),
  fc.tuple(begun, begun).map(([a, b]) => `tag:${a} or tag:${b}`),
  fc.constantFrom(
    'is:lesson or is:question',
    '-is:lesson',
    'is:mine or has:tag',
    '-is:unanswered',
    'is:unanswered or is:lesson',
  ),
  fc.constantFrom(
    'has:note',
    'is:question',
    'is:mine',
    'runing',
    'dockercompose',
    'komposite',
    'githubrun',
    'dokcer',
    'dockre',
    'conection',
    'warum',
    "l'haus",
    LONG.slice(62, 66),
    LONG.slice(-3),
  ),
);
/** What somebody types. */
export const typed = fc.array(asked, { minLength: 1, maxLength: 4 }).map((some) => some.join(' '));

/** What may be done with lessons alone: nobody answers anything here. */
export const step = steps(said, ['lesson']);

/** Search finds what a full scan does, in an order that holds. */
export async function agree(device: Device, query: string): Promise<void> {
  const found = await find(device.store.relaxed, query, { limit: 500, patienceMs: 60_000 });
  const expected = await fullScan(device.store.relaxed, query);
  // One's own may stand twice: shared, and again as it came from a file.
  const shown = found.hits.map(({ record, isWhole }) => ({ id: `${record.team} ${record.id}`, isWhole }));
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect(shown.toSorted(byId), query).toEqual(expected.toSorted(byId));
  expect(found.total, query).toBe(expected.length);
  expect(shown.map(({ isWhole }) => isWhole)).toEqual(
    shown.map(({ isWhole }) => isWhole).sort((a, b) => Number(b) - Number(a)),
  );
}
