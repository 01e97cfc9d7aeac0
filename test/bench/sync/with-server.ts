import { startProcess } from '../../server/kills/server-process.ts';
import { joinAs } from './ours.ts';

/** What a server to measure runs: its program and environment. */
export interface Place {
  program: string;
  environment: Record<string, string>;
}

/** Runs `work` against a server in a process of its own; `invite` gives links for so many; `pid` is its process. */
export async function withServer<T>(
  { program, environment }: Place,
  work: (url: string, invite: (uses: number) => Promise<string>, pid: number) => Promise<T>,
): Promise<T> {
  const server = await startProcess(program, { STREAMS_PER_DEVICE: '1000', ...environment });
  const owner = await joinAs(server.url, server.ownerLink ?? '');
  const invite = async (uses: number) => {
    const body = JSON.stringify({ role: 'member', uses });
    const init = { method: 'POST', headers: { Authorization: `Bearer ${owner.token}` }, body };
    return ((await (await fetch(`${server.url}/v1/invites`, init)).json()) as { link: string }).link;
  };
  try {
    return await work(server.url, invite, server.pid);
  } finally {
    await server.stop();
  }
}
