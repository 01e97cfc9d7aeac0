/** Sizes in bytes of UTF-8 JSON. Beyond them a sentence says so; nothing is cut in silence. */
export const SHARED_BODY_MAX = 64 * 1024;
export const PRIVATE_BODY_MAX = 1024 * 1024;

/** Size of a body as it is counted against the limits. */
export const bodySize = (body: unknown): number => new TextEncoder().encode(JSON.stringify(body)).length;

/** Levels of lists and objects in a body, itself the first. Nobody writes deeper by hand; a walk without an end would end a process. */
export const BODY_DEPTH_MAX = 60;
