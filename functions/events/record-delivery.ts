import * as z from 'zod/mini';
import { OrganizationId, PersonId } from '../../shared/contract/ids.ts';
import type { Delivery } from '../../shared/domain/model.ts';
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
  const { organization, person, generation } = report.mail.tags;
  const state = states[report.eventType as keyof typeof states]; // asked before
  const detail = report.bounce?.bouncedRecipients?.[0]?.diagnosticCode?.slice(0, 300);
  const at = timeOf(new Date(report.mail.timestamp));
  const delivery: Delivery = { generation: generation[0], state, at, ...(detail && { detail }) };
  if (state === 'bounced' || state === 'complained') await tell(state, organization[0], person[0], ports);
  await ports.directory.noteDelivery(organization[0], person[0], delivery);
}

/** Into the audit trail: an administrator has to do something about it. */
async function tell(
  state: 'bounced' | 'complained',
  organization: OrganizationId,
  person: PersonId,
  ports: SubscriberPorts<'record-delivery'>,
): Promise<void> {
  const [user] = await ports.directory.get(ref.user(organization, person));
  if (!user) return;
  const asked = {
    actor: { kind: 'system', name: 'record-delivery' },
    origin: { requestId: 'record-delivery' },
  } as const;
  const action = state === 'bounced' ? 'invitation.bounced' : 'invitation.complained';
  const drafts = [{ organization, action, target: { type: 'user', id: person } } as const];
  await commitOnce({ changes: [], events: stamp(asked, drafts, ports) }, ports);
}
