import type { FindingType } from '../../../src/domain/safety/finding.ts';
import { scan } from '../../../src/domain/safety/scan.ts';

interface PersonalRow {
  text: string;
  spans: { start: number; end: number; type: string }[];
}

/** The data's names for what we look for; names, addresses and national numbers are not tried. */
const TYPES: Record<string, FindingType> = {
  EMAIL: 'email',
  CREDIT_CARD: 'card',
  IBAN: 'iban',
  US_SSN: 'ssn',
  PHONE: 'phone',
};

/** Recall by type (telephone numbers: those with +) and precision over all of them, by overlap of the spans. */
export function measurePersonal(rows: PersonalRow[]): Record<string, number> {
  const counts = new Map<FindingType, { found: number; all: number }>();
  let flagged = 0;
  let right = 0;
  for (const { text, spans } of rows) {
    const findings = scan(text);
    for (const { start, end, type } of spans) {
      const ours = TYPES[type];
      if (!ours || (ours === 'phone' && text[start] !== '+')) continue;
      const count = counts.get(ours) ?? { found: 0, all: 0 };
      counts.set(ours, count);
      count.all++;
      if (findings.some((found) => found.type === ours && found.start < end && start < found.end)) count.found++;
    }
    const known = Object.values(TYPES);
    for (const found of findings.filter(({ type }) => known.includes(type))) {
      flagged++;
      if (spans.some((span) => TYPES[span.type] === found.type && found.start < span.end && span.start < found.end))
        right++;
    }
  }
  const recalls = [...counts].map(([type, { found, all }]) => [
    `${type}Recall`,
    Math.round((found / all) * 10_000) / 10_000,
  ]);
  return {
    ...Object.fromEntries(recalls),
    personalPrecision: Math.round((right / Math.max(1, flagged)) * 10_000) / 10_000,
  };
}
