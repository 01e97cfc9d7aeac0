import { describe, expect, it, vi } from 'vitest';
import { createCoalescer } from '../../src/server/shelf/fan-out.ts';
import { createStream } from '../../src/server/stream.ts';

const event = new TextEncoder().encode(`event: news\ndata: ${'x'.repeat(60_000)}\n\n`);

describe('a stream to a listener', () => {
  const readAll = async (body: ReadableStream<Uint8Array>, until: string) => {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let heard = '';
    while (!heard.includes(until)) {
      const { done, value } = await reader.read();
      if (done) break;
      heard += decoder.decode(value, { stream: true });
    }
    await reader.cancel();
    return heard;
  };

  it('who is slow is told once to pull, and costs a bounded amount of memory', async () => {
    const stream = createStream('d', () => undefined);
    for (let i = 0; i < 1_000; i++) stream.say(event);
    const heard = await readAll(stream.body, 'event: poke');
    const events = heard
      .split('event: ')
      .slice(1)
      .map((one) => one.slice(0, 4));
    expect(events.filter((one) => one === 'poke')).toHaveLength(1);
    expect(events.at(-1)).toBe('poke');
    expect(heard.length).toBeLessThan(400_000);
  });

  it('who takes nothing at all is let go', () => {
    const onEnd = vi.fn();
    const stream = createStream('d', onEnd);
    for (let i = 0; i < 10; i++) stream.say(event);
    for (let i = 0; i < 2; i++) stream.beat();
    expect(onEnd).not.toHaveBeenCalled();
    stream.beat();
    expect(onEnd).toHaveBeenCalledTimes(1);
    stream.say(event);
    stream.poke();
    stream.end('gone');
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it('whose token ended is told so, as the last thing', async () => {
    const stream = createStream('d', () => undefined);
    stream.end('gone');
    stream.say(event);
    expect(await readAll(stream.body, 'never')).toMatch(/event: gone\ndata: \{\}\n\n$/);
  });
});

describe('announcements to other nodes', () => {
  it('of the same thing are made at once, and once more when more came meanwhile', () => {
    vi.useFakeTimers();
    const said: string[] = [];
    const { announce, close } = createCoalescer((word) => said.push(word));
    for (let i = 0; i < 100; i++) announce('news a');
    announce('news b');
    expect(said).toEqual(['news a', 'news b']);
    vi.advanceTimersByTime(500);
    expect(said).toEqual(['news a', 'news b', 'news a']);
    announce('news a');
    expect(said).toHaveLength(4);
    close();
    vi.useRealTimers();
  });
});
