/**
 * What the page layer costs, beside Hypothesis's annotator: `npm run bench -- capture [--extension dist/chrome]
 * [--rounds N] [--peer DIR]`. Three tables: how long from a gesture until the lesson is durable (the answer has come back),
 * what a script weighs in a page of 1 MB, and what an idle tab does. DIR is the npm package `hypothesis`, unpacked; without it, it is fetched.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openChrome } from '../../../src/dev/browsers/chrome.ts';
import { measureScripts } from './evaluation.ts';
import { grantedCopy } from './extension.ts';
import { measureGestures } from './gesture.ts';
import { measureIdle } from './idle.ts';
import { servePage } from './page.ts';
import { findPeer } from './peer.ts';

const { values } = parseArgs({
  options: {
    extension: { type: 'string', default: 'dist/chrome' },
    rounds: { type: 'string', default: '40' },
    peer: { type: 'string' },
  },
});
if (!existsSync(values.extension)) {
  console.error(`There is no built extension in ${values.extension}: npm run build`);
  process.exit(1);
}

const peer = findPeer(values.peer);
if (!peer) console.log('Without Hypothesis: the package could not be had. Name an unpacked one with --peer DIR.');
const copy = grantedCopy(values.extension);
const page = await servePage();
const person = await openChrome({ extension: copy.folder });
try {
  const gestures = await measureGestures(person, page.address, Number(values.rounds));
  console.log(`From a gesture until the answer that it is durable, in ms, on a page of ${page.kilobytes} kB`);
  console.table(gestures);
  const scripts = await measureScripts(person, page.address, copy.folder, peer);
  console.log('What is put into a page: bytes, evaluation in ms, JavaScript heap in kB after collection');
  console.table(scripts);
  const idle = await measureIdle(person, page.address);
  console.log('What a tab does by itself');
  console.table(idle);
  console.log(JSON.stringify({ gestures, scripts, idle }));
} finally {
  await person.close();
  page.close();
  copy.remove();
}
