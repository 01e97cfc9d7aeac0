import type { LedgerRow } from '../../store/rows.ts';
import { language, type MessageKey, text } from '../../ui/text.ts';

const words: Record<string, MessageKey> = {
  join: 'ledgerJoin',
  push: 'ledgerPush',
  pull: 'ledgerPull',
  live: 'ledgerLive',
  me: 'ledgerMe',
  leave: 'ledgerLeave',
  invites: 'ledgerInvites',
};

/** What a request was for, in words; one without words shows as it was. */
export function whatWas({ method, path }: Pick<LedgerRow, 'method' | 'path'>): string {
  const call = /^\/v\d+\/(\w+)/.exec(path)?.[1] ?? '';
  const key = Object.hasOwn(words, call) ? words[call] : undefined;
  return key ? text(key) : `${method} ${path}`;
}

/** How it ended, where it did not end well; '' where it did. */
export function howItEnded({ status }: Pick<LedgerRow, 'status'>): string {
  if (status === 0) return text('optionsLedgerUnanswered');
  return status < 400 ? '' : text('optionsLedgerFailed', status);
}

const KILO = 1000;

/** A size as people read it: "340 byte", "1.2 kB". */
export function sizeOf(bytes: number, locale = language()): string {
  const isSmall = bytes < KILO;
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isSmall ? 'byte' : 'kilobyte',
    unitDisplay: isSmall ? 'long' : 'short',
    maximumFractionDigits: 1,
  });
  return format.format(isSmall ? bytes : bytes / KILO);
}
