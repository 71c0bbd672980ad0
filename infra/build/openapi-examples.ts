/** What a reader of the reference may copy: example requests and answers, held to the contract by its types. */
import type { OutputOf, RouteKey, SentTo } from '../../shared/contract/routes.ts';

/** Ids and times are plain text here: the contract brands them, and a test parses every example. */
type Plain<T> = T extends string ? string : T extends object ? { [K in keyof T]: Plain<T[K]> } : T;
type Example<K extends RouteKey> = { readonly sent?: Plain<SentTo<K>>; readonly answer?: Plain<OutputOf<K>> };

const org = 'org_01kam3v5p8e4x7c2n9w6t0y1rd';
const user = 'usr_01kam3zq6hj8s5b0g4f2k9m7xv';
const token = 'q8Zk2vYw1nT5cR7xP0aB4dE6fG9hJ3kL8mN1oQ2rS5u';

const invited = {
  id: user,
  organization: org,
  firstName: 'Ada',
  lastName: 'Lovelace',
  displayName: 'Ada Lovelace',
  email: 'ada@example.com',
  role: 'manager',
  status: 'invited',
  approved: true,
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

export const examples: { readonly [K in RouteKey]?: Example<K> } = {
  'get-health': { answer: { status: 'ok' } },
  'sign-in': { sent: { email: 'ada@example.com', password: 'a long and quiet sentence' } },
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
  'get-organization': {
    answer: {
      id: org,
      name: 'Analytical Engines',
      plan: 'team',
      seats: { used: 12, total: 50 },
      invitationLifeMinutes: 180,
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
      note: 'Welcome aboard!',
    },
    answer: invited,
  },
  'send-invitation': { sent: { org, user, expiresInMinutes: 1440 }, answer: invited },
  'extend-invitation': { sent: { org, user, expiresInMinutes: 1440 }, answer: invited },
};
