import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const SECONDS = Number(process.env.SIMULATION_SECONDS ?? 60);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-stories-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each<[stores: string, seconds: number, options: string[]]>([
  ['memory', SECONDS * 0.75, []],
  ['real', SECONDS * 0.25, ['--real']],
])(
  'whatever happens, all come to the same and nothing promised is lost (on %s stores)',
  { timeout: (SECONDS + 60) * 1_000 },
  async (stores, seconds, options) => {
    const results = join(folder, stores);
    const limits = ['--from', '1', '--seeds', '1000000', '--seconds', String(Math.round(seconds)), '--jobs', '1'];
    const program = ['src/dev/simulate.mjs', ...limits, '--results', results, ...options];
    const { stdout } = await promisify(execFile)(process.execPath, program, { maxBuffer: 2 ** 26 }).catch(
      (ended: { stdout?: string; stderr?: string }) => expect.fail(`${ended.stdout ?? ''}${ended.stderr ?? ended}`),
    );
    const { bad, stories } = JSON.parse(readFileSync(results, 'utf8').trim().split('\n').at(-1) ?? '{}');
    expect({ bad, isSome: stories > 0 }, stdout).toEqual({ isSome: true });
    console.log(stdout.trim().split('\n').slice(-2).join(''));
  },
);
