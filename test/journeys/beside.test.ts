import { expect, test } from 'vitest';
import type { Person, View } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { joinByLink } from '../../src/dev/walk/steps/join.ts';
import { waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { type Colleague, createColleague, targetOn } from './colleague.ts';
import { journeys } from './journey.ts';

const TITLE = 'Rolling back a release';
const PASSAGE = 'A rollback is safe only while the old code can read the new rows';
const EDITED = 'Whoever closes a valve writes down the time, since the pressure tells its story';
const NOW = 'Whoever closes a valve notes the exact time, since the pressure tells its story';
const ROWS = 'Look at the migration list: old code must read the new rows, or the rollback is not safe.';
const COLD = 'Batteries that were charged below five degrees went back to the supplier of the second series.';
const SILENT = 'Ninety seconds of silence, then take the node out of the pool before the second command.';

const created = Date.now() - 86_400_000;

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('beside the page', browser, (stage) => {
    let cleo: Colleague;
    let panel: View;
    const address = (page: string) => `${stage().pages.url}/${page}`;
    const person = () => stage().person('Ada');

    test('the panel follows the tab: what stands there, what fits and why, what is asked, who knows', async () => {
      const [ada, team] = await Promise.all([person(), stage().team()]);
      await ada.agree();
      await joinByLink(ada, await team.invite('member', 1), 'Ada');
      cleo = await createColleague(await team.invite('member', 1), 'Cleo');
      await cleo.share('lesson', ...lessonsOn(address));
      await cleo.share('question', {
        ...{ created, title: TITLE, text: 'Who may take a node out of the pool at night?' },
        target: targetOn(address('other.html'), 'Other'),
      });
      await ada.goTo(address('notice.html'));
      panel = await allowAll(ada);
      await panel.see('Green tea');
      await seeUnasked(ada, panel, address, SILENT);
      const all = ['listHere', 'listForPage', 'listQuestionsHere', 'listPeople', 'listRecent'] as const;
      const headings = all.map((key) => words(key)).join(' | ');
      await until(headings, async () => (await sections(panel)).join(' | ') === headings);
      expect(await why(panel, SILENT)).toMatch(/node|pool|silen/i);
      expect(await inSection(panel, words('listPeople'))).toContain('Cleo');
      expect(await inSection(panel, words('listForPage'))).not.toContain('Green tea');
      await until('the count on the icon', async () => Number(await ada.badge()) >= 1);
      const second = await ada.openTab(address('dark.html'));
      await panel.see(words('pageEmpty'));
      expect(await inSection(panel, words('listHere'))).toBe('');
      await second.close();
      await ada.follow();
    });

    test('what is waved away leaves at once, comes back by undo, and stays away when it is not', async () => {
      const ada = await person();
      await ada.goTo(address('article.html'));
      const waveAway = async () => {
        await panel.click('button', words('dismissLabel', SILENT.slice(0, 60)));
        await panel.click('menuitem', words('dismissThis'));
        await panel.see(words('dismissedThis'));
        await until('it to leave', async () => !(await inSection(panel, words('listForPage'))).includes(SILENT));
      };
      await seeFitting(panel, SILENT);
      await waveAway();
      await panel.click('button', words('uiUndo'));
      await until('it to be back', async () => (await inSection(panel, words('listForPage'))).includes(SILENT));
      await waveAway();
      await ada.goTo(address('dark.html'));
      await panel.see(words('pageEmpty'));
      await ada.goTo(address('article.html'));
      await panel.see('We forgot this in March.');
      await seeFitting(panel, ROWS);
      expect(await inSection(panel, words('listForPage'))).not.toContain(SILENT);
      const options = await ada.openOwn('options');
      const back = words('optionsDismissedBackOne', SILENT.slice(0, 90));
      await options.click('button', back);
      // A page that is closed before it has written takes what it was about to write with it.
      await options.until(
        'it to be written',
        (name) => !document.querySelector(`[aria-label="${CSS.escape(name)}"]`),
        back,
      );
      await options.close();
      await ada.follow();
    });

    test('what comes while it is read waits behind a number: nothing moves, focus and scroll stay', async () => {
      const ada = await person();
      await ada.goTo(address('article.html'));
      await panel.see('We forgot this in March.');
      await panel.see(words('listRecent'));
      const before = await panel.read(holdStill);
      await cleo.share(
        'lesson',
        ...[1, 2, 3].map((i) => ({ ...lessonOn(address, `News ${i}`), created: Date.now() + i })),
      );
      await panel.see(words('newsMany', '3'));
      await panel.miss('News 1');
      expect(await panel.read(lookStill)).toEqual(before);
      await panel.click('button', words('newsMany', '3'));
      await panel.see('News 2');
    });

    test('a question that comes late waits in the panel, what is new in a popup that stands open; let in, it is there', async () => {
      const ada = await person();
      await ada.goTo(address('article.html'));
      await panel.see('We forgot this in March.');
      await panel.see(words('listRecent'));
      const before = await panel.read(holdStill);
      await cleo.share('question', {
        ...{ created: Date.now(), title: 'Other', text: 'Who has the key to the pump house?' },
        target: targetOn(address('other.html'), 'Other'),
      });
      await panel.see(words('newsOne'));
      expect(await panel.read(lookStill)).toEqual(before);
      await panel.click('button', words('newsOne'));
      await panel.see('Who has the key to the pump house?');
      expect(await panel.read(() => document.querySelector('.news button'))).toBeNull();
      const popup = await ada.openOwn('popup');
      await popup.see('Who has the key to the pump house?');
      // The last of its rows.
      await popup.see('We forgot this in March.');
      const rows = () => popup.read(() => [...document.querySelectorAll('.row-first')].map((row) => row.textContent));
      const shown = await rows();
      await cleo.share('lesson', {
        ...elsewhere('https://wiki.example/pump', 'Pumps', 'The key hangs behind the boiler.'),
        created: Date.now(),
      });
      await popup.see(words('newsOne'));
      expect(await rows()).toEqual(shown);
      await popup.read(() => document.querySelector<HTMLElement>('.news button')?.focus());
      await popup.press('Enter');
      await popup.see('The key hangs behind the boiler.');
      expect(await popup.read(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
      await popup.close();
      await ada.follow();
    });

    test('a passage that changed shows before and after; its visitor tells the author, who hears of it', async () => {
      const ada = await person();
      const target = targetOn(address('living.html'), 'A page that lives', EDITED);
      const [lesson] = await cleo.share('lesson', {
        created,
        quote: EDITED,
        note: 'Twice it was the wrong valve.',
        target,
      });
      await ada.goTo(address('living.html'));
      await panel.see('Twice it was the wrong valve.');
      await ada.page.click('button', 'Edit');
      await panel.see(words('movedNow'));
      await panel.see(NOW);
      await panel.click('button', words('movedTell'));
      await panel.see(words('movedTold'));
      const told = await until('the author to be told', async () => (await cleo.received('signal')).at(-1));
      expect(told.body).toMatchObject({ about: lesson?.id, sign: 'outdated', of: 1 });
      // The other way: Ada's own, told by Cleo, wherever Ada is.
      await ada.goTo(address('manual.html'));
      const mine = 'Two short tones mean that the label was read twice';
      await ada.select(mine);
      await ada.command('keep');
      await waitForToast(ada, words('toastKept'));
      await ada.unselect();
      await panel.click('button', words('panelShare'), mine);
      await panel.click('button', words('shareConfirm', (await stage().team()).name));
      const shared = await until('it to arrive', async () => (await cleo.received('lesson')).at(-1));
      await ada.goTo(address('dark.html'));
      await panel.see(words('pageEmpty'));
      await panel.see(words('listRecent')); // stands there once the page is read: what comes from then on waits
      await cleo.share('signal', { created, about: shared.id, sign: 'outdated', of: shared.version.n });
      await panel.click('button', words('newsOne'));
      await panel.see(words('listTold'));
      await panel.click('button', mine);
      await panel.see(words('toldOne', 'Cleo'));
      await panel.click('button', words('movedStillRight'));
      await panel.miss(words('toldOne', 'Cleo'));
      const answer = await until('the answer to arrive', async () =>
        (await cleo.received('lesson')).find(({ id, version }) => id === shared.id && version.n > shared.version.n),
      );
      expect(answer.body).toMatchObject({ quote: mine });
      await panel.click('button', words('uiBack'));
    });

    test('a site where suggestions are off has none; what stands on its pages stays', async () => {
      const ada = await person();
      await ada.goTo(address('article.html'));
      await seeFitting(panel, SILENT);
      await panel.click('button', words('dismissLabel', SILENT.slice(0, 60)));
      const site = new URL(stage().pages.url).hostname;
      await panel.click('menuitem', words('dismissSite', site));
      await panel.until(
        'the way back',
        (said) => document.querySelector('.undo')?.textContent?.includes(said),
        words('dismissedSite', site),
      );
      await until('none', async () => (await inSection(panel, words('listForPage'))) === '');
      await panel.see('We forgot this in March.');
      await panel.click('button', words('uiUndo'));
      await seeFitting(panel, SILENT);
    });

    test('a page that comes again while it is still read is matched all the same', async () => {
      const ada = await person();
      await cleo.share('lesson', elsewhere('https://wiki.example/cold', 'Batteries of the second series', COLD));
      // So little stands on it that it is looked at again a little later.
      await ada.goTo(address('notice.html'));
      await panel.see('Notice of the supplier');
      await ada.goTo(address('notice.html'));
      await seeFitting(panel, COLD);
    });

    test('without the team’s server all of it stands there still', async () => {
      const ada = await person();
      await ada.goTo(address('dark.html'));
      await panel.see(words('pageEmpty'));
      await (await stage().team()).close();
      await ada.goTo(address('article.html'));
      await panel.see('We forgot this in March.');
      await seeFitting(panel, SILENT);
      await panel.see(words('listPeople'));
      expect(await ada.complaints()).toEqual([]);
    });
  });
}

const lessonOn = (address: (page: string) => string, note: string) => ({
  ...{ created, note, quote: PASSAGE },
  target: targetOn(address('article.html'), TITLE, PASSAGE),
});

const elsewhere = (href: string, title: string, note: string) => ({
  created,
  title,
  note,
  target: targetOn(href, title),
});

const lessonsOn = (address: (page: string) => string) => [
  lessonOn(address, 'We forgot this in March.'),
  elsewhere('https://wiki.example/silent', 'Silent nodes', SILENT),
  elsewhere('https://wiki.example/rows', 'Before you begin rolling back a release', ROWS),
  elsewhere('https://tea.example/', 'Tea', 'Green tea at eighty degrees.'),
];

const sections = (panel: View): Promise<string[]> =>
  panel.read(() => [...document.querySelectorAll('main section > h2')].map((heading) => heading.textContent ?? ''));

/** What a section says; '' where it is not there. */
const inSection = (panel: View, heading: string): Promise<string> =>
  panel.read((name) => {
    const all = [...document.querySelectorAll('main section')];
    return all.find((one) => one.querySelector('h2')?.textContent === name)?.textContent ?? '';
  }, heading);

/**
 * What fits is drawn without being asked for. Where finding it took longer than a person waits before reading, it waits behind
 * a number rightly: then the page is visited again, by now with all of it at hand, but not for ever.
 */
async function seeUnasked(ada: Person, panel: View, address: (page: string) => string, said: string): Promise<void> {
  const visits: string[] = [];
  while (visits.at(-1) !== 'drawn' && visits.length < 3) {
    if (visits.length > 0) {
      await ada.goTo(address('dark.html'));
      await panel.see(words('pageEmpty'));
    }
    await ada.goTo(address('article.html'));
    await panel.see('We forgot this in March.');
    const how = async () => {
      if ((await inSection(panel, words('listForPage'))).includes(said)) return 'drawn';
      return (await panel.read(() => document.querySelector('.news button') !== null)) && 'waiting';
    };
    visits.push(await until(`what fits: "${said}"`, how));
  }
  expect(visits.at(-1), visits.join()).toBe('drawn');
}

/** What is found later than a person begins to read waits behind a number, and is let in. */
async function seeFitting(panel: View, said: string): Promise<void> {
  await until(`what fits: "${said}"`, async () => {
    if ((await inSection(panel, words('listForPage'))).includes(said)) return true;
    await panel.read(() => document.querySelector<HTMLElement>('.news button')?.click());
    return false;
  });
}

const why = (panel: View, said: string): Promise<string> =>
  panel.read((note) => {
    const rows = [...document.querySelectorAll('.recent > li')];
    return rows.find((row) => row.textContent?.includes(note))?.querySelector('.fit')?.textContent ?? '';
  }, said);

/** Scrolls a little and puts the focus on a row that is read; gives how things look. */
function holdStill() {
  const main = document.querySelector('main');
  const rows = document.querySelectorAll<HTMLElement>('.recent > li > button');
  const row = rows[rows.length - 1];
  row?.focus({ preventScroll: true });
  if (main) main.scrollTop = 40;
  return { top: row?.getBoundingClientRect().top, scroll: main?.scrollTop, focus: document.activeElement?.textContent };
}

function lookStill() {
  const focus = document.activeElement;
  return {
    top: focus?.getBoundingClientRect().top,
    scroll: document.querySelector('main')?.scrollTop,
    focus: focus?.textContent,
  };
}
