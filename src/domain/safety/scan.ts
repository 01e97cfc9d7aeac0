import { findAssignments } from './assignment.ts';
import { findCards } from './card.ts';
import type { Finding } from './finding.ts';
import { findIbans } from './iban.ts';
import { findMakersKeys } from './maker.ts';
import { findPersonal } from './personal.ts';
import { findStructures } from './structures.ts';
import { findTokens } from './tokens.ts';

/** Surest first: where two overlap, the earlier one names the place. */
const detectors = [findStructures, findTokens, findAssignments, findMakersKeys, findIbans, findCards, findPersonal];

/**
 * Secrets and personal data in a text that is about to be shared, in the order of the text, none overlapping. It runs
 * where the text is and tells nobody. What it cannot know (names, addresses, what a company calls confidential) stays
 * with the person who reads the preview.
 */
export function scan(text: string): Finding[] {
  const findings: Finding[] = [];
  for (const detect of detectors) {
    for (const found of detect(text)) {
      if (!findings.some((other) => found.start < other.end && other.start < found.end)) findings.push(found);
    }
  }
  return findings.sort((a, b) => a.start - b.start);
}
