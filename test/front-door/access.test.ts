import { beforeAll, expect, test } from 'vitest';
import { type ProblemKind, problems } from '../../shared/contract/problems.ts';
import { type RouteKey, routeKeys } from '../../shared/contract/routes.ts';
import { type Arranged, arrangeOrganization, password } from '../harness/arrange.ts';
import { type Actors, arrangeActors } from '../harness/arrange-actors.ts';
import { ask, type Front, outcomeOf, refused, type Session, sessionIn } from '../harness/front.ts';
import { inTurn, openFront } from '../harness/here.ts';
import { type Valid, validRequest } from '../harness/valid-requests.ts';

/** Who may ask what, written down before it was tried: the status, or the problem that refuses. */
const table = `
                      anonymous      user         manager      admin        owner        foreign      operator     deactivated
get-health            200            200          200          200          200          200          200          200
get-openapi           200            200          200          200          200          200          200          200
sign-in               200            200          200          200          200          200          200          200
answer-challenge      200            200          200          200          200          200          200          200
refresh-session       session-ended  200          200          200          200          200          200          session-ended
sign-out              204            204          204          204          204          204          204          204
forgot-password       202            202          202          202          202          202          202          202
reset-password        200            200          200          200          200          200          200          200
exchange-token        200            200          200          200          200          200          200          200
lookup-invitation     200            200          200          200          200          200          200          200
accept-invitation     200            200          200          200          200          200          200          not-signed-in
renew-invitation      202            202          202          202          202          202          202          202
confirm-email-change  200            200          200          200          200          200          200          200
get-me                not-signed-in  200          200          200          200          200          200          session-ended
edit-me               not-signed-in  200          200          200          200          200          200          session-ended
change-my-email       not-signed-in  202          202          202          202          202          202          session-ended
cancel-my-email-change not-signed-in 200          200          200          200          200          200          session-ended
list-my-sessions      not-signed-in  200          200          200          200          200          200          session-ended
end-my-session        not-signed-in  204          204          204          204          204          204          session-ended
end-my-sessions       not-signed-in  204          204          204          204          204          204          session-ended
begin-authenticator   not-signed-in  201          201          201          201          201          201          session-ended
confirm-authenticator not-signed-in  200          200          200          200          200          200          session-ended
begin-sms             not-signed-in  202          202          202          202          202          202          session-ended
confirm-sms           not-signed-in  200          200          200          200          200          200          session-ended
renew-recovery-codes  not-signed-in  200          200          200          200          200          200          session-ended
remove-factor         not-signed-in  200          200          200          200          200          200          session-ended
change-my-password    not-signed-in  204          204          204          204          204          204          session-ended
begin-picture         not-signed-in  201          201          201          201          201          201          session-ended
set-picture           not-signed-in  200          200          200          200          200          200          session-ended
remove-picture        not-signed-in  200          200          200          200          200          200          session-ended
get-organization      not-signed-in  200          200          200          200          not-found    200          session-ended
get-settings          not-signed-in  not-allowed  not-allowed  200          200          not-found    200          session-ended
edit-settings         not-signed-in  not-allowed  not-allowed  200          200          not-found    200          session-ended
get-usage             not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
list-approvals        not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
list-users            not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
count-users           not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
get-user              not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
invite-user           not-signed-in  not-allowed  201          201          201          not-found    201          session-ended
edit-user             not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
delete-user           not-signed-in  not-allowed  204          204          204          not-found    204          session-ended
send-invitation       not-signed-in  not-allowed  202          202          202          not-found    202          session-ended
revoke-invitation     not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
extend-invitation     not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
copy-invitation-link  not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
deactivate-user       not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
reactivate-user       not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
archive-user          not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
restore-user          not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
approve-user          not-signed-in  not-allowed  not-allowed  not-allowed  not-allowed  not-found    200          session-ended
change-user-email     not-signed-in  not-allowed  202          202          202          not-found    202          session-ended
cancel-user-email-change not-signed-in not-allowed 200         200          200          not-found    200          session-ended
reset-user-password   not-signed-in  not-allowed  202          202          202          not-found    202          session-ended
force-password-reset  not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
reset-user-mfa        not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
sign-out-user         not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
list-user-sessions    not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
end-user-session      not-signed-in  not-allowed  204          204          204          not-found    204          session-ended
begin-user-picture    not-signed-in  not-allowed  201          201          201          not-found    201          session-ended
set-user-picture      not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
remove-user-picture   not-signed-in  not-allowed  200          200          200          not-found    200          session-ended
list-api-clients      not-signed-in  not-allowed  not-allowed  200          200          not-found    200          session-ended
create-api-client     not-signed-in  not-allowed  not-allowed  201          201          not-found    201          session-ended
get-api-client        not-signed-in  not-allowed  not-allowed  200          200          not-found    200          session-ended
rotate-api-client     not-signed-in  not-allowed  not-allowed  200          200          not-found    200          session-ended
delete-api-client     not-signed-in  not-allowed  not-allowed  204          204          not-found    204          session-ended
`;

const [kinds = [], ...rows] = table
  .trim()
  .split('\n')
  .map(line => line.trim().split(/\s+/));
const cells = rows.flatMap(([route = '', ...expected], turn) => {
  const ofRoute = kinds.map((kind, i) => ({ route: route as RouteKey, kind, expected: expected[i] ?? '' }));
  return inTurn(ofRoute, 4, turn);
});

let front: Front;
let home: Arranged;
let actors: Actors;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 2000 });
  actors = await arrangeActors(front, home);
});

test('every route stands in the table', () => {
  expect(rows.map(([route]) => route).sort()).toEqual([...routeKeys].sort());
});

const kept = new Map<RouteKey, Promise<Valid>>();

/** Whoever is refused changes nothing, so that one request serves all of them. */
function requestFor(route: RouteKey, kind: string, isRefused: boolean): Promise<Valid> {
  const fresh = () => validRequest(route, { front, home, as: actors[kind as keyof Actors] });
  if (!isRefused) return fresh();
  const valid = kept.get(route) ?? fresh();
  kept.set(route, valid);
  return valid;
}

test.each(cells)('$route as $kind: $expected', async ({ route, kind, expected }) => {
  const { input, headers } = await requestFor(route, kind, !Number(expected));
  const { org, user } = input;
  const stored = async () => user && (await ask(front, 'get-user', { org, user }, home.owner)).body.version;
  const before = await stored();
  const answer = await refused(front, route, input, await sessionFor(route, kind), { headers });
  expect(outcomeOf(answer)).toBe(expected);
  expect(answer.status).toBe(Number(expected) || problems[expected as ProblemKind].status);
  if (answer.status >= 400) expect(await stored()).toEqual(before);
});

/** Signing out ends a session, so that route gets one of its own. */
async function sessionFor(route: RouteKey, kind: string): Promise<Session | undefined> {
  const somebody = actors[kind as keyof Actors];
  if (route !== 'sign-out' || !somebody || kind === 'deactivated') return somebody;
  return sessionIn(await ask(front, 'sign-in', { email: somebody.email, password }));
}
