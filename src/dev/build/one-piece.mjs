/**
 * A page's own script and the scripts that it needs before its first line runs, joined into one file: each of them was a request of
 * its own, which costs a popup that is opening a millisecond or two in the page's one thread. What is loaded later and needs one of
 * them finds a line in its place that takes it from the page's script, so that nothing is there twice.
 * @param {{ path: string, text: string, exports: string[] }[]} scripts the page's own first; paths as they import each other
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<{ path: string, contents: Uint8Array }[]>} the same files
 */
export async function joinScripts(scripts, options) {
  const [own, ...others] = scripts;
  if (!own || others.length === 0) return [];
  const { build } = await import('esbuild');
  const lines = others.map(
    ({ path, exports }, n) => `export {${exports.map((name) => `${name} as ${nameIn(n, name)}`)}} from './${path}';`,
  );
  const result = await build({
    ...options,
    entryPoints: undefined,
    stdin: { contents: [`export * from './${own.path}';`, ...lines].join('\n') },
    write: false,
    splitting: false,
    plugins: [fromMemory(scripts)],
  });
  const contents = result.outputFiles?.[0]?.contents ?? new Uint8Array();
  const encoder = new TextEncoder();
  const stubs = others.map(({ path, exports }, n) => ({
    path,
    contents: encoder.encode(
      `export {${exports.map((name) => `${nameIn(n, name)} as ${name}`)}} from './${own.path}';\n`,
    ),
  }));
  return [{ path: own.path, contents }, ...stubs];
}

const nameIn = (/** @type {number} */ n, /** @type {string} */ name) => `s${n}_${name}`;

/**
 * Scripts that were built already; whatever else they name comes later, and stays where it is.
 * @param {{ path: string, text: string }[]} scripts
 * @returns {import('esbuild').Plugin}
 */
const fromMemory = (scripts) => ({
  name: 'from-memory',
  setup(build) {
    build.onResolve({ filter: /^\.\// }, ({ path }) => {
      const isHere = scripts.some((script) => `./${script.path}` === path);
      return isHere ? { path: path.slice(2), namespace: 'built' } : { path, external: true };
    });
    build.onLoad({ filter: /.*/, namespace: 'built' }, ({ path }) => ({
      contents: scripts.find((script) => script.path === path)?.text ?? '',
    }));
  },
});
