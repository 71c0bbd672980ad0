/** Requests that change something, each with what is true once it is done, however often it was begun. */
import { expect } from 'vitest';
import type { RouteKey } from '../../shared/contract/routes.ts';
import {
  type Arranged,
  acceptBy,
  acceptNewest,
  arrangeOrganization,
  arrangeUser,
  onboarding,
} from '../harness/arrange.ts';
import type { FakeFront } from '../harness/fake-front.ts';
import {
  ask,
  outcomeOf,
  type RawRequest,
  refused,
  requestFor,
  sessionIn,
  tokenIn,
} from '../harness/front.ts';
import { validRequest } from '../harness/valid-requests.ts';
import { credentialStories } from './credential-stories.ts';
import { groupStories } from './group-stories.ts';
import { lifeStories } from './life-stories.ts';
import { pictureStories } from './picture-stories.ts';
import { scriptStories } from './script-stories.ts';

export type Scene = { front: FakeFront; home: Arranged };

/** What is sent, again and again, and what holds in the end. */
export type Play = { request: RawRequest; holds: () => Promise<void> };

export type Story = {
  name: string;
  /** What a repetition may hear instead of success: that it is done. */
  done: string[];
  arrange: (scene: Scene) => Promise<Play>;
};

const key = { 'idempotency-key': 'one and the same' };

/** A change of one user by the owner, after which the user has some status (or is gone). */
function change(route: RouteKey, expected: string, done: string[], different = {}): Story {
  const arrange = async (scene: Scene): Promise<Play> => {
    const { front, home } = scene;
    const { input, headers, invited } = await validRequest(route, scene);
    const request = requestFor(route, { ...input, ...different }, home.owner, {
      headers: { ...headers, ...key },
    });
    const holds = async () => {
      const { status, body } = await ask(front, 'get-user', { org: input.org, user: input.user }, home.owner);
      expect(status === 404 ? 'gone' : body.status).toBe(expected);
      if (expected !== 'invited' || body.invitation?.state !== 'pending') return;
      await front.settle();
      const [mail] = await front.mailsTo(body.email);
      await acceptBy(front, mail ? tokenIn(mail) : invited?.token);
    };
    return { request, holds };
  };
  return { name: route, done, arrange };
}

const invite: Story = {
  name: 'invite-user',
  done: [],
  arrange: async scene => {
    const { front, home } = scene;
    const { input } = await validRequest('invite-user', scene);
    const email = String(input.email);
    const holds = async () => {
      const told = (await front.trail(home.org)).filter(({ action }) => action === 'user.invited');
      expect(told).toHaveLength(1);
      await front.settle();
      expect(await front.mailsTo(email)).toHaveLength(1);
      await acceptNewest(front, email);
    };
    return { request: requestFor('invite-user', input, home.owner, { headers: key }), holds };
  },
};

const acceptAnew: Story = {
  name: 'accept-invitation, somebody new',
  done: ['invitation-accepted'],
  arrange: async scene => {
    const { input, invited } = await validRequest('accept-invitation', scene);
    return {
      request: requestFor('accept-invitation', input),
      holds: () => canSignIn(scene, invited?.email, input.password),
    };
  },
};

/** Somebody with an account elsewhere accepts: signed in, or with their password. */
function acceptAsKnown(name: string, by: 'token' | 'password'): Story {
  const arrange = async ({ front, home }: Scene): Promise<Play> => {
    const them = await arrangeUser(front, await arrangeOrganization(front));
    const person = {
      firstName: 'E',
      lastName: 'Else',
      email: them.email,
      role: 'user',
      access: { mode: 'all' },
    };
    await ask(front, 'invite-user', { org: home.org, ...person }, home.owner);
    await front.settle();
    const input = onboarding(tokenIn((await front.mailsTo(them.email)).at(-1)));
    const request = requestFor('accept-invitation', input, by === 'token' ? them : {});
    const holds = async () => {
      const me = await ask(front, 'get-me', {}, them);
      expect(me.body.organizations.map(({ id }) => id)).toContain(home.org);
      await canSignIn({ front, home }, them.email, input.password);
    };
    return { request, holds };
  };
  return { name, done: ['invitation-accepted'], arrange };
}

const reset: Story = {
  name: 'reset-password',
  done: ['link-unknown'],
  arrange: async scene => {
    const { front } = scene;
    const { input } = await validRequest('reset-password', scene);
    const email = front.world.mailbox.at(-1)?.to;
    return {
      request: requestFor('reset-password', input),
      holds: async () => {
        await canSignIn(scene, email, input.password);
        expect(front.world.directory.events.filter(told => told.action === 'password.changed')).toHaveLength(
          1,
        );
      },
    };
  },
};

const signOut: Story = {
  name: 'sign-out',
  done: [],
  arrange: async ({ front, home }) => {
    const them = await arrangeUser(front, home);
    const holds = async () => {
      expect(outcomeOf(await refused(front, 'get-me', {}, them))).toBe('session-ended');
      expect(outcomeOf(await refused(front, 'refresh-session', {}, them))).toBe('session-ended');
    };
    return { request: requestFor('sign-out', {}, them), holds };
  },
};

const forgot: Story = {
  name: 'forgot-password',
  done: [],
  arrange: async ({ front, home }) => {
    const { email } = await arrangeUser(front, home);
    const holds = async () => {
      await front.settle();
      expect((await front.mailsTo(email)).at(-1)?.text).toContain('/reset#');
    };
    return { request: requestFor('forgot-password', { email }), holds };
  },
};

const renew: Story = {
  name: 'renew-invitation',
  done: [],
  arrange: async scene => {
    const { front } = scene;
    const { input, invited } = await validRequest('renew-invitation', scene);
    await front.advance(4 * 60 * 60);
    return {
      request: requestFor('renew-invitation', input),
      holds: async () => void (await acceptNewest(front, invited?.email ?? '')),
    };
  },
};

const signIn: Story = {
  name: 'sign-in',
  done: [],
  arrange: async scene => {
    const { input } = await validRequest('sign-in', scene);
    return {
      request: requestFor('sign-in', input),
      holds: () => canSignIn(scene, input.email, input.password),
    };
  },
};

export const stories: Story[] = [
  invite,
  acceptAnew,
  acceptAsKnown('accept-invitation, signed in', 'token'),
  acceptAsKnown('accept-invitation, with the password there is', 'password'),
  change('send-invitation', 'invited', [], { email: undefined }),
  reset,
  change('extend-invitation', 'invited', []),
  change('copy-invitation-link', 'invited', []),
  change('revoke-invitation', 'invited', ['wrong-status']),
  change('deactivate-user', 'inactive', ['wrong-status']),
  change('reactivate-user', 'active', ['wrong-status']),
  change('archive-user', 'archived', ['wrong-status']),
  change('restore-user', 'inactive', ['wrong-status']),
  change('delete-user', 'gone', ['not-found']),
  signIn,
  signOut,
  forgot,
  renew,
  ...credentialStories,
  ...groupStories,
  ...lifeStories,
  ...pictureStories,
  ...scriptStories,
];

async function canSignIn({ front }: Scene, email: unknown, password: unknown): Promise<void> {
  const answer = await refused(front, 'sign-in', { email, password });
  expect(outcomeOf(answer)).toBe('200');
  expect((await ask(front, 'get-me', {}, sessionIn(answer))).status).toBe(200);
}
