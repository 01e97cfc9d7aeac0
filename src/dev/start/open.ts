import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openBrowser } from '../browsers/open.ts';
import type { Person } from '../browsers/person.ts';
import { findAny, type Program } from '../browsers/programs.ts';
import { isIn, joinInOptions } from '../walk/steps/join.ts';
import { startTeam, type Team } from '../walk/team.ts';
import type { Arguments } from './arguments.mjs';
import { NO_DISPLAY, sayByHand, sayNoBrowser } from './by-hand.ts';

/** Holds what lasts from one start to the next: the team's database and a profile for each browser. */
const HOME = resolve('.dev', 'start');

/** Starts the server and opens a browser; answers, with the exit code, when all of it has ended again. */
export async function run({ browser, port }: Arguments): Promise<number> {
  const started = await startTeam({ folder: resolve(HOME, 'team'), port, dist: resolve('dist') });
  if (!started.ok) return refuse(started.failure.code, started.failure.detail ?? '', port);
  const team = started.value;
  console.log(`The team server answers on ${team.url} (its database is in ${HOME}).`);
  const closing: (() => Promise<void>)[] = [team.close];
  const stopped = untilStopped();
  try {
    const person = await openPerson(findAny(browser), browser, team);
    if (person) closing.unshift(person.close);
  } catch (error) {
    console.error(`The browser could not be prepared: ${error instanceof Error ? error.message : error}`);
    console.log(sayByHand(await team.invite('member', 1)));
  }
  console.log('Ctrl-C stops everything.');
  await stopped;
  for (const close of closing) await close();
  return 0;
}

async function openPerson(program: Program | null, wanted: Arguments['browser'], team: Team): Promise<Person | null> {
  const hindrance = !program ? sayNoBrowser(wanted) : hasDisplay() ? null : NO_DISPLAY;
  if (!program || hindrance) {
    console.log(`${hindrance}\n\n${sayByHand(await team.invite('member', 1))}\n`);
    return null;
  }
  const { browser, path } = program;
  const profile = resolve(HOME, browser);
  await mkdir(profile, { recursive: true });
  console.log(`Opening ${path} …`);
  const extension = resolve('dist', browser);
  const person = await openBrowser(browser, { extension, profile, program: path, visible: true });
  await joinOnce(person, team);
  // Being installed opens it by itself; where the profile has this extension already, it may not.
  await person.own('welcome').catch(() => person.openOwn('welcome'));
  return person;
}

/** Joins as the first owner of the team, or as a member of it where another browser was first. */
async function joinOnce(person: Person, team: Team): Promise<void> {
  if (await isIn(person, team.url)) return;
  const link = (await team.ownerLink()) ?? (await team.invite('member', 1));
  const options = await joinInOptions(person, link, 'You');
  await options.close();
  console.log(`Joined "${team.name}" in its options.`);
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const untilStopped = (): Promise<void> =>
  new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop());
  });

function refuse(code: string, detail: string, port: number): number {
  const sentences: Record<string, string> = {
    'port-in-use': `Port ${port} is taken. Choose another one: npm start -- --port ${port + 1}`,
    'database-in-use': `Another npm start uses the database in ${detail}. Stop that one first.`,
  };
  console.error(sentences[code] ?? `The team server did not start: ${code} ${detail}`);
  return 1;
}
