import { timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import type { Env, Parts } from '../parts.ts';
import { notFound } from '../problem.ts';

/** `/metrics` for Prometheus. There only where a METRICS_TOKEN is set, for those who have it. */
export function metrics(app: Hono<Env>, { config, counts, hub }: Parts): void {
  app.get('/metrics', (ask) => {
    const said = Buffer.from(ask.req.header('authorization') ?? '');
    const wanted = Buffer.from(`Bearer ${config.metricsToken}`);
    const isRight = said.length === wanted.length && timingSafeEqual(said, wanted);
    if (config.metricsToken === '' || !isRight) throw notFound();
    const { rss, heapUsed } = process.memoryUsage();
    return ask.text(counts.text({ streams: hub.size(), memory_bytes: rss, heap_bytes: heapUsed }));
  });
}
