import type { Browser, Extension, Page, Target, WebWorker } from 'puppeteer-core';
import { pageOfTarget } from './chrome-page.ts';
import { until } from './until.ts';

/** The extension as it stands in one running Chrome. */
export interface Installed {
  id: string;
  address(file: string): string;
  extension(): Promise<Extension>;
  /** Runs a function in the worker, which is started where it is stopped. */
  inWorker<A extends unknown[], T>(look: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Stops the worker as the browser does, in the middle of anything. */
  stopWorker(): Promise<void>;
  /**
   * Loads it again from its folder. `runtime.reload()` would leave it disabled, as Chrome does with unpacked extensions
   * while its developer mode is off.
   */
  reload(): Promise<void>;
  /** The page, popup or panel that shows a file of ours. */
  pageOf(file: string): Promise<Page>;
}

export async function install(browser: Browser, folder: string): Promise<Installed> {
  const id = await browser.installExtension(folder);
  const address = (file: string) => `chrome-extension://${id}/${file}`;
  const isWorker = (target: Target) => target.type() === 'service_worker' && target.url().startsWith(address(''));
  const living = async () => (await browser.targets().find(isWorker)?.worker()) ?? null;
  // It can be seen a moment before it is an extension's.
  const ready = async () => {
    const worker = await living();
    return (await worker?.evaluate(() => typeof chrome !== 'undefined')) ? worker : null;
  };
  const installed: Installed = {
    id,
    address,
    async inWorker(look, ...args) {
      if (!(await living())) await wake(browser, address('manifest.json'));
      const worker = await until('the worker to start', ready);
      return (await worker.evaluate(look as (...args: unknown[]) => unknown, ...args)) as never;
    },
    async stopWorker() {
      await stop(await until('the worker to stop it', living));
      await until('the worker to be gone', async () => !browser.targets().some(isWorker));
    },
    async reload() {
      if (await living()) await installed.stopWorker();
      await browser.installExtension(folder);
    },
    extension: () =>
      until('the extension to be listed', async () => (await browser.extensions()).get(id) as Extension | undefined),
    async pageOf(file) {
      const target = await until(`${file} to open`, () =>
        browser.targets().find((one) => one.url().split(/[?#]/)[0] === address(file)),
      );
      return pageOfTarget(target);
    },
  };
  return installed;
}

/** A bare `Target.closeTarget` while a session is attached leaves the restarted worker deaf; this detaches as well. */
const stop = (worker: WebWorker): Promise<void> => worker.close();

/** A message to it starts a stopped worker; it has to come from a page of the extension. */
async function wake(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ background: true });
  try {
    await page.goto(address);
    await page.evaluate(() => chrome.runtime.sendMessage({}).catch(() => null));
  } finally {
    await page.close();
  }
}
