import type { Spot } from './spot.ts';

/**
 * The page cannot style what is in a closed shadow root, but it can style our host. An important rule for `:host` beats
 * even the page's own important inline styles (CSS Cascade 5 §8.2: in the shadow tree's favour), so everything is pinned:
 * first all of it to its initial value, then what we mean.
 */
const PINNED = `
:host {
  all: initial !important;
  position: fixed !important;
  inset-block: auto 20px !important;
  inset-inline: auto 20px !important;
  display: block !important;
  width: max-content !important;
  height: max-content !important;
  max-width: calc(100vw - 40px) !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  overflow: visible !important;
  background: none !important;
  z-index: 2147483647 !important;
  color-scheme: light dark !important;
  pointer-events: auto !important;
  user-select: none !important;
}
:host([data-at='top']) { inset-block: 20px auto !important; }
@media print { :host { display: none !important; } }
`;

const LOOK = `
.toast {
  display: flex; align-items: center; flex-wrap: wrap; gap: 2px 4px; box-sizing: border-box; max-width: 26rem;
  padding: 5px 6px 5px 14px; border: 1px solid #c9b994; border-radius: 10px;
  font: 500 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  color: #26221b; background: #fffefc; box-shadow: 0 1px 2px rgb(62 45 15 / 12%), 0 6px 24px rgb(62 45 15 / 18%);
}
.toast:dir(rtl) { padding: 5px 14px 5px 6px; }
.toast.is-long { padding-block: 9px; }
.words { padding-block: 4px; margin-inline-end: 6px; min-width: 0; flex: 0 1 auto; }
.is-long .words { flex: 1 1 12rem; }
.bar { padding: 3px; gap: 0; font-size: 13px; }
.bar:dir(rtl) { padding: 3px; }
button {
  all: unset; box-sizing: border-box; min-height: 30px; min-width: 30px; padding: 3px 9px; border-radius: 6px;
  text-align: center; cursor: pointer; color: #875200; white-space: nowrap;
}
button:hover { background: #fdf1d6; }
button:focus-visible { outline: 2px solid #875200; outline-offset: -1px; }
button.sign { color: #655c4e; padding-inline: 6px; }
@media (prefers-color-scheme: dark) {
  .toast { color: #eee8dd; background: #23201c; border-color: #6b5c3d; box-shadow: 0 6px 24px rgb(0 0 0 / 50%); }
  button { color: #f2bd5c; }
  button:hover { background: #3a2d14; }
  button:focus-visible { outline-color: #f2bd5c; }
  button.sign { color: #c0b7a8; }
}
@media (forced-colors: active) {
  .toast { border-color: CanvasText; }
  button { color: LinkText; }
  button.sign { color: CanvasText; }
  button:hover, button:focus-visible { outline: 2px solid Highlight; }
}
`;

export const TOAST_STYLE = PINNED + LOOK;

/** Puts the host at a place in the view, no wider than the view has room there. */
export function placedAt({ left, right, top, bottom }: Spot): string {
  const edge = (at: number | undefined): string => (at === undefined ? 'auto' : `${at}px`);
  const inset = [top, right, bottom, left].map(edge).join(' ');
  return `:host { inset: ${inset} !important; max-width: calc(100vw - ${(left ?? right ?? 0) + 8}px) !important; }`;
}
