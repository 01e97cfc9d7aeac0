import * as z from 'zod/mini';

/** Any JSON value; bodies of kinds that this version does not know are kept as they came. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export const jsonSchema: z.ZodMiniType<Json> = z.json();
export const jsonObjectSchema: z.ZodMiniType<JsonObject> = z.record(z.string(), jsonSchema);
