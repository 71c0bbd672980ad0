/** People of the demo, brought into the states that the pages about signing in and about oneself must show. */
import { ref } from '../../shared/domain/refs.ts';
import { ask, type Session, sessionIn, tokenIn } from '../harness/front.ts';
import { totp } from '../harness/totp.ts';
import { alter, type ConsoleApi } from './api.ts';
import { acme, borealis, idOf, password } from './demo.ts';

export async function emailOf({ front }: ConsoleApi, firstName: string): Promise<string> {
  const [person] = await front.world.directory.get(ref.person(idOf(firstName)));
  if (!person) throw new Error(`There is no ${firstName}`);
  return person.email;
}

/** One more session of somebody, who signs in just now. */
export async function signInAs(api: ConsoleApi, firstName: string, userAgent?: string): Promise<Session> {
  const email = await emailOf(api, firstName);
  const headers = userAgent ? { 'user-agent': userAgent } : undefined;
  return sessionIn(await ask(api.front, 'sign-in', { email, password }, undefined, { headers }));
}

/** Gives somebody an authenticator app, as half a minute ago: what it shows now is not used up yet. */
export async function enrolApp(api: ConsoleApi, firstName: string) {
  const as = await signInAs(api, firstName);
  const begun = await ask(api.front, 'begin-authenticator', {}, as);
  const code = totp(begun.body.secret, new Date(Date.now() - 30_000));
  const confirmed = await ask(api.front, 'confirm-authenticator', { code }, as);
  if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed.body));
  return { secret: begun.body.secret, recoveryCodes: confirmed.body.recoveryCodes ?? [], as };
}

/** What an app shows now. */
export const codeNow = (secret: string) => totp(secret, new Date());

/** The code in the newest text message to a telephone. */
export async function textTo({ front }: ConsoleApi, telephone: string): Promise<string> {
  const code = /\b\d{6}\b/.exec((await front.smsTo(telephone)).at(-1) ?? '')?.[0];
  if (!code) throw new Error(`No code has come to ${telephone}`);
  return code;
}

/** Somebody asks for another address; the token is in the mail to it. */
export async function askForEmail(api: ConsoleApi, firstName: string, email: string): Promise<string> {
  const as = await signInAs(api, firstName);
  const asked = await ask(api.front, 'change-my-email', { email, password }, as);
  if (asked.status !== 202) throw new Error(JSON.stringify(asked.body));
  await api.front.settle();
  return tokenIn((await api.front.mailsTo(email)).at(-1));
}

/** Somebody of Acme has an account at another organization. */
export async function knowElsewhere(api: ConsoleApi, firstName: string): Promise<void> {
  const { identity, directory } = api.front.world;
  await identity.setPassword(idOf(firstName), password);
  const [own] = await directory.get(ref.user(acme, idOf(firstName)));
  if (!own) throw new Error(`There is no ${firstName}`);
  const { username, invitation, ...abroad } = {
    ...own,
    organization: borealis,
    status: 'active',
    version: 1,
  } as const;
  await directory.commit({ changes: [{ do: 'create', entity: abroad }], events: [] });
  await alter(api, firstName, {}, { passwordGeneration: 1, memberships: { [borealis]: 'active' } });
}
