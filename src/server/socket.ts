import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long a stop waits for requests under way, and how often it looks for connections that are done. */
const DRAIN_MS = 5_000;
const SWEEP_MS = 20;

/**
 * Sets what a connection may cost: who sends a request one byte at a time is let go. Gives the way to stop: no more
 * requests are taken, `endStreams` is called, and what is under way has a while to end.
 */
export function prepareSocket(http: Server): (endStreams: () => void) => Promise<void> {
  http.headersTimeout = 10_000;
  http.requestTimeout = 30_000;
  http.keepAliveTimeout = 65_000;
  http.maxHeadersCount = 100;
  // Browsers open connections ahead of need; Node does not count one that never asked anything as idle.
  const unused = new Set<Socket>();
  http.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  http.on('request', ({ socket }) => unused.delete(socket));
  const sweep = () => {
    http.closeIdleConnections();
    for (const socket of unused) socket.destroy();
  };
  return (endStreams) =>
    new Promise((resolve) => {
      // Connections that are kept alive fall idle one by one as their last answer goes out.
      const sweeping = setInterval(sweep, SWEEP_MS);
      const patience = setTimeout(() => http.closeAllConnections(), DRAIN_MS);
      http.close(() => {
        clearInterval(sweeping);
        clearTimeout(patience);
        resolve();
      });
      endStreams();
      sweep();
    });
}
