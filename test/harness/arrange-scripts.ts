/** Scripts: registered applications, users with API access, and the tokens they get. */
import { type Arranged, arrangeUser, password } from './arrange.ts';
import { ask, type Front, type Session } from './front.ts';

export type Client = { id: string; secret: string };

export async function arrangeClient(front: Front, { org, owner }: Arranged): Promise<Client> {
  const created = await ask(front, 'create-api-client', { org, name: 'Nightly export' }, owner);
  if (created.status !== 201) throw new Error(JSON.stringify(created.body));
  return created.body;
}

/** Somebody who may sign in from scripts. */
export const arrangeApiUser = (
  front: Front,
  home: Arranged,
  role: 'user' | 'manager' | 'admin' = 'manager',
) => arrangeUser(front, home, role, { apiAccess: true });

/** What a script sends to get a token by its user's password. */
export const passwordGrant = ({ id, secret }: Client, { email }: { email: string }, more = {}) => ({
  grant_type: 'password',
  username: email,
  password,
  client_id: id,
  client_secret: secret,
  ...more,
});

export const refreshGrant = ({ id, secret }: Client, refreshToken: string | undefined, more = {}) => ({
  grant_type: 'refresh_token',
  refresh_token: refreshToken,
  client_id: id,
  client_secret: secret,
  ...more,
});

/** What a script holds: no cookie, which only browsers have. */
export async function scriptSession(
  front: Front,
  client: Client,
  user: { email: string },
): Promise<Session & { refreshToken: string }> {
  const { status, body } = await ask(front, 'exchange-token', passwordGrant(client, user));
  if (status !== 200) throw new Error(JSON.stringify(body));
  return { accessToken: body.access_token, cookie: '', refreshToken: body.refresh_token ?? '' };
}
