import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.ts';
import {
  bodyToShare,
  type Choices,
  defaultChoice,
  findConcerns,
  isFixed,
} from '../../../src/pages/sidebar/share/offer.ts';

const KEY = 'AKIAQ3EGRJ7ZK4TXWM2P';

const target = (href: string, more: JsonObject = {}): JsonObject => ({ url: href, href, selectors: [], ...more });

function shared(body: JsonObject, choices: Choices = {}): JsonObject {
  return bodyToShare(body, findConcerns(body), choices);
}

describe('a lesson with nothing to hide', () => {
  test('goes as it is, with what this version does not know', () => {
    const body = { created: 1, quote: 'Water boils.', target: target('https://a.example/x'), newer: { a: [1] } };
    expect(findConcerns(body)).toEqual([]);
    expect(shared(body)).toEqual(body);
  });
});

describe('a secret', () => {
  const body: JsonObject = {
    created: 1,
    quote: `The key is ${KEY}, keep it.`,
    note: `Use ${KEY}`,
    tags: ['keys'],
    target: target('https://a.example/x', {
      selectors: [
        { type: 'TextQuoteSelector', exact: `The key is ${KEY}, keep it.`, prefix: 'x', suffix: `again ${KEY}` },
      ],
    }),
  };

  test('is one concern wherever it stands, and hidden until the person says otherwise', () => {
    const concerns = findConcerns(body);
    expect(concerns.map((concern) => concern.about === 'text' && concern.value)).toEqual([KEY]);
    expect(concerns.map(defaultChoice)).toEqual(['hide']);
  });

  test('is masked everywhere, in what finds the passage again too', () => {
    const sent = JSON.stringify(shared(body));
    expect(sent).not.toContain(KEY);
    expect(sent).toContain('The key is •••, keep it.');
    expect(sent).toContain('"tags":["keys"]');
  });

  test('goes as it is where the person says so', () => {
    expect(shared(body, { [`text ${KEY}`]: 'show' })).toEqual(body);
  });

  test('that the edge of the passage cuts in two is masked on both sides', () => {
    const half = KEY.length / 2;
    const cut = {
      created: 1,
      target: target('https://a.example/x', {
        selectors: [
          { type: 'TextQuoteSelector', exact: `The key: ${KEY.slice(0, half)}`, suffix: `${KEY.slice(half)}.` },
        ],
      }),
    };
    const sent = JSON.stringify(shared(cut));
    expect(sent).not.toContain(KEY.slice(0, half));
    expect(sent).not.toContain(KEY.slice(half));
  });
});

describe('the address of the page', () => {
  test('goes without its login unless the person wants it, and the page is still the same page', () => {
    const href = 'https://a.example/doc?id=7&access_token=ya29.A0ARrdaM-k9Vq2Zx81';
    const sent = shared({ created: 1, target: target(href) });
    expect(sent.target).toMatchObject({ href: 'https://a.example/doc?id=7', url: 'https://a.example/doc?id=7' });
    expect(shared({ created: 1, target: target(href) }, { 'url page': 'show' }).target).toMatchObject({ href });
  });

  test('in a private network goes, for colleagues may be in it too, but can be left out', () => {
    const body = { created: 1, note: 'n', target: target('http://192.168.1.7/wiki') };
    expect(findConcerns(body).map(defaultChoice)).toEqual(['show']);
    expect(shared(body)).toEqual(body);
    expect(shared(body, { 'url page': 'hide' })).toEqual({ created: 1, note: 'n' });
  });

  test('of a file on the disk never goes, whatever is chosen', () => {
    const body = { created: 1, quote: 'q', target: target('file:///home/ada/plan.html') };
    expect(findConcerns(body).every(isFixed)).toBe(true);
    expect(shared(body, { 'url page': 'show' })).toEqual({ created: 1, quote: 'q' });
  });

  test('of a frame and of a link are looked at too', () => {
    const secret = 'https://a.example/?access_token=ya29.A0ARrdaM-k9Vq2Zx81';
    const body = { created: 1, link: secret, target: target('https://a.example/x', { frame: secret }) };
    const concerns = findConcerns(body);
    expect(concerns.map((concern) => concern.about === 'url' && concern.where)).toEqual(['frame', 'link']);
    expect(JSON.stringify(shared(body))).not.toContain('ya29');
  });
});

describe('an address on a private network that carries a token', () => {
  const body: JsonObject = {
    created: 1,
    quote: 'q',
    target: target('http://wiki.corp/x?token=a7kq2ztr9mxe4bwn5cvd&y=1'),
  };

  test('is shown in spite of the warning, but never with the token unasked', () => {
    expect(findConcerns(body).map((concern) => concern.about === 'url' && concern.action)).toEqual(['strip', 'warn']);
    const sent = JSON.stringify(shared(body));
    expect(sent).toContain('http://wiki.corp/x?y=1');
    expect(sent).not.toContain('a7kq2ztr9mxe4bwn5cvd');
  });

  test('is left out whole where the person says so', () => {
    expect(JSON.stringify(shared(body, { 'url page warn': 'hide' }))).not.toContain('wiki.corp');
  });
});
