import type { Page } from 'puppeteer-core';
import type { ChromePerson } from '../../../src/dev/browsers/chrome.ts';
import { until } from '../../../src/dev/browsers/until.ts';
import { openHands } from './gesture.ts';
import { round } from './spread.ts';

const ROUNDS = 5;
/** Passages are found and painted in it, and all that follows is over. */
const SETTLED_MS = 1_500;

/** What our scripts take of a page's own thread. */
export interface Tasks {
  /** Tasks that any of our code ran in. */
  tasks: number;
  /**
   * The longest of them in ms of its thread's own time, which other work on the machine does not stretch; from 50 on a
   * browser calls a task long.
   */
  longest: number;
  /** Times that the page was laid out within them. */
  layouts: number;
}

interface TraceEvent {
  ph: string;
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** The thread's own share of it. */
  tdur?: number;
  args?: { data?: { url?: string } };
}

/** The worst of some rounds: while a page loads that nothing or a hundred passages were kept on, and at its first gesture. */
export async function measureTasks(person: ChromePerson, address: string): Promise<Record<string, Tasks>> {
  const page = person.tab;
  const load = async (of: string, isPainted: boolean): Promise<void> => {
    await page.goto(of);
    if (isPainted) await until('the page to be painted', () => page.evaluate(() => CSS.highlights.size));
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  };
  const bare = `${address}nothing-ever-kept`;
  const first = `${address}first`;
  const table: Record<string, Tasks> = {};
  table['loaded, nothing kept there'] = await worst(page, () => load(bare, false));
  table['loaded, a hundred passages kept there'] = await worst(page, () => load(`${address}many`, true));
  table['first gesture'] = await worst(page, async () => {
    const { opener, measure } = await openHands(person, first);
    // Whoever selects has read a little: a page that is not laid out yet is not what is measured.
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    await measure();
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    await opener.close();
  });
  return table;
}

async function worst(page: Page, act: () => Promise<void>): Promise<Tasks> {
  const all: Tasks[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
    await act();
    const trace = await page.tracing.stop();
    if (!trace) throw new Error('There is no trace.');
    all.push(readTasks(JSON.parse(new TextDecoder().decode(trace)).traceEvents));
  }
  const most = (of: keyof Tasks): number => Math.max(...all.map((one) => one[of]));
  return { tasks: most('tasks'), longest: round(most('longest')), layouts: most('layouts') };
}

const isOurs = ({ args }: TraceEvent): boolean => /^chrome-extension:.*\/capture\//.test(args?.data?.url ?? '');

/**
 * Tasks that hold an event of our scripts, each on its own thread. A page is laid out in the same task now and then: that is
 * ours only where it happens within a script, or within what the script has left to be done at its end.
 */
function readTasks(events: TraceEvent[]): Tasks {
  const whole = events.filter(({ ph, dur }) => ph === 'X' && dur !== undefined);
  const within = (inner: TraceEvent, task: TraceEvent): boolean =>
    inner.pid === task.pid && inner.tid === task.tid && inner.ts >= task.ts && inner.ts <= task.ts + (task.dur ?? 0);
  const ours = whole.filter(isOurs);
  const tasks = whole.filter((one) => one.name === 'RunTask' && ours.some((event) => within(event, one)));
  const scripts = [...ours, ...whole.filter(({ name }) => name === 'RunMicrotasks')];
  const layouts = whole.filter((one) => one.name === 'Layout' && tasks.some((task) => within(one, task)));
  const isForced = (layout: TraceEvent): boolean => scripts.some((script) => within(layout, script));
  const foreign = layouts.filter((one) => !isForced(one));
  const ownTime = (task: TraceEvent): number =>
    foreign.filter((one) => within(one, task)).reduce((rest, one) => rest - timeOf(one), timeOf(task));
  return { tasks: tasks.length, longest: Math.max(0, ...tasks.map(ownTime)), layouts: layouts.length - foreign.length };
}

const timeOf = ({ dur = 0, tdur = dur }: TraceEvent): number => tdur / 1000;
