/** Examples of what those ask who look after several organizations. */
import { type Examples, org } from './openapi-example.ts';

const partner = { id: 'org_01kam3v5p8k3m7q1z5x9c2v4bn', name: 'Harbor Partners' };

const organization = {
  id: org,
  kind: 'customer',
  name: 'Analytical Engines',
  plan: 'team',
  seats: { used: 12, total: 50 },
  active: 11,
  invited: 1,
  partner,
  needsApproval: true,
  createdAt: '2026-11-21T09:30:00.000Z',
} as const;

const own = {
  id: org,
  kind: 'customer',
  name: organization.name,
  plan: 'team',
  seats: organization.seats,
  invitationLifeMinutes: 180,
  apiAccess: true,
  requireMfa: false,
} as const;

export const lookedAfterExamples: Examples = {
  'list-organizations': { answer: { items: [organization] } },
  'create-organization': {
    sent: {
      name: organization.name,
      plan: 'team',
      seats: 50,
      lookedAfterBy: partner.id,
      needsApproval: true,
      owner: { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' },
    },
    answer: { ...organization, seats: { used: 1, total: 50 }, active: 0 },
  },
  'suspend-organization': { answer: { ...own, suspendedAt: '2026-11-22T09:30:00.000Z' } },
  'resume-organization': { answer: own },
};
