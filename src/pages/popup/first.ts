/**
 * Runs before anything else is loaded, in a script of its own: what takes longest is to open the database and to ask the
 * browser which page is in view, and both wait for nobody. What the home shows is read as soon as they have answered, so
 * that it is there when the page's own script has come. See why.md.
 */
import { activePage } from '../../browser/tabs.ts';
import { readIndexRows } from '../../store/index-rows.ts';
import { quickPeople } from '../../store/quick-names.ts';
import { DATABASE, openAsItIs, openReading } from '../../store/reading.ts';
import { readAtOnce } from './at-once.ts';
import type { HomeData, Opening } from './opening.ts';
import { inView } from './page-in-view.ts';

const isMissing = () => Promise.reject(new Error('There is no database yet: the page makes it.'));

const database = openAsItIs();
const reading = openReading(isMissing, DATABASE, database);
const page = activePage().then(inView);
const people = quickPeople(reading);
const home = page.then(async (inView): Promise<HomeData> => {
  const lists = await readAtOnce(reading, inView.page);
  return { lists, people: await people };
});
const opening: Opening = { database, page, home, index: readIndexRows(reading), seen: {} };
// Whoever asks for one of them meets its failure.
database.catch(() => {});
people.catch(() => {});
opening.index.catch(() => {});
page.then(
  (known) => Object.assign(opening.seen, { page: known }),
  () => {},
);
home.then(
  (known) => Object.assign(opening.seen, { home: known }),
  () => {},
);
Object.assign(globalThis, { opening });
