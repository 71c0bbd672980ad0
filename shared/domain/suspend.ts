/** Closing an organization for a while, and opening it again. Whatever is in it stays. */
import type { OrganizationView } from '../contract/organizations.ts';
import type { Time } from '../contract/text.ts';
import { type Decision, differences, type EventDraft, refuse } from './decision.ts';
import { viewOrganization } from './looked-after.ts';
import type { Counters, Organization } from './model.ts';
import { next } from './user.ts';

export type SuspendCase = { organization: Organization; counters: Counters | undefined };

/** Its users are out at the next request. The operators' own organization stays: nobody could open it again. */
export function decideSuspend(it: SuspendCase, now: Time): Decision<OrganizationView, 'wrong-status'> {
  const { kind, suspendedAt } = it.organization;
  if (kind === 'operator') return refuse('wrong-status', { detail: 'The operators stay.' });
  if (suspendedAt) return refuse('wrong-status', { detail: 'The organization is suspended already.' });
  return turned(it, now, 'organization.suspended');
}

export function decideResume(it: SuspendCase): Decision<OrganizationView, 'wrong-status'> {
  if (!it.organization.suspendedAt)
    return refuse('wrong-status', { detail: 'The organization is not suspended.' });
  return turned(it, undefined, 'organization.resumed');
}

function turned(
  { organization, counters }: SuspendCase,
  suspendedAt: Time | undefined,
  action: EventDraft['action'],
): Decision<OrganizationView, never> {
  const after = next(organization, { suspendedAt });
  const { id } = organization;
  const changes = differences(organization, after, ['suspendedAt']);
  return {
    ok: true,
    changes: [{ do: 'update', before: organization, after }],
    events: [{ organization: id, action, target: { type: 'organization', id }, changes }],
    answer: viewOrganization(after, counters),
  };
}
