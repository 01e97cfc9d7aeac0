import { fold } from '../kit/fold.ts';

const plain = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()}`;

/** Whether a name, or any word of it, begins so: `jose` and `Núñ` mean María-José Núñez. */
export const isNamed = (name: string, begun: string): boolean => plain(name).includes(plain(begun));
