import type { Finding } from './finding.ts';

const EMAIL =
  /(?<![\w.!#$%&'*+/=?^`{|}~@:-])[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,8}(?<top>xn--[a-z\d-]{2,59}|\p{L}{2,24})(?![\w@-]|\.[\p{L}\d])/giu;
/** `glob@7.2.7-beta.rc`, `icon@2x.png`, `git@github.com`, and the domains that RFC 2606 keeps for documentation. */
const NO_MAIL =
  /^git@|^(?:no-?reply|noreply)@|@(?:\d+\.){2}|@\dx\.|\.(?:png|jpe?g|gif|svg|webp|js|ts|css|json|md|html?|rs|py)$|[@.]example\.(?:com|org|net)$|\.(?:test|invalid|example|localhost)$/i;

/** United States social security numbers: 3-2-4 digits, and not from the ranges that were never given out. */
const SSN = /(?<![\w.-])(?!000|666|9)\d{3}([-. ])(?!00)\d{2}\1(?!0000)\d{4}(?![\w-]|\.\d)/g;
const SSN_BARE =
  /(?<=\b(?:ssn|social security (?:number|no\.?|#))\b[^\d\n]{0,20})(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}(?!\w)/gi;
/** Printed in advertisements and never valid since. */
const SSN_ADVERTISED = /^(?:078.?05.?1120|219.?09.?9999|457.?55.?5462)$/;

/** Telephone numbers in the international form (E.164: + and 8 to 15 digits). National ones look like any other number. */
const PHONE = /(?<![\w+=/.-])\+[1-9](?:[ ./-]{0,2}\(?\d\)?){7,14}(?![\d\w])/g;

/** What names or reaches a person. Names and postal addresses are not tried: that would need guessing. */
export function findPersonal(text: string): Finding[] {
  return [
    ...spans(text, SSN, 'ssn').filter((found) => !SSN_ADVERTISED.test(text.slice(found.start, found.end))),
    ...spans(text, SSN_BARE, 'ssn').filter((found) => !SSN_ADVERTISED.test(text.slice(found.start, found.end))),
    ...spans(text, PHONE, 'phone'),
    ...spans(text, EMAIL, 'email').filter((found) => !NO_MAIL.test(text.slice(found.start, found.end))),
  ];
}

function spans(text: string, pattern: RegExp, type: Finding['type']): Finding[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    type,
    start: match.index,
    end: match.index + match[0].length,
  }));
}
