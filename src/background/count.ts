import { showBadge } from '../browser/badge.ts';
import { getText } from '../browser/text.ts';
import type { Settings } from '../wire/settings.ts';

/** Wider than this a badge is cut off. */
const MOST = 99;

/** What stands on a page, and what from elsewhere stands out as fitting it. */
export interface Count {
  here: number;
  fits: number;
}

/** How much there is for a tab's page: on the icon, and in words in its tooltip. Nothing where there is nothing. */
export async function showCount(tabId: number, { here, fits }: Count, { parts }: Settings): Promise<void> {
  const count = here + fits;
  const isShown = parts.badge && count > 0;
  const digits = count > MOST ? `${MOST}+` : String(count);
  await showBadge(tabId, isShown ? digits : '', isShown ? inWords({ here, fits }) : getText('extensionName'));
}

function inWords({ here, fits }: Count): string {
  const standing = here === 1 ? getText('badgeOne') : getText('badgeMany', String(here));
  const fitting = fits === 1 ? getText('badgeFit') : getText('badgeFits', String(fits));
  return [here > 0 ? standing : '', fits > 0 ? fitting : ''].filter(Boolean).join('\n');
}
