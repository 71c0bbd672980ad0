import type { OrganizationId } from '../../shared/contract/ids.ts';
import { awaitsApproval } from '../../shared/domain/approve.ts';
import type { User } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { approvalGranted } from '../mail/letters/approval-granted.ts';
import { approvalRequested } from '../mail/letters/approval-requested.ts';
import { renderMail } from '../mail/render-mail.ts';
import type { SubscriberPorts, SubscriberUseCase } from '../runtime/subscriber.ts';
import { greeting, mailOnce, mailTo, type Occasion, occasionOf } from '../steps/occasion.ts';

type Ports = SubscriberPorts<'send-approval-emails'>;
type Case = Occasion & { user: User };

/** Tells a partner of somebody to approve, and them when that is done: each as long as it is so. */
export const sendApprovalEmails: SubscriberUseCase<'send-approval-emails'> = async (message, ports) => {
  const occasion = await occasionOf(message, ports.directory);
  const { user } = occasion ?? {};
  if (!occasion || !user) return;
  if (occasion.event.action !== 'user.approved') await tellPartner({ ...occasion, user }, ports);
  else if (user.approved && user.status === 'active') await tellUser({ ...occasion, user }, ports);
};

/** Once for each invitation, which may be made first and sent later. */
async function tellPartner({ organization, user }: Case, ports: Ports): Promise<void> {
  const partner = await organizationOf(user.approver, ports);
  const to = partner?.contacts.administrative;
  if (!partner || !to || !awaitsApproval(user)) return;
  const mail = renderMail(approvalRequested, partner.language, {
    organizationName: organization.name,
    addressee: partner.name,
    inviteeName: user.displayName,
    link: `${ports.settings.consoleUrl}/o/${partner.id}/approvals`,
  });
  const key = `approval-mail#${user.invitation?.id ?? user.id}`;
  await mailOnce(key, { to, ...mail, tags: { organization: partner.id } }, ports);
}

async function tellUser(occasion: Case, ports: Ports): Promise<void> {
  const { event, organization, person } = occasion;
  const partner = await organizationOf(organization.approvingPartner, ports);
  const mail = renderMail(approvalGranted, person.language, {
    ...greeting(occasion),
    partnerName: (partner ?? organization).name,
    link: `${ports.settings.consoleUrl}/sign-in`,
  });
  await mailOnce(`mail#${event.id}`, mailTo(person, mail), ports);
}

async function organizationOf(id: OrganizationId | undefined, { directory }: Ports) {
  const [organization] = id ? await directory.get(ref.organization(id)) : [];
  return organization;
}
