import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, parseQuery } from '../../src/search/asked/query.ts';

/** Any code units, lone surrogates too. */
const anything = fc.array(fc.nat(0xffff), { maxLength: 300 }).map((units) => String.fromCharCode(...units));

const said = (asked: Asked[]): string[] =>
  asked.map((one) =>
    one.kind === 'either' ? one.options.map((option) => said(option).join(' ')).join('|') : saidOf(one),
  );
const saidOf = (one: Exclude<Asked, { kind: 'either' }>): string =>
  one.kind === 'word' ? one.word.word : `"${one.words.map(({ word }) => word).join(' ')}"`;

describe('a query', () => {
  it('is words, words in a row, words barred, and one or another', () => {
    const query = parseQuery('Docker or podman "port mapping" -windows');
    expect(said(query.asked)).toEqual(['docker|podman', '"port mapping"']);
    expect(said(query.barred)).toEqual(['windows']);
  });

  it('narrows by operators', () => {
    const { filters, asked } = parseQuery(
      'tag:"home office" by:anna site:docs.example -is:question has:note after:2026-03 tea',
    );
    expect(filters).toEqual([
      [{ by: 'tag', value: 'home office', isBarred: false }],
      [{ by: 'author', value: 'anna', isBarred: false }],
      [{ by: 'site', value: 'docs.example', isBarred: false }],
      [{ by: 'is', value: 'question', isBarred: true }],
      [{ by: 'has', value: 'note', isBarred: false }],
      [{ by: 'after', time: new Date(2026, 2, 1).getTime(), isBarred: false }],
    ]);
    expect(said(asked)).toEqual(['tea']);
  });

  it('reads a day as it is said in much of Europe', () => {
    for (const typed of ['before:2026-11-01', 'before:01.11.2026', 'before:1.11.2026'])
      expect(parseQuery(typed).filters).toEqual([
        [{ by: 'before', time: new Date(2026, 10, 1).getTime(), isBarred: false }],
      ]);
    for (const typed of ['before:31.2.2026', 'before:1.13.2026', 'before:1.1.26'])
      expect(parseQuery(typed).problem?.code).toBe('search-date');
  });

  it('on the way to a day or month it is still the month or year, and nobody is told that it is none', () => {
    const read = (typed: string) => parseQuery(typed).filters;
    for (const begun of ['-', '-0']) {
      expect(read(`after:2025${begun}`)).toEqual(read('after:2025'));
      expect(read(`after:2025-11${begun}`)).toEqual(read('after:2025-11'));
    }
    expect(read('after:2025')).toHaveLength(1);
    for (const typed of ['after:2025-00', 'after:2025-11-00', 'after:2025--', 'after:-0'])
      expect(parseQuery(typed).problem?.code).toBe('search-date');
  });

  it('takes only the last word for a beginning, and only while nothing follows it', () => {
    const open = (typed: string) => parseQuery(typed).asked.map((one) => one.kind === 'word' && one.word.isOpen);
    expect(open('git reb')).toEqual([false, true]);
    expect(open('git reb ')).toEqual([false, false]);
    expect(open('what is git?')).toEqual([false, false, false]);
  });

  it.each([
    ['is:blue', 'search-is', 'blue'],
    ['has:legs', 'search-has', 'legs'],
    ['before:2026-02-31', 'search-date', '2026-02-31'],
    ['tag: x', 'search-empty', 'tag:'],
    ['before: x', 'search-day', 'before:'],
  ])('says what is wrong with %s', (typed, code, detail) => {
    expect(parseQuery(typed).problem).toEqual({ code, detail });
  });

  it.each([
    ['l’ordinateur est éteint', 'ordinateur est eteint'],
    ["combien d'affaires qu'il presqu'île c'est", 'combien affaires il ile est'],
    ["perché l'errore dell'ordine un'altra", 'perche errore ordine altra'],
    // No letters are left of these.
    ["don't it's we'll I'll y've t's m'", 'don it we i y t m'],
    ["O'Reilly o’clock rock'n'roll", 'reilly clock rock roll'],
    // More than a letter, or less than a word behind it.
    ["git log --format='%h' 'n' ab'cd o'b x'y'", 'git log format h n ab cd o b x y'],
    ['"sur l’ordinateur"', '"sur l ordinateur"'],
    ["l'o", 'l o'],
  ])('passes over what is left of a small word: %s', (typed, asked) => {
    expect(said(parseQuery(typed).asked).join(' ')).toBe(asked);
  });

  it('reads addresses, code and messages as text', () => {
    expect(said(parseQuery('std::vector https://a.example error:E11000').asked)).toEqual([
      'std',
      'vector',
      'https',
      'a',
      'example',
      'error',
      'e11000',
    ]);
  });

  it.each([
    ['git commit --amend', ['git', 'commit', 'amend'], []],
    ['ls -la', ['ls', 'la'], []],
    ['docker run --rm -it ubuntu', ['docker', 'run', 'rm', 'it', 'ubuntu'], []],
    ['kubectl get pods -n kube-system', ['kubectl', 'get', 'pods', 'n', 'kube', 'system'], []],
    ['lsof -i :3000', ['lsof', 'i', '3000'], []],
    ['make -j8 all', ['make', 'j8', 'all'], []],
    ['exit -1073741819', ['exit', '1073741819'], []],
    ['a => b -> c', ['a', 'b', 'c'], []],
    ['-release', ['release'], []],
    ['git -windows', ['git'], ['windows']],
    ['async -node.js -foo_bar', ['async'], ['"node js"', '"foo bar"']],
    ['tea -"go" -東京', ['tea'], ['"go"', '"東京"']],
    ['compiler -c++ -c#', ['compiler'], ['c++', 'c#']],
  ])('leaves out what stands behind a minus where that is no option of a command: %s', (typed, asked, barred) => {
    const query = parseQuery(typed);
    expect(said(query.asked)).toEqual(asked);
    expect(said(query.barred)).toEqual(barred);
  });

  it('where something is left out and nothing asked for, means all others', () => {
    expect(parseQuery('-"tea cup"').filters).toEqual([[{ by: 'after', time: -Infinity, isBarred: false }]]);
    expect(parseQuery('-"tea cup" is:lesson').filters).toHaveLength(1);
    expect(parseQuery('-"tea cup" pot').filters).toEqual([]);
    expect(parseQuery('-""').filters).toEqual([]);
    // The first letter of a next word asks for nothing yet.
    for (const [typed, asked, filters] of [
      ['-git ж', [], 1],
      ['-"tea cup" p', [], 1],
      ['-git ж ', ['ж'], 0],
      ['-git жи', ['жи'], 0],
      ['-git 猫', ['猫'], 0],
      ['-git p is:lesson', ['p'], 1],
    ] as const) {
      const query = parseQuery(typed);
      expect([said(query.asked), query.filters.length], typed).toEqual([asked, filters]);
    }
  });

  it.each([
    ['ERR_RESET or ERR_GONE tea', ['err reset|err gone', 'tea']],
    ['a "b c" or d or e.f', ['a', '"b c"|d|e f']],
    ['東京都 OR 犬', ['東京都|犬']],
    ['or', ['or']],
    ['or tea', ['or', 'tea']],
    ['or c', ['or', 'c']],
    ['or or tea', ['or|tea']],
    ['tea or', ['tea']],
    ['tea Or', ['tea']],
    ['tea or c', ['tea|c']],
    ['tea or org', ['tea|org']],
    ['tea or ', ['tea']],
    ['tea or or cake', ['tea|cake']],
  ])('takes any of what stands around or, whatever it is: %s', (typed, asked) => {
    const query = parseQuery(typed);
    expect(said(query.asked)).toEqual(asked);
    expect(query.problem).toBeUndefined();
  });

  it('takes any of some filters of one kind', () => {
    const { filters, problem } = parseQuery('tag:a or tag:"b c" or tag:d is:lesson before:2020 or after:2025');
    const values = filters.map((some) => some.map((one) => ('value' in one ? one.value : one.by)));
    expect(values).toEqual([['a', 'b c', 'd'], ['lesson'], ['before', 'after']]);
    expect(problem).toBeUndefined();
  });

  it.each(['tag:a or tea', 'tea or tag:a', 'tag:a or site:b', 'tea or -cake', '-cake or tea', '-tag:a or tag:b'])(
    'says that it knows no such choice, and asks for both: %s',
    (typed) => {
      const { asked, barred, filters, problem } = parseQuery(`cup ${typed} `);
      expect(problem).toEqual({ code: 'search-or' });
      expect(said(asked)).not.toContain('or');
      expect(asked.length + barred.length + filters.length).toBe(3);
    },
  );

  it.each([
    ['https://docs.example.com/guide?x#y', 'docs.example.com'],
    ['localhost:3000', 'localhost'],
    ['www.example.com/', 'example.com'],
    ['münchen.de', 'munchen.de'],
    ['github', 'github'],
  ])('reads %s as the site %s', (typed, value) => {
    expect(parseQuery(`site:${typed} x`).filters).toMatchObject([[{ by: 'site', value, isBarred: false }]]);
  });

  it('keeps what stands behind the host of a site as it was typed', () => {
    const addressOf = (typed: string) => parseQuery(`site:${typed} x`).filters[0]?.[0];
    expect(addressOf('https://Docs.example/Guide#y')).toHaveProperty('address', 'https://Docs.example/Guide#y');
    for (const typed of ['https://docs.example', 'docs.example/', 'localhost:3000', 'docs.example?a', '///', ':'])
      expect(addressOf(typed), typed).not.toHaveProperty('address');
  });

  it('reads anything', () => {
    fc.assert(fc.property(anything, (typed) => void parseQuery(typed)));
    parseQuery('"'.repeat(10_000));
    parseQuery('-is:'.repeat(5_000));
  });
});
