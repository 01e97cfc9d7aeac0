import type { Hono } from 'hono';
import { pushSchema, type Verdict } from '../../wire/sync.ts';
import { answerJson } from '../answer.ts';
import type { Env, Parts } from '../parts.ts';
import { notValid, tooMany } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { idOf, readSent } from '../read-record.ts';
import { letIn } from '../who.ts';

/** Takes records in; each gets its own verdict. */
export function push(app: Hono<Env>, parts: Parts): void {
  app.post('/v1/push', letIn(parts, 'owner', 'admin', 'member'), async (ask) => {
    const { team, member, device } = ask.get('bearer');
    const wait = parts.limits.pushes.take(device);
    if (wait > 0) throw tooMany(wait);
    const said = pushSchema.safeParse(await readJson(ask.req.raw));
    if (!said.success) throw notValid('This is not a push of at most 500 records.');
    const read = said.data.records.map((one) => readSent(one, member.id));
    const records = read.flatMap((one) => (one.ok ? [one.value] : []));
    const judged = records.length > 0 ? await parts.line.push(team.id, { author: member.id, records }) : [];
    parts.counts.pushed(records.length, read.length - records.length);
    return answerJson(ask, JSON.stringify({ verdicts: inOrder(said.data.records, read, judged) }));
  });
}

/** The verdicts in the order of the push: refused where a record could not be read, the shelf's for the others. */
function inOrder(sent: unknown[], read: ReturnType<typeof readSent>[], judged: Verdict[]): (Verdict | undefined)[] {
  let next = 0;
  return read.map((one, i): Verdict | undefined => {
    if (one.ok) return judged[next++];
    const { code, detail = '' } = one.failure;
    return { id: idOf(sent[i]), verdict: 'refused', code, message: detail };
  });
}
