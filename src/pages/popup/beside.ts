import type { Found } from '../../store/find.ts';
import { BESIDE, type Beside } from '../../wire/beside.ts';
import { searchedSoFar } from './typed-so-far.ts';

/** What the worker was asked to search for, where it lives. */
export interface Asked {
  typed: string;
  /** It has said that it does. */
  isHeard: boolean;
  answer: Promise<Found>;
}

/** What is typed before there is anybody here who searches is asked of the worker, letter by letter. */
export interface SearchingBeside {
  last(): Asked | undefined;
  /** From now on it is searched for here, and nobody is asked any more; what was asked for last may still be answered. */
  end(): void;
}

export function searchBeside(): SearchingBeside {
  const channel = new BroadcastChannel(BESIDE);
  let asked: Asked | undefined;
  let answered = (_: Found): void => {};
  const ask = (): void => {
    const typed = searchedSoFar();
    if (typed === '' || typed === asked?.typed) return;
    const answer = new Promise<Found>((resolve) => {
      answered = resolve;
    });
    asked = { typed, isHeard: false, answer };
    channel.postMessage({ asks: typed } satisfies Beside<Found>);
  };
  channel.onmessage = ({ data }: MessageEvent<Beside<Found> | null>) => {
    if (!asked || !data) return;
    if (data.hears === asked.typed) asked.isHeard = true;
    if (data.answers === asked.typed) answered(data.found);
  };
  addEventListener('input', ask, true);
  const end = () => {
    removeEventListener('input', ask, true);
    if (asked) void asked.answer.then(() => channel.close());
    else channel.close();
  };
  return { last: () => asked, end };
}
