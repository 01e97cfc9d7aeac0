import type { Browser, Target } from 'puppeteer-core';
import { pageOfTarget } from './chrome-page.ts';

/** Gathers what throws and nobody catches: in pages with what runs in them of ours, in our pages and in the worker. */
export function listen(program: Browser): string[] {
  const complaints: string[] = [];
  const complain = (where: string) => (error: unknown) => {
    complaints.push(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
  };
  const attend = async (target: Target) => {
    const where = target.url();
    if (target.type() === 'service_worker') (await target.worker())?.on('error', complain(where));
    const isView = target.type() === 'page' || where.startsWith('chrome-extension://');
    if (isView && target.type() !== 'service_worker') (await pageOfTarget(target)).on('pageerror', complain(where));
  };
  // A target that is gone again before it is attended has nothing to say.
  program.on('targetcreated', (target) => void attend(target).catch(() => {}));
  for (const target of program.targets()) void attend(target).catch(() => {});
  return complaints;
}
