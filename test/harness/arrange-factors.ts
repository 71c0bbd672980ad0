/** People with second factors, and signing in with them. */
import { password } from './arrange.ts';
import { type Answer, ask, type Front, type Session, sessionIn } from './front.ts';
import { totp } from './totp.ts';

/** An app that holds a secret, as it was handed over. */
export type App = { secret: string };

let phones = 0;

/** A number that no other test uses. */
export const freshTelephone = () =>
  `+4930${String(process.pid % 10_000).padStart(4, '0')}${String(++phones).padStart(4, '0')}`;

/** What an app shows now. Each code is good once, so time moves on to one that was not shown before. */
export async function codeOf(front: Front, { secret }: App): Promise<string> {
  await front.advance(60);
  return totp(secret, new Date(front.world.clock.now()));
}

export async function enrolApp(front: Front, who: Session): Promise<App & { recoveryCodes: string[] }> {
  const begun = await ask(front, 'begin-authenticator', {}, who);
  if (begun.status !== 201) throw new Error(JSON.stringify(begun.body));
  const app = { secret: begun.body.secret };
  const code = totp(app.secret, new Date(front.world.clock.now()));
  const confirmed = await ask(front, 'confirm-authenticator', { code }, who);
  if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed.body));
  return { ...app, recoveryCodes: confirmed.body.recoveryCodes ?? [] };
}

export async function enrolTelephone(
  front: Front,
  who: Session,
): Promise<{ telephone: string; recoveryCodes: string[] }> {
  const telephone = freshTelephone();
  const begun = await ask(front, 'begin-sms', { telephone }, who);
  if (begun.status !== 202) throw new Error(JSON.stringify(begun.body));
  const confirmed = await ask(front, 'confirm-sms', { code: await newestText(front, telephone) }, who);
  if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed.body));
  return { telephone, recoveryCodes: confirmed.body.recoveryCodes ?? [] };
}

/** The code in the newest text message to a telephone. */
export async function newestText(front: Front, telephone: string): Promise<string> {
  await front.settle();
  const code = /\b\d{6}\b/.exec((await front.smsTo(telephone)).at(-1) ?? '')?.[0];
  if (!code) throw new Error(`No code has come to ${telephone}`);
  return code;
}

/** What somebody with the right password is asked. */
export async function challengeFor(front: Front, email: string, typed = password) {
  const { body } = await ask(front, 'sign-in', { email, password: typed });
  if (!('challenge' in body)) throw new Error(`Nothing was asked: ${JSON.stringify(body)}`);
  return body.challenge;
}

/** Signs in with password and app. */
export async function signInWithApp(
  front: Front,
  email: string,
  app: App,
  typed = password,
): Promise<Answer> {
  const code = await codeOf(front, app);
  const { session } = await challengeFor(front, email, typed);
  return ask(front, 'answer-challenge', { session, code });
}

export async function recoverWith(
  front: Front,
  email: string,
  recoveryCode: string | undefined,
  typed = password,
): Promise<Answer> {
  const { session } = await challengeFor(front, email);
  return ask(front, 'answer-challenge', { session, recoveryCode: recoveryCode ?? '', password: typed });
}

export async function sessionWithApp(front: Front, email: string, app: App): Promise<Session> {
  return sessionIn(await signInWithApp(front, email, app));
}
