/**
 * Runs before anything else is loaded, in a script of its own: what takes longest is to open the database and to ask the
 * browser which page is in view, and both wait for nobody. What the home shows is read as soon as they have answered, so
 * that it is there when the page's own script has come. See why.md.
 */
import { lastIndex } from '../../browser/last-index.ts';
import { readIndexRows } from '../../store/index-rows.ts';
import { textToIndex } from '../../store/index-text.ts';
import { quickPeople } from '../../store/quick-names.ts';
import { DATABASE, openAsItIs, openReading } from '../../store/reading.ts';
import { readAtOnce } from './at-once.ts';
import { searchBeside } from './beside.ts';
import type { HomeLists } from './home-lists.ts';
import { bringBackTyped, leaveByEscape, sayWhereNothingStarts } from './not-started.ts';
import type { Opening } from './opening.ts';
import { askForPage } from './page-in-view.ts';
import { typedSoFar } from './typed-so-far.ts';

sayWhereNothingStarts();
leaveByEscape();
bringBackTyped();

const isMissing = () => Promise.reject(new Error('There is no database yet: the page makes it.'));

const database = openAsItIs();
const reading = openReading(isMissing, DATABASE, database);
const beside = searchBeside();
// Nothing is remembered where it cannot be read.
const last = lastIndex().then(textToIndex, () => null);
const page = askForPage();
const isReady = Promise.all([page, reading.open()]);
let askPeople = (): void => {};
const arePeopleAsked = new Promise<void>((resolve) => {
  askPeople = resolve;
});
/** Names are of use to rows alone, and what finds these comes first. */
const readPeople = async () => {
  await reading.open();
  if (typedSoFar() !== '') await arePeopleAsked;
  return quickPeople(reading);
};
const home = isReady.then(([inView]): Promise<HomeLists> => {
  if (typedSoFar() !== '') throw new Error('What is typed is searched for first.');
  return readAtOnce(reading, inView.page);
});
// Remembered, it is there before the database is; else what comes first is asked for first: it is of no use to the home.
const readIndex = async () => {
  const known = await Promise.race([last, reading.open().then(() => null)]);
  if (known) return known;
  await reading.open();
  if (typedSoFar() === '') await isReady;
  return readIndexRows(reading);
};
const index = readIndex();
const people = readPeople();
const opening: Opening = { database, page, people, askPeople, home, index, beside, seen: {} };
/** Keeps a part as soon as it is known. Whoever asks for one of them meets its failure. */
const see = <T>(part: Promise<T>, keep: (known: T) => void): void => void part.then(keep, () => {});
see(database, () => {});
see(index, ({ stamp }) => Object.assign(opening.seen, { stamp: stamp?.value ?? '' }));
see(page, (known) => Object.assign(opening.seen, { page: known }));
see(people, (known) => Object.assign(opening.seen, { people: known }));
see(home, (known) => Object.assign(opening.seen, { home: known }));
Object.assign(globalThis, { opening });
