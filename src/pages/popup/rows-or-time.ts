import type { Desk } from './desk.ts';
import { begun, type Opening } from './opening.ts';

/** A database that somebody has open answers sooner; one that nobody has takes several times as long, and that is time to draw in. */
const OPENING_MS = 12;
/** Rows that are found are put in plainly, and a frame of all else would come just while they are read: that is worth waiting for. */
const OPENING_TYPED_MS = 30;
/** Longest wait for rows once it is open. */
const READING_MS = 40;

/**
 * When to draw: as soon as there are rows to draw, so that the page is drawn once, and not first without and then with them by the
 * one thread that also searches. Until then stands what the page is written with, the field with the cursor in it.
 */
export async function rowsOrTime(desk: Desk | undefined): Promise<void> {
  const opening = begun();
  if (!desk || !opening) return;
  // Whoever goes on typing waits for another answer, which is asked for by what is drawn.
  const goesOn = new Promise((resolve) => addEventListener('input', resolve, { once: true }));
  const isOpen = await within(desk.begun ? OPENING_TYPED_MS : OPENING_MS, opening.database);
  if (isOpen) await within(READING_MS, Promise.race([answered(desk, opening) ?? opening.home, goesOn]));
}

/** With the names of those who wrote what was found: where the worker found it these may come after. */
const answered = ({ begun }: Desk, { people }: Opening): Promise<unknown> | undefined =>
  begun?.answer.then(({ hits }) => (hits.some(({ record }) => !record.isMine) ? people : undefined));

/** Whether it came, well or not, within so long. */
function within(ms: number, coming: Promise<unknown> | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    const come = () => {
      clearTimeout(timer);
      resolve(true);
    };
    Promise.resolve(coming).then(come, come);
  });
}
