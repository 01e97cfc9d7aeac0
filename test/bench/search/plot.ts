/** One line of the plot: what it is, and what it cost at each size. */
export interface Line {
  name: string;
  points: { size: number; cost: number }[];
}

const [WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM] = [760, 440, 70, 30, 220, 50];
const COLOURS = ['#b45309', '#1d4ed8', '#047857', '#7c3aed', '#be123c', '#475569', '#0e7490', '#a16207'];

/** Cost by size, both in powers of ten, as an SVG that stands alone. */
export function plot(title: string, unit: string, lines: Line[]): string {
  const points = lines.flatMap((line) => line.points);
  const sizes = [...new Set(points.map(({ size }) => size))].sort((a, b) => a - b);
  const costs = points.map(({ cost }) => cost).filter((cost) => cost > 0);
  const [low, high] = [Math.floor(Math.log10(Math.min(...costs))), Math.ceil(Math.log10(Math.max(...costs)))];
  const [first, last] = [Math.log10(sizes[0] ?? 1), Math.log10(sizes.at(-1) ?? 10)];
  const x = (size: number) => LEFT + ((Math.log10(size) - first) / (last - first || 1)) * (WIDTH - LEFT - RIGHT);
  const y = (cost: number) =>
    HEIGHT - BOTTOM - ((Math.log10(cost) - low) / (high - low || 1)) * (HEIGHT - TOP - BOTTOM);
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="18" font-weight="600">${title}</text>`,
    ...ticks.map((cost) => grid(y(cost), `${cost} ${unit}`)),
    ...sizes.map((size) => `<text x="${x(size)}" y="${HEIGHT - 28}" text-anchor="middle">${written(size)}</text>`),
    `<text x="${LEFT}" y="${HEIGHT - 8}" fill="#475569">items</text>`,
    ...lines.map((line, i) => curve(line, COLOURS[i % COLOURS.length] ?? '#000', x, y)),
    ...legend(lines, y),
    '</svg>\n',
  ].join('\n');
}

const written = (size: number): string => (size >= 1e6 ? `${size / 1e6} M` : `${size / 1000} k`);

const grid = (at: number, label: string): string =>
  `<path d="M${LEFT} ${at}H${WIDTH - RIGHT}" stroke="#e2e8f0"/><text x="${LEFT - 6}" y="${at + 4}" text-anchor="end">${label}</text>`;

function curve({ points }: Line, colour: string, x: (size: number) => number, y: (cost: number) => number): string {
  const spots = points.filter(({ cost }) => cost > 0);
  const path = spots
    .map(({ size, cost }, i) => `${i === 0 ? 'M' : 'L'}${x(size).toFixed(1)} ${y(cost).toFixed(1)}`)
    .join('');
  const dots = spots.map(
    ({ size, cost }) => `<circle cx="${x(size).toFixed(1)}" cy="${y(cost).toFixed(1)}" r="3" fill="${colour}"/>`,
  );
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}`;
}

/** Names beside the ends of their lines, moved apart where they would cover each other. */
function legend(lines: Line[], y: (cost: number) => number): string[] {
  const ends = lines.map(({ name, points }, i) => ({
    name,
    colour: COLOURS[i % COLOURS.length],
    at: y(points.at(-1)?.cost ?? 1),
  }));
  let last = -20;
  return ends
    .sort((a, b) => a.at - b.at)
    .map(({ name, colour, at }) => {
      last = Math.max(at, last + 16);
      return `<text x="${WIDTH - RIGHT + 10}" y="${last + 4}" fill="${colour}">${name}</text>`;
    });
}
