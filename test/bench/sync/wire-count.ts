import { type AddressInfo, connect, createServer } from 'node:net';

/** Stands between a client and a server and counts the bytes of both ways, headers and all. */
export interface WireCount {
  url: string;
  /** Bytes since the last call. */
  take(): { up: number; down: number };
  close(): void;
}

export async function countBytes(target: string): Promise<WireCount> {
  const { hostname, port } = new URL(target);
  let [up, down] = [0, 0];
  const server = createServer((client) => {
    const onward = connect(Number(port), hostname);
    client.setNoDelay(true);
    onward.setNoDelay(true);
    client.on('data', (bytes) => {
      up += bytes.length;
    });
    onward.on('data', (bytes) => {
      down += bytes.length;
    });
    client.pipe(onward).pipe(client);
    for (const [one, other] of [
      [client, onward],
      [onward, client],
    ] as const) {
      one.on('error', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const counted = { up, down };
      [up, down] = [0, 0];
      return counted;
    },
    close: () => server.close(),
  };
}
