/**
 * What each bundle may weigh, in bytes as built, minified; for a page, all that loads before its first line runs, and in
 * a line of its own what it loads later. A bundle that outgrows its line fails the build: find what
 * came in, or raise the line here and say why in the commit. `zod` and `preact` are what those packages may add to any
 * one bundle, so that the full schema library (454 kB instead of 13) cannot slip in under a generous line.
 */
export const budgets = {
  bundles: {
    'background.js': 411_500,
    'indexer.js': 70_000,
    // Together what is in every page: at most 12 kB.
    'capture/gate.js': 6_000,
    'capture/main.js': 6_000,
    'capture/keep.js': 32_500,
    'capture/read.js': 10_000,
    'capture/paint.js': 37_000,
    'popup.js': 115_000,
    'popup.js later': 285_800,
    'popup-first.js': 16_600,
    'sidebar.js': 374_000,
    'sidebar.js later': 102_400,
    'options.js': 280_000,
    'options.js later': 75_000,
    'welcome.js': 285_000,
    'welcome.js later': 101_900,
    'anchor.js': 16_000,
    'search.mjs': 111_600,
    'context.mjs': 100_000,
    'safety.mjs': 32_000,
  },
  packages: {
    zod: 40_000,
    preact: 20_000,
  },
};

/**
 * Sentences about what weighs too much.
 * @typedef {{ bytes: number, packages: Record<string, number> }} Weight
 * @param {(Weight & { to: string, place: string, later?: Weight })[]} built
 */
export function overweight(built) {
  const sentences = [];
  const weighed = built.flatMap(({ later, ...one }) =>
    later && later.bytes > 0 ? [one, { ...later, to: `${one.to} later`, place: one.place }] : [one],
  );
  for (const { to, place, bytes, packages } of weighed) {
    if (place === 'server' || place === 'site') continue;
    const limit = /** @type {Record<string, number>} */ (budgets.bundles)[to];
    if (limit === undefined) sentences.push(`${to} has no line in src/dev/build/budgets.mjs: give it one.`);
    else if (bytes > limit) sentences.push(`${to} weighs ${bytes} bytes; its budget is ${limit}.`);
    for (const [name, most] of Object.entries(budgets.packages)) {
      const weight = packages[name] ?? 0;
      if (weight > most) sentences.push(`${to} carries ${weight} bytes of ${name}; at most ${most} are meant to.`);
    }
  }
  return sentences;
}
