import type * as z from 'zod/mini';
import type { JsonObject } from '../json.ts';
import type { targetSchema } from '../target.ts';

/** What shapes are made with. It is handed in: whoever draws what is stored, and reads no shape, loads no schema library. */
export interface ShapeKit {
  z: Pick<typeof z, 'looseObject' | 'optional' | 'array' | 'string' | 'number' | 'enum'>;
  target: typeof targetSchema;
}

/**
 * One kind of record in one file: its shape, its versions with their upgrades, and what is searched in it.
 * The shape is loose, so fields from newer versions survive; schema.ts makes it, when something is first read by it.
 */
export interface Kind<Name extends string = string, Body = unknown> {
  name: Name;
  /** Version of the body's shape, from 1; raised with an upgrade and a fixture. */
  version: number;
  shape: (kit: ShapeKit) => z.ZodMiniType<Body>;
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

/** Says what a kind is; its body's type follows from its shape. */
export const defineKind = <Name extends string, Body>(kind: Kind<Name, Body>): Kind<Name, Body> => kind;
