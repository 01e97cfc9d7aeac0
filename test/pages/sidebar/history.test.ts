import { describe, expect, test } from 'vitest';
import { AT_FIRST, finish, goBack, goTo, type History, type Place } from '../../../src/pages/sidebar/history.ts';
import type { View } from '../../../src/pages/sidebar/view.ts';

const card = (id: string): View => ({ view: 'one', key: ['', id], note: false });
const question = (words: string): View => ({ view: 'ask', words });
const write: View = { view: 'write' };
const go = (...views: View[]): History => views.reduce(goTo, AT_FIRST);
const typing = (history: History, query: string): History => ({ ...history, here: { ...history.here, query } });
const back = (history: History): History => goBack(history, false);

/** Where the panel is, and where each way back from there leads. */
function way(history: History): string[] {
  const said = ({ view, query }: Place): string => {
    const name = view.view === 'one' ? view.key[1] : view.view === 'ask' ? view.words : view.view;
    return query === '' ? (name ?? '') : `${name}: ${query}`;
  };
  return [...history.behind, history.here].reverse().map(said);
}

describe('the way back', () => {
  test('leads through searches and forms as they were left', () => {
    const searching = typing(AT_FIRST, 'pelican');
    const all = goTo(goTo(goTo(searching, card('a')), question('why')), write);
    expect(way(all)).toEqual(['write', 'why', 'a', 'page: pelican']);
    expect(way(back(back(back(all))))).toEqual(['page: pelican']);
    expect(way(back(back(back(back(all)))))).toEqual(['page']);
  });

  test('from card to card leads to what the first was opened from', () => {
    expect(way(go(write, card('a'), card('b'), card('c')))).toEqual(['c', 'write']);
  });

  test('from the note of what was just kept to another thing leaves nothing behind, to sharing it does', () => {
    const kept: View = { view: 'one', key: ['', 'k'], note: true };
    expect(way(finish(go(kept, question('why')), question('why')))).toEqual(['page']);
    expect(way(go(kept, { view: 'share', key: ['', 'k'] }))).toEqual(['share', 'k']);
    expect(way(goTo(typing(go(kept), 'pelican'), write))).toEqual(['write', 'k: pelican']);
  });

  test('to and fro between two forms, each stands there once', () => {
    expect(way(go(question('1'), question('2'), question('1')))).toEqual(['1', '2']);
    expect(way(go(write, write))).toEqual(['write']);
  });

  test('a search above a card is not the card', () => {
    const above = typing(go(card('a')), 'pelican');
    expect(way(goTo(above, card('a')))).toEqual(['a', 'a: pelican']);
  });
});

describe('what is done with', () => {
  test('stands behind nothing any more; the search above it still does', () => {
    const above = typing(go(write, question('1')), 'pelican');
    const all = goTo(goTo(goTo(above, question('2')), card('a')), question('1'));
    expect(way(all)).toEqual(['1', 'a', '2', '1: pelican', 'write']);
    expect(way(finish(all, question('1')))).toEqual(['a', '2', 'page: pelican', 'write']);
    expect(way(finish(all, question('1'), card('kept')))).toEqual(['kept', 'a', '2', 'page: pelican', 'write']);
  });
});

describe('what is done with only when the person has gone on', () => {
  test('leaves them where they are; what comes of it stands where it stood', () => {
    const gone = go(question('1'), write);
    expect(way(finish(gone, question('1')))).toEqual(['write']);
    expect(way(finish(gone, question('1'), card('kept')))).toEqual(['write', 'kept']);
  });

  test('ends no search that was begun above it', () => {
    const searching = typing(go(write, question('1')), 'pelican');
    expect(way(finish(searching, question('1')))).toEqual(['page: pelican', 'write']);
    expect(way(finish(searching, question('1'), card('kept')))).toEqual(['kept: pelican', 'write']);
  });

  test('is not unfinished any more where they went back', () => {
    expect(finish(goBack(go(question('1')), true), question('1'), card('kept'))).toEqual(AT_FIRST);
  });
});

describe('a form that was begun', () => {
  test('is left by the way back and is still to be found, until it is shown again', () => {
    const left = goBack(go(question('1')), true);
    expect(left.begun).toEqual([question('1')]);
    expect(goTo(left, question('1')).begun).toEqual([]);
    expect(goBack(go(question('1')), false).begun).toEqual([]);
  });

  test('is not there twice, and not once it is done with', () => {
    const twice = goBack(goTo(goBack(go(write), true), write), true);
    expect(twice.begun).toEqual([write]);
    expect(finish(goTo(twice, write), write).begun).toEqual([]);
  });
});
