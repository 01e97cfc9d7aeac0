import { create as createSearch } from './port-search.ts';
export const create = createSearch;
