import type { Intent, Left } from '../wire/session.ts';
import { changeLeft, isSameText, isText, readLeft } from './left.ts';

export { onLeft as onIntent } from './left.ts';

/**
 * Leaves word for the page of ours that is being opened beside a window, or is open there already. A later word replaces an earlier one
 * for the same window, but for text, which it replaces only with the same. Gives what it can be asked about by. Rejects where the browser
 * has no room for it.
 */
export async function leaveIntent(windowId: number, intent: Intent): Promise<string> {
  const id = crypto.randomUUID();
  const word = { id, windowId, at: Date.now(), intent };
  const stays = (one: Left): boolean => one.windowId !== windowId || (isText(one) && !isSameText(one.intent, intent));
  await changeLeft((left) => [...left.filter(stays), word]);
  return id;
}

/**
 * What this page was opened for, once: whoever takes it has it alone, and what is for another window is left to that. Null for nothing,
 * which is what most pages find: they ask for no lock, since the thread then stands still until the browser has said that locks may be
 * had (4 to 11 ms in a popup that is opening).
 */
export async function takeIntent(): Promise<Intent | null> {
  return (await readLeft()).length > 0 ? (await import('./take-left.ts')).takeLeft() : null;
}

/** Takes back what was left, where nobody has taken it yet; gives whether it was so. */
export async function takeBack(id: string): Promise<boolean> {
  let isLeft = false;
  await changeLeft((left) => {
    const others = left.filter((one) => one.id !== id);
    isLeft = others.length < left.length;
    return others;
  });
  return isLeft;
}

/** Whether nobody has taken it yet. */
export const isIntentLeft = async (id: string): Promise<boolean> => (await readLeft()).some((one) => one.id === id);
