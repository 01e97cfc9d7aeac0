import type { Person } from '../../browsers/person.ts';
import { until } from '../../browsers/until.ts';
import type { Stage } from '../stage.ts';
import type { Step } from '../step.ts';
import { words } from '../words.ts';

export const BY_KEY = 'only while the old code can read the new rows';
const BY_MENU = 'a silent node is worse than a missing one';
const BY_POPUP = 'The two accounts are compared the next morning';

/** A row of the table of records as far as the walk looks at it. */
export interface Kept {
  id: string;
  team: string;
  kind: string;
  page: string;
  created: number;
  body: {
    quote?: string;
    note?: string;
    title?: string;
    text?: string;
    link?: string;
    target?: { href: string };
  } | null;
}

/** The one record of a kind with this quote, title or text, once it is stored. */
export async function stored(person: Person, kind: string, said: string): Promise<Kept> {
  return until(`a ${kind} with "${said}" in the database`, async () => {
    const rows = (await person.rows('records')) as unknown as Kept[];
    const found = rows.filter(({ kind: k, body }) => {
      return k === kind && [body?.quote, body?.title, body?.note, body?.text].includes(said);
    });
    if (found.length > 1) throw new Error(`there are ${found.length} of them`);
    return found[0];
  });
}

/** Opens the article with nothing said on it yet. */
export async function readArticle(stage: Stage, person: Person): Promise<void> {
  await person.goTo(`${stage.pages.url}/article.html`);
}

export const waitForToast = (person: Person, said: string): Promise<string> =>
  until(`"${said}" on the page`, async () => {
    const toast = await person.toast();
    return toast.includes(said) ? toast.replaceAll('\n', ' · ') : null;
  });

export const keepByKey: Step = {
  name: 'keep a selection with the key',
  async walk(stage) {
    const ada = await stage.person('Ada');
    await readArticle(stage, ada);
    await ada.select(BY_KEY);
    await ada.command('keep');
    const toast = await waitForToast(ada, words('toastKept'));
    const { body, page } = await stored(ada, 'lesson', BY_KEY);
    if (!body?.target || !body.title || page === '') throw new Error('The lesson has no title or target.');
    return `the page said "${toast}"; stored with its quote, "${body.title}" and ${page}`;
  },
};

export const keepByMenu: Step = {
  name: 'keep a selection from the context menu',
  async walk(stage) {
    const ada = await stage.person('Ada');
    await readArticle(stage, ada);
    await ada.select(BY_MENU);
    await ada.menu('menuKeepSelection');
    const toast = await waitForToast(ada, words('toastKept'));
    await stored(ada, 'lesson', BY_MENU);
    return `the page said "${toast}"`;
  },
};

export const keepByPopup: Step = {
  name: 'keep a selection from the popup',
  async walk(stage) {
    const ada = await stage.person('Ada');
    await readArticle(stage, ada);
    await ada.select(BY_POPUP);
    const popup = await ada.openPopup();
    await popup.click('button', words('popupKeep'));
    await popup.see(words('uiKept'));
    await stored(ada, 'lesson', BY_POPUP);
    await popup.close();
    return `the popup said "${words('uiKept')}"`;
  },
};

export const keepPage: Step = {
  name: 'keep the page itself, with nothing selected',
  async walk(stage) {
    const ada = await stage.person('Ada');
    await ada.goTo(`${stage.pages.url}/dark.html`);
    await ada.command('keep');
    const toast = await waitForToast(ada, words('toastKeptPage'));
    const { body } = await stored(ada, 'lesson', 'Night shift');
    if (body?.quote !== undefined) throw new Error('A page kept as a resource has a quote.');
    return `the page said "${toast}"`;
  },
};

export const writeLesson: Step = {
  name: 'write a lesson from nothing, with a link',
  async walk(stage) {
    const ada = await stage.person('Ada');
    await readArticle(stage, ada);
    const popup = await ada.openPopup();
    await popup.click('button', words('popupWrite'));
    await popup.fill(words('writeTitle'), 'Ask before the third retry');
    await popup.fill(words('writeNote'), 'Two retries are patience, three are hope.');
    await popup.fill(words('lessonLink'), 'https://handbook.example/retries');
    await popup.click('button', words('uiKeep'));
    const { body } = await stored(ada, 'lesson', 'Ask before the third retry');
    await popup.close();
    if (body?.link !== 'https://handbook.example/retries') throw new Error('The link was not kept.');
    return `"${body.title}" with its link`;
  },
};

export const addWhy: Step = {
  name: 'add why it mattered, from the page',
  async walk(stage) {
    const ada = await stage.person('Ada');
    const passage = 'Freeze the queue, so that half-done work waits instead of failing.';
    const why = 'Half-done work was the whole outage in March.';
    await readArticle(stage, ada);
    await ada.select(passage);
    await ada.command('keep');
    await waitForToast(ada, words('toastAddWhy'));
    await ada.clickToast(words('toastAddWhy'));
    const surface = ada.browser === 'chrome' ? await ada.panel() : await ada.popup();
    await surface.see(passage);
    await surface.until('the note field to have the cursor', () => document.activeElement?.matches('textarea'));
    await surface.type(why);
    await until('the note to be stored', async () => (await stored(ada, 'lesson', passage)).body?.note === why);
    await surface.close();
    return `${ada.browser === 'chrome' ? 'the side panel' : 'the popup'} opened on it, cursor in the note; "${why}" was kept`;
  },
};
