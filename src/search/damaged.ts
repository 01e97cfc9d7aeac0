/** What is stored is not what was written: the index has to be made anew. */
export class DamagedIndex extends Error {
  override name = 'Damaged';
}
