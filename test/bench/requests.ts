/** The request that stands for a route: one that succeeds, by somebody who has just signed in. */
import { type RouteKey, routeOf } from '../../shared/contract/routes.ts';
import { type Arranged, arrangeOrganization, arrangeUser, password } from '../harness/arrange.ts';
import { challengeFor, enrolTelephone, newestText } from '../harness/arrange-factors.ts';
import { type Answer, ask, type Front, type RawRequest, requestFor, sessionIn } from '../harness/front.ts';
import { type Valid, validRequest } from '../harness/valid-requests.ts';
import { addUsers } from './users.ts';

export type Stage = { front: Front; home: Arranged };

/** A page of the list is full, with more behind it. */
const users = 60;

export async function arrangeHome(front: Front): Promise<Arranged> {
  const home = await arrangeOrganization(front, { seats: 1000 });
  const { id } = await arrangeUser(front, home);
  await addUsers(front, home, id, users);
  return home;
}

/** Each time with somebody or something new to act on. */
export async function requestTo(key: RouteKey, stage: Stage): Promise<RawRequest> {
  const { front, home } = stage;
  const { input, headers, as } =
    key === 'answer-challenge' ? await codeFor(stage) : await validRequest(key, stage);
  // Only an invitation whose mail is older than a minute is sent anew to whoever asks.
  if (key === 'renew-invitation') await front.advance(61);
  // Whoever accepts an invitation is nobody yet.
  if (routeOf(key).access === 'anyone-or-person') return requestFor(key, input, undefined, { headers });
  const session = as ?? sessionIn(await ask(front, 'sign-in', { email: home.owner.email, password }));
  return requestFor(key, input, session, { headers });
}

/** What most people answer who are asked something: a code, not a recovery code. */
async function codeFor({ front, home }: Stage): Promise<Valid> {
  const them = await arrangeUser(front, home);
  const { telephone } = await enrolTelephone(front, them);
  const { session } = await challengeFor(front, them.email);
  return { input: { session, code: await newestText(front, telephone) } };
}

/** What is measured must be what the route is for. */
export function requireSuccess(key: RouteKey, { status, body }: Answer): void {
  if (status !== routeOf(key).status) throw new Error(`${key} answered ${status}: ${JSON.stringify(body)}`);
}
