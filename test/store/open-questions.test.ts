import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { kinds } from '../../src/domain/kinds/index.ts';
import { createId } from '../../src/kit/id.ts';
import { takeIn } from '../../src/store/feed.ts';
import { keep } from '../../src/store/keep.ts';
import { openQuestions } from '../../src/store/open-questions.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, type Device, PAGE, team, value } from './device.ts';

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

test('a question of the site is found however many were asked elsewhere since', async () => {
  const device = createDevice();
  await addTeam(device.store, team(), device.clock);
  await askOn(device, 'Long ago', 'https://docs.example/other', 1);
  const version = { n: 1, time: 1, device: 'd', hash: 'h' };
  const elsewhere = Array.from({ length: 450 }, (_, i) => {
    const url = `https://other.example/${i}`;
    const body = { created: 10 + i, text: `Elsewhere ${i}`, target: { url, href: url, selectors: [] } };
    return { id: `elsewhere-${i}`, kind: 'question', author: 'cleo', schema: kinds.question.version, version, body };
  });
  value(await takeIn(device.store, 'team-1', elsewhere));
  const open = await openQuestions(device.store.relaxed, [PAGE], 'docs.example', 3);
  expect(open.map(({ body }) => body.text)).toEqual(['Long ago']);
});
