// @vitest-environment happy-dom

import { readFileSync } from 'node:fs';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { excerpt } from '../../src/kit/excerpt.ts';
import { Announcer, announce } from '../../src/ui/announcer.tsx';
import { Button, IconButton } from '../../src/ui/button.tsx';
import { Completions } from '../../src/ui/completions.tsx';
import { Copied, useCopy } from '../../src/ui/copied.tsx';
import { CopyButton } from '../../src/ui/copy-button.tsx';
import { failureText } from '../../src/ui/failure.ts';
import { TextField } from '../../src/ui/field.tsx';
import { FoundSaid } from '../../src/ui/found-said.tsx';
import { Icon, type IconName } from '../../src/ui/icon.tsx';
import { Marked } from '../../src/ui/marked.tsx';
import { Menu } from '../../src/ui/menu.tsx';
import { Notice } from '../../src/ui/notice.tsx';
import { Toggle } from '../../src/ui/toggle.tsx';
import { button, click, draw, press } from './drawn.ts';
import { provideEnglish } from './words-from-english.ts';

beforeEach(provideEnglish);

/** What is done of what is offered where nothing was found. */
const ways = { onAsk: () => {}, onSearch: () => {} };

test('a sign that points along the line is turned where that runs from right to left', () => {
  const { root } = draw(['back', 'open', 'search'].map((name) => <Icon key={name} name={name as IconName} />));
  const rule = /\[dir="rtl"\] (.*) \{\s*transform: scaleX\(-1\)/.exec(readFileSync('src/ui/icon.css', 'utf8'));
  const turned = [...root.querySelectorAll('svg')].map((svg) => svg.matches(rule?.[1] ?? 'none'));
  expect(turned).toEqual([true, true, false]);
});

describe('a button', () => {
  test('of one sign has a name and a tooltip', () => {
    const { root } = draw(<IconButton icon="remove" label="Delete" />);
    const button = root.querySelector('button');
    expect(button?.getAttribute('aria-label')).toBe('Delete');
    expect(button?.title).toBe('Delete');
    expect(button?.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  test('that waits keeps its focus and does nothing', async () => {
    let clicks = 0;
    const { root } = draw(
      <Button busy onClick={() => clicks++}>
        Join
      </Button>,
    );
    await click(root.querySelector('button'));
    expect(clicks).toBe(0);
    expect(root.querySelector('button')?.disabled).toBe(false);
    expect(root.querySelector('button')?.getAttribute('aria-disabled')).toBe('true');
  });
});

test('a field is named by its label and explained by its hint and what is wrong', () => {
  const { root } = draw(<TextField label="Link" hint="Any page" wrong="No address" value="x" onInput={() => {}} />);
  const input = root.querySelector('input');
  expect(root.querySelector('label')?.htmlFor).toBe(input?.id);
  const told = input?.getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(told.map((id) => document.getElementById(id)?.textContent)).toEqual(['Any page', 'No address']);
  expect(input?.getAttribute('aria-invalid')).toBe('true');
  expect(input?.dir).toBe('auto');
});

test('a switch says that it is one, and how it stands', () => {
  const { root } = draw(<Toggle label="On this site" on onChange={() => {}} />);
  const input = root.querySelector('input');
  expect(input?.getAttribute('role')).toBe('switch');
  expect(input?.checked).toBe(true);
  expect(input?.closest('label')?.textContent).toContain('On this site');
});

test('a problem is said at once, other news in the next pause', () => {
  expect(
    draw(<Notice tone="problem">x</Notice>)
      .root.querySelector('[role]')
      ?.getAttribute('role'),
  ).toBe('alert');
  expect(
    draw(<Notice>x</Notice>)
      .root.querySelector('[role]')
      ?.getAttribute('role'),
  ).toBe('status');
});

test('the same sentence said twice is heard twice', async () => {
  const { root } = draw(<Announcer />);
  const said = () => root.querySelector('[aria-live]')?.textContent;
  await act(() => announce('Kept'));
  const first = said();
  await act(() => announce('Kept'));
  expect(first).toBe('Kept');
  expect(said()).not.toBe(first);
  expect(said()?.trim()).toBe('Kept');
});

test('what was done and what a list has now are both heard, whichever comes first', async () => {
  const { root } = draw(<Announcer />);
  const said = () => [...root.querySelectorAll('[aria-live]')].map((one) => one.textContent);
  await act(() => announce('Copied'));
  await act(() => announce('20 found', 'found'));
  expect(said()).toEqual(['Copied', '20 found']);
  await act(() => announce('Kept'));
  expect(said()).toEqual(['Kept', '20 found']);
});

test('what was copied is seen for a while', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { root } = draw(<Copier />);
  const seen = () => root.querySelector('.copied')?.textContent?.trim();
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const copy = () => act(async () => root.querySelector('button')?.click());
  expect(seen()).toBe('');
  await copy();
  expect(seen()).toBe('Copied');
  await act(() => void vi.advanceTimersByTime(1_500));
  await copy();
  await act(() => void vi.advanceTimersByTime(1_500));
  expect(seen()).toBe('Copied');
  await act(() => void vi.advanceTimersByTime(1_000));
  expect(seen()).toBe('');
});

test('what the browser does not let be copied is said, and is seen long enough to be read', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { root } = draw(
    <>
      <Announcer />
      <Copier />
      <CopyButton content={() => 'words'} />
    </>,
  );
  const sentence = 'Not copied: the browser did not allow it. Try it once more.';
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no focus', 'NotAllowedError'));
  await act(async () => root.querySelector('button')?.click());
  expect(root.querySelector('.copied')?.textContent?.trim()).toBe(sentence);
  expect(root.querySelector('[aria-live]')?.textContent).toBe(sentence);
  await act(() => void vi.advanceTimersByTime(5_000));
  expect(root.querySelector('.copied')?.textContent?.trim()).toBe(sentence);
  await act(async () => button(root, 'Copy').click());
  expect(root.querySelector('.not-copied')?.textContent).toBe(sentence);
  expect(button(root, 'Copy')).toBeTruthy();
});

function Copier() {
  const { copied, copy } = useCopy();
  return (
    <>
      <button type="button" onClick={() => void copy('words')} />
      <Copied copied={copied} />
    </>
  );
}

test('text from others is text, never markup', () => {
  const { root } = draw(<Marked pieces={excerpt('<img src=x onerror=alert(1)> deploy', [29, 35, 0], 90)} />);
  expect(root.querySelector('img')).toBeNull();
  expect(root.querySelector('mark')?.textContent).toBe('deploy');
});

test('a failure without a sentence of its own still says something', () => {
  expect(failureText({ code: 'not-known-to-anyone' })).toContain('not-known-to-anyone');
  expect(failureText({ code: 'gone' })).toBe('This is no longer here.');
  expect(failureText({ code: 'search-is', detail: 'pur\u202eple' })).toContain('purple');
});

describe('a menu', () => {
  const drawMenu = () => {
    const chosen: string[] = [];
    const choices = ['One', 'Two', 'Three'].map((words) => ({ words, choose: () => chosen.push(words) }));
    const { root } = draw(<Menu label="More" choices={choices} />);
    const opener = root.querySelector('button') as HTMLButtonElement;
    return { root, opener, chosen, items: () => [...root.querySelectorAll<HTMLElement>('[role=menuitem]')] };
  };

  test('opens on its first choice, is walked with arrows, and gives the focus back', async () => {
    const { root, opener, chosen, items } = drawMenu();
    expect(opener.getAttribute('aria-haspopup')).toBe('menu');
    await press(opener, 'ArrowDown');
    const menu = root.querySelector('[role=menu]') as HTMLElement;
    expect(document.activeElement).toBe(items()[0]);
    await press(menu, 'ArrowUp');
    expect(document.activeElement).toBe(items()[2]);
    await press(menu, 'Home');
    await press(menu, 'ArrowDown');
    await click(items()[1]);
    expect([chosen, items().length, document.activeElement === opener]).toEqual([['Two'], 0, true]);
  });

  test.each(['Escape', 'Tab'])('%s closes it and chooses nothing', async (key) => {
    const { root, opener, chosen, items } = drawMenu();
    await click(opener);
    expect(items()).toHaveLength(3);
    await press(root.querySelector('[role=menu]') as HTMLElement, key);
    expect([chosen, items().length, document.activeElement === opener]).toEqual([[], 0, true]);
  });

  test('a click beside it closes it', async () => {
    const { opener, items } = drawMenu();
    await click(opener);
    await act(() => void document.body.dispatchEvent(new Event('pointerdown', { bubbles: true })));
    expect(items()).toHaveLength(0);
  });
});

const nothing = { hits: [], total: 0, whole: 0, completions: [] };

test('where nothing was found, the sentence bears a pasted page and what turns its direction around', () => {
  const typed = `\u202e${'gnitaerb '.repeat(1000)}`;
  const { root } = draw(<FoundSaid {...ways} typed={typed} words={typed.trim()} found={nothing} />);
  expect(root.textContent).toMatch(/“gnitaerb .* …” yet\./);
  expect(root.textContent?.length).toBeLessThan(250);
});

test('where nothing was found, filters that were read are not said as if they were words, and none are told of where none was', () => {
  const said = (found: object) =>
    draw(<FoundSaid {...ways} typed="is: quokka" words="quokka" found={{ ...nothing, ...found }} />).root.textContent;
  expect(said({ isFiltered: true })).toContain('Nothing that fits these filters says “quokka” yet.');
  expect(said({ problem: { code: 'search-empty', detail: 'is:' } })).toBe(
    'Write something right behind “is:”, without a space. Nothing here says “quokka” yet.Ask it as a question',
  );
});

test.each([
  ['is:changed', { isFiltered: true }, 'Nothing fits these filters.'],
  ['"', {}, 'Write a word to look for.'],
] as const)('where %s is all that was typed there is nothing to ask anybody', (typed, found, sentence) => {
  const { root } = draw(<FoundSaid {...ways} typed={typed} words="" found={{ ...nothing, ...found }} />);
  expect(root.textContent).toBe(sentence);
  expect(root.querySelector('button')).toBeNull();
});

test('that nothing fits is not said where not all could be looked at', () => {
  const found = { ...nothing, isCut: true, isFiltered: true } as const;
  const { root } = draw(<FoundSaid {...ways} typed="is:changed" words="" found={found} />);
  expect(root.textContent).toMatch(/too many to look at all/);
  const { root: other } = draw(<FoundSaid {...ways} typed="tea is:changed" words="tea" found={found} />);
  expect(other.textContent).toMatch(/too many to look at all.*Ask/);
});

test('a filter that nothing fits is the one thing that is said, and can be left out', async () => {
  const searched: string[] = [];
  const found = { ...nothing, isFiltered: true, problem: { code: 'search-unmet', detail: 'tag:nosuch' } } as const;
  const onSearch = (typed: string) => void searched.push(typed);
  const shown = (words: string, rest: string) =>
    draw(<FoundSaid {...ways} {...{ onSearch, words }} found={{ ...found, rest }} typed={`${rest} tag:nosuch`} />).root;
  const root = shown('retry', 'retry');
  expect(root.querySelector('p')?.textContent).toBe('Nothing here fits “tag:nosuch”.');
  expect(root.querySelectorAll('p')).toHaveLength(1);
  await click(button(root, 'Search without it'));
  expect(searched).toEqual(['retry']);
  expect(button(root, 'Ask it as a question')).toBeTruthy();
  expect(shown('', 'is:lesson').textContent).toBe('Nothing here fits “tag:nosuch”.Search without it');
  expect(shown('', '').textContent).toBe('Nothing here fits “tag:nosuch”.');
});

test('what was typed wrongly is said with what was found or not, and alone where it is all', () => {
  const problem = { code: 'search-is', detail: 'purple' };
  const said = (words: string, found: object) =>
    draw(<FoundSaid {...ways} typed="tea is:purple" words={words} found={{ ...nothing, problem, ...found }} />).root
      .textContent;
  expect(said('tea', {})).toMatch(/^There is no is:purple.* Nothing here says “tea” yet\.Ask it as a question$/);
  expect(said('', {})).toMatch(/^There is no is:purple[^“]*$/);
  expect(said('tea', { problem: { code: 'not-searched' } })).not.toMatch(/tea|Ask/);
  // What can be finished is not wrong yet.
  expect(said('tea', { completions: ['is:purple '] })).not.toContain('There is no');
  expect(said('tea', { hits: [1], total: 1, whole: 1 })).toMatch(/^There is no is:purple/);
});

test('nothing is said to come near where all fits, or some could not be looked at; beside what was typed wrongly it is', () => {
  const found = { hits: [1], total: 1, whole: 0, completions: [] };
  const shown = (more: object) =>
    draw(<FoundSaid {...ways} typed="x" words="x" found={{ ...found, ...more }} />).root.textContent;
  expect(shown({})).toMatch(/^Nothing here says all of that yet.*Ask it/);
  expect(shown({ isCut: true, unwritten: ['x'] })).toMatch(/^Nobody wrote “x” yet/);
  for (const more of [{ whole: 1 }, { isCut: true }]) expect(shown(more), JSON.stringify(more)).toBe('');
  expect(shown({ isPartial: true, unwritten: ['x'] })).toMatch(/^Older lessons[^“]*$/);
  expect(shown({ problem: { code: 'search-is', detail: 'purple' } })).toMatch(/Nothing here .* nearest\.Ask it/);
  expect(shown({ problem: { code: 'search-or' }, unwritten: ['x'] })).toMatch(/Nobody wrote “x” yet.*Ask it/);
  // All of it fits, and says what was to be left out: that is said already.
  expect(shown({ problem: { code: 'search-left-out', detail: '-x' } })).not.toMatch(/nearest|Ask/);
});

test('nobody is asked, and nothing said to be missing, as long as older ones cannot be found yet', () => {
  const { root } = draw(<FoundSaid {...ways} typed="tea" words="tea" found={{ ...nothing, isPartial: true }} />);
  expect(root.textContent).toMatch(/^Older lessons[^“]*$/);
  expect(root.querySelector('button')).toBeNull();
});

test('an operator that can be finished is shown alone, and finishes the whole text', async () => {
  const picked: string[] = [];
  const { root } = draw(
    <Completions texts={['tea tag:"home office" ', 'tea tag:go ']} onPick={(to) => picked.push(to)} />,
  );
  expect([...root.querySelectorAll('button')].map((one) => one.textContent)).toEqual(['tag:"home office"', 'tag:go']);
  await click(button(root, 'tag:go'));
  expect(picked).toEqual(['tea tag:go ']);
});
