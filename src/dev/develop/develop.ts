import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openBrowser } from '../browsers/open.ts';
import type { BrowserName, Person } from '../browsers/person.ts';
import { type PageServer, servePages } from '../page-server.mjs';
import { joinByLink } from '../walk/steps/join.ts';
import { startTeam, type Team } from '../walk/team.ts';
import { seedTeam } from './seed.ts';
import { watchSources } from './watch.ts';

/** Lasting things of development: a profile that stays signed in, a team that stays filled. */
const HOME = resolve('.dev/develop');
const DIST = join(HOME, 'dist');
/** The same every time, so that what was kept on a page is met there again. */
const PAGES_PORT = 4181;
const TEAM_PORT = 4182;

export interface DevelopOptions {
  build(options: { out: string; dev: boolean; partial: boolean }): Promise<unknown>;
  browser: BrowserName;
  isHidden: boolean;
}

/** Starts everything that `npm run dev` is and gives the way to stop it. */
export async function develop({ build, browser, isHidden }: DevelopOptions): Promise<() => Promise<void>> {
  const rebuild = () => build({ out: DIST, dev: true, partial: true });
  await rebuild();
  const pages = await servePages(['test/fixtures/pages'], PAGES_PORT);
  const team = await openTeam();
  await seedTeam(await team.invite('member', 3), pages.url, HOME);
  console.log(`Pages  ${pages.url}/article.html\nTeam   ${team.url}`);
  const person = isHidden || hasDisplay() ? await openPerson(browser, isHidden, team, pages) : sayNoDisplay();
  const stop = watchSources(['src', 'public', 'manifest.json'], async () => {
    await rebuild();
    await person?.reloadExtension();
  });
  console.log('Watching src, public and manifest.json. What changes in src/server shows after a restart.');
  return async () => {
    stop();
    await person?.close();
    await team.close();
    await pages.close();
  };
}

async function openTeam(): Promise<Team> {
  const team = await startTeam({ folder: join(HOME, 'team'), port: TEAM_PORT, dist: DIST });
  if (!team.ok) throw new Error(`The team server did not start: ${team.failure.code} ${team.failure.detail ?? ''}`);
  return team.value;
}

async function openPerson(browser: BrowserName, isHidden: boolean, team: Team, pages: PageServer): Promise<Person> {
  const profile = join(HOME, browser);
  await mkdir(profile, { recursive: true });
  const person = await openBrowser(browser, { extension: join(DIST, browser), profile, visible: !isHidden });
  await person.agree();
  const isJoined = (await person.rows('teams')).length > 0;
  if (!isJoined) await joinByLink(person, await team.invite('member', 1), 'You');
  await person.goTo(`${pages.url}/article.html`);
  return person;
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function sayNoDisplay(): null {
  console.log(
    `There is no display here, so no browser was opened. The extension stands in ${DIST}, built on every change.`,
  );
  return null;
}
