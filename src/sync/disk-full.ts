import { fail, type Result } from '../kit/result.ts';
import { isDiskFull } from '../store/commit.ts';

/** What `work` gives, or `disk-full` where there was no room even for what it writes beside its records, as the ledger. */
export async function orDiskFull<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (isDiskFull(error)) return fail('disk-full');
    throw error;
  }
}
