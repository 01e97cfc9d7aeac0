import type { ChromePerson } from '../../../src/dev/browsers/chrome.ts';
import { until } from '../../../src/dev/browsers/until.ts';
import { round } from './spread.ts';

const IDLE_MS = 10_000;

export interface Idle {
  seconds: number;
  /** Script that ran in the page's process meanwhile. */
  scriptMs: number;
  /** Layouts and style recalculations. */
  layouts: number;
  styles: number;
}

/** What a tab does while nobody touches it: one with our highlights, and before it the same page without us. */
export async function measureIdle(person: ChromePerson, address: string): Promise<Record<string, Idle>> {
  const page = person.tab;
  await page.bringToFront();
  await page.goto(`${address}nothing-kept-here`);
  const floor = await rest(person);
  await page.goto(address);
  await until('the page to be painted', () => page.evaluate(() => CSS.highlights.size));
  return { 'nothing kept there': floor, 'highlights painted': await rest(person) };
}

async function rest({ tab }: ChromePerson): Promise<Idle> {
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const before = await tab.metrics();
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  const after = await tab.metrics();
  const grown = (name: 'ScriptDuration' | 'LayoutCount' | 'RecalcStyleCount') =>
    (after[name] ?? 0) - (before[name] ?? 0);
  return {
    seconds: IDLE_MS / 1000,
    scriptMs: round(grown('ScriptDuration') * 1000),
    layouts: grown('LayoutCount'),
    styles: grown('RecalcStyleCount'),
  };
}
