import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type ChromePerson, openChrome } from '../../../src/dev/browsers/chrome.ts';
import { install } from '../../../src/dev/browsers/chrome-extension.ts';
import { type Contender, enter } from './cold.ts';

/** What each contender's extension is called, and where it stands. */
export type Extensions = [name: string, folder: string][];

/** Beyond so many a peer's index does not fit into a page's memory, or takes an hour to build. */
const PEER_MOST = 100_000;

/** Who can hold so many texts. */
export const holding = (extensions: Extensions, size: number): Extensions =>
  extensions.filter(([name]) => name === 'ours' || name === 'floor' || size <= PEER_MOST);

/** A browser on a profile, with ours and some of the contenders; closed when `signal` says that it takes too long. */
export async function inBrowser(
  { profile, signal }: { profile: string; signal: AbortSignal },
  extensions: Extensions,
  work: (chrome: ChromePerson, contenders: Contender[], leaveAlone: (isLeftAlone: boolean) => void) => Promise<void>,
): Promise<void> {
  const [[, ours = ''] = [], ...peers] = extensions;
  let isLeftAlone = false;
  // Chromium keeps a worker's script as long as the version stays: in a profile of a cache that would be one built before.
  rmSync(join(profile, 'Default', 'Service Worker'), { recursive: true, force: true });
  const chrome = await openChrome({ extension: ours, profile, isLeftAlone: () => isLeftAlone });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= closeInTime(chrome);
    return closing;
  };
  signal.addEventListener('abort', close);
  try {
    signal.throwIfAborted();
    const contenders = [await enter(chrome.program, 'ours', chrome.installed)];
    for (const [name, folder] of peers) {
      contenders.push(await enter(chrome.program, name, await install(chrome.program, folder)));
    }
    await work(chrome, contenders, (isLeft) => {
      isLeftAlone = isLeft;
    });
  } finally {
    await close();
  }
}

const CLOSING_MS = 10_000;

/** One that hangs is ended. */
async function closeInTime(chrome: ChromePerson): Promise<void> {
  const timer = setTimeout(() => chrome.program.process()?.kill('SIGKILL'), CLOSING_MS);
  await chrome.close().finally(() => clearTimeout(timer));
}
