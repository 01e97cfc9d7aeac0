import { readFile } from 'node:fs/promises';

const WRITES_HTML = /\w+\.innerHTML=\w+\.__html/g;

/**
 * Takes the one place out of Preact that writes HTML from text (`dangerouslySetInnerHTML`), so that nothing in our pages
 * can. Trusted Types would stop it at run time; this way it is not there, and store reviewers' tools find nothing.
 * Drop it if Preact ever comes without.
 * @type {import('esbuild').Plugin}
 */
export const preactWithoutHtml = {
  name: 'preact-without-html',
  setup(build) {
    build.onLoad({ filter: /node_modules\/preact\/dist\/preact\.mjs$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (text.match(WRITES_HTML)?.length === 1) return { contents: text.replace(WRITES_HTML, 'void 0') };
      return { errors: [{ text: 'Preact writes HTML in another way than before: look at src/dev/build/preact.mjs.' }] };
    });
  },
};
