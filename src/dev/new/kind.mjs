import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const INDEX = 'src/domain/kinds/index.ts';

/**
 * Writes a kind's file, its line in the index, its fixture and a failing test. Gives the paths that were written; throws
 * a sentence where the name will not do.
 * @param {string} name
 */
export async function writeKind(name, root = '.') {
  if (!/^[a-z]{3,32}$/.test(name))
    throw new Error('A kind is named by one word in small letters: npm run new kind reflection.');
  const file = `src/domain/kinds/${name}.ts`;
  if (existsSync(join(root, file))) throw new Error(`There is a kind ${name} already: ${file}.`);
  const texts = {
    [file]: kindText(name),
    [INDEX]: addLine(await readFile(join(root, INDEX), 'utf8'), name),
    [`test/fixtures/kinds/${name}.1.json`]: FIXTURE,
    [`test/domain/kinds/${name}.test.ts`]: testText(name),
  };
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return Object.keys(texts);
}

/** The index with its import and the name in the list. */
function addLine(/** @type {string} */ index, /** @type {string} */ name) {
  const imported = index.replace(
    /(import \{ \w+ \} from '\.\/(?!kind))/,
    `import { ${name} } from './${name}.ts';\n$1`,
  );
  const listed = imported.replace(/(export const kinds = \{[^}]*?),?\s*\}/, `$1, ${name} }`);
  if (listed === index || imported === listed)
    throw new Error(`${INDEX} no longer looks as this expects; add ${name} by hand.`);
  return listed;
}

const kindText = (/** @type {string} */ name) => `import { defineKind } from './kind.ts';

/** Say in a sentence what a ${name} is and who writes it. */
export const ${name} = defineKind({
  name: '${name}',
  version: 1,
  shape: ({ z }) =>
    z.looseObject({
      /** Milliseconds since 1970. */
      created: z.number(),
      text: z.string(),
      /** BCP 47. */
      lang: z.optional(z.string()),
    }),
  upgrades: {},
  words: () => ({}),
});
`;

const FIXTURE = `{
  "created": 1767225600000,
  "text": "What a person would really write",
  "lang": "en"
}
`;

const testText = (/** @type {string} */ name) => `import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ${name} } from '../../../src/domain/kinds/${name}.ts';
import { schemaOf } from '../../../src/domain/kinds/schema.ts';

const body = schemaOf(${name}).parse(JSON.parse(readFileSync('test/fixtures/kinds/${name}.1.json', 'utf8')));

// Decide what search reads in it, then say here what a person notices. Nothing, for a kind that is never searched.
test('a ${name} is found by its words', () => {
  expect(${name}.words(body)).toEqual({ text: body.text, lang: body.lang });
});
`;
