import { expect, test } from 'vitest';
import { isPrivateSite } from '../../src/domain/private-site.ts';

test.each([
  'mail.google.com',
  'webmail.company.example',
  'outlook.office.com',
  'banking.bank.example',
  'onlinebanking.example.com',
  'kreissparkasse-x.sparkasse-y.example',
  'mychart.hospital.example',
  'vault.company.example',
  'my.1password.com',
  'www.paypal.com',
])('%s is left alone', (host) => {
  expect(isPrivateSite(host)).toBe(true);
});

test.each([
  'docs.python.org',
  'databank.worldbank.org',
  'www.health.harvard.example',
  'mailchimp.com',
  'vaultproject.io',
  'example.mail',
  'notpaypal.com',
  'localhost',
  '127.0.0.1',
  '',
])('%s is there to be read', (host) => {
  expect(isPrivateSite(host)).toBe(false);
});
