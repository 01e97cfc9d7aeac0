import type { Json } from './json.ts';

/** An escaped backslash, to step over, or half a character: JSON escapes those since they cannot be encoded. */
const HALVES = /\\\\|\\ud[89a-f][0-9a-f]{2}/g;

/**
 * One text for one JSON value, whatever order its fields came in (RFC 8785). Half a character, which a selection can end
 * in and for which RFC 8785 has no form, counts as U+FFFD, as where it is encoded. Throws for numbers that JSON does not
 * have. Our own few lines: every record is written so when it is made, and again by the server that checks its hash.
 */
export function canonicalText(value: Json): string {
  const text = write(value);
  return text.includes('\\ud') ? text.replace(HALVES, (found) => (found.length === 2 ? found : '\ufffd')) : text;
}

function write(value: Json): string {
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('JSON has no such number');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  let text = '';
  for (const name of Object.keys(value).sort()) {
    const field = value[name];
    if (field !== undefined) text += `${text === '' ? '' : ','}${writeString(name)}:${write(field)}`;
  }
  return `{${text}}`;
}

/** Anything but what stands between quotes as it is: quotes, backslashes, controls and halves of characters do not. */
const SPECIAL = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** Most strings stand as they are, which is twice as quick to see as to have them written. */
const writeString = (text: string): string => (SPECIAL.test(text) ? JSON.stringify(text) : `"${text}"`);
