import { kinds } from '../../../src/domain/kinds/index.ts';
import type { StoredRecord } from '../../../src/domain/record.ts';
import { normaliseUrl } from '../../../src/domain/url.ts';
import { hashBody } from '../../../src/domain/version.ts';
import type { Page } from '../../../src/search/page/page-query.ts';
import { openStore } from '../../../src/store/db.ts';
import { takeIn } from '../../../src/store/feed.ts';
import { forPage } from '../../../src/store/for-page.ts';
import { addTeam } from '../../../src/store/team.ts';
import { tendIndex } from '../../../src/store/tend-index.ts';
import type { Text } from '../search/texts.ts';

/** What the bench does inside the extension's worker, on the extension's own database. */
export interface InWorker {
  join(): Promise<void>;
  /** Takes texts in as a team's feed comes in, and tends the index. */
  load(texts: Text[]): Promise<void>;
  /** Milliseconds for each page. */
  match(pages: Page[]): Promise<number[]>;
}

const TEAM = 'bench';
const HANDFUL = 12;
const store = openStore();

const desk: InWorker = {
  async join() {
    const member = { id: 'bench-member', name: 'Bench', role: 'member' as const };
    const sync = { token: '', epoch: 'e', cursor: '', joined: 0, syncedAt: 0 };
    await addTeam(store, { id: TEAM, name: 'Bench', server: 'https://bench.example', member, ...sync }, () => 1);
  },
  async load(texts) {
    const taken = await takeIn(store, TEAM, await Promise.all(texts.map(toRecord)));
    if (!taken.ok) throw new Error(taken.failure.code);
    while (await tendIndex(store, 50));
  },
  async match(pages) {
    const times: number[] = [];
    for (const page of pages) {
      const from = performance.now();
      await forPage(store.relaxed, page, { limit: HANDFUL });
      times.push(performance.now() - from);
    }
    return times;
  },
};

async function toRecord({ id, title, body, tags, url }: Text): Promise<StoredRecord> {
  const target = { url: normaliseUrl(url), href: url, title, selectors: [] };
  const lesson = { created: id, title, quote: body, tags, lang: 'en', target };
  const version = { n: 1, time: id, device: 'd', hash: await hashBody(lesson) };
  const schema = kinds.lesson.version;
  return { id: `text-${id}`, kind: 'lesson', author: `author-${id % 50}`, schema, version, body: lesson };
}

Object.assign(globalThis, { desk });
