import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long a stop waits for requests under way, and how often it looks for connections that are done. */
const DRAIN_MS = 5_000;
const SWEEP_MS = 20;

/** How long a request's head and all of it may take to come, and how often that is looked at. */
const PATIENCE = { headMs: 10_000, wholeMs: 30_000, lookMs: 2_000 };

/**
 * A socket on which a connection costs a bounded time: who sends a request one byte at a time is answered 408 and let go. Node
 * looks at that every 30 s unless told otherwise.
 */
export function createSocket(answer: RequestListener, { headMs, wholeMs, lookMs } = PATIENCE): Server {
  const limits = { headersTimeout: headMs, requestTimeout: wholeMs, connectionsCheckingInterval: lookMs };
  const http = createServer({ ...limits, keepAliveTimeout: 65_000 }, answer);
  http.maxHeadersCount = 100;
  return http;
}

/** Gives the way to stop: no more requests are taken, `endStreams` is called, and what is under way has a while to end. */
export function prepareDrain(http: Server): (endStreams: () => void) => Promise<void> {
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
