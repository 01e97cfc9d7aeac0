import browser from 'webextension-polyfill';
import type { Tell } from '../wire/talk.ts';

/** Whether an address is one of our own pages, into which nothing can be injected. */
export const isOwnPage = (url: string): boolean => url.startsWith(browser.runtime.getURL(''));

/** For a page of ours that keeps by itself: hears that the person made the gesture there. Returns how to stop. */
export function onKeepHere(listener: () => void): () => void {
  const hear = (said: unknown): undefined => {
    const isTell = typeof said === 'object' && said !== null && 'tell' in said;
    if (isTell && (said as Tell).tell === 'keep') listener();
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
}
