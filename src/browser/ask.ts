import browser from 'webextension-polyfill';
import { fail } from '../kit/result.ts';
import type { Envelope, Gives, MessageName, Takes } from '../wire/talk.ts';

const NOT_THERE = /Receiving end does not exist/;
const TRIES = 3;
const PAUSE_MS = 120;

/**
 * Says something to the background from a page of ours and gives its answer. Tries again only where the browser says
 * that nobody heard it (a background just being stopped), never where it may have been done. Fails with `no-answer`.
 */
export async function ask<N extends MessageName>(say: N, takes: Takes<N>): Promise<Gives<N>> {
  const envelope: Envelope<N> = { say, takes };
  for (let tries = 1; ; tries++) {
    try {
      const answer: unknown = await browser.runtime.sendMessage(envelope);
      return (answer ?? fail('no-answer')) as Gives<N>;
    } catch (error) {
      if (tries === TRIES || !NOT_THERE.test(String(error))) return fail('no-answer') as Gives<N>;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries));
    }
  }
}
