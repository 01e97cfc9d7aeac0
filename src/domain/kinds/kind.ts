import type * as z from 'zod/mini';
import type { JsonObject } from '../json.ts';

/**
 * One kind of record in one file: its shape, its versions with their upgrades, and what is searched in it.
 * `Schema` is loose, so fields from newer versions survive.
 */
export interface Kind<Name extends string = string, Body = unknown> {
  name: Name;
  /** Version of the body's shape, from 1; raised with an upgrade and a fixture. */
  version: number;
  schema: z.ZodMiniType<Body>;
  /** `upgrades[n]` turns a body of version n into one of n + 1. They import nothing from living code. */
  upgrades: Record<number, (body: JsonObject) => JsonObject>;
  /** What search reads, by field. */
  words: (body: Body) => Words;
  /** Id of the record it is about, for kinds that are about another. */
  about?: (body: Body) => string;
}

/** Text by search field; absent fields are empty. `title` weighs most. */
export interface Words {
  title?: string;
  quote?: string;
  note?: string;
  tags?: string[];
  /** Question and answer text. */
  text?: string;
  /** BCP 47 language of the text, for stemming. */
  lang?: string;
}

/** Its shape is made when it is first asked for: a page that lives for seconds draws what is stored and asks for none. */
export function defineKind<Name extends string, Body>({
  schema,
  ...kind
}: Omit<Kind<Name, Body>, 'schema'> & { schema: () => z.ZodMiniType<Body> }): Kind<Name, Body> {
  let made: z.ZodMiniType<Body> | undefined;
  return {
    ...kind,
    get schema() {
      made ??= schema();
      return made;
    },
  };
}
