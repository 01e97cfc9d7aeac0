import { createId } from '../kit/id.ts';
import type { Db } from './db.ts';
import type { Me } from './rows.ts';

/** Who this profile's person is, made on first use. The device id changes with every new profile. */
export async function whoAmI(db: Db): Promise<Me> {
  // Nearly always known; to look into it in a transaction of its own would hold up whatever else goes on in one around it.
  return (await readMe(db)) ?? db.transaction('rw', db.meta, async () => (await readMe(db)) ?? makeMe(db));
}

const readMe = async (db: Db): Promise<Me | undefined> => (await db.meta.get('me'))?.value as Me | undefined;

async function makeMe(db: Db): Promise<Me> {
  const me: Me = { author: createId(), device: createId() };
  await db.meta.put({ key: 'me', value: me });
  return me;
}
