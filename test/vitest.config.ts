import { defineConfig } from 'vitest/config';

const ONE_JOURNEY_MS = 120_000;

/** Two projects: `unit` is everything that needs no browser of its own; `journeys` drive the built product in real ones. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/journeys/**'],
          setupFiles: ['test/one-seed.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.{ts,tsx}'],
          testTimeout: ONE_JOURNEY_MS,
          hookTimeout: ONE_JOURNEY_MS,
          pool: 'forks',
          maxWorkers: 2,
        },
      },
    ],
  },
});
