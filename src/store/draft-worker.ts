import { draftSegment } from '../search/write/draft.ts';
import type { Asked, Drafted } from './draft-elsewhere.ts';

/** Drafts segments in a thread of its own: see draft-elsewhere.ts. */
addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  const draft = await draftSegment(data.records).catch(() => null);
  postMessage({ n: data.n, draft } satisfies Drafted);
});
