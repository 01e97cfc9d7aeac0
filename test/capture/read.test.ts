// @vitest-environment happy-dom

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { finish } from '../../src/anchor/slices.ts';
import { joinLayer } from '../../src/capture/layer.ts';
import { readPage } from '../../src/capture/read.ts';
import { readBlocks } from '../../src/capture/reading/blocks.ts';
import { chooseText } from '../../src/capture/reading/choose.ts';

const SENTENCE =
  'A rollback is safe only while the old code can read the new rows, so look at the migration list first.';
const OTHER =
  'Ninety seconds of silence mean that nobody is left in the pool, and only then the node is taken out of it.';
const AROUND = 'Subscribe to our letter and never miss what everybody else has read already, every week in your inbox.';

const paragraphs = (count: number): string => Array.from({ length: count }, () => `<p>${SENTENCE}</p>`).join('');
const links = Array.from({ length: 30 }, (_, i) => `<li><a href="/${i}">Another page ${i}</a></li>`).join('');

async function read(body: string, head = '') {
  document.head.innerHTML = head;
  document.body.innerHTML = body;
  const text = await readPage();
  if (!text) throw new Error('Nothing was read.');
  return text;
}

/** As the background has it read. */
const readHere = async () => (await joinLayer().read?.(location.origin)) || null;

beforeEach(() => {
  vi.restoreAllMocks();
  document.documentElement.removeAttribute('lang');
});

/** Reading ends after a while, and a busy machine is not what is tested. */
const stopTheClock = (): void => void vi.spyOn(performance, 'now').mockReturnValue(0);

describe('what a page says', () => {
  test('is its title, its headings and its text; not its menu, its foot or what stands beside', async () => {
    document.documentElement.lang = 'en';
    const text = await read(
      `<header><h1>The desk</h1></header><nav><ul>${links}</ul></nav>
       <main><h1>Rolling back</h1>${paragraphs(3)}<h2>When it hangs</h2><p>${OTHER}</p></main>
       <aside><p>${AROUND}</p></aside><footer><p>${AROUND}</p></footer>`,
      '<title>Rolling back a release</title>',
    );
    expect(text).toMatchObject({
      title: 'Rolling back a release',
      lang: 'en',
      headings: ['Rolling back', 'When it hangs'],
    });
    expect(text.body).toBe([SENTENCE, SENTENCE, SENTENCE, OTHER].join('\n'));
  });

  test.each([
    ['named as a side', `<div class="page-sidebar"><p>${AROUND}</p></div>`],
    ['a menu of links', `<div><ul>${links}</ul></div>`],
    ['a note about cookies', `<div id="cookie-consent"><p>${AROUND}</p></div>`],
    ['hidden', `<div hidden><p>${AROUND}</p></div><div style="display: none"><p>${AROUND}</p></div>`],
    ['kept from those who listen', `<div aria-hidden="true"><p>${AROUND}</p></div>`],
    ['a dialog', `<div role="dialog"><p>${AROUND}</p></div>`],
    [
      'typed by its reader',
      `<textarea>${AROUND}</textarea><input value="${AROUND}"><select><option>${AROUND}</select>`,
    ],
    [
      'of its machinery',
      `<script>var a = "${AROUND}"</script><style>/* ${AROUND} */</style><template>${AROUND}</template>`,
    ],
  ])('is not what is %s', async (_, around) => {
    const text = await read(`${around}<div>${paragraphs(6)}</div>${around}`);
    expect(text.body).toContain(SENTENCE);
    expect(text.body).not.toContain('Subscribe');
    expect(text.body).not.toContain('Another page');
  });

  test('is found where everything is named for its neighbours', async () => {
    const text = await read(
      `<div class="layout with-sidebar">${paragraphs(5)}<div class="sidebar"><p>${AROUND}</p></div></div>`,
    );
    expect(text.body).toContain(SENTENCE);
    expect(text.body).not.toContain('Subscribe');
  });

  test('is read inside open shadow roots', async () => {
    document.head.innerHTML = '';
    document.body.innerHTML = '<my-page></my-page>';
    const root = document.querySelector('my-page')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = paragraphs(3);
    expect((await readPage())?.body).toContain(SENTENCE);
  });

  test('has its own address, and what its links say of it, as they stand', async () => {
    const head =
      '<link rel="canonical" href="/x?y=1"><link rel="alternate" hreflang="de" href="/de/x"><link rel="alternate" href="/feed">';
    const text = await read(paragraphs(1), head);
    expect(text.canonical).toBe(new URL('/x?y=1', location.href).href);
    expect(text.alternates).toEqual([new URL('/de/x', location.href).href]);
  });
});

describe('pages that are hard', () => {
  test.each<[string, string, string]>([
    ['of nothing', '', ''],
    ['of space', '<div> \n </div>', ''],
    ['of one word', '<p>Sourdough</p>', 'Sourdough'],
    ['of another script', `<p>${'東京タワーの高さは三百三十三メートルです。'.repeat(4)}</p>`, '東京タワー'],
    ['from right to left', `<p dir="rtl">${'الكتاب على الطاولة في الغرفة الكبيرة '.repeat(5)}</p>`, 'الكتاب'],
    ['of links alone', `<ul>${links}</ul>`, 'Another page 7'],
    ['of one table', `<table><tr><td>${SENTENCE}</td><td>${OTHER}</td></tr></table>`, OTHER],
    ['without blocks', `${SENTENCE}<br><br>${OTHER}`, OTHER],
    [
      'in one form',
      `<form><input name="firstChild"><input name="nextSibling"><input name="localName">${paragraphs(3)}</form>`,
      SENTENCE,
    ],
  ])('%s', async (_, body, said) => {
    expect((await read(body)).body).toContain(said);
  });

  test('of a thousand headings, of which the first are taken', async () => {
    const body = Array.from({ length: 1000 }, (_, i) => `<h2>Part ${i}</h2><p>${SENTENCE}</p>`).join('');
    expect((await read(body)).headings).toHaveLength(200);
  });

  test('that are deep', async () => {
    stopTheClock();
    const depth = 3_000;
    expect((await read('<div>'.repeat(depth) + paragraphs(2) + '</div>'.repeat(depth))).body).toContain(SENTENCE);
  });

  test('that are long: no more of them is handed on than says what they are about', async () => {
    stopTheClock();
    expect((await read(paragraphs(2_000))).body.length).toBe(60_000);
  });

  test('that take too long are read as far as they were read', () => {
    document.body.innerHTML = paragraphs(500);
    const limit = { isOver: false };
    const work = readBlocks(document.documentElement, limit);
    work.next();
    limit.isOver = true;
    const read = chooseText(finish(work));
    expect(read.length).toBeGreaterThan(0);
    expect(read.length).toBeLessThan(200);
  });

  test('are not read once they are those of another site', async () => {
    document.body.innerHTML = paragraphs(3);
    const layer = joinLayer();
    expect(await layer.read?.('https://elsewhere.example')).toBeNull();
    expect((await readHere())?.body).toContain(SENTENCE);
  });

  test('stay as they were', async () => {
    const body = `<main>${paragraphs(3)}</main>`;
    await read(body);
    expect(document.body.innerHTML).toBe(body);
  });
});

test('a page that puts its text together late is looked at again', async () => {
  document.head.innerHTML = '';
  document.body.innerHTML = '<div id="app"></div>';
  const reading = readHere();
  await readPage();
  document.body.innerHTML = paragraphs(5);
  expect((await reading)?.body).toContain(SENTENCE);
});

test('an application that has moved on before its words have is looked at again, until it shows others', async () => {
  document.head.innerHTML = '';
  document.body.innerHTML = paragraphs(5);
  location.hash = '#/one';
  expect((await readHere())?.body).toContain(SENTENCE);
  location.hash = '#/two';
  const reading = readHere();
  await readPage();
  document.body.innerHTML = `<p>${OTHER}</p>`.repeat(5);
  expect(await reading).toMatchObject({ href: location.href, body: expect.stringContaining(OTHER) });
  // Where both say the same, that is so in the end.
  location.hash = '#/three';
  expect((await readHere())?.body).toContain(OTHER);
});

test('a page that is left while it is read says so before it lies frozen', async () => {
  document.head.innerHTML = '';
  document.body.innerHTML = '<p>Hardly anything stands here yet.</p>';
  const reading = joinLayer().read?.(location.origin);
  await readPage();
  const frozen = vi.spyOn(globalThis, 'setTimeout').mockReturnValue(0 as never);
  dispatchEvent(new Event('pagehide'));
  expect(await reading).toBe(false);
  frozen.mockRestore();
});
