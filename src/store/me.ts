import { createId } from '../kit/id.ts';
import type { Db } from './db.ts';
import type { Me } from './rows.ts';

/** Who this profile's person is, made on first use. The device id changes with every new profile. */
export async function whoAmI(db: Db): Promise<Me> {
  return db.transaction('rw', db.meta, async () => {
    const row = await db.meta.get('me');
    if (row) return row.value as Me;
    const me: Me = { author: createId(), device: createId() };
    await db.meta.put({ key: 'me', value: me });
    return me;
  });
}
