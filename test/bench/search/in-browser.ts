import { type ChromePerson, openChrome } from '../../../src/dev/browsers/chrome.ts';
import { install } from '../../../src/dev/browsers/chrome-extension.ts';
import { type Contender, enter } from './cold.ts';

/** What each contender's extension is called, and where it stands. */
export type Extensions = [name: string, folder: string][];

/** Beyond so many a peer's index does not fit into a page's memory, or takes an hour to build. */
const PEER_MOST = 100_000;

/** A browser on a profile, with those contenders that can hold so many texts. */
export async function inBrowser(
  profile: string,
  extensions: Extensions,
  size: number,
  work: (chrome: ChromePerson, contenders: Contender[], leaveAlone: (isLeftAlone: boolean) => void) => Promise<void>,
): Promise<void> {
  const [[, ours = ''] = [], ...peers] = extensions;
  let isLeftAlone = false;
  const chrome = await openChrome({ extension: ours, profile, isLeftAlone: () => isLeftAlone });
  try {
    const taking = peers.filter(([name]) => name === 'floor' || size <= PEER_MOST);
    const contenders = [await enter(chrome.program, 'ours', chrome.installed)];
    for (const [name, folder] of taking) {
      contenders.push(await enter(chrome.program, name, await install(chrome.program, folder)));
    }
    await work(chrome, contenders, (isLeft) => {
      isLeftAlone = isLeft;
    });
  } finally {
    await chrome.close();
  }
}
