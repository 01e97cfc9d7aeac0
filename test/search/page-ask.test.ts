import { expect, it } from 'vitest';
import { plainSite } from '../../src/domain/readable-site.ts';
import { facetTerms } from '../../src/search/asked/facets.ts';
import type { Part } from '../../src/search/find/part.ts';
import { askElsewhere } from '../../src/search/page/page-ask.ts';

it.each(['docs.example', new URL('https://bücher.example').hostname])(
  'what is of the same site, %s, is asked for as it is indexed',
  async (site) => {
    const asked: string[] = [];
    const part: Part = {
      match: async (matchers) => {
        asked.push(...matchers.map(({ term }) => term));
        return matchers.map(() => []);
      },
      count: async () => [],
      terms: async () => [],
    };
    const index = { parts: [part], records: 1, tongues: [], isGone: () => false };
    const nothing = { telling: [], rarities: new Map(), candidates: [], isWhole: true, isFull: true, speakers: [] };
    await askElsewhere(index, nothing, site);
    const facets = {
      kind: '',
      author: '',
      isMine: false,
      isShared: false,
      site: plainSite(site),
      link: '',
      tags: [],
      has: [],
    };
    expect(facetTerms(facets)).toContain(asked[0]);
  },
);
