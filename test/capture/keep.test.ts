// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Described } from '../../src/capture/describe-soon.ts';
import { joinLayer } from '../../src/capture/layer.ts';
import { fail, ok } from '../../src/kit/result.ts';
import type { Draft } from '../../src/wire/messages.ts';
import { fakeBrowser } from '../browser/fake-browser.ts';
import { soon } from '../soon.ts';
import { trusted } from './trusted.ts';

interface Said {
  say: string;
  takes: Draft;
}

const words = { type: 'TextQuoteSelector', exact: 'The moon pulls the sea.' };
const whole = [words, { type: 'TextPositionSelector', start: 0, end: 18 }];

const said: Said[] = [];
let answer: unknown;

beforeEach(async () => {
  said.length = 0;
  answer = ok({ id: 'kept' });
  fakeBrowser.runtime.sendMessage = async (message) => {
    said.push(message as Said);
    return answer;
  };
  document.body.innerHTML = '<p>The moon pulls the sea.</p>';
  document.getSelection()?.selectAllChildren(document.body);
  await import('../../src/capture/keep.ts');
});

/** A key is pressed on a page that takes long to be read. */
function press(rest: Described['rest'] & {}): Promise<unknown> | undefined {
  const { capture } = Object.assign(joinLayer(), { describe: (): Described => ({ selectors: [words], rest }) });
  return capture?.('lesson', 'key', false);
}

test('a passage of a long page is kept by its words, and told with all that finds it once the page was read', async () => {
  let read = (_: Described['selectors']): void => {};
  const reading = new Promise<Described['selectors']>((resolve) => {
    read = resolve;
  });
  expect(await press(() => reading)).toBe('kept');
  expect(said.map(({ say, takes }) => [say, takes.selectors])).toEqual([['keep', [words]]]);
  read(whole);
  await soon(() => expect(said).toHaveLength(2));
  expect(said[1]).toEqual({ say: 'describe', takes: { id: said[0]?.takes.id, selectors: whole } });
});

test.each([
  ['was refused', whole, fail('disk-full'), 'failed'],
  ['the page has taken away meanwhile', [], ok({ id: 'kept' }), 'kept'],
])('of what %s nothing more is told', async (_what, selectors, given, outcome) => {
  answer = given;
  const rest = Promise.resolve(selectors);
  expect(await press(() => rest)).toBe(outcome);
  await rest;
  expect(said.map(({ say }) => say)).toEqual(['keep']);
});

test('keys pressed one after the other on what cannot grow keep it once', async () => {
  document.body.innerHTML = '<p>One</p>';
  document.getSelection()?.selectAllChildren(document.querySelector('p') as Element);
  const { capture } = Object.assign(joinLayer(), { describe: (): Described => ({ selectors: whole }) });
  const outcomes = [1, 2, 3].map(() => capture?.('lesson', 'key', false));
  expect(await Promise.all(outcomes)).toEqual(['kept', 'kept', 'kept']);
  expect(said.map(({ say, takes }) => [say, takes.quote])).toEqual([['keep', 'One']]);
});

test('so is a page on which nothing is selected', async () => {
  document.getSelection()?.removeAllRanges();
  const { capture } = joinLayer();
  const outcomes = [1, 2].map(() => capture?.('lesson', 'key', false));
  expect(await Promise.all(outcomes)).toEqual(['kept', 'kept']);
  expect(said.map(({ say }) => say)).toEqual(['keep']);
});

test('keys pressed faster than a lesson is kept grow it, and replace what they grew', async () => {
  document.body.innerHTML = '<p>The moon pulls the sea. It does so twice a day.</p>';
  const text = document.querySelector('p')?.firstChild as Text;
  document.getSelection()?.setBaseAndExtent(text, 4, text, 8);
  const { capture } = Object.assign(joinLayer(), { describe: (): Described => ({ selectors: whole }) });
  await Promise.all([1, 2, 3].map(() => capture?.('lesson', 'key', false)));
  const kept = said.filter(({ say }) => say === 'keep').map(({ takes }) => takes.quote);
  expect(kept).toEqual(['moon', 'The moon pulls the sea.', 'The moon pulls the sea. It does so twice a day.']);
  expect(said.filter(({ say }) => say === 'undo')).toHaveLength(2);
});

test('what was taken back is kept anew by the next key, and nothing is said of it before', async () => {
  fakeBrowser.runtime.sendMessage = async (message) => {
    said.push(message as Said);
    return ok({ id: (message as Said).takes.id });
  };
  const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow');
  document.getSelection()?.removeAllRanges();
  const { capture } = joinLayer();
  await capture?.('lesson', 'key', false);
  const inside = attach.mock.results.at(-1)?.value as ShadowRoot;
  inside.querySelector('button')?.dispatchEvent(trusted(new MouseEvent('click')));
  await capture?.('lesson', 'key', false);
  expect(said.map(({ say }) => say)).toEqual(['keep', 'undo', 'keep']);
  attach.mockRestore();
});
