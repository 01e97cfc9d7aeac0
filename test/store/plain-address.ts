import type { Found, ScanWords } from './plain-scan.ts';
import type { Standing } from './written.ts';

type Test = (record: Standing) => boolean;

const ADDRESS = /^(.* )?(https?:\/\/)?(?:www\.)?((?:[a-z]+\.)+[a-z]{2,})(\/\S*)?( .*)?$/;
const plainAddressOf = (href = ''): string => href.replace(/^https:\/\/(www\.)?|\/$/g, '');
/** Where a record stands, and where its link leads. */
const addressesOf = ({ body: { target, link } }: Standing): string[] =>
  [target?.href, link].flatMap((href) => (href ? [plainAddressOf(href)] : []));

/** Whether a record stands on a page or below it, or leads there; where none does, on one whose address begins so, if it may go on. */
export function leadsTo(records: Standing[], address: string, isOpen: boolean): Test {
  const page = address.replace(/\/$/, '');
  const isBelow: Test = (one) => addressesOf(one).some((all) => `${all}/`.startsWith(`${page}/`));
  const isBegun: Test = (one) => addressesOf(one).some((all) => all.startsWith(page));
  return isOpen && !records.some(isBelow) ? isBegun : isBelow;
}

/** What a typed address leads to, the long way; null where none is typed. */
export function plainAddress(records: Standing[], typed: string, limit: number, scan: ScanWords): Found[] | null {
  const [piece, before = '', scheme = '', host = '', path = '', after = ''] = ADDRESS.exec(typed) ?? [];
  const isSite = scheme + path === '';
  if (!piece) return null;
  // What is quoted, chosen or left out beside it means more than words do: it is words itself.
  if (/"|(^|\s)(-|or(\s|$))/.test(before + after)) {
    return scan(records, typed.replaceAll('://', ' '), limit, () => true);
  }
  const isOpen = after === '' && !/.\/$/.test(path);
  const leads = isSite ? () => false : leadsTo(records, host + path, isOpen);
  const isFrom: Test = ({ body: { target, link } }) =>
    `.${plainAddressOf(target?.href ?? link).split('/', 1)[0]}`.endsWith(`.${host}`);
  const isBeside: Test = (one) => isFrom(one) && !leads(one);
  const others = before + after.trimStart();
  const text = before + (host + path).replace(/[./#]+/g, ' ') + after;
  const asWords = () => scan(records, text, limit, () => true);
  if (isSite && others.trim() !== '') return asWords();
  const isFront = path.length < 2;
  const isThere: Test = (one) => leads(one) || (isFront && isFrom(one));
  // Of the words here this one only joins others, in four languages: it narrows where something there says it.
  const isSmall = others.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase() === 'de';
  const isIdle = isSmall && !scan(records, others, limit, isThere).some(({ isWhole }) => isWhole);
  const rest = isIdle ? '' : others;
  const on = scan(records, rest, limit, leads);
  const beside = isFront || rest.trim() !== '' ? rest : text;
  const site = scan(records, beside, limit, isBeside).map((one) => ({ ...one, isWhole: one.isWhole && isFront }));
  if (on.length + site.length === 0) return asWords();
  const mayTell: Test = (one) => !leads(one) && !(isFront && isFrom(one));
  const verbatim = `${before}"${host}${path}"${after}`;
  const saying = scan(records, verbatim, limit, mayTell).filter(({ isWhole }) => isWhole);
  const further = site.filter(({ record }) => !saying.some((one) => one.record === record));
  const found = [...on, ...saying, ...further];
  const whole = found.filter(({ isWhole }) => isWhole);
  return whole.length >= limit ? whole : found;
}
