import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it left the browser. */
export interface Seen {
  url: URL;
  body: string;
}

export interface Gate {
  port: number;
  seen: Seen[];
  close(): Promise<void>;
}

/**
 * A proxy on this machine through which a browser is sent with all it asks for: what it has not seen did not leave.
 * Tunnels (https) are noted and refused, since nothing here is served that way.
 */
export async function startProxy(): Promise<Gate> {
  const seen: Seen[] = [];
  const server = createServer((asked, answer) => {
    const url = new URL(asked.url ?? '');
    const parts: Buffer[] = [];
    const note: Seen = { url, body: '' };
    seen.push(note);
    const onward = request(url, { method: asked.method, headers: asked.headers }, (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers);
      came.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    asked.on('data', (part: Buffer) => parts.push(part));
    asked.on('end', () => {
      note.body = Buffer.concat(parts).toString('latin1');
    });
    asked.pipe(onward);
  });
  server.on('connect', (asked, socket) => {
    seen.push({ url: new URL(`https://${asked.url}`), body: '' });
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port, seen, close };
}
