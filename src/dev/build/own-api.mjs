/**
 * Pages of ours speak the browser's own promise API instead of `webextension-polyfill`: every browser that the manifests
 * name has it, and the package wraps what it is asked for one by one, which took a popup milliseconds before its first
 * row. The worker keeps the package, for answers that come later. Drop it when the package is dropped.
 * @type {import('esbuild').Plugin}
 */
export const ownApi = {
  name: 'own-api',
  setup(build) {
    build.onResolve({ filter: /^webextension-polyfill$/ }, ({ path }) => ({ path, namespace: 'own-api' }));
    build.onLoad({ filter: /.*/, namespace: 'own-api' }, () => ({
      contents: 'export default globalThis.browser ?? globalThis.chrome;',
    }));
  },
};
