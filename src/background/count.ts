import { showBadge } from '../browser/badge.ts';
import { getText } from '../browser/text.ts';
import type { Settings } from '../wire/settings.ts';

/** Wider than this a badge is cut off. */
const MOST = 99;

/** How much stands on a tab's page: on the icon, and in words in its tooltip. Nothing where there is nothing. */
export async function showCount(tabId: number, count: number, { parts }: Settings): Promise<void> {
  const isShown = parts.badge && count > 0;
  const digits = count > MOST ? `${MOST}+` : String(count);
  await showBadge(tabId, isShown ? digits : '', isShown ? inWords(count) : getText('extensionName'));
}

const inWords = (count: number): string => (count === 1 ? getText('badgeOne') : getText('badgeMany', String(count)));
