import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/kit/clock.ts';
import { leftOut } from '../../src/store/left-out.ts';
import { readOne } from '../../src/store/read.ts';
import { remove } from '../../src/store/remove.ts';
import { createDevice, keepLesson } from './device.ts';

test('what is being read and not in an answer is given as long as it is here', async () => {
  const { store, ...device } = createDevice();
  const [one, two, three] = [
    await keepLesson({ store, ...device }, { note: 'One' }),
    await keepLesson({ store, ...device }, { note: 'Two' }),
    await keepLesson({ store, ...device }, { note: 'Three' }),
  ];
  const answer = [await readOne(store.relaxed, ['', one.id])].filter((record) => record !== null);
  const reading = [one.id, two.id, three.id, 'never was'].map((id) => ({ team: '', id, isMine: true }));
  const given = async () => (await leftOut(store.relaxed, answer, reading)).map(({ id }) => id);
  expect(await given()).toEqual([two.id, three.id]);
  await remove(store, [['', two.id]], 60_000, systemClock);
  expect(await given()).toEqual([three.id]);
});
