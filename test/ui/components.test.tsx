// @vitest-environment happy-dom

import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import { Announcer, announce } from '../../src/ui/announcer.tsx';
import { Button, IconButton } from '../../src/ui/button.tsx';
import { failureText } from '../../src/ui/failure.ts';
import { TextField } from '../../src/ui/field.tsx';
import { Marked } from '../../src/ui/marked.tsx';
import { Notice } from '../../src/ui/notice.tsx';
import { Toggle } from '../../src/ui/toggle.tsx';
import { click, draw } from './drawn.ts';
import { provideEnglish } from './words-from-english.ts';

beforeEach(provideEnglish);

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

test('text from others is text, never markup', () => {
  const { root } = draw(<Marked text={'<img src=x onerror=alert(1)> deploy'} words={['deploy']} />);
  expect(root.querySelector('img')).toBeNull();
  expect(root.querySelector('mark')?.textContent).toBe('deploy');
});

test('a failure without a sentence of its own still says something', () => {
  expect(failureText({ code: 'not-known-to-anyone' })).toContain('not-known-to-anyone');
  expect(failureText({ code: 'gone' })).toBe('This is no longer here.');
});
