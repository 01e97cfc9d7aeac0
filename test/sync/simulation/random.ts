/** Numbers that are the same for the same seed (sfc32, Doty-Humphrey). */
export interface Random {
  /** 0 up to 1, without 1. */
  next(): number;
  /** 0 up to `below`, without it. */
  int(below: number): number;
  chance(of: number): boolean;
  pick<T>(from: readonly T[]): T;
}

export function createRandom(seed: number): Random {
  let [a, b, c, d] = [seed >>> 0, (seed / 2 ** 32) >>> 0, 0x9e3779b9, 1];
  const step = () => {
    const t = (((a + b) >>> 0) + d) >>> 0;
    d = (d + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = ((c << 21) | (c >>> 11)) >>> 0;
    c = (c + t) >>> 0;
    return t;
  };
  for (let i = 0; i < 12; i++) step();
  const next = () => step() / 2 ** 32;
  return {
    next,
    int: (below) => Math.floor(next() * below),
    chance: (of) => next() < of,
    pick(from) {
      const one = from[Math.floor(next() * from.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
  };
}
