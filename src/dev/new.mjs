/** `npm run new kind NAME`: writes what a new kind of record needs, and a test that fails until it was thought through. */
import { spawnSync } from 'node:child_process';
import { installPackages } from './install.mjs';
import { writeKind } from './new/kind.mjs';

const [what, name = ''] = process.argv.slice(2);
const writers = { kind: writeKind };

try {
  installPackages();
  if (what !== 'kind') throw new Error('Say what is new: npm run new kind NAME.');
  const paths = await writers[what](name);
  spawnSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...paths], {
    stdio: 'ignore',
  });
  console.log(`Written:\n${paths.map((path) => `  ${path}`).join('\n')}`);
  console.log(`The test says what is next: npx vitest run test/domain/kinds/${name}.test.ts`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
