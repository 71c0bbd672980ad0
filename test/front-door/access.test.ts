import { beforeAll, expect, test } from 'vitest';
import { type ProblemKind, problems } from '../../shared/contract/problems.ts';
import { type RouteKey, routeKeys, routeOf } from '../../shared/contract/routes.ts';
import { type Arranged, arrangeOrganization, arrangeUser, password } from '../harness/arrange.ts';
import { type Actors, arrangeActors, arrangeHalf } from '../harness/arrange-actors.ts';
import { ask, type Front, outcomeOf, refused, type Session, sessionIn } from '../harness/front.ts';
import { inTurn, openFront } from '../harness/here.ts';
import { type Valid, validRequest } from '../harness/valid-requests.ts';

/** Who may ask what, written down before it was tried: the status, or the problem that refuses. */
const table = `
                            anonymous      user         manager      admin        owner        foreign      partner      operator     deactivated    unapproved   half
get-health                  200            200          200          200          200          200          200          200          200            200          200
get-openapi                 200            200          200          200          200          200          200          200          200            200          200
sign-in                     200            200          200          200          200          200          200          200          200            200          200
answer-challenge            200            200          200          200          200          200          200          200          200            200          200
refresh-session             session-ended  200          200          200          200          200          200          200          session-ended  200          200
sign-out                    204            204          204          204          204          204          204          204          204            204          204
forgot-password             202            202          202          202          202          202          202          202          202            202          202
reset-password              200            200          200          200          200          200          200          200          200            200          200
exchange-token              200            200          200          200          200          200          200          200          200            200          200
lookup-invitation           200            200          200          200          200          200          200          200          200            200          200
accept-invitation           200            200          200          200          200          200          200          200          not-signed-in  200          200
renew-invitation            202            202          202          202          202          202          202          202          202            202          202
confirm-email-change        200            200          200          200          200          200          200          200          200            200          200
get-me                      not-signed-in  200          200          200          200          200          200          200          session-ended  200          200
edit-me                     not-signed-in  200          200          200          200          200          200          200          session-ended  200          second-factor-required
change-my-email             not-signed-in  202          202          202          202          202          202          202          session-ended  202          second-factor-required
cancel-my-email-change      not-signed-in  200          200          200          200          200          200          200          session-ended  200          second-factor-required
list-my-sessions            not-signed-in  200          200          200          200          200          200          200          session-ended  200          second-factor-required
end-my-session              not-signed-in  204          204          204          204          204          204          204          session-ended  204          second-factor-required
end-my-sessions             not-signed-in  204          204          204          204          204          204          204          session-ended  204          second-factor-required
begin-authenticator         not-signed-in  201          201          201          201          201          201          201          session-ended  201          201
confirm-authenticator       not-signed-in  200          200          200          200          200          200          200          session-ended  200          200
begin-sms                   not-signed-in  202          202          202          202          202          202          202          session-ended  202          202
confirm-sms                 not-signed-in  200          200          200          200          200          200          200          session-ended  200          200
renew-recovery-codes        not-signed-in  200          200          200          200          200          200          200          session-ended  200          second-factor-required
remove-factor               not-signed-in  200          200          200          200          200          200          200          session-ended  200          second-factor-required
change-my-password          not-signed-in  204          204          204          204          204          204          204          session-ended  204          second-factor-required
begin-picture               not-signed-in  201          201          201          201          201          201          201          session-ended  201          second-factor-required
set-picture                 not-signed-in  200          200          200          200          200          200          200          session-ended  200          second-factor-required
remove-picture              not-signed-in  200          200          200          200          200          200          200          session-ended  200          second-factor-required
list-views                  not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
save-view                   not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
delete-view                 not-signed-in  not-allowed  204          204          204          not-found    204          204          session-ended  not-found    second-factor-required
get-organization            not-signed-in  200          200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
get-settings                not-signed-in  not-allowed  not-allowed  200          200          not-found    not-allowed  200          session-ended  not-found    second-factor-required
edit-settings               not-signed-in  not-allowed  not-allowed  200          200          not-found    not-allowed  200          session-ended  not-found    second-factor-required
get-usage                   not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
get-overview                not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
list-approvals              not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
list-users                  not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
count-users                 not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
get-user                    not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
invite-user                 not-signed-in  not-allowed  201          201          201          not-found    201          201          session-ended  not-found    second-factor-required
edit-user                   not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
delete-user                 not-signed-in  not-allowed  204          204          204          not-found    204          204          session-ended  not-found    second-factor-required
send-invitation             not-signed-in  not-allowed  202          202          202          not-found    202          202          session-ended  not-found    second-factor-required
revoke-invitation           not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
extend-invitation           not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
copy-invitation-link        not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
deactivate-user             not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
reactivate-user             not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
archive-user                not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
restore-user                not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
approve-user                not-signed-in  not-allowed  not-allowed  not-allowed  not-allowed  not-found    200          200          session-ended  not-found    second-factor-required
change-user-email           not-signed-in  not-allowed  202          202          202          not-found    202          202          session-ended  not-found    second-factor-required
cancel-user-email-change    not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
reset-user-password         not-signed-in  not-allowed  202          202          202          not-found    202          202          session-ended  not-found    second-factor-required
force-password-reset        not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
reset-user-mfa              not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
sign-out-user               not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
list-user-sessions          not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
end-user-session            not-signed-in  not-allowed  204          204          204          not-found    204          204          session-ended  not-found    second-factor-required
begin-user-picture          not-signed-in  not-allowed  201          201          201          not-found    201          201          session-ended  not-found    second-factor-required
set-user-picture            not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
remove-user-picture         not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
list-api-clients            not-signed-in  not-allowed  not-allowed  200          200          not-found    not-allowed  200          session-ended  not-found    second-factor-required
create-api-client           not-signed-in  not-allowed  not-allowed  201          201          not-found    not-allowed  201          session-ended  not-found    second-factor-required
get-api-client              not-signed-in  not-allowed  not-allowed  200          200          not-found    not-allowed  200          session-ended  not-found    second-factor-required
rotate-api-client           not-signed-in  not-allowed  not-allowed  200          200          not-found    not-allowed  200          session-ended  not-found    second-factor-required
delete-api-client           not-signed-in  not-allowed  not-allowed  204          204          not-found    not-allowed  204          session-ended  not-found    second-factor-required
list-custom-roles           not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
create-custom-role          not-signed-in  not-allowed  not-allowed  201          201          not-found    not-allowed  201          session-ended  not-found    second-factor-required
get-custom-role             not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
edit-custom-role            not-signed-in  not-allowed  not-allowed  200          200          not-found    not-allowed  200          session-ended  not-found    second-factor-required
delete-custom-role          not-signed-in  not-allowed  not-allowed  204          204          not-found    not-allowed  204          session-ended  not-found    second-factor-required
list-role-holders           not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
list-applications           not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
get-user-permissions        not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
get-catalogue               not-signed-in  not-allowed  not-allowed  not-allowed  not-allowed  not-allowed  not-allowed  200          session-ended  not-allowed  second-factor-required
put-catalogue               not-signed-in  not-allowed  not-allowed  not-allowed  not-allowed  not-allowed  not-allowed  200          session-ended  not-allowed  second-factor-required
authorize-user              not-signed-in  200          200          200          200          not-found    not-found    not-found    session-ended  not-found    second-factor-required
hand-over-ownership         not-signed-in  not-allowed  not-allowed  not-allowed  200          not-found    not-allowed  not-allowed  session-ended  not-found    second-factor-required
list-groups                 not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
create-group                not-signed-in  not-allowed  201          201          201          not-found    201          201          session-ended  not-found    second-factor-required
get-group                   not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
edit-group                  not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
delete-group                not-signed-in  not-allowed  204          204          204          not-found    204          204          session-ended  not-found    second-factor-required
list-group-members          not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
change-group-members        not-signed-in  not-allowed  202          202          202          not-found    202          202          session-ended  not-found    second-factor-required
add-group-member            not-signed-in  not-allowed  204          204          204          not-found    204          204          session-ended  not-found    second-factor-required
remove-group-member         not-signed-in  not-allowed  204          204          204          not-found    204          204          session-ended  not-found    second-factor-required
list-group-content          not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
grant-content               not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
remove-content              not-signed-in  not-allowed  204          204          204          not-found    204          204          session-ended  not-found    second-factor-required
list-projects               not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
create-project              not-signed-in  not-allowed  201          201          201          not-found    201          201          session-ended  not-found    second-factor-required
get-project                 not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
edit-project                not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
delete-project              not-signed-in  not-allowed  204          204          204          not-found    204          204          session-ended  not-found    second-factor-required
list-project-members        not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
add-project-member          not-signed-in  not-allowed  204          204          204          not-found    204          204          session-ended  not-found    second-factor-required
remove-project-member       not-signed-in  not-allowed  204          204          204          not-found    204          204          session-ended  not-found    second-factor-required
list-jobs                   not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
get-job                     not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
list-job-items              not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
pause-job                   not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
resume-job                  not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
cancel-job                  not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
retry-job                   not-signed-in  not-allowed  202          202          202          not-found    202          202          session-ended  not-found    second-factor-required
preview-bulk                not-signed-in  not-allowed  200          200          200          not-found    200          200          session-ended  not-found    second-factor-required
start-bulk                  not-signed-in  not-allowed  202          202          202          not-found    202          202          session-ended  not-found    second-factor-required
list-exports                not-signed-in  not-allowed  not-allowed  200          200          not-found    not-allowed  200          session-ended  not-found    second-factor-required
start-export                not-signed-in  not-allowed  not-allowed  202          202          not-found    not-allowed  202          session-ended  not-found    second-factor-required
get-export                  not-signed-in  not-allowed  not-allowed  200          200          not-found    not-allowed  200          session-ended  not-found    second-factor-required
list-imports                not-signed-in  not-allowed  not-allowed  200          200          not-found    not-allowed  200          session-ended  not-found    second-factor-required
start-import                not-signed-in  not-allowed  not-allowed  201          201          not-found    not-allowed  201          session-ended  not-found    second-factor-required
get-import                  not-signed-in  not-allowed  not-allowed  200          200          not-found    not-allowed  200          session-ended  not-found    second-factor-required
check-import                not-signed-in  not-allowed  not-allowed  202          202          not-found    not-allowed  202          session-ended  not-found    second-factor-required
commit-import               not-signed-in  not-allowed  not-allowed  202          202          not-found    not-allowed  202          session-ended  not-found    second-factor-required
list-import-rows            not-signed-in  not-allowed  not-allowed  200          200          not-found    not-allowed  200          session-ended  not-found    second-factor-required
cancel-import               not-signed-in  not-allowed  not-allowed  200          200          not-found    not-allowed  200          session-ended  not-found    second-factor-required
list-organizations          not-signed-in  not-allowed  not-allowed  not-allowed  not-allowed  not-allowed  200          200          session-ended  not-allowed  second-factor-required
create-organization         not-signed-in  not-allowed  not-allowed  not-allowed  not-allowed  not-allowed  201          201          session-ended  not-allowed  second-factor-required
list-all-users              not-signed-in  not-allowed  not-allowed  not-allowed  not-allowed  not-allowed  200          200          session-ended  not-allowed  second-factor-required
suspend-organization        not-signed-in  not-allowed  not-allowed  not-allowed  not-allowed  not-found    not-allowed  200          session-ended  not-found    second-factor-required
resume-organization         not-signed-in  not-allowed  not-allowed  not-allowed  not-allowed  not-found    not-allowed  200          session-ended  not-found    second-factor-required
`;

const [kinds = [], ...rows] = table
  .trim()
  .split('\n')
  .map(line => line.trim().split(/\s+/));
const cells = rows.flatMap(([route = '', ...expected], turn) => {
  const ofRoute = kinds.map((kind, i) => ({ route: route as RouteKey, kind, expected: expected[i] ?? '' }));
  return inTurn(ofRoute, 2, turn);
});

let front: Front;
let home: Arranged;
let actors: Actors;

beforeAll(async () => {
  front = await openFront();
  home = await arrangeOrganization(front, { seats: 2000 });
  actors = await arrangeActors(front, home);
});

test('every route stands in the table, with a cell for every kind', () => {
  expect(rows.map(([route]) => route).sort()).toEqual([...routeKeys].sort());
  expect(kinds).toEqual(Object.keys(actors));
  const isKnown = (cell = '') => /^20[0124]$/.test(cell) || cell in problems;
  for (const [route, ...expected] of rows) {
    expect(expected, route).toHaveLength(kinds.length);
    expect(
      expected.filter(cell => !isKnown(cell)),
      route,
    ).toEqual([]);
  }
});

const kept = new Map<RouteKey, Promise<Valid>>();

type Cell = { route: RouteKey; kind: string; isRefused: boolean };

/** Whoever is refused changes nothing, so that one request serves all of them. */
function requestFor({ route, isRefused }: Cell, as: Session | undefined): Promise<Valid> {
  const fresh = () => validRequest(route, { front, home, as });
  if (!isRefused) return fresh();
  const valid = kept.get(route) ?? fresh();
  kept.set(route, valid);
  return valid;
}

/** Staff of a partner say whose; and who is to be refused asks for the home itself, which must not be closed. */
function ownWay({ route, kind, isRefused }: Cell) {
  const { path, input } = routeOf(route);
  return {
    ...(kind === 'partner' && 'partner' in input.shape && { partner: actors.partner.home.org }),
    ...(isRefused && path.includes('{org}') && { org: home.org }),
  };
}

/** Some are not what they were once they have asked: those routes get somebody of their own. */
async function whoAsks({ route, kind, isRefused }: Cell): Promise<Session | undefined> {
  const somebody = actors[kind as keyof Actors];
  if (!somebody || isRefused) return somebody;
  if (route === 'sign-out' && kind !== 'deactivated')
    return sessionIn(await ask(front, 'sign-in', { email: somebody.email, password }));
  if (route === 'hand-over-ownership') return arrangeUser(front, home, 'owner');
  return kind === 'half' && route.startsWith('confirm-') ? arrangeHalf(front, home) : somebody;
}

test.each(cells)('$route as $kind: $expected', async ({ route, kind, expected }) => {
  const cell = { route, kind, isRefused: !Number(expected) };
  const as = await whoAsks(cell);
  const { input, headers } = await requestFor(cell, as);
  const { org, user } = input;
  const stored = async () => user && (await ask(front, 'get-user', { org, user }, home.owner)).body.version;
  const before = await stored();
  const answer = await refused(front, route, { ...input, ...ownWay(cell) }, as, { headers });
  expect(outcomeOf(answer)).toBe(expected);
  expect(answer.status).toBe(Number(expected) || problems[expected as ProblemKind].status);
  if (answer.status >= 400) expect(await stored()).toEqual(before);
});
