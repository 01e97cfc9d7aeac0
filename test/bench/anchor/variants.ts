import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** The anchor with one step taken out, by a change to the text of one of its files. */
interface Ablation {
  name: string;
  file: string;
  from: string;
  to: string;
}

const ABLATIONS: Ablation[] = [
  { name: 'without block edges', file: 'judge.ts', from: 'RARE * (edges + isHome)', to: 'RARE * isHome' },
  { name: 'without sections', file: 'judge.ts', from: 'RARE * (edges + isHome)', to: 'RARE * edges' },
  { name: 'without position', file: 'judge.ts', from: 'Math.abs(start - at || 0)', to: '0' },
  { name: 'without held neighbours', file: 'judge.ts', from: 'isHeld ? ENOUGH', to: 'true ? ENOUGH' },
  {
    name: 'without the line for edits',
    file: 'judge.ts',
    from: 'const FOR_CHANGED = 48',
    to: 'const FOR_CHANGED = ENOUGH',
  },
  { name: 'without the shares kept', file: 'judge.ts', from: 'kept < exact.length * KEPT || same < SAME', to: 'false' },
  {
    name: 'without context for edges',
    file: 'judge.ts',
    from: 'Math.min(likely, Math.abs(inside - outside) - 1)',
    to: '0',
  },
  { name: 'without any line', file: 'judge.ts', from: 'export const ENOUGH = 28', to: 'export const ENOUGH = -1e9' },
  { name: 'without the price of jumps', file: 'chain.ts', from: 'jump && 2 + Math.log2(jump) + jump / 16', to: '0' },
  { name: 'with one way only', file: 'chain.ts', from: 'const WAYS = 3', to: 'const WAYS = 1' },
  { name: 'without edited passages', file: 'chain.ts', from: 'const WAYS = 3', to: 'const WAYS = 0' },
  { name: 'without the same words', file: 'find.ts', from: 'const LOOKED_AT = 3', to: 'const LOOKED_AT = 0' },
  { name: 'without comparing between runs', file: 'lay.ts', from: 'const CELLS = 1 << 15', to: 'const CELLS = -1' },
  { name: 'without reach for repeated text', file: 'reach.ts', from: 'const MOST = 160', to: 'const MOST = 0' },
  { name: 'with 24 of context', file: 'reach.ts', from: 'end - start < ENOUGH ? FOR_SHORT : USUAL', to: '24' },
  { name: 'without folding', file: 'ink.ts', from: '.toLowerCase()', to: '' },
];

/** A script that sets `globalThis.candidate`, with its name. */
export interface Variant {
  name: string;
  script: string;
}

/** Ours as it is, minified as it is shipped. */
export const ours = async (): Promise<Variant> => ({ name: 'sidelight', script: await bundle([]) });

/** Ours with each step taken out in turn. */
export const ablations = (): Promise<Variant[]> =>
  Promise.all(ABLATIONS.map(async (ablation) => ({ name: ablation.name, script: await bundle([change(ablation)]) })));

async function bundle(plugins: Plugin[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/anchor/port.ts'],
    bundle: true,
    format: 'iife',
    target: 'chrome127',
    charset: 'utf8',
    minify: true,
    write: false,
    plugins,
  });
  return outputFiles[0]?.text ?? '';
}

/** Changes one file while it is bundled, and complains where what it changes is not there any more. */
const change = ({ name, file, from, to }: Ablation): Plugin => ({
  name,
  setup({ onLoad }) {
    onLoad({ filter: new RegExp(`anchor[\\\\/]${file.replace('.', '\\.')}$`) }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes(from)) throw new Error(`${name}: ${basename(path)} does not say ${from} any more.`);
      return { contents: text.replace(from, to), loader: 'ts' };
    });
  },
});
