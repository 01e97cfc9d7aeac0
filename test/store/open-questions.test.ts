import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { keep } from '../../src/store/keep.ts';
import { openQuestions } from '../../src/store/open-questions.ts';
import { createDevice, type Device, PAGE, value } from './device.ts';

async function askOn(device: Device, text: string, url: string, created: number): Promise<string> {
  const body = { created, text, target: { url, href: url, selectors: [] } };
  return value(await keep(device.store, { id: createId(), kind: 'question', body }, device.clock)).id;
}

test("a page's open questions come first, then its site's; the answered and those of other sites stay out", async () => {
  const device = createDevice();
  await askOn(device, 'Here, older', PAGE, 1);
  await askOn(device, 'Here', PAGE, 2);
  await askOn(device, 'Printed', `${PAGE}/print`, 3);
  await askOn(device, 'Next door', 'https://docs.example/other', 9);
  await askOn(device, 'Elsewhere', 'https://other.example/', 9);
  const answered = await askOn(device, 'Answered', PAGE, 8);
  const answer = { created: 9, question: answered, text: 'So' };
  value(await keep(device.store, { id: createId(), kind: 'answer', body: answer }, device.clock));
  const open = async (most: number) =>
    (await openQuestions(device.store.relaxed, [PAGE, `${PAGE}/print`], 'docs.example', most)).map(
      ({ body }) => body.text,
    );
  expect(await open(9)).toEqual(['Printed', 'Here', 'Here, older', 'Next door']);
  expect(await open(2)).toEqual(['Printed', 'Here']);
  expect(await openQuestions(device.store.relaxed, [''], '', 9)).toEqual([]);
});
