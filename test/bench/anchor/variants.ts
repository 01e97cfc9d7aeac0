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
  { name: 'without edited passages', file: 'chain.ts', from: 'const WAYS = 4', to: 'const WAYS = 0' },
  { name: 'with one way only', file: 'chain.ts', from: 'const WAYS = 4', to: 'const WAYS = 1' },
  {
    name: 'without ways that branch off',
    file: 'chain.ts',
    from: '(taken.has(link)) break',
    to: '(taken.has(link)) return []',
  },
  {
    name: 'with all letters alike',
    file: 'judge.ts',
    from: 'Math.min(score, (3 * AMPLE + score) / 4)',
    to: 'score',
  },
  {
    name: 'without the price of jumps',
    file: 'weights.ts',
    from: 'jump && 2 + Math.log2(jump) + jump / 16',
    to: 'jump && 0',
  },
  { name: 'without any line', file: 'find.ts', from: 'best.score < 0', to: 'best.end <= best.start' },
  { name: 'without the line for edits', file: 'weights.ts', from: 'FOR_CHANGED = 48', to: 'FOR_CHANGED = 28' },
  { name: 'without held neighbours', file: 'judge.ts', from: 'isHeld ?', to: 'true ?' },
  {
    name: 'without the shares kept',
    file: 'judge.ts',
    from: 'Math.min(kept / exact.length, same) >= KEPT',
    to: 'true',
  },
  {
    name: 'without what is gone as a rival',
    file: 'judge.ts',
    from: 'score: Math.min(',
    to: "score: reason === 'not-found' ? -ENOUGH : Math.min(",
  },
  { name: 'without a lead', file: 'weights.ts', from: 'LEAD = 4', to: 'LEAD = 0' },
  { name: 'without block edges', file: 'judge.ts', from: 'RARE * (edges + ', to: 'RARE * (0 * edges + ' },
  { name: 'without sections', file: 'judge.ts', from: '+(section === sectionAt(page, start))', to: '0' },
  { name: 'without the line of words', file: 'quote.ts', from: 'before !== beside', to: 'false' },
  { name: 'without counting the same', file: 'judge.ts', from: 'isCounted && section', to: 'false' },
  {
    name: 'without counting where neither neighbour is left',
    file: 'judge.ts',
    from: '(isHeld || !section || isCounted)',
    to: 'true',
  },
  {
    name: 'without ends within the block',
    file: 'judge.ts',
    from: "reason === 'text-edited' && quote.isOne",
    to: 'false',
  },
  {
    name: 'without position',
    file: 'judge.ts',
    from: 'Math.log2(1 + Math.abs(start - quote.at || 0) / NEAR)',
    to: '0',
  },
  { name: 'without comparing between runs', file: 'lay.ts', from: 'const CELLS = 1 << 13', to: 'const CELLS = -1' },
  { name: 'without the letter beside an end', file: 'judge.ts', from: '(map[from - 2 * way] ?? inside)', to: 'inside' },
  { name: 'without ends from context', file: 'judge.ts', from: 'inside - way * between', to: 'inside' },
  {
    name: 'without ends at blocks',
    file: 'judge.ts',
    from: 'if (isBlockEdge(page, inside',
    to: 'if (false && (inside',
  },
  {
    name: 'without the very words',
    file: 'judge.ts',
    from: 'if (inside >= 0) {',
    to: 'if (inside === 0 && end - start === exact.length) {',
  },
  { name: 'without reach for repeated text', file: 'weights.ts', from: 'MOST = 240', to: 'MOST = 0' },
  { name: 'with 24 of context', file: 'describe.ts', from: 'end - start < ENOUGH ? FOR_SHORT : USUAL', to: '24' },
  { name: 'without folding', file: 'ink.ts', from: '.toLowerCase()', to: '' },
];

/** A script that sets `globalThis.candidate`, with its name. */
export interface Variant {
  name: string;
  script: string;
}

/**
 * What is the browser's own: every text is read in slices and one thing noted for each, and nothing is looked for. A pause
 * that is as long here is not ours.
 */
export const FLOOR: Variant = {
  name: 'floor',
  script: `globalThis.candidate = {
    describe: () => null,
    anchor: () => null,
    async anchorAll(root) {
      const noted = [];
      let since = Date.now();
      const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        noted.push({ node: walk.currentNode, ink: walk.currentNode.data.replace(/\\s/g, '').length });
        if (Date.now() - since < 6) continue;
        await new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(port1.close());
          port2.postMessage(0);
        });
        since = Date.now();
      }
      return [];
    },
  };`,
};

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
