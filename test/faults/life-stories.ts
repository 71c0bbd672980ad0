/** Stories about who somebody is: their names, their address, and whether they are still here. */
import { expect } from 'vitest';
import { acceptBy, acceptNewest, arrangeUser, password } from '../harness/arrange.ts';
import { ask, outcomeOf, refused, requestFor } from '../harness/front.ts';
import { validRequest } from '../harness/valid-requests.ts';
import type { Scene, Story } from './stories.ts';

const told = ({ front }: Scene, action: string) =>
  front.world.directory.events.filter(event => event.action === action).length;

const onceKept = { 'idempotency-key': 'the same correction' };

/** The wrong address is invited no more, the right one is, and that once. */
const correcting: Story = {
  name: 'send-invitation, to a corrected address',
  done: [],
  arrange: async scene => {
    const { front, home } = scene;
    const { input } = await validRequest('send-invitation', scene);
    const right = String(input.email);
    return {
      request: requestFor('send-invitation', input, home.owner, { headers: onceKept }),
      holds: async () => {
        const gone = await refused(front, 'get-user', { org: home.org, user: input.user }, home.owner);
        expect(outcomeOf(gone)).toBe('not-found');
        expect(await front.mailsTo(right)).toHaveLength(1);
        expect(told(scene, 'user.deleted')).toBe(1);
        await acceptNewest(front, right);
      },
    };
  },
};

/** An edit under a version, of a user or of oneself; who repeats it is told that it is done. */
function editing(route: 'edit-user' | 'edit-me', action: string): Story {
  return {
    name: route,
    done: ['stale-version'],
    arrange: async scene => {
      const { front, home } = scene;
      const { input, headers } = await validRequest(route, scene);
      const user = input.user ?? home.owner.id;
      return {
        request: requestFor(route, input, home.owner, { headers }),
        holds: async () => {
          const { body } = await ask(front, 'get-user', { org: home.org, user }, home.owner);
          expect(body).toMatchObject({ firstName: input.firstName, lastName: input.lastName });
          expect(told(scene, action)).toBe(1);
        },
      };
    },
  };
}

/** A change of address by an administrator or by oneself: it can be confirmed, once, however often it was asked for. */
function changingAddress(route: 'change-user-email' | 'change-my-email'): Story {
  return {
    name: route,
    done: [],
    arrange: async scene => {
      const { front, home } = scene;
      const them = await arrangeUser(front, home);
      const { input } = await validRequest(route, scene);
      const asks = route === 'change-my-email' ? them : home.owner;
      const wish = route === 'change-my-email' ? input : { ...input, user: them.id };
      const email = String(input.email);
      return {
        request: requestFor(route, wish, asks),
        holds: async () => {
          const token = /#(\S{43})/.exec((await front.mailsTo(email)).at(-1)?.text ?? '')?.[1];
          expect((await ask(front, 'confirm-email-change', { token })).status).toBe(200);
          await signsInWith(scene, email, them.email);
        },
      };
    },
  };
}

const confirming: Story = {
  name: 'confirm-email-change',
  done: ['link-unknown'],
  arrange: async scene => {
    const { front } = scene;
    const { input } = await validRequest('confirm-email-change', scene);
    const email = String(front.world.mailbox.at(-1)?.to);
    const [person] = front.world.directory
      .stored()
      .flatMap(it => (it.type === 'person' && it.emailChange ? [it] : []));
    return {
      request: requestFor('confirm-email-change', input),
      holds: async () => {
        expect(told(scene, 'email-change.confirmed')).toBe(1);
        await signsInWith(scene, email, String(person?.email));
      },
    };
  },
};

/** Whoever repeats it hears that there is nothing to call off. */
function callingOff(route: 'cancel-user-email-change' | 'cancel-my-email-change'): Story {
  return {
    name: route,
    done: ['wrong-status'],
    arrange: async scene => {
      const { front, home } = scene;
      const { input, as = home.owner } = await validRequest(route, scene);
      return {
        request: requestFor(route, input, as),
        holds: async () => {
          const people = front.world.directory.stored().filter(it => it.type === 'person');
          expect(people.filter(({ emailChange }) => emailChange)).toEqual([]);
          expect(told(scene, 'email-change.cancelled')).toBe(1);
        },
      };
    },
  };
}

/** Archived by mistake: as it was, but for the seat and the session. */
const thereAndBack: Story = {
  name: 'restore-user, and back to work',
  done: ['wrong-status'],
  arrange: async scene => {
    const { front, home } = scene;
    const { input } = await validRequest('restore-user', scene);
    return {
      request: requestFor('restore-user', input, home.owner),
      holds: async () => {
        const { body } = await ask(front, 'reactivate-user', input, home.owner);
        expect(body.status).toBe('active');
        expect((await ask(front, 'sign-in', { email: body.email, password })).status).toBe(200);
      },
    };
  },
};

const approving: Story = {
  name: 'approve-user',
  done: ['wrong-status'],
  arrange: async scene => {
    const { front, home } = scene;
    const { input, as, invited } = await validRequest('approve-user', scene);
    return {
      request: requestFor('approve-user', input, as),
      holds: async () => {
        const { body } = await ask(front, 'get-user', input, home.owner);
        expect(body.approved).toBe(true);
        expect(told(scene, 'user.approved')).toBe(1);
        await acceptBy(front, invited?.token);
      },
    };
  },
};

async function signsInWith({ front }: Scene, email: string, former: string): Promise<void> {
  expect(outcomeOf(await refused(front, 'sign-in', { email, password }))).toBe('200');
  expect(outcomeOf(await refused(front, 'sign-in', { email: former, password }))).toBe('wrong-credentials');
}

export const lifeStories: Story[] = [
  correcting,
  editing('edit-user', 'user.edited'),
  editing('edit-me', 'person.edited'),
  changingAddress('change-user-email'),
  changingAddress('change-my-email'),
  confirming,
  callingOff('cancel-user-email-change'),
  callingOff('cancel-my-email-change'),
  thereAndBack,
  approving,
];
