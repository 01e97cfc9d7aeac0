import '../browser/fake-browser.ts';
import { createHandlers } from '../../src/background/handlers/index.ts';
import type { World } from '../../src/background/world.ts';
import { hear, type Sender } from '../../src/browser/answer.ts';
import type { Draft } from '../../src/wire/messages.ts';
import type { Gives, MessageName, Takes } from '../../src/wire/talk.ts';
import { world as browserWorld, type FakeTab, OWN, OWN_ID } from '../browser/fake-world.ts';
import { createDevice, type Device } from '../store/device.ts';

export const PAGE = 'https://docs.example/guide?utm_source=mail';
export const TAB = 7;

/** The background with a database of its own, one tab, and everything it can be told. */
export interface Stage {
  world: World;
  device: Device;
  tab: FakeTab;
  /** Requests that left. */
  requests: string[];
  /** Said by our page layer in the tab. */
  fromPage<N extends MessageName>(say: N, takes: Takes<N>, sender?: Sender): Promise<Gives<N>>;
  /** Said by a page of ours. */
  fromUs<N extends MessageName>(say: N, takes: Takes<N>): Promise<Gives<N>>;
}

export function createStage(): Stage {
  const device = createDevice();
  const requests: string[] = [];
  const sync = silentNetwork(requests, device.clock);
  const world: World = { store: device.store, clock: device.clock, sync, tendSoon: () => {} };
  const handlers = createHandlers(world);
  const tab: FakeTab = { id: TAB, windowId: 1, url: PAGE, title: 'Guide', active: true };
  browserWorld.tabs = [tab];
  const say = (sender: Sender) => async (name: MessageName, takes: unknown) =>
    (await hear(handlers, { say: name, takes }, { id: OWN_ID, ...sender })) as never;
  return {
    world,
    device,
    tab,
    requests,
    fromPage: (name, takes, sender = {}) =>
      say({ url: PAGE, origin: 'https://docs.example', frameId: 0, tab: { id: TAB, windowId: 1 }, ...sender })(
        name,
        takes,
      ),
    fromUs: (name, takes) => say({ url: `${OWN}/popup.html`, origin: OWN })(name, takes),
  };
}

function silentNetwork(requests: string[], clock: () => number): World['sync'] {
  return {
    async fetch(url) {
      requests.push(url);
      throw new TypeError('no network');
    },
    clock,
    locks: { request: (_name, _options, work) => work() },
    wait: async () => {},
    deviceName: 'a test',
  };
}

export const draft = (change: Partial<Draft> = {}): Draft => ({
  id: 'draft-1',
  href: PAGE,
  title: 'Guide',
  quote: 'Water boils lower up there',
  selectors: [{ type: 'TextQuoteSelector', exact: 'Water boils lower up there' }],
  ...change,
});
