import { describe, expect, test } from 'vitest';
import { messages } from '../../src/wire/messages.ts';
import type { MessageName } from '../../src/wire/talk.ts';

const draft = {
  id: 'a',
  href: 'https://a.example/x',
  title: 'X',
  quote: 'q',
  selectors: [{ type: 'CssSelector', value: 'p' }],
};

/** One that may be said of each message, and what must not be taken for one. */
const sayings: Record<MessageName, { right: object; wrong: object[] }> = {
  keep: {
    right: draft,
    wrong: [
      {},
      { ...draft, id: '' },
      { ...draft, id: 'x'.repeat(65) },
      { ...draft, href: 'x'.repeat(16_385) },
      { ...draft, title: 'x'.repeat(4_097) },
      { ...draft, selectors: 'p' },
      { ...draft, selectors: [{ value: 'without a type' }] },
      { ...draft, quote: 7 },
    ],
  },
  describe: {
    right: { id: 'a', selectors: draft.selectors },
    wrong: [{ id: 'a' }, { selectors: [] }, { id: 'a', selectors: [{ value: 'without a type' }] }],
  },
  undo: { right: { id: 'a' }, wrong: [{}, { id: 1 }] },
  open: { right: { id: 'a', team: '', note: true }, wrong: [{ id: 'a' }, { id: 'a', team: '', note: 'yes' }] },
  ask: { right: draft, wrong: [{ ...draft, title: undefined }] },
  marks: { right: { href: 'https://a.example' }, wrong: [{}, { href: null }] },
  placed: {
    right: { href: 'https://a.example', placements: [{ team: '', id: 'a', state: 'changed', now: 'so', at: 3 }] },
    wrong: [
      { href: 'https://a.example' },
      { href: 'https://a.example', placements: [{ team: '', id: 'a', state: 'somewhere' }] },
      { href: 'https://a.example', placements: Array(10_001).fill({ team: '', id: 'a', state: 'anchored' }) },
    ],
  },
  barOff: { right: { where: 'site' }, wrong: [{}, { where: 'here' }, { where: 1 }] },
  keepHere: {
    right: { tabId: 1, what: 'lesson' },
    wrong: [
      { tabId: 1.5, what: 'lesson' },
      { tabId: 1, what: 'all' },
    ],
  },
  finish: { right: { keys: [['', 'a']] }, wrong: [{}, { keys: ['a'] }, { keys: [['a']] }] },
  invite: { right: { team: 't', uses: 3 }, wrong: [{ team: 't' }, { team: 't', uses: 0 }, { team: 't', uses: 1.5 }] },
  fits: { right: { tabId: 1, href: 'https://a.example/' }, wrong: [{ tabId: 'a', href: 'x' }, { tabId: 1 }] },
  goTo: { right: { team: 't', id: 'a' }, wrong: [{ team: 't' }, { team: 1, id: 'a' }] },
  join: {
    right: { link: 'https://a.example/join#sli_x', name: 'Ada' },
    wrong: [{ link: 'x'.repeat(4_097), name: '' }],
  },
  leave: { right: { team: 't', records: 'take-back' }, wrong: [{ team: 't', records: 'burn' }, { team: 't' }] },
  sync: { right: {}, wrong: [] },
  refresh: { right: {}, wrong: [] },
};

const FROM_PAGES_WE_DO_NOT_TRUST = ['keep', 'describe', 'undo', 'open', 'ask', 'marks', 'placed', 'barOff'];

describe('what may be said to the background', () => {
  test.each(Object.keys(messages) as MessageName[])('%s', (name) => {
    const { takes } = messages[name];
    const saying = sayings[name];
    expect(saying, `${name} needs an example in this test`).toBeDefined();
    expect(takes.safeParse(saying.right).success).toBe(true);
    for (const wrong of [...saying.wrong, null, 'text', []]) expect(takes.safeParse(wrong).success).toBe(false);
  });

  test('the page layer may say these and no others', () => {
    const said = Object.entries(messages).filter(([, { by }]) => by === 'capture');
    expect(said.map(([name]) => name)).toEqual(FROM_PAGES_WE_DO_NOT_TRUST);
  });

  test('a draft cannot smuggle in who wrote it, where it goes, or a note', () => {
    const taken = messages.keep.takes.parse({ ...draft, author: 'x', team: 't', note: 'n', shared: true });
    expect(taken).toEqual(draft);
  });
});
