import { scan } from '../../../src/domain/safety/scan.ts';

interface SecretRow {
  text: string;
  label: 'secret' | 'benign';
  label_scope: 'global' | 'rule';
  source: string;
}

/** Whose rules' own samples these are: recall on the others is the honest figure. */
const RULE_MAKER = 'gitleaks';
const SECRETS = new Set(['secret', 'password', 'private-key']);
const PAGE = 10_000;

const hasSecret = (text: string): boolean => scan(text).some(({ type }) => SECRETS.has(type));
const share = (part: number, whole: number): number => Math.round((part / Math.max(1, whole)) * 10_000) / 10_000;

/** Recall, false flags and time. Rows that are benign for one rule only are no false flags: another may rightly speak. */
export function measureSecrets(rows: SecretRow[]): Record<string, number> {
  const secrets = rows.filter(({ label }) => label === 'secret');
  const across = secrets.filter(({ source }) => source !== RULE_MAKER);
  const benign = rows.filter(({ label, label_scope }) => label === 'benign' && label_scope === 'global');
  const found = (some: SecretRow[]) => some.filter(({ text }) => hasSecret(text)).length;
  return {
    secretsRecall: share(found(secrets), secrets.length),
    secretsRecallAcross: share(found(across), across.length),
    falseFlagsPerThousand: share(found(benign) * 1000, benign.length),
    anyFlagsPerThousand: share(benign.filter(({ text }) => scan(text).length > 0).length * 1000, benign.length),
    p95MsFor10kB: p95(timePages(benign.map(({ text }) => text).join('\n'))),
  };
}

function timePages(text: string): number[] {
  const times: number[] = [];
  for (let at = 0; at + PAGE <= text.length; at += PAGE) {
    const start = performance.now();
    scan(text.slice(at, at + PAGE));
    times.push(performance.now() - start);
  }
  return times;
}

const p95 = (times: number[]): number =>
  Math.round((times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0) * 100) / 100;
