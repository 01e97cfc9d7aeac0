import 'fake-indexeddb/auto';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/db.ts';
import { find } from '../../src/store/find.ts';
import { openReading, VERSION } from '../../src/store/reading.ts';
import { closeStore } from './close-store.ts';
import { createDevice, keepLesson } from './device.ts';

const nameOf = (device: ReturnType<typeof createDevice>) => device.store.relaxed.name;
const refuse = () => Promise.reject(new Error('nobody was to make it'));

test('the version read past Dexie is the one that Dexie makes', () => {
  expect(createDevice().store.relaxed.verno).toBe(VERSION);
});

test('a lesson is found past Dexie as it is through it', async () => {
  const device = createDevice();
  await keepLesson(device);
  const reading = openReading(refuse, nameOf(device));
  const through = await find(device.store.relaxed, 'by:me is:lesson temper', { limit: 5 });
  expect(await find(reading, 'by:me is:lesson temper', { limit: 5 })).toEqual(through);
  expect(through.hits).toHaveLength(1);
});

test('where there is no database yet it is made first, whole', async () => {
  const name = 'not-there-yet';
  const store = openStore(name);
  onTestFinished(() => closeStore(store));
  const reading = openReading(() => store.relaxed.open(), name);
  expect(await find(reading, 'anything', { limit: 5 })).toMatchObject({ hits: [], total: 0 });
});

test('it does not stand in the way of a newer version, and opens again', async () => {
  const device = createDevice();
  await keepLesson(device);
  const reading = openReading(refuse, nameOf(device));
  await reading.open();
  device.store.relaxed.close();
  device.store.strict.close();
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(nameOf(device));
    request.onsuccess = () => resolve();
    request.onblocked = () => reject(new Error('it stood in the way'));
  });
  expect(reading.isOpen()).toBe(false);
  await expect(reading.open()).rejects.toThrow('nobody was to make it');
});
