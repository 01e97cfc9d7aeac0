import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/** Below 48 px the mark has its own drawing, with its edges on whole pixels. */
const DRAWINGS = [
  { from: 'public/icons/icon-small.svg', sizes: [16, 32] },
  { from: 'public/icons/icon.svg', sizes: [48, 128] },
];

/** @type {Promise<void> | undefined} */
let ready;

/**
 * The icons as PNG, drawn from their SVG sources; the same bytes every time. The package is named only here inside, so
 * that a command can import the build before it has installed it.
 * @returns {Promise<{ to: string, bytes: Uint8Array }[]>}
 */
export async function drawIcons() {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  ready ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then((wasm) => initWasm(wasm));
  await ready;
  const icons = [];
  for (const { from, sizes } of DRAWINGS) {
    const svg = await readFile(from, 'utf8');
    for (const size of sizes) {
      const drawn = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render();
      icons.push({ to: `icons/icon-${size}.png`, bytes: drawn.asPng() });
    }
  }
  return icons;
}
