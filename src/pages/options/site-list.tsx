import type { ComponentProps } from 'preact';
import { SiteRows } from './site-rows.tsx';

/** Sites that were chosen elsewhere, on a bar or in a page, and can be taken from the list here. */
export const SiteList = ({ title, ...rows }: ComponentProps<typeof SiteRows> & { title: string }) => (
  <div class="part">
    <h3>{title}</h3>
    <SiteRows {...rows} />
  </div>
);
