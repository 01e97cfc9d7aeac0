import '../browser/fake-browser.ts';
import { expect, it } from 'vitest';
import { describeHit } from '../../src/background/describe-hit.ts';
import { find } from '../../src/store/find.ts';
import { createDevice, keepLesson } from '../store/device.ts';

it('the address bar has a site as people write it, with what was typed marked there', async () => {
  const device = createDevice();
  const target = { url: '', href: 'https://intranet.xn--mnchen-firma-dlb.example/keys', title: '', selectors: [] };
  await keepLesson(device, { title: 'Keys', quote: '', note: '', target });
  const { hits } = await find(device.store.relaxed, 'münchen', { limit: 5 });
  const pieces = hits.flatMap((hit) => describeHit(hit, ''));
  expect(pieces.map(({ text }) => text).join('')).toBe('Keys · intranet.münchen-firma.example');
  expect(pieces.flatMap(({ text, hit }) => (hit ? [text] : []))).toEqual(['münchen']);
});
