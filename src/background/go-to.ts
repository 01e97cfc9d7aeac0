import { hasHosts } from '../browser/hosts.ts';
import { injectFile } from '../browser/inject.ts';
import { rememberTab } from '../browser/tab-memory.ts';
import { goToUrl, reachableTabs, showTab, tellTab } from '../browser/tab-reach.ts';
import { isWebUrl, normaliseUrl, originOf } from '../domain/url.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { readOne } from '../store/read.ts';
import { RESIDENT } from './refresh.ts';
import { withTextFragment } from './text-fragment.ts';
import type { World } from './world.ts';

/**
 * Opens the page of a record at its passage: in a tab that shows it already, else a new one. Where we may not run, the
 * browser itself is asked to find the words. Fails with `gone`, `no-page` or, where
 * the browser lets no extension open it, `unopened`.
 */
export async function goTo(world: World, team: string, id: string): Promise<Result<null>> {
  const record = await readOne(world.store.relaxed, [team, id]);
  if (!record) return fail('gone');
  const body = record.kind === 'lesson' || record.kind === 'question' ? record.body : undefined;
  const href = body?.target?.href ?? (record.kind === 'lesson' ? record.body.link : undefined) ?? '';
  if (!isWebUrl(href)) return fail('no-page');
  const page = normaliseUrl(href);
  const open = (await reachableTabs()).find(({ url }) => normaliseUrl(url) === page);
  if (open) {
    await remember(open.tabId, team, id);
    await showTab(open);
    if (!(await tellTab(open.tabId, { tell: 'show', team, id }))) await injectFile(open.tabId, RESIDENT);
    return ok(null);
  }
  const mayRun = await hasHosts(originOf(href));
  const tabId = await goToUrl(mayRun ? href : withTextFragment(href, body?.quote));
  if (tabId === undefined) return fail('unopened', href);
  if (mayRun) await remember(tabId, team, id);
  return ok(null);
}

const remember = (tabId: number, team: string, id: string): Promise<void> =>
  rememberTab(tabId, (memory) => ({ ...memory, show: { team, id } }));
