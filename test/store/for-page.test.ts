import { expect, it } from 'vitest';
import { forPage } from '../../src/store/for-page.ts';
import { createDevice, keepLesson } from './device.ts';

const PAGE = 'https://shop.example/disputes';
const page = {
  url: `${PAGE}?utm_source=mail`,
  title: 'Refund after a chargeback',
  headings: ['Chargebacks'],
  body: 'After a chargeback no refund is possible: the bank decides, with the receipt as proof.',
};

it('lessons from elsewhere that fit the page are found, those on the page itself and those that fit nothing are not', async () => {
  const device = createDevice();
  const target = (href: string) => ({ url: href, href, selectors: [] });
  await keepLesson(device, {
    title: 'No refund after a chargeback',
    quote: 'the bank decides',
    target: target('https://shop.example/help'),
  });
  await keepLesson(device, { title: 'Chargebacks', quote: 'on the page', target: target(PAGE) });
  await keepLesson(device, { title: 'Sourdough', quote: 'feed the starter', target: target('https://bread.example/') });
  for (let i = 0; i < 20; i++) await keepLesson(device, { title: `Note ${i}`, quote: `something else, number ${i}` });
  const fits = await forPage(device.store.relaxed, page, { limit: 5 });
  expect(fits.map(({ record }) => 'title' in record.body && record.body.title)).toEqual([
    'No refund after a chargeback',
  ]);
  expect(fits[0]).toMatchObject({ isSameSite: true, because: ['refund after a chargeback', 'bank', 'decides'] });
});
