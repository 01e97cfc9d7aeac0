import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSocket } from '../../src/server/socket.ts';

describe('a connection', () => {
  let http: Server;
  beforeEach(async () => {
    const answer: Parameters<typeof createSocket>[0] = (request, response) =>
      void text(request).then(
        (body) => response.end(body),
        () => undefined,
      );
    http = createSocket(answer, { headMs: 100, wholeMs: 300, lookMs: 20 });
    await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  });
  afterEach(() => new Promise((done) => http.close(done)));

  /** What is answered to whoever sends this, and then nothing more, until the other side ends it. */
  const send = async (said: string): Promise<string> => {
    const socket = connect((http.address() as AddressInfo).port, '127.0.0.1');
    socket.write(said);
    return text(socket);
  };

  it('whose request has no end to its head is let go', async () => {
    expect(await send('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: a')).toMatch(/^HTTP\/1.1 408 /);
  });

  it('whose request has half of its body is let go', async () => {
    expect(await send('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf')).toMatch(/^HTTP\/1.1 408 /);
  });

  it('that says all it has to say is answered', async () => {
    const head = 'POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\n';
    expect(await send(`${head}whole`)).toMatch(/^HTTP\/1.1 200 [\s\S]*whole$/);
  });
});
