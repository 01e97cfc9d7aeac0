import '../browser/fake-browser.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Sender } from '../../src/browser/answer.ts';
import { takeIntent } from '../../src/browser/session.ts';
import { loadSettings } from '../../src/browser/settings.ts';
import { messages } from '../../src/wire/messages.ts';
import type { MessageName, Takes } from '../../src/wire/talk.ts';
import { did } from '../browser/fake-world.ts';
import { allRows, codeOf, value } from '../store/device.ts';
import { createStage, draft, PAGE, type Stage, TAB } from './stage.ts';

/** The tab has gone on to another site, whose own page layer may be anybody's. */
const ELSEWHERE: Sender = { url: 'https://evil.example/guide', origin: 'https://evil.example' };
/** A frame in the page, be it of the page's own site. */
const IN_FRAME: Sender = { frameId: 3 };
/** What the site put into a sandbox has its address, and no origin. */
const SANDBOXED: Sender = { url: 'https://docs.example/uploads/1.html', origin: 'null' };

const words = { type: 'TextQuoteSelector', exact: 'Water boils lower up there' };
const whole = [words, { type: 'TextPositionSelector', start: 3, end: 25 }];

/** Every message that a page layer may send, as the page would say it that kept the draft. */
const SAID: { [N in MessageName as (typeof messages)[N]['by'] extends 'capture' ? N : never]: Takes<N> } = {
  keep: draft({ id: 'another' }),
  describe: { id: 'draft-1', selectors: whole },
  undo: { id: 'draft-1' },
  open: { team: '', id: 'draft-1', note: true },
  ask: { ...draft(), opens: true },
  marks: { href: PAGE },
  placed: { href: PAGE, placements: [{ team: '', id: 'draft-1', state: 'orphaned', reason: 'not-found' }] },
  barOff: { where: 'everywhere' },
};
const names = Object.keys(SAID) as (keyof typeof SAID)[];
/** It says whose site it is by who says it: another site's bar is that site's to switch off. */
const ANYONES = ['barOff'];

let stage: Stage;
const say = async (name: keyof typeof SAID, sender: Sender) => codeOf(await stage.fromPage(name, SAID[name], sender));

/** All that a message could change or have shown. */
const everything = async () => ({
  rows: await allRows(stage.device),
  places: await stage.device.store.strict.places.toArray(),
  settings: await loadSettings(),
  intent: await takeIntent(),
  opened: did('popup').length,
});

beforeEach(async () => {
  stage = createStage();
  value(await stage.fromPage('keep', draft()));
  value(await stage.fromPage('marks', { href: PAGE }));
});

test('every message of the page layer is looked at here', () => {
  const all = Object.entries(messages).flatMap(([name, { by }]) => (by === 'capture' ? [name] : []));
  expect(all.sort()).toEqual([...names].sort());
});

describe.each([
  ['a page of another site in the same tab', ELSEWHERE],
  ['a frame in the page', IN_FRAME],
  ['a sandboxed page of the same site', SANDBOXED],
  ['a document without an address', { url: '', origin: 'null' }],
])('from %s', (who, sender) => {
  const refused = names.filter((name) => !(ANYONES.includes(name) && who.includes('page of')));
  test.each(refused)('"%s" is refused, and nothing comes of it', async (name) => {
    const before = await everything();
    expect(await say(name, sender)).toBe('not-allowed');
    expect(await everything()).toEqual(before);
  });
});

test.each(names)('"%s" is answered where the page itself says it', async (name) => {
  value((await stage.fromPage(name, SAID[name] as never)) as never);
});

test('what another site says of its bar is about its own', async () => {
  value(await stage.fromPage('barOff', { where: 'site' }, ELSEWHERE));
  expect((await loadSettings()).barSitesOff).toEqual(['evil.example']);
});

test('a page in a sandbox speaks for itself: it is kept from, undone and painted as any', async () => {
  const href = String(SANDBOXED.url);
  value(await stage.fromPage('keep', draft({ id: 'inside', href }), SANDBOXED));
  const { marks } = value(await stage.fromPage('marks', { href: `${href}#below` }, SANDBOXED));
  expect(marks.map(({ id }) => id)).toEqual(['inside']);
  value(await stage.fromPage('open', { team: '', id: 'inside', note: false }, SANDBOXED));
  value(await stage.fromPage('undo', { id: 'inside' }, SANDBOXED));
});

test('a page in a sandbox moves on as others do, and speaks for where it is, not for where another document of the tab is', async () => {
  const next = 'https://docs.example/uploads/2.html';
  const moved = (url: string): Sender => ({ ...SANDBOXED, tab: { id: TAB, windowId: 1, url } });
  value(await stage.fromPage('keep', draft({ id: 'next', href: next }), moved(next)));
  expect(codeOf(await stage.fromPage('marks', { href: PAGE }, moved(next)))).toBe('not-allowed');
  const elsewhere = String(ELSEWHERE.url);
  expect(codeOf(await stage.fromPage('marks', { href: elsewhere }, moved(elsewhere)))).toBe('not-allowed');
});

test('what a page was told of stays its own where the tab went on: the next one can tell nothing of it', async () => {
  const said = { href: String(ELSEWHERE.url), placements: SAID.placed.placements };
  expect(codeOf(await stage.fromPage('placed', said, ELSEWHERE))).toBe('not-allowed');
  value(await stage.fromPage('marks', { href: String(ELSEWHERE.url) }, ELSEWHERE));
  value(await stage.fromPage('placed', said, ELSEWHERE));
  expect(await stage.device.store.strict.places.toArray()).toEqual([]);
});

test('back on the page that kept it, it is undone as ever', async () => {
  await stage.fromPage('marks', { href: String(ELSEWHERE.url) }, ELSEWHERE);
  value(await stage.fromPage('undo', { id: 'draft-1' }));
  expect(await allRows(stage.device)).toEqual([]);
});
