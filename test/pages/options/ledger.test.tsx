// @vitest-environment happy-dom
import '../stage.ts';
import { describe, expect, test } from 'vitest';
import { howItEnded, sizeOf, whatWas } from '../../../src/pages/options/ledger-words.ts';
import { createDevice } from '../../store/device.ts';
import { button, click } from '../../ui/drawn.ts';
import { says, until } from '../stage.ts';
import { openOptions, section } from './open.tsx';

const request = (change = {}) => ({
  at: Date.now(),
  team: '',
  method: 'GET',
  path: '/v1/pull?after=e.1',
  sent: 0,
  received: 1500,
  records: 2,
  status: 200,
  ...change,
});

describe('what left this browser', () => {
  test('is nothing without a team, and says so', async () => {
    await says(section(openOptions(createDevice()), 'requests'), 'Nothing. Sidelight sends nothing anywhere');
  });

  test('is each request, newest first, and what it carried', async () => {
    const device = createDevice();
    await device.store.relaxed.ledger.bulkAdd([request(), request({ path: '/v1/push', method: 'POST', sent: 340 })]);
    const root = section(openOptions(device), 'requests');
    const rows = await until(() => {
      const found = [...root.querySelectorAll('tbody tr')];
      return found.length === 2 && found;
    });
    const cells = rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent));
    expect(cells.map(([what]) => what)).toEqual(['Sending what you shared', 'Fetching what colleagues shared']);
    expect(cells[0]?.slice(2)).toEqual(['340 bytes', '1.5 kB', '2']);
  });

  test('shows more when asked', async () => {
    const device = createDevice();
    await device.store.relaxed.ledger.bulkAdd(Array.from({ length: 50 }, () => request()));
    const root = section(openOptions(device), 'requests');
    await until(() => root.querySelectorAll('tbody tr').length === 20);
    await click(button(root, 'Show more'));
    await until(() => root.querySelectorAll('tbody tr').length === 50);
  });

  test('a request that is not known shows as it was', () => {
    expect(whatWas({ method: 'GET', path: '/v1/constructor' })).toBe('GET /v1/constructor');
  });

  test.each([
    [200, ''],
    [409, 'failed (409)'],
    [0, 'no answer'],
  ])('status %d ends as "%s"', (status, words) => {
    expect(howItEnded({ status })).toBe(words);
  });

  test.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1234, '1.2 kB'],
  ])('%d bytes read as %s', (bytes, words) => {
    expect(sizeOf(bytes, 'en')).toBe(words);
  });
});
