/** Stories about passwords, second factors and sessions, where Cognito has to follow. */
import { expect } from 'vitest';
import type { PersonId } from '../../shared/contract/ids.ts';
import type { RouteKey } from '../../shared/contract/routes.ts';
import { enrolledFactors } from '../../shared/domain/factors.ts';
import { ref } from '../../shared/domain/refs.ts';
import { arrangeUser, password } from '../harness/arrange.ts';
import {
  challengeFor,
  codeOf,
  enrolApp,
  freshTelephone,
  newestText,
  signInWithApp,
} from '../harness/arrange-factors.ts';
import { ask, outcomeOf, refused, requestFor, tokenIn } from '../harness/front.ts';
import type { Scene, Story } from './stories.ts';

const another = 'eleven blue kites over the harbour';

/** Within a day at most, Cognito asks for what is enrolled and for nothing else. */
async function cognitoFollows({ front }: Scene, id: PersonId): Promise<void> {
  for (let hour = 0; hour < 25; hour++) {
    await front.advance(60 * 60);
    await front.runSchedule('reconcile-credentials');
  }
  const [person] = await front.world.directory.get(ref.person(id));
  expect(await front.world.identity.factorsOf(id)).toEqual(person && enrolledFactors(person));
}

const told = ({ front }: Scene, action: string, id: PersonId) =>
  front.world.directory.events.filter(event => event.action === action && event.target.id === id).length;

const enrolling: Story = {
  name: 'confirm-authenticator',
  done: ['wrong-code'],
  arrange: async scene => {
    const { front, home } = scene;
    const them = await arrangeUser(front, home);
    const { body } = await ask(front, 'begin-authenticator', {}, them);
    const code = await codeOf(front, body);
    return {
      request: requestFor('confirm-authenticator', { code }, them),
      holds: async () => {
        // Whichever it was, whoever has the app gets in now, and a day later.
        const { body: asked } = await ask(front, 'sign-in', { email: them.email, password });
        if ('challenge' in asked) expect(outcomeOf(await signInWithApp(front, them.email, body))).toBe('200');
        await cognitoFollows(scene, them.id);
      },
    };
  },
};

const texting: Story = {
  name: 'begin-sms',
  done: [],
  arrange: async ({ front, home }) => {
    const them = await arrangeUser(front, home);
    const telephone = freshTelephone();
    return {
      request: requestFor('begin-sms', { telephone }, them),
      holds: async () => {
        const code = await newestText(front, telephone);
        expect((await ask(front, 'confirm-sms', { code }, them)).status).toBe(200);
        expect((await challengeFor(front, them.email)).kind).toBe('sms-code');
      },
    };
  },
};

const removing: Story = {
  name: 'remove-factor',
  done: ['not-found'],
  arrange: async scene => {
    const { front, home } = scene;
    const them = await arrangeUser(front, home);
    await enrolApp(front, them);
    return {
      request: requestFor('remove-factor', { factor: 'authenticator' }, them),
      holds: async () => {
        expect((await ask(front, 'sign-in', { email: them.email, password })).body).toHaveProperty(
          'accessToken',
        );
        expect(told(scene, 'factor.removed', them.id)).toBe(1);
      },
    };
  },
};

const recovering: Story = {
  name: 'answer-challenge, with a recovery code',
  done: ['wrong-answer'],
  arrange: async scene => {
    const { front, home } = scene;
    const them = await arrangeUser(front, home);
    const { recoveryCodes, ...app } = await enrolApp(front, them);
    const { session } = await challengeFor(front, them.email);
    return {
      request: requestFor('answer-challenge', { session, recoveryCode: recoveryCodes[0], password }),
      holds: async () => {
        expect(told(scene, 'recovery-code.used', them.id)).toBeLessThanOrEqual(1);
        expect(outcomeOf(await signInWithApp(front, them.email, app))).toBe('200');
      },
    };
  },
};

const changing: Story = {
  name: 'change-my-password',
  done: ['wrong-password'],
  arrange: async scene => {
    const { front, home } = scene;
    const them = await arrangeUser(front, home);
    return {
      request: requestFor('change-my-password', { current: password, password: another }, them),
      holds: async () => {
        expect(outcomeOf(await refused(front, 'sign-in', { email: them.email, password: another }))).toBe(
          '200',
        );
        expect(outcomeOf(await refused(front, 'sign-in', { email: them.email, password }))).toBe(
          'wrong-credentials',
        );
        expect((await ask(front, 'get-me', {}, them)).status).toBe(200);
        expect(told(scene, 'password.changed', them.id)).toBe(1);
      },
    };
  },
};

/** Something an administrator does, after which nobody is signed in. */
function ending(
  route: RouteKey,
  and: (scene: Scene, who: { id: PersonId; email: string }) => Promise<void>,
): Story {
  return {
    name: route,
    done: [],
    arrange: async scene => {
      const { front, home } = scene;
      const them = await arrangeUser(front, home);
      await enrolApp(front, them);
      return {
        request: requestFor(route, { org: home.org, user: them.id }, home.owner),
        holds: async () => {
          expect(outcomeOf(await refused(front, 'get-me', {}, them))).toBe('session-ended');
          expect(await front.world.identity.refresh(them.cookie.split(':').at(-1) ?? '')).toBeUndefined();
          await and(scene, them);
        },
      };
    },
  };
}

const forcing = ending('force-password-reset', async scene => {
  const { front } = scene;
  const mails = front.world.mailbox.filter(({ text }) => text.includes('/reset#'));
  const token = tokenIn(mails.at(-1));
  const reset = await ask(front, 'reset-password', { token, password: another });
  expect(reset.body).toHaveProperty('challenge');
});

const resetting = ending('reset-user-mfa', async (scene, { id, email }) => {
  expect((await ask(scene.front, 'sign-in', { email, password })).body).toHaveProperty('accessToken');
  expect(await scene.front.world.identity.factorsOf(id)).toEqual([]);
});

const signingOut = ending('sign-out-user', async (scene, { id }) => {
  expect(await scene.front.world.directory.listSessions(id)).toEqual([]);
});

const endingMine: Story = {
  name: 'end-my-sessions',
  done: [],
  arrange: async ({ front, home }) => {
    const them = await arrangeUser(front, home);
    const { body } = await ask(front, 'sign-in', { email: them.email, password });
    const other = { accessToken: 'accessToken' in body ? body.accessToken : '' };
    return {
      request: requestFor('end-my-sessions', { which: 'others' }, them),
      holds: async () => {
        expect(outcomeOf(await refused(front, 'get-me', {}, other))).toBe('session-ended');
        expect((await ask(front, 'refresh-session', {}, { cookie: them.cookie })).status).toBe(200);
      },
    };
  },
};

export const credentialStories: Story[] = [
  enrolling,
  texting,
  removing,
  recovering,
  changing,
  forcing,
  resetting,
  signingOut,
  endingMine,
];
