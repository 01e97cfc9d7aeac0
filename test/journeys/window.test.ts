import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChromePerson } from '../../src/dev/browsers/chrome.ts';
import { type Display, openDisplay } from '../../src/dev/browsers/display.ts';
import type { View } from '../../src/dev/browsers/person.ts';
import { findProgram } from '../../src/dev/browsers/programs.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { openStage, type Stage } from '../../src/dev/walk/stage.ts';
import { readArticle, stored, waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { DIST, PAGES } from './journey.ts';

const has = (command: string) => spawnSync('which', [command]).status === 0;
const canShow = process.platform === 'linux' && has('Xvfb') && has('xdotool') && findProgram('chrome') !== null;

/** What the debugger cannot do: the native key, which opens the tab to us and may open the panel, and the browser's question. */
describe.skipIf(!canShow)('in a window, with the keyboard of the desk', () => {
  let display: Display;
  let stage: Stage;
  let ada: ChromePerson;

  beforeAll(async () => {
    display = await openDisplay();
    stage = await openStage({ browser: 'chrome', dist: DIST, pages: [PAGES], visible: true });
    ada = (await stage.person('Ada', { display: display.name })) as ChromePerson;
    await readArticle(stage, ada);
    const hears = await listenIn(ada.page, display);
    await until('the page to have the keys', async () => {
      await display.click(640, 600);
      return hears();
    });
  });
  afterAll(async () => {
    await stage?.close();
    await display?.close();
  });

  it('the native key keeps a selection on a site we have no access to', async () => {
    const passage = 'A release that hurts people is taken back first';
    await ada.select(passage);
    await display.press('alt+shift+l');
    await waitForToast(ada, words('toastKept'));
    await stored(ada, 'lesson', passage);
    expect(await ada.inBackground(() => chrome.permissions.contains({ origins: ['*://*/*'] }))).toBe(false);
  });

  it('the native key opens the side panel to ask, about what is selected', async () => {
    const passage = 'A rollback is safe';
    await ada.select(passage);
    await display.press('alt+shift+q');
    const panel = await ada.panel();
    await panel.see(words('askHeading'));
    await panel.see(passage);
    await panel.fill(words('askText'), 'Safe for whom?');
    await panel.click('button', words('askKeep'));
    await stored(ada, 'question', 'Safe for whom?');
  });

  it('the browser asks about access to all sites; allowed, what is kept comes back by itself', async () => {
    const panel = await ada.panel();
    const isGiven = () => ada.inBackground(() => chrome.permissions.contains({ origins: ['*://*/*'] }));
    const hears = await listenIn(panel, display);
    const answer = async () => {
      await display.press('Escape');
      await display.click(1090, 700);
      await until('the panel to have the keys', hears);
      await panel.click('button', words('accessAll'));
      await until('the question to take the keys', async () => !(await hears()));
      await atRest(display);
      await display.press('Tab');
      await atRest(display);
      await display.press('Return');
      return until('the answer to be taken', isGiven, 2_000);
    };
    // The question takes no answer that comes early, so that nobody answers it unread: then it is asked again.
    await until('access to be given', answer, 60_000);
    await until('both passages to be painted', async () => (await ada.painted()).length === 2);
    await until('the count', async () => (await ada.badge()) === '2');
  });
});

/** Presses a key that means nothing and tells whether a document heard it; not while the browser asks something. */
async function listenIn(view: View, display: Display): Promise<() => Promise<boolean>> {
  await view.read(() => addEventListener('keydown', () => Object.assign(self, { heard: true })));
  return async () => {
    await view.read(() => void Object.assign(self, { heard: false }));
    await display.press('Shift_L');
    return view.read(() => (self as unknown as { heard: boolean }).heard);
  };
}

/** Until the screen shows the same in many looks: the browser's question is none of the documents we see, and glides in. */
async function atRest(display: Display): Promise<void> {
  let last = '';
  let same = 0;
  await until('the screen to come to rest', async () => {
    const now = await display.look();
    same = now === last ? same + 1 : 0;
    last = now;
    return same >= 15;
  });
}
