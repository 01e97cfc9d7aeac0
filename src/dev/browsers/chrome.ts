import { once } from 'node:events';
import type { Browser, Page } from 'puppeteer-core';
import { listen } from './chrome-complaints.ts';
import { installDispatch } from './chrome-dispatch.ts';
import { type Installed, install } from './chrome-extension.ts';
import { agreeToHosts, switchFiles } from './chrome-hosts.ts';
import { launchChrome } from './chrome-launch.ts';
import { readToast, tapToast } from './chrome-toast.ts';
import { viewOf, viewOfPopup } from './chrome-view.ts';
import type { Opening, Person } from './person.ts';
import { paintedPassages, readTable, selectPassage } from './seek.ts';
import { until } from './until.ts';

/** A person at Chrome, Chromium or Edge. */
export interface ChromePerson extends Person {
  readonly browser: 'chrome';
  /** For what only Chrome can be asked: quotas, isolated worlds, the media that are emulated. */
  readonly tab: Page;
  readonly program: Browser;
  readonly installed: Installed;
}

export async function openChrome(opening: Opening): Promise<ChromePerson> {
  const program = await launchChrome(opening);
  try {
    const complaints = listen(program);
    const installed = await install(program, opening.extension);
    const [first] = await program.pages();
    return createPerson(program, installed, first ?? (await program.newPage()), complaints);
  } catch (error) {
    await program.close();
    throw error;
  }
}

function createPerson(program: Browser, installed: Installed, first: Page, complaints: string[]): ChromePerson {
  let tab = first;
  const open = async (address: string) => {
    tab = await program.newPage();
    await tab.goto(address, { waitUntil: 'load' });
    return viewOf(tab);
  };
  const viewOfOwn = async (file: string) => viewOfPopup(await installed.pageOf(file));
  return {
    browser: 'chrome',
    program,
    installed,
    complaints: async () => complaints,
    get tab() {
      return tab;
    },
    get page() {
      return viewOf(tab);
    },
    goTo: async (url) => void (await tab.goto(url, { waitUntil: 'load' })),
    async follow() {
      tab = await until('a tab in front', () => inFront(program));
    },
    openTab: open,
    select: (passage, where) => select(tab, passage, where?.frame),
    unselect: () => tab.evaluate(() => getSelection()?.removeAllRanges()),
    clickAt: (x, y, times = 1) => tab.mouse.click(x, y, { count: times }),
    ...installDispatch(installed, () => tab),
    async openPopup() {
      await tab.bringToFront();
      await (await installed.extension()).triggerAction(tab);
      return viewOfOwn('popup.html');
    },
    popup: () => viewOfOwn('popup.html'),
    panel: () => viewOfOwn('sidebar.html'),
    openPanel: () => openPanel(installed, program, () => tab),
    openOwn: (page) => open(installed.address(`${page}.html`)),
    async own(page) {
      tab = await installed.pageOf(`${page}.html`);
      await tab.bringToFront();
      return viewOf(tab);
    },
    agree: () => agreeToHosts(program, installed.id),
    async switchFiles(is) {
      // Watched while it is loaded anew, a worker would not answer any more.
      await installed.stopWorker().catch(() => {});
      await switchFiles(program, installed.id, is);
    },
    toast: () => readToast(tab),
    clickToast: async (name) => void (await until(`the button "${name}" on the page`, () => tapToast(tab, name))),
    painted: async (frame) => (await placeIn(tab, frame)?.evaluate(paintedPassages)) ?? [],
    rows: (table) => installed.inWorker(readTable, 'sidelight', table),
    inBackground: installed.inWorker,
    stopBackground: () => installed.stopWorker(),
    reloadExtension: () => installed.reload(),
    close: () => closeProgram(program),
  };
}

async function inFront(program: Browser): Promise<Page | null> {
  for (const page of await program.pages()) {
    if (await page.evaluate(() => document.visibilityState === 'visible').catch(() => false)) return page;
  }
  return null;
}

async function select(tab: Page, passage: string, frame?: string): Promise<void> {
  await tab.bringToFront();
  await until(`the passage "${passage.slice(0, 80)}"`, () => {
    return placeIn(tab, frame)?.evaluate(selectPassage, passage);
  });
}

const placeIn = (tab: Page, frame: string | undefined) =>
  frame === undefined ? tab.mainFrame() : tab.frames().find((one) => one.url().includes(frame));

/** The panel opens only on a gesture; what runs in a page of ours by the debugger counts as one. */
async function openPanel(installed: Installed, program: Browser, front: () => Page) {
  const page = front();
  const opener = await program.newPage();
  await opener.goto(installed.address('manifest.json'));
  await opener.evaluate(async () => {
    const { id } = await chrome.windows.getCurrent();
    if (id !== undefined) await chrome.sidePanel.open({ windowId: id });
  });
  await opener.close();
  await page.bringToFront();
  return viewOfPopup(await installed.pageOf('sidebar.html'));
}

async function closeProgram(program: Browser): Promise<void> {
  const process = program.process();
  const ended = process && process.exitCode === null ? once(process, 'exit') : null;
  await program.close();
  await ended;
}
