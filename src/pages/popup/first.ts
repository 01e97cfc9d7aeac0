/**
 * Runs before anything else is loaded: what takes longest is to open the database and to ask the browser which page is in
 * view, and both wait for nobody. See why.md.
 */
import { activePage } from '../../browser/tabs.ts';
import { openAsItIs } from '../../store/reading.ts';
import type { Opening } from './opening.ts';

const opening: Opening = { database: openAsItIs(), page: activePage() };
// Whoever asks for it meets the failure.
opening.database.catch(() => {});
opening.page.then(
  (page) => {
    opening.active = page;
  },
  () => {},
);
Object.assign(globalThis, { opening });
