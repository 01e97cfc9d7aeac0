import type { Log } from './log.ts';
import type { Bearer, Shelf } from './shelf/shelf.ts';
import { createStream, type Stream } from './stream.ts';
import { writeRecords } from './write-records.ts';

/** Everyone who listens now. */
export interface Hub {
  /** A stream of server-sent events for a device whose cursor is `after`. */
  open(bearer: Bearer, after: string): ReadableStream<Uint8Array>;
  /** How many streams a device holds. */
  held(team: string, device: string): number;
  /** Something changed in a team; says so to those who listen. */
  nudge(team: string): void;
  /** Ends the streams of a device with the word that its token is gone. */
  end(team: string, device: string): void;
  /** Looks for news in every team that someone listens to, for what no nudge told of. */
  look(): void;
  /** Says to each stream that the line is alive, and ends those whose token ended without a word. */
  beat(): Promise<void>;
  /** Ends all streams; those who listened come back by themselves. */
  close(): void;
  size(): number;
}

interface Channel {
  epoch: string;
  /** What everyone on this channel has been told of. */
  seq: number;
  streams: Set<Stream>;
  isTelling: boolean;
  isNudged: boolean;
}

/** More news than this at once is for pulling. */
const NEWS_MAX = 100;

/**
 * Tells each team's listeners what was committed: after a nudge the news are read once, written as one event and given
 * to every stream. A stream that cannot keep up is only told to pull, once it can hear again.
 */
export function createHub(shelf: Shelf, log: Log): Hub {
  const channels = new Map<string, Channel>();
  const streams = () => [...channels.values()].flatMap((channel) => [...channel.streams]);

  const tell = async (team: string, channel: Channel) => {
    channel.isTelling = true;
    try {
      while (channel.isNudged && channel.streams.size > 0) {
        channel.isNudged = false;
        await tellNews(shelf, team, channel);
      }
    } catch (error) {
      log.problem({ what: 'live', error: String(error) });
      for (const stream of channel.streams) stream.poke();
    } finally {
      channel.isTelling = false;
    }
  };

  const nudge = (team: string) => {
    const channel = channels.get(team);
    if (!channel) return;
    channel.isNudged = true;
    if (!channel.isTelling) void tell(team, channel);
  };
  const end = (team: string, device: string) => {
    for (const stream of channels.get(team)?.streams ?? []) if (stream.device === device) stream.end('gone');
  };

  return {
    open(bearer, after) {
      const { id, epoch, seq } = bearer.team;
      const standing = channels.get(id);
      const channel = standing ?? { epoch, seq, streams: new Set(), isTelling: false, isNudged: false };
      channels.set(id, channel);
      const stream = createStream(bearer.device, () => {
        channel.streams.delete(stream);
        if (channel.streams.size === 0 && channels.get(id) === channel) channels.delete(id);
      });
      channel.streams.add(stream);
      if (after !== `${channel.epoch}.${channel.seq}`) stream.poke();
      // Something may have been written since the bearer was looked up, when nobody listened yet.
      if (!standing) nudge(id);
      return stream.body;
    },
    held: (team, device) => [...(channels.get(team)?.streams ?? [])].filter((one) => one.device === device).length,
    nudge,
    end,
    look: () => {
      for (const team of channels.keys()) nudge(team);
    },
    async beat() {
      for (const stream of streams()) stream.beat();
      for (const [team, channel] of channels) {
        const devices = [...new Set([...channel.streams].map(({ device }) => device))];
        const alive = new Set(await shelf.alive(team, devices));
        for (const device of devices) if (!alive.has(device)) end(team, device);
      }
    },
    close: () => {
      for (const stream of streams()) stream.end();
    },
    size: () => streams().length,
  };
}

async function tellNews(shelf: Shelf, team: string, channel: Channel): Promise<void> {
  const page = await shelf.pull(team, channel.seq, NEWS_MAX);
  if (page.seq === channel.seq) return;
  const after = `${channel.epoch}.${channel.seq}`;
  channel.seq = page.more ? ((await shelf.team(team))?.seq ?? page.seq) : page.seq;
  const cursor = `${channel.epoch}.${page.seq}`;
  const news = `{"after":"${after}","cursor":"${cursor}","more":false,"records":${writeRecords(page.records)}}`;
  const event = new TextEncoder().encode(`event: news\ndata: ${news}\n\n`);
  for (const stream of channel.streams) {
    if (page.more) stream.poke();
    else stream.say(event);
  }
}
