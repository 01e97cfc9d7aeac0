import './icon.css';

/** Strokes on a 20 × 20 grid. They stand beside words and mean nothing alone, so they are hidden from screen readers. */
const paths = {
  add: 'M10 4v12M4 10h12',
  answer: 'M4 4.5h12v8.5H9.5L6 16v-3H4z',
  back: 'M12 4.5 6.5 10l5.5 5.5',
  check: 'm4 10.5 4 4 8-9',
  close: 'm5 5 10 10M15 5 5 15',
  copy: 'M7.5 7.5h8v8h-8zM12.5 4.5h-8v8',
  edit: 'm4.5 15.5.8-3.3 8.2-8.2 2.5 2.5-8.2 8.2z',
  keep: 'M6 3.5h8v13l-4-3-4 3z',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-.9.9M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l.9-.9',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  open: 'M8 4.5H4.5v11h11V12M11 4.5h4.5V9M15.5 4.5 9 11',
  panel: 'M3.5 4.5h13v11h-13zM12 4.5v11',
  question: 'M7.3 7.5a2.7 2.7 0 1 1 4.3 2.2c-1 .7-1.6 1.2-1.6 2.3M10 15h.01',
  remove: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10h7.6l.7-10',
  search: 'M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4M12.7 12.7 16.5 16.5',
  settings: 'M4 6h7M14.5 6H16M4 14h1.5M9 14h7M12.750 4.250v3.5M7.250 12.250v3.5',
  share: 'M10 12.5V3.5M6.5 6.5 10 3.5l3.5 3M4.5 10.5v6h11v-6',
  show: 'M10 3v2.5M10 14.5V17M3 10h2.5M14.5 10H17M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7',
  takeBack: 'M7 5 3.5 8.5 7 12M4 8.5h7.5a4 4 0 0 1 0 8H9',
  team: 'M7.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M3 15.5c.3-2.5 2-4 4.5-4s4.2 1.5 4.5 4M13 4.7a2.5 2.5 0 0 1 0 4.6M14 11.7c1.7.4 2.8 1.7 3 3.8',
  thanks: 'M10 16S3.5 12.3 3.5 8A3.2 3.2 0 0 1 10 6.7 3.2 3.2 0 0 1 16.5 8c0 4.3-6.5 8-6.5 8z',
  warning: 'M10 3.5 17 16H3zM10 8.5v3.5M10 14h.01',
} as const;

export type IconName = keyof typeof paths;

/** They point along the line, so they are turned where that runs from right to left. */
const TURNED: ReadonlySet<IconName> = new Set(['back', 'open', 'takeBack']);

export const Icon = ({ name }: { name: IconName }) => (
  <svg class={TURNED.has(name) ? 'icon turned' : 'icon'} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
);
