import type { Page, Target } from 'puppeteer-core';

const pages = new WeakMap<Target, Promise<Page>>();

/**
 * The page of a target: a tab's own, or for a popup or side panel one made of it. Made once each; two on one target
 * share its session, and then neither gets answers.
 */
export function pageOfTarget(target: Target): Promise<Page> {
  const standing = pages.get(target);
  if (standing) return standing;
  const coming = target.page().then((page) => page ?? target.asPage());
  pages.set(target, coming);
  return coming;
}
