import { type ReadExport, readExport } from '../../../exchange/complete-json.ts';
import { fail, ok, type Result } from '../../../kit/result.ts';
import { type Adoption, previewAdoption } from '../../../store/adopt.ts';
import type { Store } from '../../../store/db.ts';

/** Beyond this a browser cannot hold the text in one string. */
const FILE_MAX = 256 * 1024 * 1024;

/** A file that was read, and what importing it would do. */
export interface Reading extends ReadExport {
  file: string;
  preview: Adoption;
}

/** Reads a chosen file without changing anything. Fails with `file-too-large`, `not-an-export`, `export-too-new`. */
export async function readFile(store: Store, file: File): Promise<Result<Reading>> {
  if (file.size > FILE_MAX) return fail('file-too-large');
  const read = readExport(await file.text());
  if (!read.ok) return read;
  const preview = await previewAdoption(store.relaxed, read.value.records);
  return ok({ ...read.value, file: file.name, preview });
}
