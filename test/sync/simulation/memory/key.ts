/** A key as IndexedDB knows them, as far as our tables use them. */
export type Key = number | string | Key[];
export type Row = Record<string, unknown>;

/** Takes a key out of a row, by Dexie's words for it: `id` or `[team+id]`. Undefined where the row has none. */
export function keyReader(path: string): (row: Row) => Key | undefined {
  if (!path.startsWith('[')) return (row) => (isKey(row[path]) ? row[path] : undefined);
  const parts = path.slice(1, -1).split('+');
  return (row) => {
    const key = parts.map((part) => row[part]);
    return key.every(isKey) ? key : undefined;
  };
}

export function isKey(value: unknown): value is Key {
  if (typeof value === 'string') return true;
  if (typeof value === 'number') return !Number.isNaN(value);
  return Array.isArray(value) && value.every(isKey);
}

const rank = (key: Key): number => (typeof key === 'number' ? 0 : typeof key === 'string' ? 1 : 2);

/** The order of keys in IndexedDB: numbers, strings, lists. */
export function compareKeys(a: Key, b: Key): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareLists(a: Key[], b: Key[]): number {
  for (let i = 0; ; i++) {
    const [one, other] = [a[i], b[i]];
    if (one === undefined || other === undefined) return a.length - b.length;
    const order = compareKeys(one, other);
    if (order !== 0) return order;
  }
}

/** What a Map tells keys apart by. */
export const addressOf = (key: Key): number | string => (Array.isArray(key) ? key.join('\u0001') : key);

/** A copy that shares nothing, as the structured clone gives. */
export function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (ArrayBuffer.isView(value)) return structuredClone(value);
  // All fields at once first: one by one they cost several times as much.
  const copy: Row = { ...(value as Row) };
  for (const name in copy) {
    const field = copy[name];
    if (typeof field === 'object' && field !== null) copy[name] = copyOf(field);
  }
  return copy as T;
}
