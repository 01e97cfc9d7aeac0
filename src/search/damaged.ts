/** What is stored is not what was written: the index has to be made anew. */
export class DamagedIndex extends Error {
  override name = 'Damaged';
}

/** Bytes from which a list could not be unpacked: their part hears of it when it comes to them again. */
export const spoilt = new WeakSet<Uint8Array>();
