const ID_BYTES = 16;

/** 128 random bits as 22 characters of base64url: unique without asking anyone, safe in URLs and file names. */
export function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return base64Url(bytes);
}

/** Whether a string has the form that {@link createId} gives. */
export const isId = (value: string): boolean => /^[\w-]{22}$/.test(value);

/** Base64url without padding (RFC 4648 §5). */
export function base64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
