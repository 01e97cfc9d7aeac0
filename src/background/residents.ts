import type { Resident } from '../browser/resident.ts';
import { PRIVATE_HOSTS } from '../domain/private-hosts.ts';
import { isSitePrivate, type Settings } from '../wire/settings.ts';
import { GATE, RESIDENT } from './refresh.ts';
import { sitePatterns } from './site-patterns.ts';

/**
 * What is in pages by itself, of all pages that we may run in. On sites that were switched off, and on houses known to
 * be private by their names, there is nothing. Which others look private no pattern can say, so the gate comes first and
 * has nothing begin there. It does not come to sites that a person wants us on all the same.
 */
export function residents(settings: Settings, hosts: string[]): Resident[] {
  if (hosts.length === 0) return [];
  const chosen = settings.sitesOn.flatMap(sitePatterns);
  const away = [...settings.sitesOff, ...PRIVATE_HOSTS.filter((host) => isSitePrivate(settings, host))];
  const excludeMatches = [...away.flatMap(sitePatterns), ...chosen];
  const everywhere = { id: 'resident', js: [GATE, RESIDENT], matches: hosts, excludeMatches };
  return chosen.length === 0
    ? [everywhere]
    : [everywhere, { id: 'resident-chosen', js: [RESIDENT], matches: chosen, excludeMatches: [] }];
}
