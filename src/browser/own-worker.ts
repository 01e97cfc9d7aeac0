import { ownPage } from './version.ts';

/** What browsers that know trusted types give; TypeScript's library does not name it everywhere. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The one policy that our pages allow: it passes nothing but a worker of our own. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('sidelight', {
  createScriptURL(url) {
    if (url !== ownPage('indexer.js')) throw new TypeError('This is no worker of ours.');
    return url;
  },
});

/** The worker that drafts segments of the search index beside a page; null where it cannot start. Whoever started it ends it. */
export function startIndexer(): Worker | null {
  const url = ownPage('indexer.js');
  try {
    return new Worker(policy?.createScriptURL(url) ?? url);
  } catch {
    return null;
  }
}
