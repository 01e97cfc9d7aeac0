import { createEvent } from './fake-event.ts';

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;

/** `storage.local` and `storage.session` in memory: copies in, copies out, a change for each write. */
export function createStorage() {
  const onChanged = createEvent<[Changes, string]>();
  const areas = new Map<string, Map<string, unknown>>();

  function area(name: string) {
    const values = new Map<string, unknown>();
    areas.set(name, values);
    return {
      async get(keys?: string | string[]) {
        const wanted = keys === undefined ? [...values.keys()] : [keys].flat();
        return structuredClone(
          Object.fromEntries(wanted.filter((key) => values.has(key)).map((key) => [key, values.get(key)])),
        );
      },
      async set(items: Record<string, unknown>) {
        const changes: Changes = {};
        for (const [key, value] of Object.entries(structuredClone(items))) {
          changes[key] = { oldValue: values.get(key), newValue: value };
          values.set(key, value);
        }
        onChanged.happen(changes, name);
      },
      async remove(keys: string | string[]) {
        const changes: Changes = {};
        for (const key of [keys].flat()) {
          if (values.has(key)) changes[key] = { oldValue: values.get(key) };
          values.delete(key);
        }
        onChanged.happen(changes, name);
      },
    };
  }

  return {
    api: { local: area('local'), session: area('session'), onChanged },
    clear: () => {
      for (const values of areas.values()) values.clear();
    },
  };
}
