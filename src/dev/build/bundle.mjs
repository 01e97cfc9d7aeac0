import { preactWithoutHtml } from './preact.mjs';

/** What the extension is built for; the manifests name the same least versions. */
const BROWSER_TARGET = ['chrome127', 'firefox142'];

/**
 * Builds one bundle into memory. Packages are named only here inside, so that a command can import the build before it
 * has installed them.
 * @param {import('./entries.mjs').Bundle} bundle
 * @param {{ dev: boolean }} options
 */
export async function buildBundle({ from, to, format, platform, place }, { dev }) {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: { [to.replace(/\.m?js$/, '')]: from },
    outdir: 'out',
    outExtension: { '.js': to.endsWith('.mjs') ? '.mjs' : '.js' },
    write: false,
    metafile: true,
    bundle: true,
    format,
    platform,
    target: platform === 'node' ? 'node20' : BROWSER_TARGET,
    packages: platform === 'node' ? 'external' : 'bundle',
    minify: !dev,
    sourcemap: dev ? 'inline' : false,
    legalComments: 'none',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': dev ? '"development"' : '"production"' },
    plugins: [preactWithoutHtml],
    logLevel: 'silent',
  });
  const files = result.outputFiles.map(({ path, contents }) => ({
    to: path.replaceAll('\\', '/').split('/out/').at(-1) ?? path,
    bytes: contents,
  }));
  const script = Object.entries(result.metafile.outputs).find(([path]) => path.endsWith(to))?.[1];
  return { from, to, place, files, bytes: script?.bytes ?? 0, packages: weighPackages(script?.inputs ?? {}) };
}

/** Bytes that each npm package adds to a bundle. */
function weighPackages(/** @type {Record<string, { bytesInOutput: number }>} */ inputs) {
  /** @type {Record<string, number>} */
  const weights = {};
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1];
    if (name) weights[name] = (weights[name] ?? 0) + bytesInOutput;
  }
  return weights;
}
