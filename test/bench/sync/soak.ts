import { round } from './figures.ts';
import { joinAs } from './ours.ts';
import { makeRecord } from './records.ts';
import { type Place, withServer } from './with-server.ts';

const LISTENERS = 500;
const PUSHES_PER_SECOND = 5;
const SAMPLE_MS = 10_000;
/** Before that a server is still growing into its work. */
const WARM_UP_MS = 120_000;
const MB = 1024 * 1024;

/** Memory of a server that works evenly for a while: listeners, pushes that each of them hears, and pulls. In MB. */
export const soak = (place: Place, seconds: number): Promise<Record<string, number>> => {
  const environment = { ...place.environment, METRICS_TOKEN: 'bench' };
  return withServer({ ...place, environment }, async (url, links) => {
    const link = await links(3);
    const [writer, reader, listener] = [await joinAs(url, link), await joinAs(url, link), await joinAs(url, link)];
    let heard = 0;
    const opening = Array.from({ length: LISTENERS }, () => listener.live(() => heard++));
    await writer.push([await makeRecord('first')]);
    const stops = await Promise.all(opening);
    const samples: { at: number; rss: number; heap: number }[] = [];
    let pushed = 0;
    let cursor = '';
    const began = performance.now();
    for (let sampled = 0; performance.now() - began < seconds * 1000; ) {
      await writer.push([await makeRecord(`note ${pushed++}`)]);
      if (pushed % PUSHES_PER_SECOND === 0) ({ cursor } = await reader.pullAll(cursor));
      await new Promise((done) => setTimeout(done, 1_000 / PUSHES_PER_SECOND));
      const at = performance.now() - began;
      if (at - sampled < SAMPLE_MS) continue;
      sampled = at;
      samples.push({ at, ...(await memoryOf(url)) });
    }
    for (const stop of stops) stop();
    console.log(JSON.stringify(samples.map(({ rss, heap }) => [Math.round(rss), Math.round(heap)])));
    return summarize(samples, pushed, heard);
  });
};

async function memoryOf(url: string): Promise<{ rss: number; heap: number }> {
  const answer = await fetch(`${url}/metrics`, { headers: { Authorization: 'Bearer bench' } });
  const text = await answer.text();
  const gauge = (name: string) => Number(new RegExp(`^sidelight_${name} (\\d+)`, 'm').exec(text)?.[1]) / MB;
  return { rss: gauge('memory_bytes'), heap: gauge('heap_bytes') };
}

/** The first and the last third after warming up are compared: memory that is flat is the same in both. */
function summarize(samples: { at: number; rss: number; heap: number }[], pushed: number, heard: number) {
  const warm = samples.filter(({ at }) => at >= Math.min(WARM_UP_MS, (samples.at(-1)?.at ?? 0) / 3));
  const third = Math.max(1, Math.floor(warm.length / 3));
  const mean = (some: typeof warm, of: 'rss' | 'heap') => some.reduce((sum, one) => sum + one[of], 0) / some.length;
  return {
    pushes: pushed,
    'heard by all': heard,
    'rss, first third': round(mean(warm.slice(0, third), 'rss')),
    'rss, last third': round(mean(warm.slice(-third), 'rss')),
    'rss, most': round(Math.max(...samples.map(({ rss }) => rss))),
    'heap, first third': round(mean(warm.slice(0, third), 'heap')),
    'heap, last third': round(mean(warm.slice(-third), 'heap')),
  };
}
