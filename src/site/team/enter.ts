import { createId } from '../../kit/id.ts';
import { fail, type Result } from '../../kit/result.ts';
import { text } from '../../ui/text.ts';
import { joinedSchema, type Me, meSchema } from '../../wire/sync.ts';
import { forgetName, nameSaid } from '../own-name.ts';
import { type Api, createApi } from './api.ts';

/** Who this page speaks for, and how. */
export interface Entered {
  me: Me;
  api: Api;
}

const TOKEN = 'token';

/** The key that an invite is used with here: asking again with it gives the token whose answer was lost, and uses nothing up. */
const KEY = 'key of ';

/** After these the same invite may work: nobody answered, or not the team server, or not now. */
const PASSING = ['unreachable', 'answer-not-understood', 'server-failed', 'too-many'];

/** Whether trying again later may help. */
export const isPassing = (code: string): boolean => PASSING.includes(code);

/**
 * Lets this page in: by the invite in its address, or by the token it got before. The invite leaves the address when it was
 * answered for good; until then reloading asks again. A token lives as long as its tab; for who joined by this page and has no
 * other way back it stays until the page's access is closed. Fails with `no-token` where there is neither.
 */
export async function enter(): Promise<Result<Entered>> {
  const invite = location.hash.slice(1);
  if (!invite.startsWith('sli_')) return enterBefore();
  const name = nameSaid();
  const standing = name ? await enterAgain(invite) : null;
  const entered = standing ?? (await enterBy(invite, name));
  if (entered.ok || !isPassing(entered.failure.code)) {
    history.replaceState(null, '', location.pathname);
    sessionStorage.removeItem(KEY + invite);
    forgetName();
  }
  return entered;
}

async function enterBy(invite: string, name: string): Promise<Result<Entered>> {
  const key = sessionStorage.getItem(KEY + invite) ?? createId();
  sessionStorage.setItem(KEY + invite, key);
  const device = { id: createId(), name: text('teamPageDevice') };
  const joining = { invite, key, name: name || text('uiSomeone'), device };
  const joined = await createApi('').post('join', joining, joinedSchema);
  if (joined.ok) keepToken(joined.value.token, name ? localStorage : sessionStorage);
  // A link that was opened here before has given its token already.
  else if (isPassing(joined.failure.code) || !tokenHere()) return joined;
  return enterBefore();
}

/**
 * Who came to read before comes back as who they are: another token would take the place of the only way to that member. Null
 * where that is of another team or good no more.
 */
async function enterAgain(invite: string): Promise<Result<Entered> | null> {
  const token = localStorage.getItem(TOKEN);
  if (!token) return null;
  const entered = await enterWith(token);
  if (!entered.ok) return isPassing(entered.failure.code) ? entered : null;
  // An invite says its team first.
  if (!invite.startsWith(`sli_${entered.value.me.team.id}`)) return null;
  keepToken(token, localStorage);
  return entered;
}

async function enterBefore(): Promise<Result<Entered>> {
  const token = tokenHere();
  if (!token) return fail('no-token');
  const entered = await enterWith(token);
  if (!entered.ok && isOver(entered.failure.code)) forgetToken();
  return entered;
}

async function enterWith(token: string): Promise<Result<Entered>> {
  const api = createApi(token);
  const me = await api.get('me', meSchema);
  return me.ok ? { ok: true, value: { me: me.value, api } } : me;
}

/** The server knows this page's token no more. */
export const isOver = (code: string): boolean => code === 'no-token' || code === 'ended';

/** Takes the place of what this tab came in with before, which would speak for somebody else. */
function keepToken(token: string, storage: Storage): void {
  sessionStorage.removeItem(TOKEN);
  storage.setItem(TOKEN, token);
}

const tokenHere = (): string | null => sessionStorage.getItem(TOKEN) ?? localStorage.getItem(TOKEN);

/** What this tab came in with goes; what stays for others is left alone unless it is that. */
export function forgetToken(): void {
  const storage = sessionStorage.getItem(TOKEN) === null ? localStorage : sessionStorage;
  storage.removeItem(TOKEN);
}
