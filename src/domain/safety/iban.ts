import type { Finding } from './finding.ts';

/** Length by country, from the IBAN registry (ISO 13616). */
const LENGTHS: Record<string, number> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 ' +
    'FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 ' +
    'LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 ' +
    'RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const START = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?=[ -]?[A-Z0-9]{2})/gi;

/** Bank account numbers in the international form: the country's length and the check digits (mod 97, ISO 7064). */
export function findIbans(text: string): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.matchAll(START)) {
    const end = endOf(text, match.index);
    if (end) findings.push({ type: 'iban', start: match.index, end });
  }
  return findings;
}

/** Where the account number that starts here ends; undefined where it is none. Single spaces and hyphens may part it. */
function endOf(text: string, start: number): number | undefined {
  const length = LENGTHS[text.slice(start, start + 2).toUpperCase()];
  if (!length) return undefined;
  let characters = '';
  let at = start;
  for (; at < text.length && characters.length < length; at++) {
    const character = text.charAt(at);
    if (/[A-Za-z0-9]/.test(character)) characters += character.toUpperCase();
    else if (!/[ -]/.test(character) || /[^A-Za-z0-9]/.test(text.charAt(at + 1))) return undefined;
  }
  if (characters.length < length || /[A-Za-z0-9]/.test(text.charAt(at))) return undefined;
  return isChecked(characters) ? at : undefined;
}

function isChecked(account: string): boolean {
  let remainder = 0;
  for (const character of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
