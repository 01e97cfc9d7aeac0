/** What one room may do. */
export interface Room {
  /** Rooms it may look into. */
  looksInto: string[];
  /** npm packages it may carry; `node:` is Node's own. */
  packages: string[];
  /** Rooms of which it may take only types, so that no schema library reaches the page. */
  typesOnly?: string[];
  /** Files of those rooms that it may use all the same, since they carry nothing. */
  mayUse?: string[];
  /** Its folders, where it has an order of them: none looks into one that stands behind it. */
  folders?: string[];
  /** Whether `document` and `window` may be named: only where there is one. */
  hasPage: boolean;
}

const page = (extra: string[] = []): Room => ({
  looksInto: ['browser', 'exchange', 'store', 'search', 'ui', 'wire', 'domain', 'kit', ...extra],
  packages: ['preact'],
  hasPage: true,
});

/**
 * The map of the house: who may look into whom. A new arrow gets its line and its reason here; it must point the same
 * way as the others. What a room is for stands in ARCHITECTURE.md.
 */
export const rooms: Record<string, Room> = {
  kit: { looksInto: [], packages: [], hasPage: false },
  domain: { looksInto: ['kit'], packages: ['zod'], hasPage: false },
  wire: { looksInto: ['domain', 'kit'], packages: ['zod'], hasPage: false },
  anchor: { looksInto: ['domain', 'kit'], packages: [], typesOnly: ['domain'], hasPage: true },
  search: {
    looksInto: ['domain', 'kit'],
    packages: ['stemmer', '@orama/stemmers'],
    folders: ['text', 'stored', 'asked', 'look', 'find', 'page', 'write', 'ports'],
    hasPage: false,
  },
  store: { looksInto: ['search', 'domain', 'kit'], packages: ['dexie'], hasPage: false },
  sync: { looksInto: ['store', 'wire', 'domain', 'kit'], packages: [], hasPage: false },
  exchange: { looksInto: ['domain', 'kit'], packages: ['zod'], hasPage: false },
  browser: { looksInto: ['wire', 'domain', 'kit'], packages: ['webextension-polyfill'], hasPage: true },
  ui: { looksInto: ['domain', 'kit'], packages: ['preact'], hasPage: true },
  capture: {
    looksInto: ['anchor', 'browser', 'wire', 'domain', 'kit'],
    packages: [],
    typesOnly: ['domain', 'wire'],
    // On sites that look private the page layer has to know it before it says anything to anyone.
    mayUse: ['src/domain/private-site.ts'],
    hasPage: true,
  },
  background: {
    looksInto: ['browser', 'sync', 'exchange', 'store', 'search', 'wire', 'domain', 'kit'],
    packages: [],
    hasPage: false,
  },
  'pages/popup': page(),
  'pages/options': page(),
  // It holds the live stream of the team.
  'pages/sidebar': page(['sync']),
  // It captures on itself.
  'pages/welcome': page(['anchor']),
  server: {
    looksInto: ['exchange', 'wire', 'domain', 'kit'],
    packages: ['zod', 'hono', '@hono/node-server', 'libsql', 'pg', 'node:'],
    hasPage: false,
  },
  site: { looksInto: ['ui', 'exchange', 'wire', 'domain', 'kit'], packages: ['preact'], hasPage: true },
  // Not part of the product: starts, walks, packs and measures it, so it looks at what it drives from outside. It names
  // `document` in functions that a driven browser runs.
  dev: {
    looksInto: ['server', 'sync', 'store', 'search', 'exchange', 'anchor', 'wire', 'domain', 'kit'],
    packages: [
      'node:',
      'esbuild',
      '@resvg/resvg-wasm',
      'fflate',
      'rolldown',
      'puppeteer-core',
      'axe-core',
      'web-ext',
      'vitest',
    ],
    hasPage: true,
  },
};

/** Words that say nothing about what is inside. */
export const emptyNames = [
  'util',
  'utils',
  'helper',
  'helpers',
  'manager',
  'managers',
  'service',
  'services',
  'common',
  'shared',
  'core',
  'misc',
];

/** What may stand at the top of the project: what a reader or a tool expects there. */
export const topLevel = [
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'Dockerfile',
  'LICENSE',
  'PRIVACY.md',
  'README.md',
  'SECURITY.md',
  'biome.json',
  'build.mjs',
  'manifest.json',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'test',
  'tsconfig.json',
];

export const LINES_MAX = 200;
