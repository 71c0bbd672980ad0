import * as z from 'zod/mini';
import { InvitationId, OrganizationId, PersonId } from '../../shared/contract/ids.ts';
import { ref } from '../../shared/domain/refs.ts';
import { timeOf } from '../../shared/domain/time.ts';
import type { SubscriberPorts, SubscriberUseCase } from '../runtime/subscriber.ts';
import { stamp } from '../runtime/transact.ts';
import { commitOnce } from '../steps/commit-once.ts';
import { once } from '../steps/deliver-once.ts';

const one = <T extends z.ZodMiniType>(value: T) => z.tuple([value]);

/** What SES reports of a mail, as far as we read it. Only invitations carry a generation. */
const Report = z.object({
  eventType: z.string(),
  mail: z.object({
    messageId: z.string(),
    timestamp: z.string(),
    tags: z.object({
      organization: one(OrganizationId),
      invitation: one(InvitationId),
      person: one(PersonId),
      generation: one(z.coerce.number().check(z.int())),
    }),
  }),
  bounce: z.optional(
    z.object({
      bouncedRecipients: z.optional(z.array(z.object({ diagnosticCode: z.optional(z.string()) }))),
    }),
  ),
});
type Report = z.output<typeof Report>;

const states = {
  Send: 'sent',
  Delivery: 'delivered',
  Bounce: 'bounced',
  Reject: 'bounced',
  Complaint: 'complained',
} as const;

/** Follows what became of an invitation's mail. Reports of other mails, and other kinds of report, are passed over. */
export const recordDelivery: SubscriberUseCase<'record-delivery'> = async ({ detail }, ports) => {
  const report = Report.safeParse(detail);
  if (!report.success || !(report.data.eventType in states)) return;
  const { eventType, mail } = report.data;
  await once(`mail-report#${mail.messageId}#${eventType}`, ports, () => record(report.data, ports));
};

async function record(report: Report, ports: SubscriberPorts<'record-delivery'>): Promise<void> {
  const [organization, person] = [report.mail.tags.organization[0], report.mail.tags.person[0]];
  const [user] = await ports.directory.get(ref.user(organization, person));
  // Somebody who was removed and invited again has another invitation: old reports are not about it.
  if (user?.invitation?.id !== report.mail.tags.invitation[0]) return;
  const state = states[report.eventType as keyof typeof states]; // asked before
  if (state === 'bounced' || state === 'complained') await tell(state, organization, person, ports);
  const detail = report.bounce?.bouncedRecipients?.[0]?.diagnosticCode?.slice(0, 300);
  const at = timeOf(new Date(report.mail.timestamp));
  const generation = report.mail.tags.generation[0];
  await ports.directory.noteDelivery(organization, person, {
    generation,
    state,
    at,
    ...(detail && { detail }),
  });
}

/** Into the audit trail: an administrator has to do something about it. */
async function tell(
  state: 'bounced' | 'complained',
  organization: OrganizationId,
  person: PersonId,
  ports: SubscriberPorts<'record-delivery'>,
): Promise<void> {
  const asked = {
    actor: { kind: 'system', name: 'record-delivery' },
    origin: { requestId: 'record-delivery' },
  } as const;
  const action = state === 'bounced' ? 'invitation.bounced' : 'invitation.complained';
  const drafts = [{ organization, action, target: { type: 'user', id: person } } as const];
  await commitOnce({ changes: [], events: stamp(asked, drafts, ports) }, ports);
}
