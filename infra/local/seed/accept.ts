/** Opens a link as the mail would carry it, and goes through onboarding. */
import { acceptInvitation } from '../../../functions/http/invitations/accept-invitation.ts';
import type { OrganizationId, PersonId } from '../../../shared/contract/ids.ts';
import { invitationLink } from '../../../shared/domain/link.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { demo } from '../../demo.ts';
import { asking, must, type SeedWorld } from './stage.ts';

export async function accept(
  organization: OrganizationId,
  id: PersonId,
  world: SeedWorld,
  { title, awaiting = false }: { title?: string; awaiting?: boolean } = {},
): Promise<void> {
  const [user] = await world.directory.get(ref.user(organization, id));
  if (!user) return;
  const { token, hash } = world.ids.linkToken();
  await world.directory.commit({
    changes: [{ do: 'create', entity: invitationLink(user, hash).link }],
    events: [],
  });
  const input = {
    token,
    password: demo.password,
    profile: { firstName: user.firstName, lastName: user.lastName, ...(title && { title }) },
    terms: { version: world.settings.terms.version, accepted: true as const },
    communications: { product: true, marketing: false },
  };
  const ask = { ...asking({ kind: 'anonymous' } as const, { requestId: `demo-${id}` }), input };
  const accepted = await acceptInvitation(ask, world);
  // Whoever waits for approval has accepted, and is told that they are not let in yet.
  if (awaiting && !accepted.ok && accepted.failure.kind === 'awaiting-approval') return;
  must(accepted, `${user.displayName} cannot accept`);
}
