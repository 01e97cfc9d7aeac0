import { expect, it } from 'vitest';
import { find } from '../../src/store/find.ts';
import { createDevice, keepLesson } from './device.ts';

it('an article is no part of what is meant, though a site or a word in Latin letters stands beside it', async () => {
  const device = createDevice();
  // Nothing but these: what is brought for other tongues would come for them as well.
  for (const title of ['פתחו את ההגדרות', 'בחרו אבטחה ב-nginx', 'افتح الإعدادات'])
    await keepLesson(device, { title, quote: '' });
  const found = async (typed: string) => {
    const { hits } = await find(device.store.relaxed, typed, { limit: 3 });
    return hits.map(({ record }) => record.kind === 'lesson' && record.body.title);
  };
  for (const end of ['', ' ']) {
    expect(await found(`הגדרות${end}`)).toEqual(['פתחו את ההגדרות']);
    expect(await found(`האבטחה${end}`)).toEqual(['בחרו אבטחה ב-nginx']);
    expect(await found(`إعدادات${end}`)).toEqual(['افتح الإعدادات']);
  }
});
