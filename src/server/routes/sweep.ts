import type { Hono } from 'hono';
import { type Swept, sweepSchema } from '../../wire/sync.ts';
import { answerJson } from '../answer.ts';
import type { Env, Parts } from '../parts.ts';
import { notValid } from '../problem.ts';
import { readJson } from '../read-body.ts';
import { letIn } from '../who.ts';

/** Says which of the records that a device holds are no more. */
export function sweep(app: Hono<Env>, parts: Parts): void {
  app.post('/v1/sweep', letIn(parts), async (ask) => {
    const { team } = ask.get('bearer');
    const said = sweepSchema.safeParse(await readJson(ask, parts));
    if (!said.success) throw notValid('This names at most 500 records.');
    const fates = await parts.shelf.fates(team.id, [...new Set(said.data.ids)]);
    // The seq is from before the look: what is deleted meanwhile comes with the feed.
    return answerJson(ask, JSON.stringify({ seq: team.seq, ...fates } satisfies Swept));
  });
}
