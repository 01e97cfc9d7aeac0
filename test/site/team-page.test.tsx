import { Window } from 'happy-dom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGetText } from '../../src/site/get-text.ts';
import { leaveName } from '../../src/site/own-name.ts';
import { TeamPage } from '../../src/site/team/team-page.tsx';
import { provideText } from '../../src/ui/text.ts';
import { membersSchema } from '../../src/wire/people.ts';
import type { Joined } from '../../src/wire/sync.ts';
import { aRecord } from '../server/records.ts';
import { type Running, startRunning } from '../server/running.ts';
import { soon } from '../soon.ts';

describe('the team page', () => {
  let server: Running;
  let owner: Joined;
  /** Paths whose requests do not reach the server, and those whose answers do not reach the page. */
  let cut: string[];
  let unheard: string[];
  /** Every request of the page until it has ended, and how many ended without an answer. */
  let asked: Promise<unknown>[];
  let failed: number;
  beforeEach(async () => {
    server = await startRunning();
    owner = await server.join('owner', 'Ada');
    // A page of its own beside the real server, whose requests and answers stay those of Node.
    const page = new Window({ url: `${server.url}/team` });
    page.document.body.innerHTML = '<main></main>';
    for (const name of ['document', 'location', 'history', 'sessionStorage', 'localStorage'] as const)
      vi.stubGlobal(name, page[name]);
    provideText(createGetText('en'));
    const outside = globalThis.fetch;
    [cut, unheard, asked, failed] = [[], [], [], 0];
    const overTheNet = async (path: string, init: RequestInit) => {
      if (cut.includes(path)) throw new TypeError('no network');
      const answer = await outside(new URL(path, `${server.url}/`), init);
      if (unheard.includes(path)) throw new TypeError('no network');
      // Whole, so that the page has nothing left to wait for once it has the answer.
      return new Response(await answer.text(), answer);
    };
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
      const one = overTheNet(path, init);
      asked.push(
        one.catch(() => {
          failed++;
        }),
      );
      return one;
    });
  });
  afterEach(async () => {
    render(null, root());
    await settled();
    vi.unstubAllGlobals();
    await server.stop();
  });

  /** What the page does with an answer, which may be to ask again, takes turns of its own and no clock. */
  const settled = async () => {
    for (let known = -1; known !== asked.length; ) {
      known = asked.length;
      await Promise.all(asked);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const root = () => document.querySelector('main') as HTMLElement;
  const post = (path: string, body: unknown, { token }: Joined) =>
    server.ask(path, { method: 'POST', body: JSON.stringify(body), token });
  const open = async (who: Joined | null) => {
    if (who) {
      const own = { role: 'member', uses: 1, member: who.member.id };
      const { link } = (await (await post('/v1/invites', own, who)).json()) as { link: string };
      location.hash = link.split('#')[1] ?? '';
    }
    await act(() => render(<TeamPage />, root()));
    await soon(() => expect(root().querySelector('h1')).not.toBeNull());
    return root();
  };
  const says = (sentence: string) => soon(() => expect(root().textContent).toContain(sentence));
  const button = (name: string): HTMLElement => {
    const found = [...root().querySelectorAll('button')].find((one) => one.textContent === name);
    if (!found) throw new Error(`there is no button ${name}`);
    return found;
  };

  it('opens by its link, which leaves the address, and shows who one is and one’s devices', async () => {
    await open(owner);
    expect(location.hash).toBe('');
    expect(root().querySelector('h1')?.textContent).toBe(owner.team.name);
    await says('You are Ada, owner');
    await says('Web page');
  });

  it('without a link says where to open it', async () => {
    await open(null);
    await says('Open it again from Sidelight');
  });

  it('shows the members to those in charge alone, who may remove after a second click', async () => {
    const ben = await server.join('member', 'Ben');
    await open(owner);
    await says('Ben');
    await act(() => button('Remove Ben').click());
    await act(() => button('Really remove Ben').click());
    await soon(async () => {
      const { members } = membersSchema.parse(await (await server.ask('/v1/members', { token: owner.token })).json());
      expect(members.map(({ name }) => name)).toEqual(['Ada']);
    });
    expect((await server.ask('/v1/me', { token: ben.token })).status).toBe(401);
  });

  it('a reader sees what was shared as text, and no member list', async () => {
    const rita = await server.join('reader', 'Rita');
    const body = {
      created: 1,
      note: '<img src=x onerror=alert(1)>',
      target: { url: '', href: 'javascript:alert(1)', selectors: [] },
    };
    await post('/v1/push', { records: [await aRecord({ body })] }, owner);
    await open(rita);
    await says('<img src=x onerror=alert(1)>');
    expect(root().querySelector('img')).toBeNull();
    expect(root().querySelector('#feed + ul a, .feed a')).toBeNull();
    expect(root().querySelector('#members')).toBeNull();
  });

  it('says who wrote what, with the answers below their question, also to a reader', async () => {
    const rita = await server.join('reader', 'Rita');
    const ben = await server.join('member', 'Ben');
    const question = await aRecord({ kind: 'question', body: { created: 1, text: 'Who drains the queue?' } });
    const answer = await aRecord({
      kind: 'answer',
      body: { created: 2, question: question.id, text: 'The desk does.' },
    });
    const lesson = await aRecord({ body: { created: 3, title: 'Night shift', note: 'Drain before you stop.' } });
    await post('/v1/push', { records: [question, lesson] }, owner);
    await post('/v1/push', { records: [answer] }, ben);
    await open(rita);
    await says('The desk does.');
    await says('Question · Ada');
    const rows = [...root().querySelectorAll('.feed > li')].map(({ textContent }) => textContent);
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => row?.includes('Night shift'))).toMatch(/^Lesson · Ada ·.*Drain before you stop\./);
    expect(rows.find((row) => row?.includes('queue'))).toMatch(/^Question · Ada ·.*queue\?Ben ·.*The desk does\.$/);
  });

  it('what someone wrote who is in the team no more stays, without their name', async () => {
    const ben = await server.join('member', 'Ben');
    await post('/v1/push', { records: [await aRecord({ body: { created: 1, note: 'Kept by Ben.' } })] }, ben);
    await post('/v1/members/remove', { member: ben.member.id }, owner);
    await open(owner);
    await says('Kept by Ben.');
    expect(root().querySelector('.feed > li')?.textContent).toMatch(/^Lesson · A colleague ·/);
  });

  it('who came to read says a name once, and finds the page open the next day', async () => {
    const invited = await post('/v1/invites', { role: 'reader', uses: 1 }, owner);
    const { link } = (await invited.json()) as { link: string };
    leaveName('Rita');
    sessionStorage.setItem('token', owner.token);
    location.hash = link.split('#')[1] ?? '';
    await open(null);
    await says('You are Rita, reader');
    sessionStorage.clear();
    render(null, root());
    await open(null);
    await says('You are Rita, reader');
    await act(() => button("Close this page's access").click());
    await says('Open it again from Sidelight');
    expect(localStorage.length).toBe(0);
  });

  const inviteToRead = async () => {
    const invited = await post('/v1/invites', { role: 'reader', uses: 5 }, owner);
    return ((await invited.json()) as { link: string }).link.split('#')[1] ?? '';
  };
  const comeToRead = async (invite: string, name: string) => {
    leaveName(name);
    location.hash = invite;
    await open(null);
  };
  const reload = async () => {
    render(null, root());
    await open(null);
  };
  const names = async () => {
    const { members } = membersSchema.parse(await (await server.ask('/v1/members', { token: owner.token })).json());
    return members.map(({ name }) => name).sort();
  };

  it('is not said to be closed while the server has not heard of it', async () => {
    await open(owner);
    cut = ['v1/leave'];
    await act(() => button("Close this page's access").click());
    await says('This page still has its access');
    const token = sessionStorage.getItem('token') ?? '';
    const isKnown = async () => (await server.ask('/v1/me', { token })).status === 200;
    expect(await isKnown()).toBe(true);
    [cut, unheard] = [[], ['v1/leave']];
    await act(() => button("Close this page's access").click());
    // That the page has not heard is not known from the server, which says it before.
    await soon(() => expect(failed).toBe(2));
    expect(await isKnown()).toBe(false);
    await says('This page still has its access');
    unheard = [];
    await act(() => button("Close this page's access").click());
    await says('Open it again from Sidelight');
    expect(sessionStorage.getItem('token')).toBeNull();
  });

  it.each(['before the server hears', 'before the page does'])(
    'keeps the invite and the name where the network fails %s, and comes in once by reloading',
    async (when) => {
      const invite = await inviteToRead();
      if (when === 'before the page does') unheard = ['v1/join'];
      else cut = ['v1/join'];
      await comeToRead(invite, 'Rita');
      await says('Reload this page');
      expect(location.hash).toBe(`#${invite}`);
      [cut, unheard] = [[], []];
      await reload();
      await says('You are Rita, reader');
      expect([location.hash, sessionStorage.length]).toEqual(['', 0]);
      expect(await names()).toEqual(['Ada', 'Rita']);
    },
  );

  it('lets go of an invite that is good no more', async () => {
    await comeToRead(`${(await inviteToRead()).slice(0, -3)}xyz`, 'Rita');
    await says('This invite has been used or is too old');
    expect([location.hash, sessionStorage.length]).toEqual(['', 0]);
  });

  it('who came to read stays who they are when they come by an invite again, unless they were removed', async () => {
    const invite = await inviteToRead();
    await comeToRead(invite, 'Rita');
    await says('You are Rita, reader');
    render(null, root());
    await comeToRead(invite, 'Rita the second');
    await says('You are Rita, reader');
    expect(await names()).toEqual(['Ada', 'Rita']);
    const { members } = membersSchema.parse(await (await server.ask('/v1/members', { token: owner.token })).json());
    await post('/v1/members/remove', { member: members.find(({ name }) => name === 'Rita')?.id }, owner);
    render(null, root());
    await comeToRead(invite, 'Rita the second');
    await says('You are Rita the second, reader');
  });
});
