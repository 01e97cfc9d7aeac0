/**
 * Marionette, the protocol Firefox is driven by (version 3). Over TCP each packet is `LENGTH:JSON`, the length in bytes.
 * The browser greets with an object; then a command is `[0, id, name, params]` and its answer `[1, id, error, result]`.
 * Source: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
import { connect, type Socket } from 'node:net';
import { until } from './until.ts';

export interface Marionette {
  send(command: string, params?: object): Promise<unknown>;
  /** The answer's `value`, which most commands have. */
  ask(command: string, params?: object): Promise<unknown>;
  hangUp(): void;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Connects to a browser that was started with `marionette.port`; `isAlive` ends the wait when the browser is gone. */
export async function callMarionette(port: number, isAlive: () => boolean): Promise<Marionette> {
  const socket = await until('Firefox to answer its driver', async () => {
    if (!isAlive()) throw new Error('Firefox ended');
    return dial(port);
  });
  return converse(socket);
}

const dial = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });

async function converse(socket: Socket): Promise<Marionette> {
  const waiting = new Map<number, Waiting>();
  let greeted = () => {};
  const greeting = new Promise<void>((resolve) => {
    greeted = resolve;
  });
  onPackets(socket, (packet) => {
    if (!Array.isArray(packet)) greeted();
    else answer(waiting, packet);
  });
  socket.on('close', () => {
    for (const one of waiting.values()) one.reject(new Error('Firefox hung up.'));
    waiting.clear();
  });
  await greeting;
  let id = 0;
  const send = (command: string, params: object = {}) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.set(++id, { resolve, reject });
      const text = JSON.stringify([0, id, command, params]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  return {
    send,
    ask: async (command, params) => ((await send(command, params)) as { value: unknown }).value,
    hangUp: () => socket.destroy(),
  };
}

function answer(waiting: Map<number, Waiting>, [, id, error, result]: unknown[]): void {
  const one = waiting.get(id as number);
  waiting.delete(id as number);
  if (error) {
    const { error: name, message } = error as { error: string; message: string };
    one?.reject(new Error(`${name}: ${message}`));
  } else one?.resolve(result);
}

const COLON = 58;

function onPackets(socket: Socket, take: (packet: unknown) => void): void {
  let buffer = Buffer.alloc(0);
  socket.on('data', (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const colon = buffer.indexOf(COLON);
      if (colon < 0) return;
      const end = colon + 1 + Number(buffer.subarray(0, colon).toString());
      if (buffer.length < end) return;
      take(JSON.parse(buffer.subarray(colon + 1, end).toString()));
      buffer = buffer.subarray(end);
    }
  });
}
