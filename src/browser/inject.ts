import browser from 'webextension-polyfill';

/** The document of a tab itself, not one framed in it. */
const TOP = [0];

/** Runs built files of ours in a tab's page, one after the other. False where the browser lets no extension in, or not us. */
export async function injectFile(tabId: number, ...files: string[]): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: TOP }, files });
    return true;
  } catch {
    return false;
  }
}

/** Runs a function in our own world of a tab's page and gives its result. It is sent as text: it sees its arguments only. */
export async function runInPage<Args extends unknown[], Answer>(
  tabId: number,
  run: (...args: Args) => Answer | Promise<Answer>,
  ...args: Args
): Promise<Answer | undefined> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId, frameIds: TOP },
      func: run as unknown as () => void,
      args,
    });
    return frame?.result as Answer | undefined;
  } catch {
    return undefined;
  }
}

/**
 * Runs a function that needs one of our files in the page: a page that has it answers at once, else the file is brought
 * first. Undefined where the browser lets no extension in, or not us.
 */
export async function runWith<Args extends unknown[], Answer>(
  tabId: number,
  file: string,
  run: (...args: Args) => Answer | Promise<Answer>,
  ...args: Args
): Promise<Answer | undefined> {
  const answer = await runInPage(tabId, run, ...args);
  // Nothing comes back as null in Chromium, as undefined in Firefox.
  if (answer !== undefined && answer !== null) return answer;
  return (await injectFile(tabId, file)) ? runInPage(tabId, run, ...args) : undefined;
}

/**
 * Styles for all documents of a tab that we may enter. Put in by the browser, so that no content policy stops them and
 * the page's list of style sheets does not show them. (As a user's sheet Chromium 156 ignores `::highlight` in them.)
 */
export async function insertStyle(tabId: number, css: string): Promise<void> {
  try {
    await browser.scripting.insertCSS({ target: { tabId, allFrames: true }, css, origin: 'AUTHOR' });
  } catch {
    // A tab that is gone, or moved on to where we may not go: nothing to style there.
  }
}
