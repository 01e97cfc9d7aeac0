import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

export interface SiteFile {
  body: string;
  type: string;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The server's own pages as the build left them, by file name; none where it was not built. They are few and small. */
export function readSite(folder: string): Map<string, SiteFile> {
  const names = listFiles(folder);
  return new Map(
    names.flatMap((name) => {
      const type = TYPES[extname(name)];
      return type ? [[name, { type, body: readFileSync(join(folder, name), 'utf8') }] as const] : [];
    }),
  );
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
