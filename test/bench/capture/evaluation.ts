import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from 'puppeteer-core';
import type { ChromePerson } from '../../../src/dev/browsers/chrome.ts';
import { round, spreadOf } from './spread.ts';

const ROUNDS = 15;

/** A script that is put into pages. */
interface Script {
  name: string;
  source: string;
}

export interface Weight {
  bytes: number;
  gzip: number;
  p50: number;
  p95: number;
  heap: number;
}

/** What stands in for the extension's API: present, and silent. */
const SILENT = `globalThis.chrome = { runtime: { id: 'x', sendMessage: () => new Promise(() => {}),
  onMessage: { addListener() {}, removeListener() {} } }, i18n: { getMessage: () => '' } };`;

/** Weighs our scripts and the peer's in fresh worlds of their own in a fresh page each time, in turns. */
export async function measureScripts(
  person: ChromePerson,
  address: string,
  extension: string,
  peer: string | null,
): Promise<Record<string, Weight>> {
  const scripts = [
    { name: 'nothing (the floor)', source: '' },
    {
      name: 'ours, always there',
      source: ['gate', 'main'].map((name) => readFileSync(join(extension, `capture/${name}.js`), 'utf8')).join('\n'),
    },
    { name: 'ours, with the first gesture', source: readFileSync(join(extension, 'capture/keep.js'), 'utf8') },
    {
      name: 'ours, where there is something to paint',
      source: readFileSync(join(extension, 'capture/paint.js'), 'utf8'),
    },
    ...peerScripts(peer),
  ];
  const times = new Map(scripts.map(({ name }) => [name, [] as number[]]));
  const heaps = new Map(times);
  for (const { name } of scripts) heaps.set(name, []);
  const page = await person.program.newPage();
  for (let i = 0; i < ROUNDS; i++) {
    for (const script of scripts) {
      await page.goto(address);
      const { ms, heap } = await weigh(page, script);
      times.get(script.name)?.push(ms);
      heaps.get(script.name)?.push(heap);
    }
  }
  await page.close();
  return Object.fromEntries(scripts.map((script) => [script.name, toWeight(script, times, heaps)]));
}

function toWeight({ name, source }: Script, times: Map<string, number[]>, heaps: Map<string, number[]>): Weight {
  const { p50, p95 } = spreadOf(times.get(name) ?? []);
  const bytes = Buffer.byteLength(source);
  return { bytes, gzip: gzipSync(source, { level: 9 }).length, p50, p95, heap: spreadOf(heaps.get(name) ?? []).p50 };
}

function peerScripts(peer: string | null): Script[] {
  if (!peer) return [];
  const source = readFileSync(join(peer, 'build/scripts/annotator.bundle.js'), 'utf8');
  // A module's imports and exports mean nothing in a world of one script.
  return [{ name: 'Hypothesis, annotator', source: source.replace(/export\s*\{[^}]*\};?\s*$/, '') }];
}

async function weigh(page: Page, { source }: Script): Promise<{ ms: number; heap: number }> {
  const session = await page.createCDPSession();
  try {
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'weighed',
    });
    await evaluate(session, contextId, SILENT);
    const timed = (source: string) =>
      `(() => { const since = performance.now(); (0, eval)(${JSON.stringify(source)}); return performance.now() - since; })()`;
    // What the first evaluation of anything leaves behind is not the script's.
    await evaluate(session, contextId, timed(''));
    const before = await heapSize(session);
    const ms = Number(await evaluate(session, contextId, timed(source)));
    return { ms, heap: round((await heapSize(session)) - before) };
  } finally {
    await session.detach();
  }
}

async function evaluate(session: CDPSession, contextId: number, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId,
    expression,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

const COLLECTIONS = 12;

/**
 * In kB, after collecting until nothing more is found: what a page leaves behind as it loads goes in several steps, and
 * as long as it goes, a script that was put in meanwhile seems to weigh less than nothing.
 */
async function heapSize(session: CDPSession): Promise<number> {
  let last = Number.POSITIVE_INFINITY;
  for (let i = 0; i < COLLECTIONS; i++) {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    if (Math.abs(last - usedSize) < 500) return usedSize / 1000;
    last = usedSize;
  }
  return last / 1000;
}
