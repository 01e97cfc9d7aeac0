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
  });
});
