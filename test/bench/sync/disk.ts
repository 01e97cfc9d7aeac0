import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { round } from './figures.ts';
import { joinAs } from './ours.ts';
import { makeRecord } from './records.ts';
import { type Place, withServer } from './with-server.ts';

const PUSHES = 50;

/**
 * How often the disk was waited for (fsync, fdatasync) for each push that was acknowledged, one after the other: a kill tells
 * nothing of a power cut. `pid` of who writes: the server, or PostgreSQL, whose new processes are followed. Null where
 * there is no strace.
 */
export async function countWaits(place: Place, writer?: number): Promise<number | null> {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-strace-'));
  const file = join(folder, 'calls');
  const trace = async (pid: number) => {
    const tracing = spawn('strace', ['-f', '-p', String(pid), '-e', 'trace=fsync,fdatasync', '-o', file], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await new Promise((resolve) => tracing.stderr?.once('data', resolve));
    return () => {
      const gone = new Promise((resolve) => tracing.once('exit', resolve));
      tracing.kill('SIGINT');
      return gone;
    };
  };
  const calls = () =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /f(data)?sync\(/.test(line)).length;
  let stop = writer === undefined ? null : await trace(writer);
  const counted = await withServer(place, async (url, links, pid) => {
    const client = await joinAs(url, await links(1));
    stop ??= await trace(pid);
    const before = calls();
    for (let i = 0; i < PUSHES; i++) await client.push([await makeRecord(`push ${i}`)]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return calls() - before;
  });
  await stop?.();
  rmSync(folder, { recursive: true, force: true });
  return round(counted / PUSHES);
}

/**
 * Has everything written that waits for the disk. What the part before left there would be waited for by this one's commits:
 * pushes of one were half as many right after flows.
 */
export function emptyDisk(): void {
  try {
    execFileSync('sync', { stdio: 'ignore', timeout: 60_000 });
  } catch {
    // Only some systems have it.
  }
}
