/** An organization is handed over in one step: there is an owner at every moment. */
import { beforeEach, expect, test } from 'vitest';
import { type Arranged, arrangeInvitee, arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { arrangeGroup, arrangeProject } from '../harness/arrange-groups.ts';
import { arrangeOperator } from '../harness/arrange-operator.ts';
import { atOnce, races, tally } from '../harness/at-once.ts';
import { ask, type Front, outcomeOf, refused } from '../harness/front.ts';
import { openFront } from '../harness/here.ts';

let front: Front;
let home: Arranged;

beforeEach(async () => {
  front ??= await openFront();
  home = await arrangeOrganization(front);
});

const inHome = (user: string) => ({ org: home.org, user });
const handOver = (user: string, as: object = home.owner) =>
  refused(front, 'hand-over-ownership', inHome(user), as);
const roleOf = async (user: string, as: object = home.owner) =>
  (await ask(front, 'get-user', inHome(user), as)).body.role;

test('the other is the owner, whoever was is an admin, and the trail says from whom to whom', async () => {
  const them = await arrangeUser(front, home, 'manager');
  const answer = await handOver(them.id);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ id: them.id, role: 'owner', version: 3 });
  expect([await roleOf(them.id), await roleOf(home.owner.id)]).toEqual(['owner', 'admin']);
  const told = (await front.trail(home.org)).filter(({ action }) => action === 'ownership.handed-over');
  expect(told).toMatchObject([
    {
      actor: { kind: 'member', id: home.owner.id },
      target: { type: 'user', id: them.id },
      changes: [
        { field: 'owner', before: home.owner.id, after: them.id },
        { field: 'role', before: 'manager', after: 'owner' },
      ],
    },
  ]);
  expect(outcomeOf(await handOver(home.owner.id)), 'who has handed over owns nothing').toBe('not-allowed');
  expect(outcomeOf(await handOver(home.owner.id, them))).toBe('200');
});

test('projects end with the role user, and groups stay', async () => {
  const [group, project] = [await arrangeGroup(front, home), await arrangeProject(front, home)];
  const them = await arrangeUser(front, home, 'user', { groups: [group.id], projects: [project.id] });
  const { body } = await handOver(them.id);
  expect(body).toMatchObject({ role: 'owner', groups: [{ id: group.id }], projects: [] });
  const { body: left } = await ask(front, 'get-project', { org: home.org, project: project.id }, home.owner);
  expect(left.members).toBe(0);
});

test('nobody hands over to themselves, to whoever is not active, or to nobody', async () => {
  expect(outcomeOf(await handOver(home.owner.id))).toBe('own-account');
  const { about } = await arrangeInvitee(front, home);
  expect(outcomeOf(await handOver(about.user))).toBe('wrong-status');
  const out = await arrangeUser(front, home);
  await ask(front, 'deactivate-user', inHome(out.id), home.owner);
  expect(outcomeOf(await handOver(out.id))).toBe('wrong-status');
  expect(outcomeOf(await handOver(front.world.ids.make('usr')))).toBe('not-found');
});

test('only an owner hands over, and nobody from outside', async () => {
  const them = await arrangeUser(front, home);
  for (const role of ['admin', 'manager', 'user'] as const)
    expect(outcomeOf(await handOver(them.id, await arrangeUser(front, home, role)))).toBe('not-allowed');
  expect(outcomeOf(await handOver(them.id, await arrangeOperator(front)))).toBe('not-allowed');
  const other = await arrangeOrganization(front);
  expect(outcomeOf(await handOver(them.id, other.owner))).toBe('not-found');
  expect(await roleOf(them.id)).toBe('user');
});

test('to another owner: they stay that, and whoever hands over is an admin', async () => {
  const them = await arrangeUser(front, home, 'owner');
  expect(outcomeOf(await handOver(them.id))).toBe('200');
  expect([await roleOf(them.id), await roleOf(home.owner.id)]).toEqual(['owner', 'admin']);
});

test.each(races(10))('handed to two at once, one of them is the owner (%i)', async () => {
  const both = [await arrangeUser(front, home), await arrangeUser(front, home)];
  const answers = await atOnce(2, i => handOver(both[i]?.id ?? ''));
  expect(
    answers.filter(({ status }) => status === 200),
    JSON.stringify(tally(answers)),
  ).toHaveLength(1);
  const roles = await Promise.all(both.map(({ id }) => roleOf(id)));
  expect(roles.sort()).toEqual(['owner', 'user']);
});

test.each(races(10))(
  'handed over while the other is deactivated: there is an active owner (%i)',
  async () => {
    const them = await arrangeUser(front, home);
    const admin = await arrangeUser(front, home, 'admin');
    const answers = await Promise.all([
      handOver(them.id),
      refused(front, 'deactivate-user', inHome(them.id), admin),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const [handed] = answers.map(outcomeOf);
    expect(await roleOf(home.owner.id, admin)).toBe(handed === '200' ? 'admin' : 'owner');
  },
);
