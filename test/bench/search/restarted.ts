import type { Contender } from './cold.ts';
import { closeAll, openCold } from './cold.ts';
import type { Figures } from './figures.ts';
import { openFront } from './front.ts';
import { type Extensions, inBrowser } from './in-browser.ts';
import { sample } from './ours.ts';
import { noteSeen, type Popups } from './popups.ts';
import type { Seen } from './seen.ts';
import { typedFor } from './typed.ts';

/**
 * The first popup of a browser that was just started, ours and the floor's in the same one and in turn who is first: nothing that
 * an earlier popup left in the browser's memory helps, and the store of each was seen to be closed before any opens. Ours has been
 * open once in that browser, as the page in front was given its lessons (front.ts).
 */
export async function measureRestarted(
  within: { profile: string; signal: AbortSignal },
  extensions: Extensions,
  { corpus, size, rounds }: Omit<Popups, 'leaveAlone'>,
): Promise<Record<string, Figures>> {
  const compared = extensions.filter(([name]) => name === 'ours' || name === 'floor');
  const seen = new Map<string, Seen[]>();
  for (const [round, query] of typedFor(sample(corpus, size), rounds).two.entries()) {
    await inBrowser(within, compared, async (_, contenders, leaveAlone) => {
      const [ours] = contenders;
      if (!ours) return;
      const front = await openFront(ours);
      leaveAlone(true);
      await closeAll(contenders);
      const inTurn: Contender[] = round % 2 === 0 ? contenders : contenders.toReversed();
      for (const one of inTurn) {
        const its = await openCold(one, { query }, front).catch(() => null);
        if (its) seen.set(one.name, [...(seen.get(one.name) ?? []), its]);
      }
      leaveAlone(false);
      await front.close();
    });
  }
  const report: Record<string, Figures> = {};
  for (const [name, all] of seen) {
    report[name] = {};
    noteSeen(report[name], 'popup restarted, first answer, ms', all);
  }
  return report;
}
