import './fake-browser.ts';
import { expect, test } from 'vitest';
import { dropHosts, hasHosts, requestHosts } from '../../src/browser/hosts.ts';
import { world } from './fake-world.ts';

test('access is asked for a host, whatever the port, or for all of them', async () => {
  await requestHosts('http://127.0.0.1:8080');
  await requestHosts();
  expect(world.did).toEqual([
    ['permissions.request', { origins: ['http://127.0.0.1/*'] }],
    ['permissions.request', { origins: ['*://*/*'] }],
  ]);
});

test('what was granted for all holds for each', async () => {
  expect(await hasHosts('https://a.example')).toBe(false);
  world.hosts = ['*://*/*'];
  expect(await hasHosts('https://a.example')).toBe(true);
});

test('giving back all gives back what was given, and asks for nothing where nothing was', async () => {
  expect(await dropHosts()).toBe(true);
  expect(world.did).toEqual([]);
  world.hosts = ['https://a.example/*'];
  await dropHosts();
  expect(world.did).toEqual([['permissions.remove', { origins: ['https://a.example/*'] }]]);
});
