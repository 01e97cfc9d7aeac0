import type { Json, JsonObject } from '../../../domain/json.ts';
import { cleanUrl } from '../../../domain/safety/clean-url.ts';
import type { FindingType, UrlAction } from '../../../domain/safety/finding.ts';
import { scan } from '../../../domain/safety/scan.ts';
import { normaliseUrl } from '../../../domain/url.ts';

/** Something that perhaps should not travel. Its `id` is what the person's choice is noted under. */
export type Concern = TextConcern | UrlConcern;

export interface TextConcern {
  about: 'text';
  id: string;
  type: FindingType;
  /** As it stands in the text; shown to the person, sent nowhere. */
  value: string;
}

export interface UrlConcern {
  about: 'url';
  id: string;
  where: UrlPlace;
  action: Exclude<UrlAction, 'keep'>;
  from: string;
  /** '' for left out. */
  to: string;
}

export type UrlPlace = 'page' | 'link' | 'frame';

/** `hide`: masked, cleaned or left out. `show`: shared as it is. */
export type Choice = 'hide' | 'show';
export type Choices = Readonly<Record<string, Choice>>;

const MASK = '•••';

/** Text by its meaning is hidden until the person says otherwise; an address that only may be of no use is shown. */
export const defaultChoice = (concern: Concern): Choice =>
  concern.about === 'url' && concern.action === 'warn' ? 'show' : 'hide';

/** An address that is itself a key, or no page of the web, is never shared. */
export const isFixed = (concern: Concern): boolean => concern.about === 'url' && concern.action === 'block';

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** Keys whose strings are addresses or form, not words. */
const NOT_WORDS = new Set(['url', 'href', 'frame', 'link', 'type', 'lang', 'question', 'about', 'copyOf']);

/** Every text in a body. The passage and its surroundings are read as one, as they stand on the page. */
function textsIn(json: Json, key = ''): string[] {
  if (typeof json === 'string') return NOT_WORDS.has(key) ? [] : [json];
  if (Array.isArray(json)) return json.flatMap((one) => textsIn(one, key));
  if (!isObject(json)) return [];
  const { prefix, exact, suffix, ...rest } = json;
  const joined = [prefix, exact, suffix].filter((part): part is string => typeof part === 'string').join('');
  return [joined, ...Object.entries(rest).flatMap(([name, value]) => textsIn(value, name))].filter(Boolean);
}

function findText(body: JsonObject): TextConcern[] {
  const byValue = new Map<string, TextConcern>();
  for (const words of textsIn(body)) {
    for (const { type, start, end } of scan(words)) {
      const value = words.slice(start, end);
      if (!byValue.has(value)) byValue.set(value, { about: 'text', id: `text ${value}`, type, value });
    }
  }
  return [...byValue.values()];
}

const places: { where: UrlPlace; read: (body: JsonObject) => Json | undefined }[] = [
  { where: 'page', read: ({ target }) => (isObject(target) ? target.href : undefined) },
  { where: 'frame', read: ({ target }) => (isObject(target) ? target.frame : undefined) },
  { where: 'link', read: ({ link }) => link },
];

function findUrls(body: JsonObject): UrlConcern[] {
  return places.flatMap(({ where, read }): UrlConcern[] => {
    const from = read(body);
    if (typeof from !== 'string' || from === '') return [];
    const { url: to, action, anyway } = cleanUrl(from);
    const id = `url ${where}`;
    if (action === 'keep') return [];
    if (action !== 'warn' || anyway === from) return [{ about: 'url', id, where, action, from, to }];
    // Shown in spite of the warning, it is still shown without what it carried.
    return [
      { about: 'url', id, where, action: 'strip', from, to: anyway },
      { about: 'url', id: `${id} warn`, where, action, from: anyway, to },
    ];
  });
}

/** Everything in a body that the person should look at before colleagues get it. */
export const findConcerns = (body: JsonObject): Concern[] => [...findText(body), ...findUrls(body)];

/** The body as colleagues will get it, with the person's choices. */
export function bodyToShare(body: JsonObject, concerns: Concern[], choices: Choices): JsonObject {
  const isHidden = (concern: Concern) => isFixed(concern) || (choices[concern.id] ?? defaultChoice(concern)) === 'hide';
  const hide = concerns.filter(isHidden);
  const values = hide.flatMap((concern) => (concern.about === 'text' ? [concern.value] : []));
  const masked = maskIn(body, values) as JsonObject;
  return hide.reduce((changed, concern) => (concern.about === 'url' ? withUrl(changed, concern) : changed), masked);
}

/** Masks values wherever they stand as words, also a part of one that the passage's edge cut off. */
function maskIn(json: Json, values: string[], key = ''): Json {
  if (values.length === 0 || NOT_WORDS.has(key)) return json;
  if (typeof json === 'string') return values.reduce((text, value) => maskEdges(text, value, key), json);
  if (Array.isArray(json)) return json.map((one) => maskIn(one, values, key));
  if (!isObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, maskIn(value, values, name)]));
}

const CUT_PARTS = new Set(['prefix', 'exact', 'suffix']);
const LEAST_CUT = 4;

function maskEdges(text: string, value: string, key: string): string {
  const masked = text.replaceAll(value, MASK);
  if (!CUT_PARTS.has(key)) return masked;
  for (let size = value.length - 1; size >= LEAST_CUT; size--) {
    if (masked.endsWith(value.slice(0, size))) return masked.slice(0, -size) + MASK;
    if (masked.startsWith(value.slice(-size))) return MASK + masked.slice(size);
  }
  return masked;
}

/** The body with one address cleaned, or left out where nothing of it may go (or the person leaves it out). */
function withUrl(body: JsonObject, { where, action, to }: UrlConcern): JsonObject {
  const clean = action === 'warn' ? '' : to;
  if (where === 'link') {
    const { link: _, ...rest } = body;
    return clean ? { ...rest, link: clean } : rest;
  }
  const { target, ...rest } = body;
  if (!isObject(target)) return body;
  if (where === 'frame') {
    const { frame: _, ...others } = target;
    return { ...rest, target: clean ? { ...others, frame: clean } : others };
  }
  return clean ? { ...rest, target: { ...target, href: clean, url: normaliseUrl(clean) } } : rest;
}
