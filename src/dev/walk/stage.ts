import { resolve } from 'node:path';
import { openBrowser } from '../browsers/open.ts';
import type { BrowserName, Opening, Person } from '../browsers/person.ts';
import { type PageServer, servePages } from '../page-server.mjs';
import { startTeam, type Team } from './team.ts';

/** What a journey plays on: pages to read, a team server, and people at browsers who come when they are first asked for. */
export interface Stage {
  pages: PageServer;
  team(): Promise<Team>;
  /** A person by name; each has a profile of their own. */
  person(name: string, opening?: Partial<Opening>): Promise<Person>;
  close(): Promise<void>;
}

export interface StageOptions {
  browser: BrowserName;
  /** Folder of the build. */
  dist: string;
  /** Folders of pages, the first one hiding what later ones have under the same name. */
  pages: string[];
  visible?: boolean;
}

export async function openStage({ browser, dist, pages: folders, visible = false }: StageOptions): Promise<Stage> {
  const pages = await servePages(folders);
  const people = new Map<string, Promise<Person>>();
  let team: Promise<Team> | undefined;
  /** A first install opens the welcome page by itself: nothing else is done before it stands, lest it come in between. */
  const arrive = async (person: Person) => {
    await person.own('welcome');
    await person.openTab(`${pages.url}/article.html`);
    return person;
  };
  return {
    pages,
    team: () => {
      team ??= startTeam({ dist }).then((started) => {
        if (!started.ok) throw new Error(`The team server did not start: ${started.failure.code}`);
        return started.value;
      });
      return team;
    },
    person(name, opening = {}) {
      const standing = people.get(name);
      if (standing) return standing;
      const coming = openBrowser(browser, { extension: resolve(dist, browser), visible, ...opening }).then(arrive);
      people.set(name, coming);
      return coming;
    },
    async close() {
      const closing = [...people.values()].map(async (coming) => (await coming).close());
      await Promise.allSettled(closing);
      await (await team)?.close();
      await pages.close();
    },
  };
}
