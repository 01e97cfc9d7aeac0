import { minifyScript } from './minify.mjs';
import { nothingLater } from './nothing-later.mjs';
import { joinScripts } from './one-piece.mjs';
import { ownApi } from './own-api.mjs';
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
  const isPage = place === 'extension' && format === 'esm';
  const isFirst = to.endsWith('-first.js');
  /** @type {import('esbuild').BuildOptions & { write: false, metafile: true }} */
  const options = {
    entryPoints: { [to.replace(/\.m?js$/, '')]: from },
    outdir: 'out',
    outExtension: { '.js': to.endsWith('.mjs') ? '.mjs' : '.js' },
    write: false,
    metafile: true,
    bundle: true,
    // What a page loads later comes in files of its own; elsewhere `import()` is of the same file.
    splitting: isPage,
    chunkNames: `${to.replace(/\.js$/, '')}-[hash]`,
    format,
    platform,
    target: platform === 'node' ? 'node20' : BROWSER_TARGET,
    packages: platform === 'node' ? 'external' : 'bundle',
    minify: !dev,
    sourcemap: dev ? 'inline' : false,
    legalComments: 'none',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': dev ? '"development"' : '"production"' },
    plugins: [preactWithoutHtml, ...(isPage || isFirst ? [ownApi] : []), ...(isFirst ? [nothingLater] : [])],
    logLevel: 'silent',
  };
  const result = await build(options);
  // What is loaded later brings its style along in files that nobody would name; in one piece it is one style sheet.
  const styled = isPage ? await build({ ...options, splitting: false }) : result;
  const isStyle = (/** @type {{ path: string }} */ { path }) => path.endsWith('.css');
  const { outputs } = result.metafile;
  const needed = outputsFrom(outputs, Object.keys(outputs).find((path) => path.endsWith(`/${to}`)) ?? to);
  const first = isPage && !dev ? [...needed, ...searching(outputs, needed)] : needed;
  const later = Object.keys(outputs).filter((path) => path.endsWith('.js') && !first.includes(path));
  const scripts = result.outputFiles.filter((file) => !isStyle(file));
  const joined =
    isPage && !dev
      ? await joinScripts(
          first.map((path) => scriptAt(path, outputs, scripts)),
          options,
        )
      : [];
  const made = [...scripts, ...styled.outputFiles.filter(isStyle)];
  const files = await Promise.all(
    made.map(async ({ path, contents }) => {
      const to = nameOf(path);
      const bytes = joined.find((script) => script.path === to)?.contents ?? contents;
      const isShipped = !dev && platform === 'browser' && !isStyle({ path });
      return { to, bytes: isShipped ? await smaller(to, bytes, format === 'esm') : bytes };
    }),
  );
  /** Bytes of some scripts together, as shipped, and the bytes that each npm package adds to them. */
  const weigh = (/** @type {string[]} */ paths) => {
    const names = paths.map(nameOf);
    const bytes = files.reduce((sum, file) => (names.includes(file.to) ? sum + file.bytes.length : sum), 0);
    return { bytes, packages: weighPackages(paths.flatMap((path) => Object.entries(outputs[path]?.inputs ?? {}))) };
  };
  return {
    from,
    to,
    place,
    files,
    /** Scripts that load before the first line runs, besides the bundle itself. */
    chunks: joined.length > 0 ? [] : first.slice(1).map(nameOf),
    ...weigh(isPage ? first : Object.keys(outputs).filter((path) => /\.m?js$/.test(path))),
    later: weigh(later),
  };
}

const smaller = async (/** @type {string} */ to, /** @type {Uint8Array} */ bytes, /** @type {boolean} */ isModule) =>
  new TextEncoder().encode(await minifyScript(to, new TextDecoder().decode(bytes), BROWSER_TARGET, isModule));

/** @typedef {import('esbuild').Metafile['outputs']} Outputs */

/** A script as it was built, with the names that it gives. */
function scriptAt(
  /** @type {string} */ path,
  /** @type {Outputs} */ outputs,
  /** @type {import('esbuild').OutputFile[]} */ scripts,
) {
  const text = scripts.find((script) => nameOf(script.path) === nameOf(path))?.text ?? '';
  return { path: nameOf(path), text, exports: outputs[path]?.exports ?? [] };
}

/** A script, and every script that it needs before its first line runs. */
function outputsFrom(/** @type {Outputs} */ outputs, /** @type {string} */ path) {
  const found = [path];
  for (const one of found) {
    const needed = outputs[one]?.imports.filter(({ kind, external }) => kind === 'import-statement' && !external) ?? [];
    found.push(...needed.map((script) => script.path).filter((script) => !found.includes(script)));
  }
  return found;
}

/**
 * What a search for more than one word asks for: it stands in the page's own file and runs when it is needed, since a file of its own costs
 * a popup that is just opening more than it holds.
 */
const SEARCHING = ['src/search/find/several-words.ts', 'src/search/find/echo.ts'];

/** Scripts for these, and what they need, besides those that are there. */
function searching(/** @type {Outputs} */ outputs, /** @type {string[]} */ there) {
  const asked = Object.entries(outputs).filter(([, { entryPoint }]) => SEARCHING.includes(entryPoint ?? ''));
  const found = asked.flatMap(([path]) => outputsFrom(outputs, path)).filter((path) => !there.includes(path));
  return [...new Set(found)];
}

const nameOf = (/** @type {string} */ path) =>
  path
    .replaceAll('\\', '/')
    .split(/(?:^|\/)out\//)
    .at(-1) ?? path;

/** Bytes that each npm package adds to a bundle. */
function weighPackages(/** @type {[string, { bytesInOutput: number }][]} */ inputs) {
  /** @type {Record<string, number>} */
  const weights = {};
  for (const [path, { bytesInOutput }] of inputs) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1];
    if (name) weights[name] = (weights[name] ?? 0) + bytesInOutput;
  }
  return weights;
}
