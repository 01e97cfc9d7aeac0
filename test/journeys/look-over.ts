import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { unseenLetters } from './seen-letters.ts';

/** Colours that glide to others would be read half way. */
const STILL = { name: 'prefers-reduced-motion', value: 'reduce' };
const looks: Record<string, { name: string; value: string }[]> = {
  light: [{ name: 'prefers-color-scheme', value: 'light' }],
  dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
  'forced colours': [{ name: 'forced-colors', value: 'active' }],
};

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * What axe refuses and what scrolls sideways in a document, as sentences: in each width, light, dark and with forced
 * colours, from left to right and from right to left. With forced colours also what cannot be read.
 */
export async function lookOver(tab: Page, name: string, widths: number[]): Promise<string[]> {
  const axe = await readFile(AXE, 'utf8');
  const client = await tab.createCDPSession();
  const found: string[] = [];
  for (const width of widths) {
    await tab.setViewport({ width, height: 800 });
    for (const [look, features] of Object.entries(looks)) {
      await client.send('Emulation.setEmulatedMedia', { features: [...features, STILL] });
      for (const direction of ['ltr', 'rtl']) {
        await tab.evaluate((dir) => {
          document.documentElement.dir = dir;
        }, direction);
        const refused = [...(await refusals(tab, axe)), ...(await overflow(tab))];
        if (look === 'forced colours') refused.push(...(await unseenLetters(tab)));
        found.push(...refused.map((fault) => `${name}, ${width} px, ${look}, ${direction}: ${fault}`));
      }
    }
  }
  await client.detach();
  return found;
}

async function refusals(tab: Page, axe: string): Promise<string[]> {
  await tab.evaluate(axe);
  return tab.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document);
    return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

const overflow = (tab: Page): Promise<string[]> =>
  tab.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth ? [`it is ${root.scrollWidth} px wide in ${root.clientWidth} px`] : [];
  });
