import type { Finding } from './finding.ts';
import { isFiller } from './placeholder.ts';
import { tokenShapes } from './token-shapes.ts';

/** Not inside a longer run of letters and digits; the one family whose makers' own examples begin there is listed apart. */
const TOKEN = new RegExp(`(?<![A-Za-z0-9])(?:${tokenShapes.join('|')})|tskey-[a-z]{3,10}-[A-Z]{12}-[A-Z]{24}`, 'g');

/** Keys that show by their own shape what they are. */
export function findTokens(text: string): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.matchAll(TOKEN)) {
    if (isFiller(match[0])) continue;
    findings.push({ type: 'secret', start: match.index, end: match.index + match[0].length });
  }
  return findings;
}
