import { expect, test } from 'vitest';
import type { ChromePerson } from '../../src/dev/browsers/chrome.ts';
import { keepByPopup } from '../../src/dev/walk/steps/keep.ts';
import { journeys } from './journey.ts';

/** What a transaction was really given, whatever was asked for. */
interface Written {
  tables: string[];
  durability: string;
}

/** Runs in the worker: notes each transaction that may write. */
function noteTransactions(): void {
  const open = IDBDatabase.prototype.transaction;
  const noted: Written[] = [];
  Object.assign(globalThis, { noted });
  IDBDatabase.prototype.transaction = function (...args) {
    const transaction = open.apply(this, args);
    const { mode, durability, objectStoreNames } = transaction;
    if (mode === 'readwrite') noted.push({ tables: [...objectStoreNames], durability });
    return transaction;
  };
}

journeys('durability', 'chrome', (stage) => {
  test('what a person keeps is on the disk before it is called kept', async () => {
    const { installed } = (await stage().person('Ada')) as ChromePerson;
    await installed.inWorker(noteTransactions);
    await keepByPopup.walk(stage());
    const noted = await installed.inWorker(() => (globalThis as unknown as { noted: Written[] }).noted);
    const captures = noted.filter(({ tables }) => tables.includes('records'));
    expect(captures.length).toBeGreaterThan(0);
    expect(captures.map(({ durability }) => durability)).toEqual(captures.map(() => 'strict'));
  });
});
