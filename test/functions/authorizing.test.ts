/** What a question costs: one round trip, however much somebody holds and however it came to them. */
import { expect, test } from 'vitest';
import type { AccessPolicy } from '../../shared/domain/model-access.ts';
import { ref } from '../../shared/domain/refs.ts';
import { next } from '../../shared/domain/user.ts';
import { arrangeOrganization, arrangeUser } from '../harness/arrange.ts';
import { arrangeApplication } from '../harness/arrange-application.ts';
import { arrangeCatalogue, desk } from '../harness/arrange-catalogue.ts';
import { fakeFront } from '../harness/fake-front.ts';
import { ask, type Session } from '../harness/front.ts';
import { around, type Call } from '../world/around.ts';
import { fakeWorld } from '../world/fake-world.ts';

const calls: Call[] = [];
const counted = around(fakeWorld(), (call, run) => {
  calls.push(call);
  return run();
});
const front = fakeFront(counted);

/** The calls of one request. */
async function callsOf(input: Record<string, unknown>, as: Session): Promise<Call[]> {
  calls.length = 0;
  expect((await ask(front, 'authorize-user', input, as)).status).toBe(200);
  return [...calls];
}

const contents = Array.from({ length: 30 }, (_, i) => ({ content: { type: 'folder', id: `folder-${i}` } }));
const questions = [...desk.permissions.map(({ key }) => ({ permission: key })), ...contents];

/** In twenty groups with ten custom roles each, and with ten of their own. */
async function manyHoldings() {
  const { world } = front;
  const home = await arrangeOrganization(front);
  await arrangeCatalogue(front);
  const user = await arrangeUser(front, home);
  const roles = Array.from({ length: 100 }, () => world.ids.make('rol'));
  const groups = Array.from({ length: 20 }, () => world.ids.make('grp'));
  const permissions = desk.permissions.map(({ key }) => key);
  const role = { version: 1, name: 'Agent', permissions, createdAt: world.clock.now() };
  const policy: AccessPolicy = {
    ...{ type: 'policy', version: 1, organization: home.org },
    customRoles: Object.fromEntries(roles.map(id => [id, role])),
    groups: Object.fromEntries(groups.map((id, i) => [id, roles.slice((i % 10) * 10, (i % 10) * 10 + 10)])),
  };
  const [before] = await world.directory.get(ref.user(home.org, user.id));
  if (!before) throw new Error('Nobody is there');
  const access = { mode: 'custom', permissions: [] } as const;
  const after = next(before, {
    ...{ groups, customRoles: roles.slice(0, 10) },
    access: { ...access, permissions: [] },
  });
  const result = await world.directory.commit({
    changes: [
      { do: 'create', entity: policy },
      { do: 'update', before, after },
    ],
    events: [],
  });
  expect(result.ok).toBe(true);
  return { home, user };
}

test('somebody asks for themselves in one round trip, whatever they are in and have', async () => {
  const { home, user } = await manyHoldings();
  const input = { organization: home.org, questions };
  await callsOf(input, user); // which may note that they are there
  expect(await callsOf(input, user)).toEqual(['directory.get']);
  const { body } = await ask(front, 'authorize-user', input, user);
  expect(body.answers[0]).toMatchObject({ allowed: true });
  expect(body.answers[0]).toHaveProperty('sources.length', 210);
});

test('an application asks in one round trip, too, once its session is known', async () => {
  const { home, user } = await manyHoldings();
  const application = await arrangeApplication(front);
  const input = { organization: home.org, user: user.id, questions };
  const first = await callsOf(input, application);
  expect(first.filter(call => call === 'directory.get')).toHaveLength(2);
  expect(await callsOf(input, application)).toEqual(['directory.get']);
});

test('that somebody is there is noted, but not at every click', async () => {
  const { home, user } = await manyHoldings();
  const input = { organization: home.org, questions };
  await callsOf(input, user);
  front.world.clock.advance(4 * 60);
  expect(await callsOf(input, user)).toEqual(['directory.get']);
  front.world.clock.advance(2 * 60);
  expect(await callsOf(input, user)).toEqual(
    expect.arrayContaining(['directory.get', 'directory.noteSessionUse', 'directory.noteActivity']),
  );
});
