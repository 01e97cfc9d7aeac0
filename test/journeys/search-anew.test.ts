import { expect, it } from 'vitest';
import { BY_KEY, keepByKey, writeLesson } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { journeys } from './journey.ts';

/** Puts what is newest in the search index under a segment of a version that nobody can read any more, as an update does. */
const leaveBehind = () =>
  new Promise<number>((resolve, reject) => {
    const opening = indexedDB.open('sidelight');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(['fresh', 'segments', 'meta'], 'readwrite');
      const fresh = transaction.objectStore('fresh');
      const asking = fresh.getAllKeys();
      let numbers: number[] = [];
      asking.onsuccess = () => {
        numbers = asking.result as number[];
        fresh.clear();
        const span = { from: Math.min(...numbers), to: Math.max(...numbers), records: numbers.length };
        transaction.objectStore('segments').add({ format: 1, ...span, tongues: ['en'], firsts: '' });
        transaction.objectStore('meta').put({ key: 'search-stamp', value: 'as an older version left it' });
      };
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        database.close();
        resolve(numbers.length);
      };
    };
  });

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('a search index of an older version', browser, (stage) => {
    it('tells of nothing, and every lesson is found all the same', async () => {
      for (const step of [writeLesson, keepByKey]) await step.walk(stage());
      const ada = await stage().person('Ada');
      const page = await ada.openOwn('popup');
      expect(await page.read(leaveBehind)).toBeGreaterThan(1);
      await page.close();
      await ada.follow();
      const popup = await ada.openPopup();
      await popup.fill(words('popupSearch'), 'old code new rows');
      await popup.until(
        'the lesson',
        (said: string) =>
          Array.from(document.querySelectorAll<HTMLElement>('[role=option]'), (row) => row.innerText).some((row) =>
            row.includes(said),
          ),
        BY_KEY,
      );
      await popup.close();
    });
  });
}
