import * as z from 'zod/mini';
import { targetSchema } from '../target.ts';
import type { Kind, ShapeKit } from './kind.ts';

/** What shapes are made of, word by word: handed over whole, the library would come whole (450 kB instead of 31). */
const words: ShapeKit['z'] = {
  looseObject: z.looseObject,
  optional: z.optional,
  array: z.array,
  string: z.string,
  number: z.number,
  enum: z.enum,
};

const schemas = new WeakMap<object, z.ZodMiniType>();

/** What bodies of a kind are read by. Made when first asked for: making all was a good part of a page's start. */
export function schemaOf<Body>(kind: Kind<string, Body>): z.ZodMiniType<Body> {
  const schema = schemas.get(kind) ?? kind.shape({ z: words, target: targetSchema });
  schemas.set(kind, schema);
  return schema as z.ZodMiniType<Body>;
}
