import * as z from 'zod/mini';
import { targetSchema } from '../target.ts';
import type { Kind } from './kind.ts';

const schemas = new WeakMap<object, z.ZodMiniType>();

/** What bodies of a kind are read by. Made when first asked for: making all was a good part of a page's start. */
export function schemaOf<Body>(kind: Kind<string, Body>): z.ZodMiniType<Body> {
  const schema = schemas.get(kind) ?? kind.shape({ z, target: targetSchema });
  schemas.set(kind, schema);
  return schema as z.ZodMiniType<Body>;
}
