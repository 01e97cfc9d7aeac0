import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInviteLink, writeInviteLink } from '../../src/wire/invite-link.ts';

const INVITE = 'sli_abcdefghijklmnopqrstuv';

describe('an invite link', () => {
  test.each([
    [`https://team.example/join#${INVITE}`, 'https://team.example'],
    [`https://team.example:8443/join#${INVITE}`, 'https://team.example:8443'],
    [`http://127.0.0.1:4180/join#${INVITE}`, 'http://127.0.0.1:4180'],
    [`https://intranet.example/tools/sidelight/join#${INVITE}`, 'https://intranet.example/tools/sidelight'],
    [`  https://team.example/join#${INVITE}\n`, 'https://team.example'],
    [`https://team.example/join?from=mail#${INVITE}`, 'https://team.example'],
  ])('%s', (text, server) => {
    expect(readInviteLink(text)).toEqual({ ok: true, value: { server, invite: INVITE } });
  });

  test.each([
    '',
    'hello',
    INVITE,
    'https://team.example/join',
    'https://team.example/join#',
    'https://team.example/join#other',
    'https://team.example/join#sli_short',
    `https://team.example/#${INVITE}`,
    `https://team.example/joinery#${INVITE}`,
    `https://team.example/rejoin#${INVITE}`,
    `ftp://team.example/join#${INVITE}`,
    `javascript:alert(1)//join#${INVITE}`,
    `https://team.example/join#${INVITE}/../x`,
  ])('%j is none, and says so', (text) => {
    expect(readInviteLink(text)).toEqual({ ok: false, failure: { code: 'not-an-invite' } });
  });

  test('what was written is read back', () => {
    const invite = fc.stringMatching(/^sli_[\w-]{20,40}$/);
    const server = fc.webUrl({ validSchemes: ['http', 'https'] }).map((url) => {
      const { origin, pathname } = new URL(url);
      return origin + pathname.replace(/\/+$/, '');
    });
    fc.assert(
      fc.property(server, invite, (at, what) => {
        const link = { server: at, invite: what };
        expect(readInviteLink(writeInviteLink(link))).toEqual({ ok: true, value: link });
      }),
    );
  });
});
