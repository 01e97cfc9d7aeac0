import type { Browser, Extension, Page, Target, WebWorker } from 'puppeteer-core';
import { until } from './until.ts';

/** The extension as it stands in one running Chrome. */
export interface Installed {
  id: string;
  address(file: string): string;
  extension(): Promise<Extension>;
  /** The living worker; started first where it is stopped. */
  worker(): Promise<WebWorker>;
  /** Stops the worker as the browser does, in the middle of anything. */
  stopWorker(): Promise<void>;
  /** The page, popup or panel that shows a file of ours. */
  pageOf(file: string): Promise<Page>;
}

export async function install(browser: Browser, folder: string): Promise<Installed> {
  const id = await browser.installExtension(folder);
  const address = (file: string) => `chrome-extension://${id}/${file}`;
  const isWorker = (target: Target) => target.type() === 'service_worker' && target.url().startsWith(address(''));
  const standing = () => browser.targets().find(isWorker);
  const worker = async () => {
    if (!standing()) await wake(browser, address('manifest.json'));
    const target = await until('the worker to start', standing);
    return (await target.worker()) as WebWorker;
  };
  return {
    id,
    address,
    worker,
    extension: () =>
      until('the extension to be listed', async () => (await browser.extensions()).get(id) as Extension | undefined),
    // A bare Target.closeTarget with a session attached leaves the restarted worker deaf; this detaches as well.
    stopWorker: async () => (await worker()).close(),
    async pageOf(file) {
      const target = await until(`${file} to open`, () =>
        browser.targets().find((one) => one.url().split(/[?#]/)[0] === address(file)),
      );
      return target.asPage();
    },
  };
}

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
