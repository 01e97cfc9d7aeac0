import { createId } from '../../kit/id.ts';
import { fail, type Result } from '../../kit/result.ts';
import { joinedSchema, type Me, meSchema } from '../../wire/sync.ts';
import { type Api, createApi } from './api.ts';

/** Who this page speaks for, and how. */
export interface Entered {
  me: Me;
  api: Api;
}

const TOKEN = 'token';

/**
 * Lets this page in: by the invite in its address, which is taken out of it at once, or by the token it got before, which
 * lives as long as its tab. Fails with `no-token` where there is neither.
 */
export async function enter(): Promise<Result<Entered>> {
  const invite = location.hash.slice(1);
  if (invite.startsWith('sli_')) {
    history.replaceState(null, '', location.pathname);
    const device = { id: createId(), name: 'Web page' };
    const joined = await createApi('').post(
      'join',
      { invite, key: createId(), name: 'Web page', device },
      joinedSchema,
    );
    // A link that was opened here before has given its token already.
    if (!joined.ok && !sessionStorage.getItem(TOKEN)) return joined;
    if (joined.ok) sessionStorage.setItem(TOKEN, joined.value.token);
  }
  const token = sessionStorage.getItem(TOKEN);
  if (!token) return fail('no-token');
  const api = createApi(token);
  const me = await api.get('me', meSchema);
  if (me.ok) return { ok: true, value: { me: me.value, api } };
  if (me.failure.code === 'no-token' || me.failure.code === 'ended') sessionStorage.removeItem(TOKEN);
  return me;
}

export const forgetToken = (): void => sessionStorage.removeItem(TOKEN);
