import type { Finding } from './finding.ts';

const NUMBER = /(?<![\w.@/=+-])\d(?:[ -]?\d){11,18}(?![\w@/-]|\.\d)/g;
/** Numbers that issuers give out today, by their first digits and length (ISO/IEC 7812; the issuers' own pages). */
const COMMON =
  /^(?:4\d{15}|4\d{12}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|6(?:011|4[4-9]\d|5\d\d)\d{12,15}|35(?:2[89]|[3-8]\d)\d{12,15}|(?:2131|1800)\d{11})$/;
/** Rarer ones, whose shape is also that of order numbers: only beside a word for a card. */
const RARE = /^(?:5[0678]|[346]\d|1\d)\d{10,17}$/;
const BESIDE = /\b(?:card|cc|credit|debit|visa|maestro|mastercard|amex|karte|kreditkarte)\b/i;
const REACH = 60;

/** Payment card numbers: an issuer's shape and the check digit of Luhn (US patent 2,950,048). */
export function findCards(text: string): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const digits = match[0].replace(/[ -]/g, '');
    const start = match.index;
    if (!passesLuhn(digits) || /^(\d)\1+$/.test(digits)) continue;
    const isAlone = match[0].length === text.trim().length;
    const near = text.slice(Math.max(0, start - REACH), start + match[0].length + REACH);
    if (COMMON.test(digits) || (RARE.test(digits) && (isAlone || BESIDE.test(near)))) {
      findings.push({ type: 'card', start, end: start + match[0].length });
    }
  }
  return findings;
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]) * (place % 2 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
