import { entropy } from './entropy.ts';
import type { Finding, FindingType } from './finding.ts';
import { isPlaceholder } from './placeholder.ts';

/** Words that say a value beside them is a password, in the languages of the offices this is made for. */
const PASSWORD =
  'passw(?:or)?[dt]|passwd|passphrase|passcode|kennwort|mot de passe|contraseñ?a|wachtwoord|pwd|[_-]pass|[_-]pw|\\bpw';
const SECRET =
  'secret|token(?!i[sz])|credentials?|\\bcreds?\\b|[_-]creds?\\b|api[_\\-. ]?key|access[_\\-. ]?key|auth[_\\-. ]?key|account[_\\-. ]?key|private[_\\-. ]?key|signing[_\\-. ]?key|encryption[_\\-. ]?key|master[_\\-. ]?key|license[_\\-. ]?key|[_.]login\\b|[_-]key|authorization';
const KEYWORD = new RegExp(`(?<password>${PASSWORD})|(?<secret>${SECRET})`, 'gi');

/** Names that only speak of a secret: `tokenId`, `password_min_length`, `secretName`, `publicKey`, `primary_key`. */
const ABOUT =
  /(?:ids?|names?|size|length|len|min|max|count|type|kind|file|path|dir|url|uri|host|endpoint|policy|field|label|hint|hash|version|prefix|suffix|expir\w*|age|ttl|limit|usage|algorithm|schema|format|regex|pattern|index|variable|manager|service|provider|store|ref|arn|title|message|text|error|help|placeholder)$/i;
const PUBLIC =
  /(?:public|primary|foreign|partition|sort|cache|schema|bucket|object|index|group|row|column|hot|short|translation|locale|message|event|unique|composite|registry|dedup\w*|idempotency|storage|session[_-]?storage|query|map|json|config|data|meta|label|issuer|host|jump|wrap|arrow|meta|any|press|pub|idx|haKey|selector)[_\-. ]?key\w*$|key(?:ing|mesh|board|word|frame|stroke|note|stone|chain|pad|pair|down|up|press|selector|hash)\w*$/i;

const NAME_CHARACTER = /[\w.$[\]-]/;
const NAME_REACH = 60;

/** `=`, `:`, `:=`, `=>`, `.=`, `?=`, `||=`, with a type before it; `", "` of a call; a tag; a value attribute; a flag's space. */
const SEPARATOR =
  /["'`\])]{0,2}(?:[ \t]{0,8}(?:(?::[ \t]?)?string[ \t]+)?(?:[?:.+|]{0,3}={1,2}>?|:)[ \t]{0,8}|,[ \t]{0,4}(?=["'`])|>\s{0,12}|["']?\s+value\s{0,2}=\s{0,2}(?=["']))/y;
const PROSE = / (?:is|was|lautet|ist|est|es)(?: now| jetzt)?:? {1,2}/y;
const FLAG = /[ \t]{1,3}/y;
const QUOTED = /(["'`])(?<quoted>(?:(?!\1)[^\n\\]|\\.){1,400})\1/y;
const BARE = /[^\s"'`<>\\]{1,400}/y;

interface Value {
  text: string;
  start: number;
  isQuoted: boolean;
}

/** Values given a name that says they are secret: `password = …`, `"apiToken": "…"`, `--token …`, "the password is …". */
export function findAssignments(text: string): Finding[] {
  const findings: Finding[] = [];
  let reached = 0;
  for (const match of text.matchAll(KEYWORD)) {
    if (match.index < reached) continue;
    const end = nameEnd(text, match.index + match[0].length);
    reached = end;
    const name = text.slice(nameStart(text, match.index), end);
    if (ABOUT.test(name) || PUBLIC.test(name)) continue;
    const type: FindingType = match.groups?.password ? 'password' : 'secret';
    const value = valueAfter(text, end, name, type);
    if (value && isSecret(value, type)) {
      findings.push({ type, start: value.start, end: value.start + value.text.length });
      reached = value.start + value.text.length;
    }
  }
  return findings;
}

function nameStart(text: string, from: number): number {
  let start = from;
  while (start > 0 && from - start < NAME_REACH && NAME_CHARACTER.test(text.charAt(start - 1))) start--;
  return start;
}

function nameEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < NAME_REACH && NAME_CHARACTER.test(text.charAt(end))) end++;
  return end;
}

function valueAfter(text: string, end: number, name: string, type: FindingType): Value | undefined {
  const at =
    stick(SEPARATOR, text, end) ??
    (type === 'password' ? stick(PROSE, text, end) : undefined) ??
    (name.startsWith('--') ? stick(FLAG, text, end) : undefined);
  if (at === undefined) return undefined;
  QUOTED.lastIndex = at;
  const quoted = QUOTED.exec(text)?.groups?.quoted;
  if (quoted !== undefined) return { text: quoted, start: at + 1, isQuoted: true };
  BARE.lastIndex = /["'`]/.test(text.charAt(at)) ? at + 1 : at;
  const bare = BARE.exec(text);
  return bare ? { text: bare[0].replace(/[;,.)}\]]+$/, ''), start: bare.index, isQuoted: false } : undefined;
}

function stick(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

const CODE =
  /[()]|^(?:process|os|env|self|this|config|settings|secrets|vars|var|let|const|new|await|return)\b|^[A-Za-z_]+(?:\.[A-Za-z_]+)+$|::|->|&&/;
const ADDRESS =
  /:\/\/|^\.{0,2}\/|^[\w-]+(?:\.[\w-]+)+(?::\d+|\/)|\.(?:pem|crt|key|json|ya?ml|txt|js|ts|py|md|html?|png)$/i;
const VERSION = /^v?\d+(?:\.\d+)+|^(?:rc|v)\d|-SNAPSHOT$|-\d+(?:\.\d+)+$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/;
const OWN_WORD = /passw|token|secret|key|credential|kennwort|pwd/i;

function isSecret({ text, isQuoted }: Value, type: FindingType): boolean {
  if (isPlaceholder(text) || ADDRESS.test(text) || (!isQuoted && CODE.test(text))) return false;
  if (type === 'password') return looksLikePassword(text, isQuoted);
  return looksRandom(text) || looksTyped(text) || (isQuoted && isPassphrase(text));
}

function looksLikePassword(text: string, isQuoted: boolean): boolean {
  const hasDigit = /\d/.test(text);
  const hasMark = /[^\p{L}\d\s]/u.test(text.replace(/^[\W_]+|[\W_]+$/gu, '')) || /[!?*#%@&]$/.test(text);
  if (!hasDigit && OWN_WORD.test(text)) return false;
  if (!isQuoted) return text.length >= 6 && /\p{L}/u.test(text) && (hasDigit || hasMark) && !VERSION.test(text);
  if (/\s/.test(text)) return isPassphrase(text);
  return text.length >= 4;
}

/** Words in a row, all small and without the marks of a sentence. */
const isPassphrase = (text: string): boolean => text.split(' ').length > 2 && /^[\p{Ll}\d -]{12,}$/u.test(text);

/** A letter among many different marks, which neither language nor code puts side by side. */
function looksTyped(text: string): boolean {
  const marks = new Set(text.replace(/[\p{L}\d\s"'`_.-]/gu, ''));
  return marks.size >= 4 && /\p{L}/u.test(text) && /[!?@#%^&*¿¡§~]/.test(text) && !/[\s(){}[\]]/.test(text);
}

/** Words joined by hyphens or dots, as in names of files, headings and packages. */
function isWordy(text: string): boolean {
  const words = text.split(/[^A-Za-z0-9]+/).filter((part) => /^[A-Z]?[a-z]{2,}$/.test(part));
  return words.length > 2 && words.join('').length > text.length * 0.55;
}

/** What people do not type: letters and digits mixed, or a long number, without repetition. */
function looksRandom(text: string): boolean {
  if (/\s/.test(text) || text.length < 8 || VERSION.test(text) || isWordy(text)) return false;
  if (/^\d+$/.test(text)) return text.length >= 15;
  if (!/\d/.test(text)) return text.length >= 24 && /[a-z]/.test(text) && /[A-Z]/.test(text) && entropy(text) > 4;
  return text.length >= 12 ? entropy(text) >= 2.8 : /[a-z]/i.test(text) && /\d.*\d/.test(text) && entropy(text) >= 2.5;
}
