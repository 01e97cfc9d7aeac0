import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A screen nobody sees, with a keyboard and a mouse that are real to the programs on it. */
export interface Display {
  /** As `DISPLAY` names it. */
  name: string;
  /** Presses keys together, named as xdotool names them, like `alt+shift+l`. */
  press(keys: string): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** What the screen shows, as a string that is the same for the same picture. */
  look(): Promise<string>;
  close(): Promise<void>;
}

/** Starts Xvfb on a free number. Needs xdotool for the hands. */
export async function openDisplay(): Promise<Display> {
  const folder = await mkdtemp(join(tmpdir(), 'sidelight-display-'));
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1300x950x24', '-nolisten', 'tcp', '-fbdir', folder],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const name = `:${await readNumber(server)}`;
  const env = { ...process.env, DISPLAY: name };
  const hand = async (...words: string[]) => void (await run('xdotool', words, { env }));
  return {
    name,
    press: (keys) => hand('key', '--clearmodifiers', keys),
    click: (x, y) => hand('mousemove', String(x), String(y), 'click', '1'),
    look: async () =>
      createHash('sha1')
        .update(await readFile(join(folder, 'Xvfb_screen0')))
        .digest('hex'),
    async close() {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function readNumber(server: ChildProcess): Promise<string> {
  const pipe = server.stdio[3];
  if (!pipe) throw new Error('Xvfb gave no pipe.');
  const [line] = await Promise.race([once(pipe, 'data'), once(server, 'exit').then(() => [null])]);
  if (line === null) throw new Error('Xvfb did not start.');
  return String(line).trim();
}
