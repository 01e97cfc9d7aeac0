import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/server/config.ts';

describe('configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({ ok: true, value: { port: 8787, host: '127.0.0.1', databaseUrl: '' } });
  });

  it('reads what is set', () => {
    const read = readConfig({ PORT: '0', PUBLIC_URL: 'https://team.example/', TRUST_PROXY: '1', LOG: 'none' });
    expect(read).toMatchObject({ ok: true, value: { port: 0, publicUrl: 'https://team.example', trustProxy: true } });
  });

  it('names each wrong variable in a sentence', () => {
    const wrong = { PORT: 'eighty', PUBLIC_URL: 'team', DATABASE_URL: 'mysql://x', TEAM_NAME: '', LOG: 'loud' };
    const read = readConfig(wrong);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    for (const name of Object.keys(wrong)) expect(read.failure.detail).toContain(`${name}: `);
    expect(read.failure.detail).not.toContain('Invalid');
  });

  it.each([
    [{ PORT: '1.5' }, 'PORT: must be a whole number from 0 to 65535.'],
    [{ PORT: '65536' }, 'PORT: must be a whole number from 0 to 65535.'],
    [{ DELETED_DAYS: '0' }, 'DELETED_DAYS: must be a whole number from 1 to 36500.'],
    [{ LOG: 'loud' }, 'LOG: must be all, problems or none.'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY: must be 0 or 1.'],
    [{ PUBLIC_URL: 'team.example' }, 'PUBLIC_URL: must be a web address, like https://team.example.'],
  ])('says what may be set: %o', (wrong, sentence) => {
    expect(readConfig(wrong)).toMatchObject({ ok: false, failure: { code: 'config', detail: sentence } });
  });
});
