import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { leaveTeam } from '../../src/sync/leave.ts';
import { syncAll } from '../../src/sync/sync-all.ts';
import { type Running, startRunning } from '../server/running.ts';
import { createProfile, type Profile } from './profile.ts';

let harbour: Running;
let kitchen: Running;
let anne: Profile;
let others: { ben: Profile; cara: Profile };
let teams: { harbour: string; kitchen: string };

beforeEach(async () => {
  [harbour, kitchen] = [await startRunning({ teamName: 'Harbour' }), await startRunning({ teamName: 'Kitchen' })];
  anne = createProfile();
  others = { ben: createProfile(), cara: createProfile() };
  teams = {
    harbour: (await anne.join(await harbour.invite('member', 1), 'Anne')).id,
    kitchen: (await anne.join(await kitchen.invite('member', 1), 'Anne K')).id,
  };
  await others.ben.join(await harbour.invite('member', 1), 'Ben');
  await others.cara.join(await kitchen.invite('member', 1), 'Cara');
});
afterEach(async () => {
  for (const profile of [anne, others.ben, others.cara]) profile.close();
  await harbour.stop();
  await kitchen.stop();
});

const exchange = async () => {
  for (const { store, deps } of [anne, others.ben, others.cara, anne]) await syncAll(store, deps);
};

it('each team gets what was shared with it and nothing else, under the name one has there', async () => {
  await anne.share(await anne.keep('for the harbour'), teams.harbour);
  await anne.share(await anne.keep('for the kitchen'), teams.kitchen);
  await others.ben.share(await others.ben.keep('from the harbour'), teams.harbour);
  await exchange();
  await exchange();
  expect(await others.ben.notes(teams.harbour)).toEqual(['for the harbour', 'from the harbour']);
  expect(await others.cara.notes(teams.kitchen)).toEqual(['for the kitchen']);
  expect(await anne.notes(teams.harbour)).toEqual(['for the harbour', 'from the harbour']);
  const [ofBen, ofCara] = await Promise.all([others.ben.rows(teams.harbour), others.cara.rows(teams.kitchen)]);
  const authors = new Set(ofBen.map(({ author }) => author));
  expect(ofCara.some(({ author }) => authors.has(author))).toBe(false);
});

it('a server that is gone holds up no other, and leaving one team leaves the other as it is', async () => {
  await anne.share(await anne.keep('for the harbour'), teams.harbour);
  await anne.share(await anne.keep('for the kitchen'), teams.kitchen);
  await harbour.close();
  const went = await syncAll(anne.store, anne.deps);
  expect([went.get(teams.harbour)?.ok, went.get(teams.kitchen)?.ok]).toEqual([false, true]);
  expect(await leaveTeam(anne.store, teams.harbour, 'leave', anne.deps)).toMatchObject({ ok: true });
  expect(await anne.notes('')).toEqual(['for the harbour']);
  expect(await anne.notes(teams.kitchen)).toEqual(['for the kitchen']);
  expect([...(await syncAll(anne.store, anne.deps)).keys()]).toEqual([teams.kitchen]);
});
