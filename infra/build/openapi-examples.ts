/** What a reader of the reference may copy: example requests and answers, held to the contract by its types. */
import { demo } from '../demo.ts';
import { customRole, type Examples, group, org, user } from './openapi-example.ts';
import { accessExamples } from './openapi-examples-access.ts';
import { exportsExamples } from './openapi-examples-exports.ts';
import { importsExamples } from './openapi-examples-imports.ts';
import { jobsExamples } from './openapi-examples-jobs.ts';
import { lookedAfterExamples } from './openapi-examples-looked-after.ts';

const token = 'q8Zk2vYw1nT5cR7xP0aB4dE6fG9hJ3kL8mN1oQ2rS5u';

const invited = {
  id: user,
  organization: org,
  firstName: 'Ada',
  lastName: 'Lovelace',
  displayName: 'Ada Lovelace',
  email: 'ada@example.com',
  role: 'manager',
  access: { mode: 'custom', permissions: ['crm.contacts.read'] },
  customRoles: [{ id: customRole, name: 'Sales' }],
  groups: [{ id: group, name: 'Europe' }],
  projects: [],
  status: 'invited',
  approved: true,
  mfa: { required: false, enrolled: [] },
  apiAccess: false,
  home: true,
  createdAt: '2026-11-21T09:30:00.000Z',
  invitation: {
    id: 'inv_01kam3zq6hc3r8d5w1t7y0n4pe',
    state: 'pending',
    delivery: 'queued',
    sentAt: '2026-11-21T09:30:00.000Z',
    expiresAt: '2026-11-21T12:30:00.000Z',
    language: 'en',
  },
  version: 1,
} as const;

/** Who has accepted, and waits to confirm another address. */
const active = {
  ...invited,
  status: 'active',
  emailChange: {
    email: 'ada.lovelace@example.com',
    requestedAt: '2026-11-22T08:00:00.000Z',
    expiresAt: '2026-11-22T11:00:00.000Z',
  },
  lastActiveAt: '2026-11-22T07:55:00.000Z',
  invitation: { ...invited.invitation, state: 'accepted', delivery: 'delivered' },
  version: 3,
} as const;

const { emailChange, ...withoutChange } = active;

const settings = {
  id: org,
  name: 'Analytical Engines',
  company: { address: '1 Quay Street, London', website: 'https://engines.example.com' },
  contacts: { administrative: 'people@example.com', security: 'security@example.com' },
  invitationLifeMinutes: 180,
  allowedEmailDomains: ['example.com'],
  allowedFactors: ['authenticator', 'sms'],
  requireMfa: false,
  idleSignOutMinutes: 60,
  language: 'en',
  plan: { name: 'team', seats: 50, apiAccess: true, invitationsPerHour: 500 },
  version: 4,
} as const;

const application = {
  id: demo.client.id,
  name: 'Nightly export',
  createdAt: '2026-11-21T09:30:00.000Z',
  createdBy: user,
};
const secret = 'wT3vN8kQ1yR6bX0dG5hJ2mP7sC4fL9aZ_eU-iO1nV8k';
const client = application.id;

/** What sign-in has given as `challenge.session`. */
const challenge = 'eyJwZXJzb24iOiJ1c3JfMDFrYW0zenE2aGo4czViMGc0ZjJrOW03eHYifQ';
const authenticatorSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const recoveryCodes = [
  '7k2m-9xqd-4hfe-1vtn',
  'c0rw-8spj-6mzg-3bya',
  'e5n1-tq7h-vk20-d9xf',
  'p8g4-m3wc-y6bs-0rjz',
  'h2v9-f7ke-1tnq-x5da',
  '4ymb-z8cr-w0gp-6sj3',
  'k9te-2dxn-h5fv-q7m1',
  'b6zs-j0wy-8gcr-p4a3',
  'n3hq-x1vk-e7td-m9f2',
  'w5rc-g0zb-s8yp-j6a4',
];

const session = {
  id: '6f1c0a52-8a5e-4d2b-9a40-7f6f3a0c6b1d',
  createdAt: '2026-11-21T09:30:00.000Z',
  lastUsedAt: '2026-11-21T11:05:00.000Z',
  device: 'Firefox on Linux',
  place: 'London, GB',
  ip: '203.0.113.7',
  current: true,
} as const;

export const examples: Examples = {
  ...accessExamples,
  ...jobsExamples,
  ...exportsExamples,
  ...importsExamples,
  ...lookedAfterExamples,
  'hand-over-ownership': { answer: { ...withoutChange, role: 'owner' } },
  'list-all-users': {
    answer: { items: [{ organization: { id: org, name: 'Analytical Engines' }, user: invited }] },
  },
  'get-health': { answer: { status: 'ok' } },
  'sign-in': { sent: { email: 'ada@example.com', password: 'a long and quiet sentence' } },
  'answer-challenge': { sent: { session: challenge, code: '492039' } },
  'forgot-password': { sent: { email: 'ada@example.com' } },
  'reset-password': { sent: { token, password: 'a long and quiet sentence' } },
  'lookup-invitation': { sent: { token } },
  'renew-invitation': { sent: { token } },
  'accept-invitation': {
    sent: {
      token,
      password: 'a long and quiet sentence',
      profile: {
        firstName: 'Ada',
        lastName: 'Lovelace',
        title: 'Analyst',
        city: 'London',
        country: 'GB',
        telephone: '+44 20 7946 0000',
      },
      terms: { version: '2026-11', accepted: true },
      communications: { product: true, marketing: false },
    },
  },
  'change-my-password': {
    sent: { current: 'a long and quiet sentence', password: 'another one, as long and as quiet' },
  },
  'begin-authenticator': {
    answer: {
      secret: authenticatorSecret,
      uri: `otpauth://totp/Analytical%20Engines:ada%40example.com?secret=${authenticatorSecret}&issuer=Analytical%20Engines`,
    },
  },
  'confirm-authenticator': { sent: { code: '492039' }, answer: { recoveryCodes } },
  'begin-sms': { sent: { telephone: '+44 7700 900123' } },
  'confirm-sms': { sent: { code: '492039' }, answer: {} },
  'renew-recovery-codes': { answer: { recoveryCodes } },
  'list-my-sessions': { answer: { items: [session] } },
  'end-my-sessions': { sent: { which: 'others' } },
  'list-user-sessions': { answer: { items: [{ ...session, current: false }] } },
  'get-organization': {
    answer: {
      id: org,
      name: 'Analytical Engines',
      plan: 'team',
      seats: { used: 12, total: 50 },
      invitationLifeMinutes: 180,
      kind: 'customer',
      idleSignOutMinutes: 60,
      apiAccess: true,
      requireMfa: false,
    },
  },
  'get-settings': { answer: settings },
  'edit-settings': { sent: { org, invitationLifeMinutes: 180, idleSignOutMinutes: 60 }, answer: settings },
  'get-overview': {
    answer: {
      seats: { used: 15, total: 20 },
      users: { invited: 3, active: 12, inactive: 1, archived: 0 },
      mfa: { enrolled: 9, active: 12 },
      days: [
        { day: '2026-11-21', sent: 0, accepted: 1, expired: 0, bounced: 0 },
        { day: '2026-11-22', sent: 3, accepted: 1, expired: 0, bounced: 1 },
      ],
      attention: {
        bounced: { count: 1, isMore: false },
        awaitingApproval: { count: 0, isMore: false },
        neverSignedIn: { count: 100, isMore: true },
      },
      lastActive: [{ id: user, displayName: 'Ada Lovelace', lastActiveAt: '2026-11-22T09:14:00.000Z' }],
    },
  },
  'get-usage': {
    answer: {
      seats: { used: 12, total: 50 },
      invitations: { used: 3, limit: 500, resetsAt: '2026-11-21T10:00:00.000Z' },
      apiUsers: 1,
    },
  },
  'list-approvals': {
    answer: {
      items: [
        { organization: { id: org, name: 'Analytical Engines' }, user: { ...invited, approved: false } },
      ],
    },
  },
  'list-api-clients': { answer: { items: [application] } },
  'create-api-client': { sent: { org, name: 'Nightly export' }, answer: { ...application, secret } },
  'get-api-client': { answer: application },
  'rotate-api-client': {
    sent: { org, client, overlapMinutes: 1440 },
    answer: { ...application, previousSecretUntil: '2026-11-22T09:30:00.000Z', secret },
  },
  'exchange-token': {
    sent: {
      grant_type: 'password',
      username: demo.script.email,
      password: demo.password,
      client_id: demo.client.id,
      client_secret: demo.client.secret,
    },
    answer: {
      access_token: 'eyJraWQiOi…',
      token_type: 'Bearer',
      expires_in: 600,
      refresh_token: `${user}:0f9d…:eyJjdHki…`,
    },
  },
  'list-users': { answer: { items: [invited] } },
  'count-users': { answer: { invited: 3, active: 12, inactive: 1, archived: 0 } },
  'get-user': { answer: invited },
  'invite-user': {
    sent: {
      org,
      firstName: 'Ada',
      lastName: 'Lovelace',
      email: 'ada@example.com',
      role: 'manager',
      access: { mode: 'custom', permissions: ['crm.contacts.read'] },
      customRoles: [customRole],
      groups: [group],
      note: 'Welcome aboard!',
    },
    answer: invited,
  },
  'edit-user': {
    sent: { org, user, lastName: 'King', username: 'ada', role: 'admin' },
    answer: { ...withoutChange, lastName: 'King', displayName: 'Ada King', username: 'ada', role: 'admin' },
  },
  'change-user-email': { sent: { org, user, email: emailChange.email }, answer: active },
  'cancel-user-email-change': { answer: withoutChange },
  'archive-user': { answer: { ...withoutChange, status: 'archived' } },
  'restore-user': { answer: { ...withoutChange, status: 'inactive' } },
  'approve-user': { answer: invited },
  'change-my-email': { sent: { email: emailChange.email, password: 'a long and quiet sentence' } },
  'confirm-email-change': { sent: { token }, answer: { email: emailChange.email } },
  'save-view': { sent: { org, name: 'New here', search: 'status=invited&sort=-createdAt' } },
  'edit-me': { sent: { title: 'Countess', city: 'London', telephone: null, language: 'en' } },
  'send-invitation': { sent: { org, user, expiresInMinutes: 1440 }, answer: invited },
  'extend-invitation': { sent: { org, user, expiresInMinutes: 1440 }, answer: invited },
};
