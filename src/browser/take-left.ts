import browser from 'webextension-polyfill';
import { type Intent, type Left, leftSchema } from '../wire/session.ts';
import { changeLeft, isText } from './left.ts';
import { activePage } from './tabs.ts';

/** Loaded only where something was left. Text for a window that was closed is for whoever comes next, since nobody will come there. */
export async function takeLeft(): Promise<Intent | null> {
  let taken: Left[] = [];
  await changeLeft(async (left) => {
    // Asked after that was read: a window that was opened meanwhile is somebody's. A tab of ours may have been taken to another since.
    const [{ windowId }, windows] = await Promise.all([activePage(), browser.windows.getAll()]);
    const isHere = (one: Left) => one.windowId === windowId;
    const isNobodys = (one: Left) => isText(one) && !windows.some(({ id }) => id === one.windowId);
    const fitting = left.filter((one) => leftSchema.safeParse(one).success);
    const ours = [...fitting.filter(isNobodys), ...fitting.filter(isHere)];
    // What a full disk kept from being kept comes as one.
    taken = ours.at(-1)?.intent.intent === 'not-kept' ? ours.filter(isNotKept) : ours.slice(-1);
    return fitting.filter((one) => !taken.includes(one));
  });
  return asOne(taken.map(({ intent }) => intent));
}

const isNotKept = ({ intent }: Left): boolean => intent.intent === 'not-kept';

/** Whoever tried several times has the same text only once. */
function asOne(intents: Intent[]): Intent | null {
  const last = intents.at(-1) ?? null;
  if (last?.intent !== 'not-kept') return last;
  const texts = intents.flatMap((one) => (one.intent === 'not-kept' ? [one.text] : []));
  return { ...last, text: [...new Set(texts)].join('\n\n') };
}
