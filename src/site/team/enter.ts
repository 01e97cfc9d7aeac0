import { createId } from '../../kit/id.ts';
import { fail, type Result } from '../../kit/result.ts';
import { text } from '../../ui/text.ts';
import { joinedSchema, type Me, meSchema } from '../../wire/sync.ts';
import { takeName } from '../own-name.ts';
import { type Api, createApi } from './api.ts';

/** Who this page speaks for, and how. */
export interface Entered {
  me: Me;
  api: Api;
}

const TOKEN = 'token';

/**
 * Lets this page in: by the invite in its address, which is taken out of it at once, or by the token it got before. That
 * lives as long as its tab; for who joined by this page and has no other way back it stays until the page's access is closed.
 * Fails with `no-token` where there is neither.
 */
export async function enter(): Promise<Result<Entered>> {
  const invite = location.hash.slice(1);
  if (invite.startsWith('sli_')) {
    history.replaceState(null, '', location.pathname);
    const name = takeName();
    const device = { id: createId(), name: text('teamPageDevice') };
    const joining = { invite, key: createId(), name: name || text('uiSomeone'), device };
    const joined = await createApi('').post('join', joining, joinedSchema);
    // A link that was opened here before has given its token already.
    if (!joined.ok && !tokenHere()) return joined;
    if (joined.ok) keepToken(joined.value.token, name ? localStorage : sessionStorage);
  }
  const token = tokenHere();
  if (!token) return fail('no-token');
  const api = createApi(token);
  const me = await api.get('me', meSchema);
  if (me.ok) return { ok: true, value: { me: me.value, api } };
  if (me.failure.code === 'no-token' || me.failure.code === 'ended') forgetToken();
  return me;
}

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
