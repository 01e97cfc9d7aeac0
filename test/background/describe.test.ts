import '../browser/fake-browser.ts';
import { expect, test } from 'vitest';
import { did } from '../browser/fake-world.ts';
import { soon } from '../soon.ts';
import { allRows, codeOf, keepLesson, value } from '../store/device.ts';
import { createStage, draft, TAB } from './stage.ts';

const words = { type: 'TextQuoteSelector', exact: 'Water boils lower up there' };
const whole = [words, { type: 'TextPositionSelector', start: 3, end: 25 }, { type: 'CssSelector', value: '*' }];

const targetOf = (body: unknown) => (body as { target?: { selectors: object[] } } | undefined)?.target;

async function selectorsIn(stage: ReturnType<typeof createStage>): Promise<unknown> {
  const [row] = await allRows(stage.device);
  return targetOf(row?.body)?.selectors;
}

test('what was kept by its words alone is described once the page was read; nothing else of it changes', async () => {
  const stage = createStage();
  await stage.fromPage('keep', draft());
  const [before] = await allRows(stage.device);
  value(await stage.fromPage('describe', { id: 'draft-1', selectors: whole }));
  expect(await selectorsIn(stage)).toEqual(whole);
  const [after] = await allRows(stage.device);
  expect(after?.body).toEqual({ ...before?.body, target: { ...targetOf(before?.body), selectors: whole } });
  expect(after).toMatchObject({ page: before?.page, author: before?.author });
});

test('then the page looks for it anew: by its words alone it may not have been found', async () => {
  const stage = createStage();
  stage.tab.hears = true;
  const isTold = (times: number) => soon(() => expect(did('tabs.sendMessage')).toHaveLength(times));
  await stage.fromPage('keep', draft());
  await isTold(1);
  value(await stage.fromPage('describe', { id: 'draft-1', selectors: whole }));
  await isTold(2);
  expect(did('tabs.sendMessage').at(-1)).toEqual([TAB, { tell: 'refresh' }]);
});

test('said again after a lost answer it is the same version', async () => {
  const stage = createStage();
  await stage.fromPage('keep', draft());
  await stage.fromPage('describe', { id: 'draft-1', selectors: whole });
  const [before] = await allRows(stage.device);
  value(await stage.fromPage('describe', { id: 'draft-1', selectors: whole }));
  expect(await allRows(stage.device)).toEqual([before]);
});

test('what is described wholly is not described anew by a page', async () => {
  const stage = createStage();
  await stage.fromPage('keep', draft({ selectors: whole }));
  await stage.fromPage('describe', { id: 'draft-1', selectors: [words] });
  expect(await selectorsIn(stage)).toEqual(whole);
});

test('other words than were kept are refused, and so is what another tab kept, or none', async () => {
  const stage = createStage();
  await stage.fromPage('keep', draft());
  const planted = [{ type: 'TextQuoteSelector', exact: 'Water never boils' }, whole[1] as object];
  const say = async (id: string, selectors: object[], sender = {}) =>
    codeOf(await stage.fromPage('describe', { id, selectors: selectors as never }, sender));
  expect(await say('draft-1', planted)).toBe('not-allowed');
  // Else it could be told again and again.
  expect(await say('draft-1', [words, { type: 'CssSelector', value: '*' }])).toBe('not-allowed');
  expect(await say('draft-1', whole, { tab: { id: 8, windowId: 1 } })).toBe('not-allowed');
  const row = await keepLesson(stage.device);
  expect(await say(row.id, whole)).toBe('not-allowed');
  expect((await allRows(stage.device)).every(({ version }) => version.n === 1)).toBe(true);
});

test('undone before it was described, it stays undone', async () => {
  const stage = createStage();
  await stage.fromPage('keep', draft());
  value(await stage.fromPage('undo', { id: 'draft-1' }));
  expect(codeOf(await stage.fromPage('describe', { id: 'draft-1', selectors: whole }))).toBe('not-allowed');
  expect(await allRows(stage.device)).toEqual([]);
});
