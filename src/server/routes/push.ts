import type { Hono } from 'hono';
import type { Role, Verdict } from '../../wire/sync.ts';
import { answerJson } from '../answer.ts';
import type { Env, Parts } from '../parts.ts';
import { tooMany } from '../problem.ts';
import { readBody } from '../read-body.ts';
import type { ReadPush } from '../read-push.ts';
import { letIn } from '../who.ts';

const WRITERS: Role[] = ['owner', 'admin', 'member'];

/** Takes records in; each gets its own verdict. */
export function push(app: Hono<Env>, parts: Parts): void {
  app.post('/v1/push', letIn(parts, ...WRITERS), async (ask) => {
    const { team, member, device } = ask.get('bearer');
    const wait = parts.limits.pushes.take(device);
    if (wait > 0) throw tooMany(wait);
    const { records, refused } = await parts.reading.read(await readBody(ask, parts), member.id);
    const judged = records.length > 0 ? await parts.line.push(team.id, { author: member.id, device, records }) : [];
    parts.counts.pushed(records.length, refused.length);
    return answerJson(ask, JSON.stringify({ verdicts: inOrder(refused, judged) }));
  });
}

/** The verdicts in the order of the push: refused where a record could not be read, the shelf's for the others. */
function inOrder(refused: ReadPush['refused'], judged: Verdict[]): Verdict[] {
  const verdicts = [...judged];
  for (const { at, verdict } of refused) verdicts.splice(at, 0, verdict);
  return verdicts;
}
