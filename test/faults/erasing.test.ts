/** What is kept beside somebody goes when they are deleted, whatever breaks or happens meanwhile. */
import { expect, test } from 'vitest';
import { erasePerson } from '../../functions/events/erase-person.ts';
import { type Arranged, acceptNewest, arrangeOrganization, freshEmail, invitee } from '../harness/arrange.ts';
import { type FakeFront, fakeFront } from '../harness/fake-front.ts';
import { ask } from '../harness/front.ts';
import { around, type Call } from '../world/around.ts';
import { type FakeWorld, fakeWorld } from '../world/fake-world.ts';
import { leftBehind } from '../world/invariants.ts';
import { breakAt, type Manner, type Moment } from './breaking.ts';

type Scene = { world: FakeWorld; front: FakeFront; home: Arranged; email: string };

async function arrange(): Promise<Scene> {
  const world = fakeWorld();
  const front = fakeFront(world);
  const home = await arrangeOrganization(front);
  return { world, front, home, email: freshEmail('leaving') };
}

const invite = ({ front, email }: Scene, { org, owner }: Arranged, key: string) =>
  ask(front, 'invite-user', { org, ...invitee(email) }, owner, { headers: { 'idempotency-key': key } });

/** Deletes them where they are home, and hands out the event that nobody has heard yet. */
async function remove({ front, world, home }: Scene, user: string) {
  const input = { org: home.org, user };
  const { headers } = await ask(front, 'get-user', input, home.owner);
  await ask(front, 'delete-user', input, home.owner, { headers: { 'if-match': headers.etag ?? '' } });
  return { detail: world.directory.events.findLast(({ action }) => action === 'user.deleted') } as Parameters<
    typeof erasePerson
  >[0];
}

test.each<[Manner, Moment]>([
  ['dies', 'before'],
  ['dies', 'after'],
  ['fails', 'before'],
  ['fails', 'after'],
])(
  'the subscriber %s %s each call: once the event is heard again, nothing is left',
  async (manner, moment) => {
    for (let number = 1, broke = true; broke; number++) {
      const scene = await arrange();
      const { world, front, home, email } = scene;
      const { body } = await invite(scene, home, 'first');
      await acceptNewest(front, email);
      const message = await remove(scene, body.id);
      await world.identity.remove(body.id); // which is another subscriber's part
      expect(leftBehind(world)).not.toEqual([]);
      const breaking = breakAt(number, moment, manner);
      const heard = erasePerson(message, around(world, breaking.around));
      broke = await heard.then(
        () => false,
        () => true,
      );
      if (broke) await erasePerson(message, world);
      expect(leftBehind(world), `broken ${moment} call ${number}`).toEqual([]);
      expect(broke || number > 1, 'a subscriber without any call proves nothing').toBe(true);
    }
  },
);

test.each<Call>(['directory.listPersonal', 'directory.get', 'directory.erase'])(
  'whoever is invited again just before %s keeps what is told of them now',
  async moment => {
    const scene = await arrange();
    const { world, front, home, email } = scene;
    const elsewhere = await arrangeOrganization(front);
    const first = await invite(scene, home, 'first');
    await acceptNewest(front, email);
    const there = await invite(scene, elsewhere, 'there');
    const message = await remove(scene, first.body.id);
    let again: Awaited<ReturnType<typeof invite>> | undefined;
    const overtaken = around(world, async (call, run) => {
      if (call === moment) again ??= await invite(scene, home, 'again');
      return run();
    });
    await erasePerson(message, overtaken);
    expect(again?.body.id).toBe(first.body.id);
    expect((await invite(scene, home, 'again')).body).toEqual(again?.body);
    expect((await invite(scene, elsewhere, 'there')).body).toEqual(there.body);
  },
);
