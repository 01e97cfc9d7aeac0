import { createId } from '../kit/id.ts';
import type { Db } from './db.ts';
import type { Me } from './rows.ts';

/** Who this profile's person is, made on first use. The device id changes with every new profile. */
export async function whoAmI(db: Db): Promise<Me> {
  const known = await knownMe(db);
  if (known) return known;
  return db.transaction('rw', db.meta, async () => {
    const before = await knownMe(db);
    if (before) return before;
    const me: Me = { author: createId(), device: createId() };
    await db.meta.put({ key: 'me', value: me });
    return me;
  });
}

const knownMe = async (db: Db): Promise<Me | undefined> => (await db.meta.get('me'))?.value as Me | undefined;
