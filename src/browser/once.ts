import browser from 'webextension-polyfill';

/** Does something once after each start of the browser, however often the background is; again where it did not come to its end. */
export async function oncePerStart(name: string, work: () => Promise<void>): Promise<void> {
  const key = `once-${name}`;
  const stored = await browser.storage.session.get(key);
  if (stored[key]) return;
  await work();
  await browser.storage.session.set({ [key]: true });
}
