import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ChromePerson } from '../../src/dev/browsers/chrome.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { allow } from '../../src/dev/walk/steps/allow.ts';
import { joinInOptions } from '../../src/dev/walk/steps/join.ts';
import { keepByKey, keepByPopup, readArticle, writeLesson } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { journeys } from './journey.ts';

const UNREACHABLE = `http://127.0.0.1:9/join#sli_${'a'.repeat(24)}`;

journeys('what a person decides in the options', 'chrome', (stage) => {
  const ada = async () => (await stage().person('Ada')) as ChromePerson;
  const atOptions = async () => (await ada()).openOwn('options');

  it('begins with access and lessons of three sorts', async () => {
    for (const step of [keepByPopup, writeLesson, allow, keepByKey]) await step.walk(stage());
  });

  for (const [what, link, sentence] of [
    ['is none', 'https://handbook.example/join', 'failure_not_an_invite'],
    ['leads to a server that does not answer', UNREACHABLE, 'failure_unreachable'],
  ] as const) {
    it(`a pasted invite that ${what} gets a sentence, and stays in the field`, async () => {
      const options = await atOptions();
      await options.fill(words('optionsTeamLink'), link);
      await options.fill(words('joinName'), 'Ada');
      if (sentence !== 'failure_not_an_invite') await options.click('button', words('joinButton'));
      await options.see(words(sentence, new URL(link).host));
      await options.see(link);
      await options.close();
    });
  }

  it('an invite that was used gets a sentence; a good one joins; leaving keeps what is one’s own', async () => {
    const person = await ada();
    const team = await stage().team();
    const link = await team.invite('member', 1);
    await joinInOptions(person, link, 'Ada');
    const options = await person.own('options');
    await options.see(words('joinDone', team.name));
    const records = (await person.rows('records')).filter((row) => row.kind === 'lesson').length;
    await options.click('button', words('optionsLeave'));
    await options.click('button', words('optionsLeaveKeep'));
    await options.see(words('optionsLeft', team.name));
    expect(await person.rows('teams')).toEqual([]);
    expect((await person.rows('records')).filter((row) => row.kind === 'lesson')).toHaveLength(records);
    await options.fill(words('optionsTeamLink'), link);
    await options.fill(words('joinName'), 'Ada');
    await options.click('button', words('joinButton'));
    await options.see(words('failure_invite_ended'));
    await options.close();
  });

  it('a site that is switched off shows nothing of us, until it is switched on again', async () => {
    const person = await ada();
    const options = await atOptions();
    await options.fill(words('optionsSitesAdd'), '127.0.0.1');
    await options.click('button', words('optionsSitesAddButton'));
    await options.see(words('optionsSitesIntro'));
    const article = await person.openTab(`${stage().pages.url}/article.html`);
    await article.see('Rolling back a release');
    await person.command('keep');
    const popup = await person.popup();
    await popup.see(words('failure_site_off', '127.0.0.1'));
    expect([await person.painted(), await person.badge()]).toEqual([[], '']);
    await popup.click('switch', words('popupSite', '127.0.0.1'));
    // It turns once the choice is stored; a popup that is closed before has not been told.
    await popup.until('the switch to turn', () =>
      document.querySelector('[role=switch]')?.matches('[aria-checked=true]'),
    );
    await popup.close();
    await until('it to be painted again', async () => (await person.painted()).length > 0);
    await until('the count', () => person.badge());
  });

  for (const [part, isGone] of [
    ['optionsPartHighlights', async (person: ChromePerson) => (await person.painted()).length === 0],
    ['optionsPartBadge', async (person: ChromePerson) => (await person.badge()) === ''],
  ] as const) {
    it(`"${words(part)}" is switched off and on by itself, in the page that is open`, async () => {
      const person = await ada();
      await readArticle(stage(), person);
      const page = person.tab;
      const look = async () => {
        await page.bringToFront();
        await person.follow();
      };
      await until(
        'everything to be there',
        async () => (await person.badge()) !== '' && (await person.painted()).length,
      );
      const options = await atOptions();
      await options.click('switch', words(part));
      await look();
      await until(`${part} to be gone`, () => isGone(person));
      await (await person.own('options')).click('switch', words(part));
      await look();
      await until(`${part} to be back`, async () => !(await isGone(person)));
      await (await person.own('options')).close();
      await look();
    });
  }

  it('the menu goes and comes with its switch', async () => {
    const person = await ada();
    const options = await atOptions();
    const hasMenu = () => person.inBackground(standsInMenu);
    expect(await hasMenu()).toBe(true);
    await options.click('switch', words('optionsPartMenus'));
    await until('the menu to be gone', async () => !(await hasMenu()));
    await options.click('switch', words('optionsPartMenus'));
    await until('the menu to be back', hasMenu);
    await options.close();
  });

  it('keys are shown as they are bound', async () => {
    const options = await atOptions();
    await options.see('Alt+Shift+L');
    await options.see('Alt+Shift+Q');
    await options.close();
  });

  it('everything goes out as one file of JSON', async () => {
    const person = await ada();
    const folder = await mkdtemp(join(tmpdir(), 'sidelight-export-'));
    const session = await person.program.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    const options = await atOptions();
    await options.click('button', words('optionsExportButton'));
    const name = await options.until(
      'the name of the file',
      () => /sidelight-\d{4}-\d\d-\d\d\.json/.exec(document.body.innerText)?.[0],
    );
    const file = await until('the file', async () => JSON.parse(await readFile(join(folder, name), 'utf8')) as object);
    const text = JSON.stringify(file);
    for (const { id } of await person.rows('records')) expect(text).toContain(String(id));
    await rm(folder, { recursive: true });
    await options.close();
  });

  it('everything is deleted, comes back with undo, and is final when the page is closed', async () => {
    const person = await ada();
    const shown = async () =>
      (await person.rows('records')).filter((row) => row.body !== null && row.removeAt === undefined).length;
    const before = await shown();
    expect(before).toBeGreaterThan(2);
    const options = await atOptions();
    await options.click('button', words('optionsDeleteButton'));
    await until('everything to be gone', async () => (await shown()) === 0);
    await options.click('button', words('uiUndo'));
    await options.see(words('optionsDeletedBack'));
    expect(await shown()).toBe(before);
    await options.click('button', words('optionsDeleteButton'));
    await options.see(words('optionsDeleted', String(before)));
    await options.close();
    await until('nothing to be left', async () => (await person.rows('records')).length === 0);
  });
});

/** Whether our menu stands: an item that stands can be changed, one that does not is an error. */
async function standsInMenu(): Promise<boolean> {
  return chrome.contextMenus.update('menuKeepSelection', { visible: true }).then(
    () => true,
    () => false,
  );
}
