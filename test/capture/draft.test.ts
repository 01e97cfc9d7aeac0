// @vitest-environment happy-dom
import '../browser/fake-browser.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDraft } from '../../src/capture/draft.ts';
import { activeIn, isEditable } from '../../src/capture/field.ts';
import { findSelected, readSelection } from '../../src/capture/passage.ts';
import { draftSchema } from '../../src/wire/messages.ts';

beforeEach(() => {
  document.title = 'On tides';
  document.documentElement.lang = 'en';
  document.body.innerHTML =
    '<p id="a">The moon pulls the sea.</p><p id="b" lang="de">Der Mond zieht das Meer.</p><input id="field">';
});

function select(id: string, from: number, to: number): void {
  const text = document.getElementById(id)?.firstChild as Text;
  document.getSelection()?.setBaseAndExtent(text, from, text, to);
}

describe('a draft', () => {
  test('has the passage as it reads, in the language its place is marked with', () => {
    select('b', 0, 8);
    const selected = findSelected(document);
    if (selected.kind !== 'passage') throw new Error(selected.kind);
    const draft = createDraft(selected.passage);
    expect(draft).toMatchObject({ quote: 'Der Mond', title: 'On tides', lang: 'de', href: location.href });
    expect(draft.selectors[0]).toMatchObject({ type: 'TextQuoteSelector', exact: 'Der Mond' });
    expect(draftSchema.safeParse(draft).success).toBe(true);
  });

  test('without a passage is the page', () => {
    const draft = createDraft(null);
    expect(draft).toMatchObject({ title: 'On tides', lang: 'en', selectors: [] });
    expect(draft).not.toHaveProperty('quote');
    expect(draftSchema.safeParse(draft).success).toBe(true);
  });

  test("fits what may be said, however long the page's title and language are", () => {
    document.title = 'x'.repeat(9_000);
    document.documentElement.lang = 'y'.repeat(900);
    expect(draftSchema.safeParse(createDraft(null)).success).toBe(true);
  });

  test('has an id of its own each time', () => {
    expect(createDraft(null).id).not.toBe(createDraft(null).id);
  });
});

describe('what is selected', () => {
  test('a caret is nothing', () => {
    select('a', 3, 3);
    expect(findSelected(document).kind).toBe('nothing');
  });

  test.each(['<input>', '<textarea></textarea>', '<select></select>', '<div role="textbox" tabindex="0"></div>'])(
    'in %s the cursor is in a field',
    (html) => {
      document.body.innerHTML = html;
      (document.body.firstElementChild as HTMLElement).focus();
      expect(findSelected(document).kind).toBe('field');
    },
  );

  test('what is being written stays that when a button beside it has the focus', () => {
    document.body.innerHTML = '<button>Bold</button><div role="textbox"><p id="own">A sentence of mine.</p></div>';
    select('own', 2, 10);
    document.querySelector('button')?.focus();
    expect(findSelected(document).kind).toBe('field');
    expect(readSelection(document)).toBeNull();
    select('own', 2, 2);
    expect(findSelected(document).kind).toBe('nothing');
  });

  test.each(['checkbox', 'radio', 'button', 'range'])('in a %s nothing is written', (type) => {
    document.body.innerHTML = `<p id="a">The moon pulls the sea.</p><input type="${type}">`;
    document.querySelector('input')?.focus();
    select('a', 4, 8);
    expect(findSelected(document)).toMatchObject({ kind: 'passage', passage: { text: 'moon' } });
  });

  test('a field in an open shadow root is a field too', () => {
    const host = document.createElement('x-form');
    document.body.append(host);
    const input = document.createElement('input');
    host.attachShadow({ mode: 'open' }).append(input);
    input.focus();
    expect(activeIn(document)).toBe(input);
    expect(findSelected(document).kind).toBe('field');
  });

  test('a link is no field', () => {
    document.body.innerHTML = '<a href="#x">x</a>';
    expect(isEditable(document.body.firstElementChild as Element)).toBe(false);
  });
});
