import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

export const PEERS = ['floor', 'minisearch', 'sqlite'] as const;
export type PeerName = (typeof PEERS)[number];

/** As they were measured before; the tag `latest` of the second points at an old one. */
const PACKAGES = ['minisearch@7.2.0', '@sqlite.org/sqlite-wasm@3.54.1-build1'];

/** The built extension as it is, with one more script in the popup, which types and takes the time, and a page to work in. */
export async function copyOurs(from: string, to: string): Promise<string> {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  await bundle({ from: 'test/bench/search/probe.ts', to: join(to, 'probe.js') });
  await bundle({ from: 'test/bench/search/page.ts', to: join(to, 'desk.js') });
  const popup = readFileSync(join(to, 'popup.html'), 'utf8');
  writeFileSync(join(to, 'popup.html'), popup.replace('<title>', '<script src="probe.js"></script><title>'));
  writeFileSync(join(to, 'desk.html'), pageOf(['desk.js']));
  return to;
}

/** Fetches the peers through npm into a folder of their own; null where that cannot be done. */
export function fetchPeers(into: string): string | null {
  const modules = join(into, 'node_modules');
  if (existsSync(join(modules, 'minisearch'))) return modules;
  writeFileSync(join(into, 'package.json'), '{"private":true}');
  const options = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES];
  return spawnSync('npm', options, { cwd: into, stdio: 'ignore' }).status === 0 ? modules : null;
}

/** An extension whose popup is one peer; each has an extension of its own, since all databases of one are opened together. */
export async function makePeer(name: PeerName, to: string, modules: string | null): Promise<string> {
  const stdin = `import { createEngine } from './${name}.ts'; import { run } from './page.ts'; void run(createEngine);`;
  await bundle({ stdin, to: join(to, 'page.js'), modules });
  if (name === 'sqlite') {
    await bundle({
      from: 'test/bench/search/peers/sqlite-worker.ts',
      to: join(to, 'worker.js'),
      modules,
      format: 'esm',
    });
    const wasm = '@sqlite.org/sqlite-wasm/dist/sqlite3.wasm';
    cpSync(join(modules ?? '', wasm), join(to, 'sqlite3.wasm'));
  }
  writeFileSync(join(to, 'start.js'), 'globalThis.started = performance.now();');
  for (const page of ['popup', 'desk']) writeFileSync(join(to, `${page}.html`), pageOf(['start.js', 'page.js']));
  writeFileSync(
    join(to, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: `Bench: ${name}`,
      version: '1',
      permissions: ['unlimitedStorage'],
      action: { default_popup: 'popup.html' },
      content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    }),
  );
  return to;
}

const pageOf = (scripts: string[]): string =>
  `<!doctype html><meta charset="utf-8">${scripts.map((src) => `<script src="${src}" defer></script>`).join('')}<body></body>`;

interface Bundling {
  from?: string;
  stdin?: string;
  to: string;
  modules?: string | null;
  format?: 'iife' | 'esm';
}

async function bundle({ from, stdin, to, modules, format = 'iife' }: Bundling): Promise<void> {
  await build({
    ...(from ? { entryPoints: [from] } : {}),
    ...(stdin ? { stdin: { contents: stdin, resolveDir: resolve('test/bench/search/peers'), loader: 'ts' } } : {}),
    outfile: to,
    bundle: true,
    format,
    target: ['chrome127', 'firefox142'],
    minify: true,
    nodePaths: modules ? [modules] : [],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
}
