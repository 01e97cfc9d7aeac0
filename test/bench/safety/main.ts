/**
 * The safety check against labelled data: `npm run bench -- safety --data DIR [--split dev]`. DIR holds
 * `secrets.SPLIT.jsonl.gz`, `pii.SPLIT.jsonl.gz` and `urls.SPLIT.jsonl.gz`, one JSON object a line:
 *
 * - secrets: `{ text, label: 'secret' | 'benign', label_scope: 'global' | 'rule', source }`
 * - personal data: `{ text, spans: [{ start, end, type }] }`
 * - addresses: `{ url, action, expect }`
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { readOptions, refuse } from '../../../src/dev/options.mjs';
import { measureAddresses } from './addresses.ts';
import { measurePersonal } from './personal.ts';
import { measureSecrets } from './secrets.ts';

const { values } = readOptions({ options: { data: { type: 'string' }, split: { type: 'string', default: 'dev' } } });
if (!values.data || !existsSync(values.data)) refuse('Say where the data is: npm run bench -- safety --data DIR');

function read<Row>(set: string): Row[] {
  const packed = readFileSync(join(values.data ?? '', `${set}.${values.split}.jsonl.gz`));
  return gunzipSync(packed)
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const built = buildSync({
  entryPoints: ['src/domain/port-safety.ts'],
  bundle: true,
  minify: true,
  format: 'esm',
  write: false,
});
const measured = {
  ...measureSecrets(read('secrets')),
  ...measurePersonal(read('pii')),
  ...measureAddresses(read('urls')),
  bytesGzip: gzipSync(built.outputFiles[0]?.contents ?? '', { level: 9 }).length,
};

for (const [what, value] of Object.entries(measured)) console.log(what.padEnd(28), String(value).padStart(10));
console.log(JSON.stringify(measured));
