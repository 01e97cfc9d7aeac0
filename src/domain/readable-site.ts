import { fold } from '../kit/fold.ts';

const [BASE, LEAST, MOST, SKEW, DAMP] = [36, 1, 26, 38, 700];

/** Letters of living languages that are written in Latin ones: not those of phonetics (`ɡ`, `ɑ`), nor small capitals. */
const LATIN = /^[a-zß-öø-ķĹ-ſơưǍ-ȳḀ-ỿ\d-]+$/;
/**
 * Nothing but letters of other scripts that look like Latin ones: Cyrillic, Greek, Armenian. Or what stands on other letters (Zinh), or is not
 * seen at all; Latin letters where not all are such; Lisu, Cherokee and Coptic, which look like capitals and are hardly written.
 */
const MISLEADING =
  /^[асԁеһіјӏорԛѕԝхуьҽпгѵѡαικνρυωηοτոսօհցյ\d-]+$|[\p{sc=Zinh}\p{Cf}\p{sc=Latn}\p{sc=Lisu}\p{sc=Cher}\p{sc=Copt}]/u;

/**
 * A site as people write it: `münchen.de` for `xn--mnchen-3ya.de`, which is how addresses have it. What cannot be read stays, and what
 * could be taken for another site, as browsers have it: letters that all look like Latin ones, or that stand among them.
 */
export const readableSite = (site: string): string =>
  readSite(site, (label) => LATIN.test(label) || !MISLEADING.test(label));

/** A site as it is looked for: what people write, folded. */
export const plainSite = (site: string): string => (site.includes('xn--') ? fold(readSite(site, () => true)) : site);

function readSite(site: string, isShown: (label: string) => boolean): string {
  if (!site.includes('xn--')) return site;
  const read = (label: string) => {
    const letters = readLabel(label);
    return isShown(letters) ? letters : label;
  };
  return site.split('.').map(read).join('.');
}

/** Punycode (RFC 3492), which browsers write but give nobody to read. */
function readLabel(label: string): string {
  if (!label.startsWith('xn--')) return label;
  const cut = Math.max(3, label.lastIndexOf('-'));
  const letters = [...label.slice(4, cut)];
  let [code, place, bias] = [128, 0, 72];
  for (let at = cut + 1; at < label.length; ) {
    const before = place;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digitOf(label.charCodeAt(at++));
      if (digit < 0) return label;
      place += digit * weight;
      const least = Math.min(MOST, Math.max(LEAST, k - bias));
      if (digit < least) break;
      weight *= BASE - least;
    }
    const count = letters.length + 1;
    bias = adapt(place - before, count, before === 0);
    code += Math.floor(place / count);
    if (code > 0x10ffff) return label;
    place %= count;
    letters.splice(place++, 0, String.fromCodePoint(code));
  }
  // Whatever is written so has other letters than ASCII's: `xn--apple-` is no apple.
  return letters.some((letter) => letter > '\x7f') ? letters.join('') : label;
}

/** a to z, 0 to 9; -1 for anything else, and past the end. */
const digitOf = (code: number): number =>
  code > 96 && code < 123 ? code - 97 : code > 47 && code < 58 ? code - 22 : -1;

function adapt(grown: number, count: number, isFirst: boolean): number {
  let delta = Math.floor(grown / (isFirst ? DAMP : 2));
  delta += Math.floor(delta / count);
  let k = 0;
  for (; delta > ((BASE - LEAST) * MOST) / 2; k += BASE) delta = Math.floor(delta / (BASE - LEAST));
  return k + Math.floor(((BASE - LEAST + 1) * delta) / (delta + SKEW));
}
