/**
 * What the popup loads once its first rows are drawn: Dexie, for what is live and for writing, and the views behind a
 * click. Whatever is named here stays out of the first script.
 */
import type { Store } from '../../store/db.ts';
import { STAMP } from '../../store/index-stamp.ts';
import { live } from '../../store/live.ts';
import { namesByAuthor, teamsJoined } from '../../store/read.ts';
import type { HomeLists } from './home-lists.ts';
import { readHome } from './read-home.ts';

export { createTarget } from '../../domain/create-target.ts';
export { cardAsMarkdown } from '../../exchange/markdown-card.ts';
export { keep } from '../../store/keep.ts';
export { narrowings } from '../../store/narrowings.ts';
export { quickAsked } from '../../store/quick-asked.ts';
export { signedBy } from '../../ui/signed-by.ts';
export { JoinOffer } from './join-offer.tsx';
export { Sheets } from './sheets.tsx';
export { SiteSwitch } from './site-switch.tsx';

/** Names of people, and the teams. */
export const liveNames = ({ relaxed }: Store) =>
  live(() => Promise.all([namesByAuthor(relaxed), teamsJoined(relaxed)]));

/** Another value whenever what is searched was changed, by whichever page. */
export const liveChanges = ({ relaxed }: Store) => live(async () => (await relaxed.meta.get(STAMP))?.value ?? '');

/** The lists of the home, and what is drawn of them by then. */
export const liveHome = ({ relaxed }: Store, page: string, drawn: () => HomeLists | undefined) =>
  live(() => readHome(relaxed, page, drawn()));
