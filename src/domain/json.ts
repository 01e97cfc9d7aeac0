import * as z from 'zod/mini';
import { BODY_DEPTH_MAX } from './limits.ts';

/** Any JSON value; bodies of kinds that this version does not know are kept as they came. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Whether a value is one that JSON can say and give back. One walk, since every record that comes in is asked. */
function isJson(value: unknown, depth: number): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (depth >= BODY_DEPTH_MAX) return false;
  return Array.isArray(value) ? value.every((one) => isJson(one, depth + 1)) : isJsonObject(value, depth);
}

/** Whether a value is an object of JSON, all the way down, and no deeper than {@link BODY_DEPTH_MAX}. */
export function isJsonObject(value: unknown, depth = 0): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const made = Object.getPrototypeOf(value);
  // What came out of a message or a database may have been made in another realm, whose Object is not ours.
  const isPlain = made === null || Object.getPrototypeOf(made) === null;
  return isPlain && Object.values(value).every((one) => isJson(one, depth + 1));
}

export const jsonObjectSchema: z.ZodMiniType<JsonObject> = z.custom<JsonObject>((value) => isJsonObject(value));
