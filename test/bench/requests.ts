/** The request that stands for a route: one that succeeds, by somebody who has just signed in. */
import { type RouteKey, routeOf } from '../../shared/contract/routes.ts';
import { type Arranged, arrangeOrganization, arrangeUser, password } from '../harness/arrange.ts';
import { type Answer, ask, type Front, type RawRequest, requestFor, sessionIn } from '../harness/front.ts';
import { type Valid, validRequest } from '../harness/valid-requests.ts';
import { addUsers } from './users.ts';

/** `challenged`: an answer to what signing in asked, which every world must bring about in a way of its own. */
export type Stage = { front: Front; home: Arranged; challenged(): Promise<Valid> };

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
  const { input, headers } =
    key === 'answer-challenge' ? await stage.challenged() : await validRequest(key, stage);
  // Only an invitation whose mail is older than a minute is sent anew to whoever asks.
  if (key === 'renew-invitation') await front.advance(61);
  // Whoever accepts an invitation is nobody yet.
  if (routeOf(key).access === 'anyone-or-person') return requestFor(key, input, undefined, { headers });
  const session = sessionIn(await ask(front, 'sign-in', { email: home.owner.email, password }));
  return requestFor(key, input, session, { headers });
}

/** What is measured must be what the route is for. */
export function requireSuccess(key: RouteKey, { status, body }: Answer): void {
  if (status !== routeOf(key).status) throw new Error(`${key} answered ${status}: ${JSON.stringify(body)}`);
}
