import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../src/dev/browsers/until.ts';
import { allow } from '../../src/dev/walk/steps/allow.ts';
import { comeBack } from '../../src/dev/walk/steps/come-back.ts';
import { find } from '../../src/dev/walk/steps/find.ts';
import { joinByLink } from '../../src/dev/walk/steps/join.ts';
import { addWhy, keepByKey, keepByMenu, keepByPopup, writeLesson } from '../../src/dev/walk/steps/keep.ts';
import { journeys } from './journey.ts';
import { type Gate, type Seen, startProxy } from './proxy.ts';

/** What browsers ask of their makers by themselves; nothing of ours names these. */
const MAKERS = /(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|mozilla\.(com|net|org)|firefox\.com)$/;
const isMakers = ({ url }: Seen) => MAKERS.test(url.hostname);

/** Pages of different words and addresses; what is asked of the team must not tell one from another. */
const VISITED = ['article.html', 'notes.html', 'manual.html', 'notice.html'];

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('what leaves the browser', browser, (stage) => {
    let proxy: Gate;
    beforeAll(async () => {
      proxy = await startProxy();
    });
    afterAll(() => proxy?.close());

    const person = () => stage().person('Ada', { proxyPort: proxy.port });
    const isPage = ({ url }: Seen) => url.port === new URL(stage().pages.url).port;

    test('nothing at all without a team, whatever is kept, found and visited', async () => {
      await person();
      for (const step of [keepByPopup, writeLesson, allow, keepByKey, keepByMenu, addWhy, comeBack, find]) {
        await step.walk(stage());
      }
      expect(proxy.seen.some(isPage)).toBe(true);
      const rest = proxy.seen.filter((one) => !isPage(one) && !isMakers(one));
      expect(rest.map(({ url }) => url.href)).toEqual([]);
    });

    test('with a team only what the protocol says, and no word of the pages visited', async () => {
      const [ada, team] = await Promise.all([person(), stage().team()]);
      await ada.agree();
      await joinByLink(ada, await team.invite('member', 1), 'Ada');
      const isTeam = ({ url }: Seen) => url.host === new URL(team.url).host;
      const panel = await ada.openPanel();
      await until('the stream of the team', () => proxy.seen.some((one) => one.url.pathname === '/v1/live'));
      const before = proxy.seen.filter(isTeam).length;
      for (const name of VISITED) await ada.goTo(`${stage().pages.url}/${name}`);
      await panel.close();
      const asked = proxy.seen.filter(isTeam);
      const ours = asked.filter(({ url }) => url.pathname.startsWith('/v1/'));
      expect(ours.length).toBeGreaterThan(0);
      expect(asked.slice(before).map(({ url }) => url.pathname)).toEqual([]);
      for (const name of VISITED) expect(ours.filter((one) => `${one.url}${one.body}`.includes(name))).toEqual([]);
      const elsewhere = proxy.seen.filter((one) => !isTeam(one) && !isPage(one) && !isMakers(one));
      expect(elsewhere.map(({ url }) => url.href)).toEqual([]);
    });
  });
}
