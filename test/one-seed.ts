/** All that is drawn by chance begins at SEED, where it is given: .ci/run gives one for each tree, so that what it found of one holds. */
const { SEED } = process.env;
// Most files draw nothing, and loading it takes longer than many of them.
if (SEED) (await import('fast-check')).default.configureGlobal({ seed: Number(SEED) });

export {};
