import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listSources } from '../src/dev/package/sources.mjs';
import * as house from './law/house.ts';
import { rooms, topLevel } from './law/rooms.ts';
import { readSources, type Source, toSource } from './law/source.ts';

const sources = readSources('src');

/** Each law, a breach that it must see, and what it says about it. */
const laws: [string, house.Law, Source[], string][] = [
  ['every file has a room', house.everyFileHasARoom, [toSource('src/loose.ts', '')], 'src/loose.ts stands in no room.'],
  [
    'rooms look only where the map has an arrow',
    house.arrowsPointOneWay,
    [toSource('src/store/a.ts', "import { pull } from '../sync/pull.ts';\n")],
    'src/store/a.ts looks into sync; store may not.',
  ],
  [
    'surfaces never look into each other',
    house.arrowsPointOneWay,
    [toSource('src/pages/popup/a.tsx', "export * from '../sidebar/card.tsx';\n")],
    'src/pages/popup/a.tsx looks into pages/sidebar; pages/popup may not.',
  ],
  [
    'folders of a room stand in an order',
    house.foldersPointOneWay,
    [toSource('src/search/text/a.ts', "import { find } from '../find/find.ts';\n")],
    'src/search/text/a.ts looks into src/search/find/find.ts, which stands behind it.',
  ],
  [
    'what has an order of folders has every file in one',
    house.foldersPointOneWay,
    [toSource('src/search/a.ts', '')],
    'src/search/a.ts stands in no folder of search.',
  ],
  [
    'the product needs nothing outside src',
    house.nothingLeavesTheHouse,
    [toSource('src/kit/a.ts', "import '../../test/law/rooms.ts';\n")],
    'src/kit/a.ts looks at test/law/rooms.ts, outside src.',
  ],
  [
    'the page layer takes only types from domain and wire',
    house.someRoomsGiveOnlyTypes,
    [toSource('src/capture/a.ts', "import { type Draft, draftSchema } from '../wire/messages.ts';\n")],
    'src/capture/a.ts takes more than types from src/wire/messages.ts; it would bring the schema library into the page.',
  ],
  [
    'packages stay in their rooms',
    house.packagesStayInTheirRooms,
    [toSource('src/ui/a.ts', "import Dexie from 'dexie';\n")],
    'src/ui/a.ts carries dexie; ui may not.',
  ],
  [
    'no package reaches the page, not even through another file',
    house.pageLayerCarriesNoPackage,
    [
      toSource('src/capture/a.ts', "import { ask } from '../browser/ask.ts';\n"),
      toSource('src/browser/ask.ts', "import api from 'webextension-polyfill';\n"),
    ],
    'src/capture/a.ts brings into the page: src/browser/ask.ts, which carries webextension-polyfill.',
  ],
  [
    'no files import each other in a circle',
    house.noCycles,
    [
      toSource('src/kit/a.ts', "import type { B } from './b.ts';\n"),
      toSource('src/kit/b.ts', "import { a } from './a.ts';\n"),
    ],
    'These import each other in a circle: src/kit/a.ts → src/kit/b.ts → src/kit/a.ts.',
  ],
  [
    'document and window are named only where there is one',
    house.globalsStayWhereTheyExist,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a source
    [toSource('src/store/a.ts', '// document\nconst a = `window ${document.title}`;\n')],
    'src/store/a.ts names document; in store there is none.',
  ],
  [
    'only the browser room touches the browser',
    house.onlyOneRoomTouchesTheBrowser,
    [toSource('src/background/a.ts', 'chrome.tabs.query({});\n')],
    'src/background/a.ts says chrome.t…; ask the browser room.',
  ],
  [
    'files stay small',
    house.filesStaySmall,
    [toSource('src/kit/a.ts', '\n'.repeat(201))],
    'src/kit/a.ts has 201 lines; 200 are the most.',
  ],
  [
    'names say what is inside',
    house.namesSaySomething,
    [toSource('src/store/url-utils.ts', '')],
    'src/store/url-utils.ts is called url-utils, which says nothing about what is inside.',
  ],
];

describe('the rooms', () => {
  test.each(laws)('%s', (_name, law) => {
    expect(law(sources)).toEqual([]);
  });

  test.each(laws)('a breach is seen and said: %s', (_name, law, breach, sentence) => {
    expect(law(breach)).toEqual([sentence]);
  });

  test('the folders are read, not an empty list', () => {
    expect(sources.length).toBeGreaterThan(40);
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(80);
  });

  test('every room on the map is there, and is tested', () => {
    const missing = Object.keys(rooms).filter((room) => room !== 'dev' && !hasFiles(`test/${room}`));
    expect(missing.map((room) => `${room} has no test in test/${room}.`)).toEqual([]);
  });

  test('tests stand where their source stands', () => {
    const known = [...Object.keys(rooms).map((room) => room.split('/')[0]), 'law', 'journeys', 'fixtures', 'bench'];
    const folders = readdirSync('test', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });

  test('nothing stands at the top that a reader or a tool does not expect there', async () => {
    const names = new Set((await listSources()).map((path) => path.split('/')[0] ?? ''));
    expect([...names].filter((name) => !name.startsWith('.') && !topLevel.includes(name))).toEqual([]);
  });
});

const hasFiles = (folder: string): boolean =>
  existsSync(folder) &&
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => /\.test\./.test(name));
