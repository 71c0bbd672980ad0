/** A request for every route that succeeds, each time with somebody or something new to act on. */
import type { OrganizationId, PersonId } from '../../shared/contract/ids.ts';
import type { Role } from '../../shared/contract/roles.ts';
import type { RouteKey } from '../../shared/contract/routes.ts';
import { ref } from '../../shared/domain/refs.ts';
import { next } from '../../shared/domain/user.ts';
import {
  type Arranged,
  arrangePending,
  arrangeUser,
  freshEmail,
  onboarding,
  password,
  profile,
} from './arrange.ts';
import { challengeFor, enrolApp, freshTelephone, newestText } from './arrange-factors.ts';
import { arrangeOperator } from './arrange-operator.ts';
import { uploadedFor, uploadedOwn } from './arrange-pictures.ts';
import { arrangeApiUser, arrangeClient, passwordGrant } from './arrange-scripts.ts';
import { ask, type Front, type Session, sessionIn, tokenIn } from './front.ts';
import { totp } from './totp.ts';
import * as access from './valid-access.ts';
import * as content from './valid-content.ts';
import * as customRoles from './valid-custom-roles.ts';
import * as exports from './valid-exports.ts';
import * as groups from './valid-groups.ts';
import * as imports from './valid-imports.ts';
import * as jobs from './valid-jobs.ts';
import * as lookedAfter from './valid-looked-after.ts';
import * as projects from './valid-projects.ts';

export type Valid = {
  input: Record<string, unknown>;
  headers?: Record<string, string>;
  /** Who asks, where it is not the owner of the home: some are not allowed to, some would lose their session. */
  as?: Partial<Session>;
  /** Whom it is about, where that is somebody invited, and the token of their link. */
  invited?: { email: string; token: string };
};

/**
 * What a story needs: the door, the organization it plays in, the role of whoever it is about, and who asks, where it is
 * about themselves: its owner, unless somebody else is named.
 */
export type Scene = { front: Front; home: Arranged; role?: Role; as?: Partial<Session> };
export type Make = (scene: Scene) => Promise<Valid>;

export function validRequest(key: RouteKey, scene: Scene): Promise<Valid> {
  return makers[key](scene);
}

const plain: Make = async () => ({ input: {} });
const inOrganization: Make = async ({ home }) => ({ input: { org: home.org } });
const onPending: Make = async scene => {
  const { about, ...invited } = await pending(scene);
  return { input: about, invited };
};
const byLink = (inputWith: (token: string) => Valid['input']): Make => {
  return async scene => {
    const invited = await pending(scene);
    return { input: inputWith(invited.token), invited };
  };
};
const onActive: Make = async ({ front, home, role }) => {
  const { id } = await arrangeUser(front, home, role);
  return { input: { org: home.org, user: id } };
};

/** Where there are many applications already, they go: an organization has no more than 50. */
const withRoom =
  (make: Make): Make =>
  async scene => {
    const { front, home } = scene;
    const { body } = await ask(front, 'list-api-clients', { org: home.org }, home.owner);
    if (body.items.length < 40) return make(scene);
    for (const { id: client } of body.items)
      await ask(front, 'delete-api-client', { org: home.org, client }, home.owner);
    return make(scene);
  };

const onVersion: Make = async scene => {
  const { input } = await onActive(scene);
  const { headers } = await ask(scene.front, 'get-user', input, scene.home.owner);
  return { input, headers: { 'if-match': headers.etag ?? '' } };
};

/** About whoever asks: somebody new, unless somebody is named who may. */
const own =
  (make: (front: Front, who: Session) => Promise<Valid['input']>): Make =>
  async ({ front, home, as }) => {
    const { accessToken = '', cookie = '' } = as ?? {};
    const isIn = accessToken && (await ask(front, 'get-me', {}, { accessToken })).status === 200;
    const who = isIn ? { accessToken, cookie } : await arrangeUser(front, home);
    return { input: await make(front, who), as: who };
  };

const makers: Record<RouteKey, Make> = {
  ...access.makers,
  ...customRoles.makers,
  ...groups.makers,
  ...content.makers,
  ...projects.makers,
  ...jobs.makers,
  ...exports.makers,
  ...imports.makers,
  ...lookedAfter.makers,
  'get-health': plain,
  'get-openapi': plain,
  'get-me': plain,
  'edit-me': async ({ front, home, as = home.owner }) => {
    const { headers } = await ask(front, 'get-me', {}, as);
    return { input: everyFact, headers: { 'if-match': headers.etag ?? '"1"' } };
  },
  'change-my-email': own(async () => ({ email: freshEmail('mine'), password })),
  'cancel-my-email-change': own(async (front, who) => {
    await ask(front, 'change-my-email', { email: freshEmail('mine'), password }, who);
    return {};
  }),
  'confirm-email-change': async ({ front, home }) => {
    const email = freshEmail('confirmed');
    await ask(front, 'change-my-email', { email, password }, await arrangeUser(front, home));
    return { input: { token: await newestToken(front, email) } };
  },
  'sign-in': async ({ front, home }) => ({
    input: { email: (await arrangeUser(front, home)).email, password },
  }),
  'answer-challenge': async ({ front, home }) => {
    const them = await arrangeUser(front, home);
    const { recoveryCodes } = await enrolApp(front, them);
    const { session } = await challengeFor(front, them.email);
    return { input: { session, recoveryCode: recoveryCodes[0], password } };
  },
  'refresh-session': plain,
  'sign-out': async scene => ({ input: {}, as: await signedInAnew(scene) }),
  'forgot-password': async ({ front, home }) => ({
    input: { email: (await arrangeUser(front, home)).email },
  }),
  'reset-password': async ({ front, home }) => {
    const { email } = await arrangeUser(front, home);
    await ask(front, 'forgot-password', { email });
    return { input: { token: await newestToken(front, email), password: 'eleven blue kites' } };
  },
  'lookup-invitation': byLink(token => ({ token })),
  'accept-invitation': byLink(onboarding),
  'renew-invitation': byLink(token => ({ token })),
  'exchange-token': withRoom(async ({ front, home }) => ({
    input: passwordGrant(await arrangeClient(front, home), await arrangeApiUser(front, home)),
  })),
  'change-my-password': own(async () => ({ current: password, password: 'eleven blue kites over the bay' })),
  'begin-authenticator': own(async () => ({})),
  'confirm-authenticator': own(async (front, who) => {
    const { body } = await ask(front, 'begin-authenticator', {}, who);
    return { code: totp(body.secret, new Date(front.world.clock.now())) };
  }),
  'begin-sms': own(async () => ({ telephone: freshTelephone() })),
  'confirm-sms': own(async (front, who) => {
    const telephone = freshTelephone();
    await ask(front, 'begin-sms', { telephone }, who);
    return { code: await newestText(front, telephone) };
  }),
  'remove-factor': own(async (front, who) => {
    await enrolled(front, who);
    return { factor: 'authenticator' };
  }),
  'renew-recovery-codes': own(async (front, who) => {
    await enrolled(front, who);
    return {};
  }),
  'list-my-sessions': plain,
  'end-my-sessions': own(async () => ({ which: 'others' })),
  'end-my-session': own(async (front, who) => {
    const { email } = (await ask(front, 'get-me', {}, who)).body.person;
    await ask(front, 'sign-in', { email, password });
    const { items } = (await ask(front, 'list-my-sessions', {}, who)).body;
    return { session: items.find(({ current }) => !current)?.id };
  }),
  'reset-user-password': onActive,
  'force-password-reset': onActive,
  'reset-user-mfa': onActive,
  'sign-out-user': onActive,
  'list-user-sessions': onActive,
  'end-user-session': async scene => {
    const { input } = await onActive(scene);
    const { items } = (await ask(scene.front, 'list-user-sessions', input, scene.home.owner)).body;
    return { input: { ...input, session: items[0]?.id } };
  },
  'begin-picture': async () => ({ input: { contentType: 'image/png' } }),
  'set-picture': async ({ front, home, as = home.owner }) => ({
    input: { upload: await uploadedOwn(front, as) },
  }),
  'remove-picture': plain,
  'begin-user-picture': async scene => {
    const { input } = await onActive(scene);
    return { input: { ...input, contentType: 'image/png' } };
  },
  'set-user-picture': async scene => {
    const { input } = await onActive(scene);
    return { input: { ...input, upload: await uploadedFor(scene.front, scene.home, String(input.user)) } };
  },
  'remove-user-picture': onActive,
  'list-views': inOrganization,
  'save-view': async ({ home }) => ({
    input: { org: home.org, name: 'New here', search: 'status=invited&sort=-createdAt' },
  }),
  'delete-view': async ({ home }) => ({ input: { org: home.org, name: 'New here' } }),
  'get-organization': inOrganization,
  'get-settings': inOrganization,
  'edit-settings': settings,
  'get-usage': inOrganization,
  'get-overview': inOrganization,
  'list-approvals': async ({ home }) => ({ input: { org: home.org, limit: 50 } }),
  'list-api-clients': inOrganization,
  'create-api-client': withRoom(async ({ home }) => ({ input: { org: home.org, name: 'Nightly export' } })),
  'get-api-client': withRoom(onClient),
  'rotate-api-client': withRoom(async scene => {
    const { input } = await onClient(scene);
    return { input: { ...input, overlapMinutes: 60 } };
  }),
  'delete-api-client': withRoom(onClient),
  'list-users': async ({ home }) => ({
    input: { org: home.org, status: 'active', limit: 50, sort: 'name' },
  }),
  'count-users': inOrganization,
  'get-user': onActive,
  'invite-user': async ({ home, role = 'user' }) => {
    const email = freshEmail('valid');
    const username = email.split('@')[0]?.replaceAll('.', '-');
    return { input: { org: home.org, ...everyField, role, access: { mode: 'all' }, email, username } };
  },
  'edit-user': async scene => {
    const { input, headers } = await onVersion(scene);
    const username = freshEmail('edited').split('@')[0]?.replaceAll('.', '-');
    const { role = 'user' } = scene;
    return { input: { ...input, ...everyName, username, role, requireMfa: true, apiAccess: false }, headers };
  },
  'delete-user': onVersion,
  'send-invitation': async scene => {
    const { input, invited } = await onPending(scene);
    return {
      invited,
      input: { ...input, email: freshEmail('corrected'), expiresInMinutes: 60, note: 'Once more.' },
    };
  },
  'revoke-invitation': onPending,
  'extend-invitation': async scene => {
    const { input, invited } = await onPending(scene);
    return { invited, input: { ...input, expiresInMinutes: 600 } };
  },
  'copy-invitation-link': onPending,
  'deactivate-user': onActive,
  'archive-user': onActive,
  'restore-user': async scene => {
    const { input } = await onActive(scene);
    await ask(scene.front, 'archive-user', input, scene.home.owner);
    return { input };
  },
  'approve-user': async scene => {
    const { input, invited } = await onPending(scene);
    await awaitApproval(scene.front, input);
    return { input, invited, as: await arrangeOperator(scene.front) };
  },
  'change-user-email': async scene => {
    const { input } = await onActive(scene);
    return { input: { ...input, email: freshEmail('changed') } };
  },
  'cancel-user-email-change': async scene => {
    const { input } = await onActive(scene);
    const change = { ...input, email: freshEmail('changed') };
    await ask(scene.front, 'change-user-email', change, scene.home.owner);
    return { input };
  },
  'reactivate-user': async scene => {
    const { input } = await onActive(scene);
    await ask(scene.front, 'deactivate-user', input, scene.home.owner);
    return { input };
  },
};

/** The settings as they are, with one more domain. */
async function settings({ front, home }: Scene): Promise<Valid> {
  const { org, owner } = home;
  const { headers } = await ask(front, 'get-settings', { org }, owner);
  return { input: { org, ...everySetting }, headers: { 'if-match': headers.etag ?? '' } };
}

const everySetting = {
  name: 'Northwind',
  company: { address: '1 Quay Street, London', website: 'https://northwind.example.com' },
  contacts: { administrative: 'people@example.com', technical: 'systems@example.com' },
  invitationLifeMinutes: 240,
  allowedEmailDomains: ['example.com'],
  allowedFactors: ['authenticator', 'sms'],
  requireMfa: false,
  idleSignOutMinutes: 600,
  language: 'en',
};

async function onClient({ front, home }: Scene): Promise<Valid> {
  const { id } = await arrangeClient(front, home);
  return { input: { org: home.org, client: id } };
}

const everyName = { firstName: 'Vera', lastName: 'Valid', displayName: 'Vera V.' };

const everyFact = {
  ...profile,
  stateOrProvince: 'Greater London',
  language: 'de',
  communications: { product: false, marketing: true },
};

const everyField = {
  ...everyName,
  expiresInMinutes: 60,
  note: 'See you on Monday.',
  language: 'en',
  sendInvitation: true,
};

/** As if the organization had a partner who approves its users. */
async function awaitApproval({ world }: Front, { org, user: id }: Valid['input']): Promise<void> {
  const [user] = await world.directory.get(ref.user(org as OrganizationId, id as PersonId)); // as it was invited
  if (!user) throw new Error('There is nobody to be approved');
  const after = next(user, { approved: false, approver: world.ids.make('org') });
  await world.directory.commit({ changes: [{ do: 'update', before: user, after }], events: [] });
}

/** With an app, if there is none yet. */
async function enrolled(front: Front, who: Session): Promise<void> {
  const { mfa } = (await ask(front, 'get-me', {}, who)).body.person;
  if (!mfa.enrolled.includes('authenticator')) await enrolApp(front, who);
}

/** A session that may be ended, of somebody who has others. */
async function signedInAnew({ front, home }: Scene): Promise<Session> {
  return sessionIn(await ask(front, 'sign-in', { email: home.owner.email, password }));
}

/** Somebody invited who has not accepted. */
function pending({ front, home, role = 'user' }: Scene) {
  return arrangePending(front, home, { firstName: 'Penny', lastName: 'Pending', role });
}

async function newestToken(front: Front, email: string): Promise<string> {
  await front.settle();
  return tokenIn((await front.mailsTo(email)).at(-1));
}
