import { afterAll, beforeAll, expect, test } from 'vitest';
import type { View } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { joinByLink } from '../../src/dev/walk/steps/join.ts';
import { readArticle, waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import type { Result } from '../../src/kit/result.ts';
import type { PageFits } from '../../src/wire/fits.ts';
import { createColleague, targetOn } from './colleague.ts';
import { journeys } from './journey.ts';
import { type Gate, type Seen, startProxy } from './proxy.ts';

/** What browsers ask of their makers by themselves; nothing of ours names these. */
const MAKERS = /(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|mozilla\.(com|net|org)|firefox\.com)$/;
const isMakers = ({ url }: Seen) => MAKERS.test(url.hostname);

/** Words of the pages that are visited: none of them may leave. */
const SAID_THERE = /migration list|old code|whoever leaves last|trouble\.html|notice\.html/;
const PASSAGE = 'A rollback is safe only while the old code can read the new rows';

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('the page in view is matched here', browser, (stage) => {
    let proxy: Gate;
    let panel: View;
    beforeAll(async () => {
      proxy = await startProxy();
    });
    afterAll(() => proxy?.close());

    const person = () => stage().person('Ada', { proxyPort: proxy.port });
    const address = (page: string) => `${stage().pages.url}/${page}`;
    const isPage = ({ url }: Seen) => url.port === new URL(stage().pages.url).port;
    const fromUs = () => proxy.seen.filter((one) => !isPage(one) && !isMakers(one));

    test('without a team: what fits is counted on the icon, and not one request leaves', async () => {
      const ada = await person();
      await readArticle(stage(), ada);
      panel = await allowAll(ada);
      await ada.select(PASSAGE);
      await ada.command('keep');
      await waitForToast(ada, words('toastKept'));
      await ada.goTo(address('article.html?edition=2'));
      await until('a strong fit on the icon', async () => (await ada.badge()) === '1');
      await panel.see(words('listForPage'));
      const found = await ask(panel, address('article.html?edition=2'));
      expect(found).toMatchObject({ read: 'read', pages: [expect.stringContaining('edition=2')] });
      expect(found.fits).toMatchObject([{ isStrong: true, isSameSite: true }]);
      expect(fromUs().map(({ url }) => url.href)).toEqual([]);
    });

    test.each(['nothing', 'word', 'script', 'headings', 'deep', 'megabytes'])(
      'a page of %s is borne, and its canonical link, which lies, is not believed',
      async (trouble) => {
        const ada = await person();
        const href = address(`trouble.html?${trouble}`);
        await ada.goTo(href);
        const found = await ask(panel, href);
        expect(found).toMatchObject({ read: 'read', pages: [expect.stringContaining(`trouble.html?${trouble}`)] });
        expect(found.fits.filter(({ isStrong }) => isStrong)).toEqual([]);
        await panel.see(words('pageEmpty'));
        expect(await ada.badge()).toBe('');
      },
    );

    test('with a team: the same requests, whether pages are visited and matched or not', async () => {
      const [ada, team] = await Promise.all([person(), stage().team()]);
      await ada.agree();
      await joinByLink(ada, await team.invite('member', 1), 'Ada');
      const cleo = await createColleague(await team.invite('member', 1), 'Cleo');
      const target = targetOn('https://wiki.example/rows', 'Before a rollback');
      const note = 'Old code must read the new rows: look at the migration list before a rollback of the release.';
      await cleo.share('lesson', { created: 1, title: 'Rolling back a release', note, target });
      await until('it to arrive', async () => (await ada.rows('records')).some(({ site }) => site === 'wiki.example'));
      await exchange(panel);
      await exchange(panel);
      const still = await during(() => exchange(panel));
      const visiting = await during(async () => {
        for (const page of ['article.html?edition=3', 'notice.html', 'trouble.html?headings', 'article.html']) {
          await ada.goTo(address(page));
          expect((await ask(panel, address(page))).read).toBe('read');
        }
        await exchange(panel);
      });
      expect(visiting.map(toLine)).toEqual(still.map(toLine));
      expect(visiting.length).toBeGreaterThan(0);
      expect(proxy.seen.filter((one) => !isPage(one) && SAID_THERE.test(`${one.url}${one.body}`))).toEqual([]);
      expect(await ada.complaints()).toEqual([]);
    });

    /** What leaves while something is done, up to the end of the exchange that it ends with. */
    async function during(work: () => Promise<void>): Promise<Seen[]> {
      const before = fromUs().length;
      await work();
      return fromUs().slice(before);
    }
  });
}

const toLine = ({ url, body }: Seen): string => `${url.pathname}${url.search} ${body.length}`;

/** What the background finds for the page in view, as the panel is told. */
async function ask(panel: View, href: string): Promise<PageFits> {
  const found = await panel.read(async (page): Promise<Result<PageFits>> => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.runtime.sendMessage({ say: 'fits', takes: { tabId: tab?.id ?? -1, href: page } });
  }, href);
  if (!found.ok) throw new Error(found.failure.code);
  return found.value;
}

/** One exchange with the team, to its end. */
const exchange = (panel: View): Promise<void> =>
  panel.read(async () => {
    await chrome.runtime.sendMessage({ say: 'sync', takes: {} });
  });
