/**
 * What happened: the events that use cases commit together with what they change. One event is at once the entry
 * in the audit trail and the message to subscribers, so it names people by id only; a personal value that
 * changed is named, never quoted.
 */
import * as z from 'zod/mini';
import { EventId, OrganizationId, PersonId } from './ids.ts';
import { Time } from './text.ts';

export const Action = z.enum([
  'organization.created',
  'organization.suspended',
  'organization.resumed',
  'ownership.handed-over',
  'catalogue.changed',
  'custom-role.created',
  'custom-role.edited',
  'custom-role.deleted',
  'group.created',
  'group.edited',
  'group.deleted',
  'group.member-added',
  'group.member-removed',
  'group.content-granted',
  'group.content-removed',
  'project.created',
  'project.edited',
  'project.deleted',
  'project.member-added',
  'project.member-removed',
  'job.queued',
  'job.continued',
  'job.paused',
  'job.resumed',
  'job.cancelled',
  'job.finished',
  'export.queued',
  'export.failed',
  'users.exported',
  'import.queued',
  'import.checked',
  'import.failed',
  'import.cancelled',
  'import.committed',
  'settings.changed',
  'user.created',
  'user.invited',
  'user.edited',
  'user.approved',
  'user.deactivated',
  'user.reactivated',
  'user.archived',
  'user.restored',
  'user.deleted',
  'user.signed-out',
  'invitation.sent',
  'invitation.extended',
  'invitation.link-copied',
  'invitation.revoked',
  'invitation.expired',
  'invitation.accepted',
  /** What the inviter does not hold any more was left out at the acceptance. */
  'access.reduced',
  'invitation.bounced',
  'invitation.complained',
  'person.signed-in',
  'person.signed-out',
  'person.edited',
  'session.ended',
  'password.reset-requested',
  'password.reset-forced',
  'password.changed',
  'email-change.requested',
  'email-change.cancelled',
  'email-change.confirmed',
  'factor.added',
  'factor.removed',
  'factors.reset',
  'recovery-code.used',
  'recovery-codes.renewed',
  'picture.changed',
  'picture.removed',
  'api-client.created',
  'api-client.rotated',
  'api-client.deleted',
]);
export type Action = z.output<typeof Action>;

/** Who did it. `person`: signed in, but in no organization in particular. */
export const EventActor = z.object({
  kind: z.enum(['anonymous', 'person', 'member', 'partner', 'operator', 'application', 'system']),
  /** The person's id, or the name of the part of the system. */
  id: z.optional(z.string()),
});
export type EventActor = z.output<typeof EventActor>;

export const Target = z.object({
  type: z.enum([
    'user',
    'person',
    'organization',
    'api-client',
    'catalogue',
    'custom-role',
    'group',
    'project',
    'job',
    'export',
    'import',
  ]),
  id: z.string(),
});
export type Target = z.output<typeof Target>;

/** `before` and `after` are left out for personal data. */
export const Difference = z.object({
  field: z.string(),
  before: z.optional(z.unknown()),
  after: z.optional(z.unknown()),
});
export type Difference = z.output<typeof Difference>;

export const DomainEvent = z.object({
  id: EventId,
  time: Time,
  /** Whose audit trail it stands in. */
  organization: OrganizationId,
  actor: EventActor,
  action: Action,
  target: Target,
  changes: z.array(Difference),
  ip: z.optional(z.string()),
  userAgent: z.optional(z.string()),
  requestId: z.string(),
});
export type DomainEvent = z.output<typeof DomainEvent>;

/** A user event's person, as subscribers need it; undefined where the target is not a person. */
export function targetPerson(event: DomainEvent): PersonId | undefined {
  const id = PersonId.safeParse(event.target.id);
  return id.success ? id.data : undefined;
}

/** The `source` under which events travel on the bus; the action is the detail-type. */
export const eventSource = 'tenantry';
