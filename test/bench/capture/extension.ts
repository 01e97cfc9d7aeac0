import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putProbe } from './durable.ts';

/**
 * The built extension with host access given from the start, since nobody is there to be asked, and with what tells
 * when a record is durable.
 */
export function grantedCopy(from: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
  cpSync(from, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const { optional_host_permissions: hosts, ...rest } = manifest;
  writeFileSync(path, JSON.stringify({ ...rest, host_permissions: hosts }));
  putProbe(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
