/** The worker: hears everything in its first turn, since a worker is woken for what it has said it hears. */
import { onAlarm } from '../browser/alarms.ts';
import { answer } from '../browser/answer.ts';
import { onCommand } from '../browser/commands.ts';
import { onHosts } from '../browser/hosts.ts';
import { onBrowserStart, onInstalled, onOnline } from '../browser/life.ts';
import { onMenu } from '../browser/menus.ts';
import { onOmnibox } from '../browser/omnibox.ts';
import { oncePerStart } from '../browser/once.ts';
import { onSettings } from '../browser/settings.ts';
import { forgetClosedTabs } from '../browser/tab-memory.ts';
import { getText } from '../browser/text.ts';
import { expectMarks } from '../store/drop-marks.ts';
import { beginFreshLog } from '../store/fresh-log.ts';
import { runAlarm } from './alarms.ts';
import { runCommand } from './command.ts';
import { syncNow } from './exchange.ts';
import { forgetTab } from './forget-tab.ts';
import { createHandlers } from './handlers/index.ts';
import { welcome } from './installed.ts';
import { runMenu } from './menu.ts';
import { choose, suggest } from './omnibox.ts';
import { searchBeside } from './search-beside.ts';
import { settle } from './settle.ts';
import { createWorld } from './world.ts';

const world = createWorld();

answer(createHandlers(world));
onCommand((name, tab) => runCommand(world, name, tab));
onMenu((click) => runMenu(world, click));
onOmnibox(
  getText('omniboxHint'),
  (typed) => suggest(world, typed),
  (content, where) => void choose(world, content, where),
);
onAlarm((name) => void runAlarm(world, name));
onInstalled((why) => void welcome(world, why));
onBrowserStart(() => void settle(world).then(() => syncNow(world)));
onSettings(() => void settle(world));
onHosts(() => void settle(world));
onOnline(() => void syncNow(world));
forgetClosedTabs((tabId) => forgetTab(world, tabId));
searchBeside(world);
world.tendSoon();
// Where it fails nothing is lost, and the worker's next start tries it again.
const expectMuch = () => expectMarks(world.store.relaxed).catch(() => {});
oncePerStart('fresh-log', () => expectMuch().then(beginFreshLog)).catch(() => {});
