import './fake-browser.ts';
import { describe, expect, test } from 'vitest';
import { hear } from '../../src/browser/answer.ts';
import { ok } from '../../src/kit/result.ts';
import { messages } from '../../src/wire/messages.ts';
import type { Handlers, MessageName, SaidBy } from '../../src/wire/talk.ts';
import { OWN, OWN_ID } from './fake-world.ts';

const tab = { id: 7, windowId: 1 };
const SITE = 'https://site.example';

/** Everyone who can reach the background's ear, as browsers describe them. */
const senders = {
  'our popup': { id: OWN_ID, url: `${OWN}/popup.html`, origin: OWN },
  'our page in a tab': { id: OWN_ID, url: `${OWN}/options.html`, origin: OWN, tab, frameId: 0 },
  'our page framed in a web page': { id: OWN_ID, url: `${OWN}/popup.html`, origin: OWN, tab, frameId: 3 },
  'our page layer': { id: OWN_ID, url: `${SITE}/a`, origin: SITE, tab, frameId: 0 },
  'our page layer in a sandboxed frame': { id: OWN_ID, url: 'about:srcdoc', origin: 'null', tab, frameId: 2 },
  'our page layer, told without origin': { id: OWN_ID, url: `${SITE}/a`, tab, frameId: 0 },
  'a worker of ours without a tab': { id: OWN_ID, url: `${SITE}/sw.js`, origin: SITE },
  'another extension': { id: 'others', url: 'chrome-extension://others/x.html', origin: 'chrome-extension://others' },
  'another extension that names our origin': { id: 'others', url: `${OWN}/popup.html`, origin: OWN },
};
const pages = new Set<string>(['our popup', 'our page in a tab']);
const layers = new Set<string>([
  'our page layer',
  'our page layer in a sandboxed frame',
  'our page layer, told without origin',
]);

const draft = { id: 'x', href: SITE, title: '', selectors: [] };
const takes: { [N in MessageName]: object } = {
  keep: draft,
  describe: { id: 'x', selectors: [] },
  undo: { id: 'x' },
  open: { id: 'x', team: '', note: false },
  ask: draft,
  marks: { href: SITE },
  placed: { href: SITE, placements: [] },
  barOff: { where: 'site' },
  keepHere: { tabId: 1, what: 'lesson' },
  finish: { keys: [] },
  invite: { team: 'x', uses: 1 },
  fits: { tabId: 1, href: SITE },
  goTo: { team: '', id: 'x' },
  join: { link: 'x', name: 'x' },
  leave: { team: 'x', records: 'leave' },
  sync: {},
  refresh: {},
};

/** Answers everything; a test asks only who got as far as this. */
const handlers = new Proxy({}, { get: () => async () => ok(null) }) as Handlers;

describe.each(Object.keys(messages) as MessageName[])('"%s"', (say) => {
  const { by } = messages[say];
  test.each(Object.entries(senders))('said by %s', async (who, sender) => {
    const may = (by === 'pages' ? pages : layers).has(who);
    const answer = await hear(handlers, { say, takes: takes[say] }, sender);
    expect(answer).toEqual(may ? ok(null) : { ok: false, failure: { code: 'not-allowed' } });
  });
});

describe('what is said', () => {
  const { 'our page layer': layer, 'our popup': popup } = senders;

  test.each([
    null,
    'keep',
    {},
    { say: 1 },
    { say: 'unknown' },
    { say: 'toString' },
    { say: '__proto__' },
    { tell: 'rest' },
  ])('%j is not for us', (said) => {
    expect(hear(handlers, said, popup)).toBeUndefined();
  });

  test.each([
    undefined,
    {},
    { ...draft, selectors: 'x' },
    { ...draft, id: '' },
    { ...draft, title: 'x'.repeat(5_000) },
  ])('a draft that is none is not valid', async (takes) => {
    expect(await hear(handlers, { say: 'keep', takes }, layer)).toEqual({ ok: false, failure: { code: 'not-valid' } });
  });

  test('the handler learns who said it from the browser, not from the message', async () => {
    let by: SaidBy | undefined;
    const undo = async (_: object, said: SaidBy) => {
      by = said;
      return ok(null);
    };
    const curious = { undo } as unknown as Handlers;
    await hear(curious, { say: 'undo', takes: { id: 'x' }, tabId: 99, origin: 'https://other.example' }, layer);
    expect(by).toEqual({ tabId: 7, windowId: 1, frameId: 0, url: `${SITE}/a`, origin: SITE });
  });

  test('a handler is called in the turn in which the message arrives, while the gesture lasts', () => {
    let isCalled = false;
    const open = async () => {
      isCalled = true;
      return ok(null);
    };
    const quick = { open } as unknown as Handlers;
    void hear(quick, { say: 'open', takes: takes.open }, layer);
    expect(isCalled).toBe(true);
  });
});
