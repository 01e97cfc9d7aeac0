import { expect, it } from 'vitest';
import type { FirefoxPerson } from '../../src/dev/browsers/firefox.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { keepByPopup, readArticle } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { journeys } from './journey.ts';

journeys('what Firefox itself asks', 'firefox', (stage) => {
  const offerAccess = async () => {
    const ada = (await stage().person('Ada')) as FirefoxPerson;
    await readArticle(stage(), ada);
    const panel = await ada.openPanel();
    await panel.click('button', words('accessAll'));
    return ada;
  };
  const has = (ada: FirefoxPerson) => ada.inBackground(() => chrome.permissions.contains({ origins: ['*://*/*'] }));

  it('begins with a lesson on a site we have no access to', async () => {
    await keepByPopup.walk(stage());
  });

  it('refused, nothing changes, and it can be asked again', async () => {
    const ada = await offerAccess();
    await answered(ada, 'secondaryButton');
    await (await ada.panel()).see(words('accessAll'));
    expect(await has(ada)).toBe(false);
    expect(await ada.painted()).toEqual([]);
  });

  it('allowed, what was kept is marked in the page that is open, and counted', async () => {
    const ada = await offerAccess();
    await answered(ada, 'button');
    await until('access to be given', () => has(ada));
    await until('it to be painted', async () => (await ada.painted()).length === 1);
    await until('the count', async () => (await ada.badge()) === '1');
  });
});

/** Until the question was there and is gone: it takes no answer in its first half second. */
async function answered(ada: FirefoxPerson, button: 'button' | 'secondaryButton'): Promise<void> {
  let wasAsked = false;
  await until('the question to be answered', async () => {
    const isAsked = await ada.inside.run(answer, button);
    wasAsked ||= isAsked;
    return wasAsked && !isAsked;
  });
}

/** Runs in Firefox itself: presses a button of its question, if it is asked. */
function answer(button: 'button' | 'secondaryButton'): boolean {
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  const question = document.getElementById('addon-webext-permissions-notification') as
    | (HTMLElement & Record<typeof button, HTMLElement>)
    | null;
  const panel = question?.closest('panel') as (Element & { state: string }) | null | undefined;
  if (!question || question.hidden || panel?.state !== 'open') return false;
  question[button].click();
  return true;
}
