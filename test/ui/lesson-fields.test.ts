import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf, noFields, readLink, readTags, withFields } from '../../src/ui/lesson-fields.ts';

describe('tags as typed', () => {
  test('are parted by commas of any script, without signs and doubles', () => {
    expect(readTags(' #cache, deploy ,, Cache、法務，法務')).toEqual(['cache', 'deploy', '法務']);
  });
});

describe('a link as typed', () => {
  test('needs no scheme', () => {
    expect(readLink('example.com/a?b=c')).toBe('https://example.com/a?b=c');
    expect(readLink('http://intranet/page')).toBe('http://intranet/page');
    expect(readLink('  ')).toBe('');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'two words', 'https://'])(
    '%s is no address of the web',
    (typed) => {
      expect(readLink(typed)).toBeNull();
    },
  );
});

describe('the fields of a lesson', () => {
  test('leave the rest of it alone, and leave out what is empty', () => {
    const body = { created: 1, quote: 'q', note: 'old', tags: ['a'], link: 'https://a.example/', newer: true };
    expect(withFields(body, { ...noFields, note: ' new ' })).toEqual({
      created: 1,
      quote: 'q',
      note: 'new',
      newer: true,
    });
  });

  test('keep the link that is there while what is typed is no address yet', () => {
    const body = { created: 1, link: 'https://a.example/' };
    expect(withFields(body, { ...fieldsOf(body), link: 'not yet an address' }).link).toBe('https://a.example/');
  });

  test('read and written again are the same', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const body = fc.record({
      created: fc.integer(),
      note: word,
      title: word,
      tags: fc.uniqueArray(word, { minLength: 1 }),
      link: fc.constant('https://a.example/x'),
    });
    fc.assert(
      fc.property(body, (one) => {
        expect(withFields(one, fieldsOf(one))).toEqual(one);
      }),
    );
  });
});
