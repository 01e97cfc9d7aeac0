import type { Finding, FindingType } from './finding.ts';
import { isFiller, isPlaceholder } from './placeholder.ts';

/** A form that a secret is carried in. Group `value` is what would be shown to colleagues; without it, all of the match. */
interface Structure {
  type: FindingType;
  pattern: RegExp;
  /** Whether the value found is only a stand-in. */
  isStandIn: (value: string) => boolean;
}

const never = () => false;
/** `user:password@` in an address is what documentation writes for "put yours here". */
const isUserinfoStandIn = (value: string): boolean =>
  isFiller(value) || /^(?:user(?:name)?:)?password$|(?:secret|your|my|the)[_-]?pass/i.test(value);

const structures: Structure[] = [
  {
    type: 'private-key',
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----(?=[\s\S]{0,200}?[A-Za-z0-9+/=]{24})[^-]{24,20000}(?:-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----)?/g,
    isStandIn: never,
  },
  {
    type: 'private-key',
    pattern: /PuTTY-User-Key-File-\d:[\s\S]{0,4000}?Private-Lines: \d+\r?\n(?<value>[A-Za-z0-9+/=\s]{24,20000})/g,
    isStandIn: never,
  },
  // JSON Web Token (RFC 7519): two base64url parts that begin like `{"`, and a signature where there is one.
  { type: 'secret', pattern: /\bey[A-Za-z0-9]{15,}\.ey[\w/-]{15,}(?:\.[\w/-]*={0,2})?/g, isStandIn: never },
  { type: 'secret', pattern: /\bZXlK[A-Za-z0-9+/]{60,}={0,2}/g, isStandIn: never },
  {
    type: 'password',
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/(?<value>[^\s/:@"'<>`]{0,100}:[^\s/"'<>`]{2,300})@(?=[\w[-])/gi,
    isStandIn: isUserinfoStandIn,
  },
  {
    type: 'secret',
    pattern: /\bauthorization["']?\s{0,3}[:=]\s{0,3}["']?[\w-]{3,20}\s{1,3}(?<value>[\w+/.~=-]{8,4000})/gi,
    isStandIn: (value) => isPlaceholder(value) || !/\d|[a-z][A-Z]|=$/.test(value),
  },
  {
    type: 'password',
    pattern: /\bcurl\b[^\n]{0,400}?\s(?:-u|--user)[ =]?["']?(?<value>[^\s"':$<{]{1,100}:[^\s"'$<{]{3,200})/g,
    isStandIn: (value) => isPlaceholder(value) || /^user(?:name)?:pass(?:word)?$/i.test(value),
  },
  // Bundler's settings name the host of a private gem source and carry its login.
  {
    type: 'password',
    pattern: /\bBUNDLE_[A-Z0-9_]{3,80}\s{0,3}[:=]\s{0,3}["']?(?<value>[\w.-]{3,100}:[^\s"'$<{;]{3,100})/g,
    isStandIn: isPlaceholder,
  },
  // Keys of blockchain wallets look like any transaction, so only beside a word that says so.
  {
    type: 'private-key',
    pattern:
      /(?:private|secret|wallet|mnemonic)[^\n]{0,80}?\b(?<value>0x[0-9a-fA-F]{64})\b|\b(?<value2>0x[0-9a-fA-F]{64})\b(?=[\s\S]{0,80}\bwallet\b)/g,
    isStandIn: isPlaceholder,
  },
  // What a Kubernetes secret holds is base64, whatever its keys are called.
  {
    type: 'secret',
    pattern:
      /\bkind:\s{0,4}["']?Secret\b[\s\S]{0,600}?\bdata:\s*\n\s+[\w.-]+:\s*["']?(?<value>[A-Za-z0-9+/]{10,}={0,3})/g,
    isStandIn: isPlaceholder,
  },
];

/** Secrets that their surroundings give away: key blocks, signed tokens, addresses with a password, request headers. */
export function findStructures(text: string): Finding[] {
  const findings: Finding[] = [];
  for (const { type, pattern, isStandIn } of structures) {
    for (const match of text.matchAll(pattern)) {
      const value = match.groups?.value ?? match.groups?.value2 ?? match[0];
      if (isStandIn(value)) continue;
      const start = match.index + match[0].lastIndexOf(value);
      findings.push({ type, start, end: start + value.length });
    }
  }
  return findings;
}
