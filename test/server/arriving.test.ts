import { describe, expect, it } from 'vitest';
import { createArriving } from '../../src/server/arriving.ts';
import { problemSchema } from '../../src/wire/sync.ts';
import { aRecord } from './records.ts';
import { startApp } from './socketless.ts';

/** A body whose beginning has come; the rest comes, or breaks off, when that is said. */
function half(text: string) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isRead: () => void = () => undefined;
  const read = new Promise<void>((done) => {
    isRead = done;
  });
  let piece: Uint8Array | null = new TextEncoder().encode(text.slice(0, -1));
  const body = new ReadableStream<Uint8Array>(
    {
      pull(given) {
        controller = given;
        // Asked for more: what came before is in the server's hands.
        if (piece) given.enqueue(piece);
        else isRead();
        piece = null;
      },
    },
    { highWaterMark: 0 },
  );
  return {
    body,
    read,
    end() {
      controller?.enqueue(new TextEncoder().encode(text.slice(-1)));
      controller?.close();
    },
    breakOff: () => controller?.error(new Error('gone')),
  };
}

describe('bodies that are still coming', () => {
  const note = 'x'.repeat(1_000);
  const makeText = async () => JSON.stringify({ records: [await aRecord({ body: { created: 1, note } })] });
  const wayOut = async (answer: Response) => [
    answer.status,
    problemSchema.parse(await answer.json()).code,
    Number(answer.headers.get('retry-after')) > 0,
  ];

  it('are bounded in all: for one more there is no room until another is here', async () => {
    const { post, join } = await startApp({ arriving: createArriving(3_000, 3_000) });
    const [anne, ben, cara] = [await join(), await join(), await join()];
    const [first, second] = [half(await makeText()), half(await makeText())];
    const waiting = [post('push', first.body, anne.token), post('push', second.body, ben.token)];
    await Promise.all([first.read, second.read]);
    expect(await wayOut(await post('push', await makeText(), cara.token))).toEqual([503, 'too-many', true]);
    first.end();
    expect((await waiting[0])?.status).toBe(200);
    expect((await post('push', await makeText(), cara.token)).status).toBe(200);
    second.end();
    expect((await waiting[1])?.status).toBe(200);
  });

  it('of one member are bounded sooner, on all their devices, so that nobody takes all the room', async () => {
    const { post, join } = await startApp({ arriving: createArriving(10_000, 2_000) });
    const [anne, ben] = [await join(), await join()];
    const slow = half(await makeText());
    const waiting = post('push', slow.body, anne.token);
    await slow.read;
    const other = await join('member', anne.member.id);
    for (const { token } of [anne, other])
      expect(await wayOut(await post('push', await makeText(), token))).toEqual([429, 'too-many', true]);
    expect((await post('push', await makeText(), ben.token)).status).toBe(200);
    slow.end();
    expect((await waiting).status).toBe(200);
    expect((await post('push', await makeText(), anne.token)).status).toBe(200);
  });

  it('of who is not known are bounded by where they come from, so that nobody keeps others from joining', async () => {
    const { post } = await startApp({ arriving: createArriving(10_000, 2_000) });
    const text = JSON.stringify({ name: 'x'.repeat(1_500) });
    const slow = half(text);
    const waiting = post('join', slow.body, '', '10.0.0.1');
    await slow.read;
    expect(await wayOut(await post('join', text, '', '10.0.0.1'))).toEqual([429, 'too-many', true]);
    expect((await post('join', text, '', '10.0.0.2')).status).toBe(400);
    slow.end();
    expect((await waiting).status).toBe(400);
  });

  it('give their room back where they break off or are refused', async () => {
    const { post, join } = await startApp({ arriving: createArriving(2_000, 2_000) });
    const { token } = await join();
    for (let i = 0; i < 3; i++) {
      const broken = half(await makeText());
      const waiting = post('push', broken.body, token);
      await broken.read;
      broken.breakOff();
      expect((await waiting).status).toBe(400);
      expect((await post('push', `{"records":["${'x'.repeat(1_900)}`, token)).status).toBe(400);
      expect((await post('push', `{"records":["${'x'.repeat(3_000)}`, token)).status).toBe(429);
    }
    expect((await post('push', await makeText(), token)).status).toBe(200);
  });
});
