import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { launch } from 'puppeteer-core';
import { findProgram } from '../../../src/dev/browsers/programs.ts';
import type { Stretch } from './data.ts';
import type { InPage, Timed } from './page.ts';
import type { Variant } from './variants.ts';

declare const bench: InPage;

/** A browser that shows files, with every variant in each page it shows. */
export async function openBench(variants: Variant[]) {
  const program = findProgram('chrome');
  if (!program) throw new Error('No Chrome, Chromium or Edge was found. Install one, or name it in CHROME.');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await launch({ executablePath: program.path, args });
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  const inPage = await bundleInPage();
  const show = async (file: string, names: Variant[]): Promise<void> => {
    await page.goto(pathToFileURL(file).href, { waitUntil: 'domcontentloaded' });
    await page.evaluate(inPage);
    for (const { name, script } of names) {
      await page.evaluate(script);
      await page.evaluate((own) => bench.add(own), name);
    }
  };
  return {
    close: () => browser.close(),
    async describe(file: string, stretches: Stretch[]) {
      await show(file, variants);
      return page.evaluate((some) => bench.describe(some), stretches);
    },
    async anchor(file: string, selectors: Record<string, unknown[]>) {
      await show(file, variants);
      return page.evaluate((some) => bench.anchor(some), selectors);
    },
    /** One candidate's selectors for so many passages of a line or two, spread over the page by a fixed seed. */
    async describeAll(file: string, count: number, variant: Variant): Promise<unknown[]> {
      await show(file, [variant]);
      const ink = await page.evaluate(() => bench.ink());
      return (await page.evaluate((some) => bench.describe(some), spread(ink, count)))[variant.name] ?? [];
    },
    /** Time for all of them on a page, below which so many copies of it are put. */
    async time(file: string, selectors: unknown[], variant: Variant, copies = 0): Promise<Timed> {
      await show(file, [variant]);
      await page.evaluate((count) => bench.grow(count), copies);
      return page.evaluate((name, some) => bench.time(name, some), variant.name, selectors);
    },
  };
}

async function bundleInPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['test/bench/anchor/page.ts'],
    bundle: true,
    format: 'iife',
    target: 'chrome127',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

function spread(ink: number, count: number): Stretch[] {
  let seed = 42;
  const next = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  return Array.from({ length: count }, () => {
    const length = 25 + Math.floor(next() * 195);
    const start = Math.floor(next() * Math.max(1, ink - length - 1));
    return [start, Math.min(ink, start + length)];
  });
}
