/**
 * A page's first script stands alone in one small file: what it would load later (`import()`) is not put into it, and
 * asking for it fails, which it leaves to the page's own script.
 * @type {import('esbuild').Plugin}
 */
export const nothingLater = {
  name: 'nothing-later',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ kind }) =>
      kind.startsWith('dynamic') ? { path: 'not-in-the-first-script', external: true } : undefined,
    );
  },
};
