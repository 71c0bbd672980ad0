/** Partners, and the organizations whose users they let in. */
import type { OrganizationId } from '../../shared/contract/ids.ts';
import { ref } from '../../shared/domain/refs.ts';
import { next } from '../../shared/domain/user.ts';
import { type Arranged, arrangeInvitee, arrangeOrganization, onboarding, tokensTo } from './arrange.ts';
import { type Answer, type Front, refused } from './front.ts';

export const arrangePartner = (front: Front) =>
  arrangeOrganization(front, { kind: 'partner', name: 'Harbor Partners' });

/**
 * Puts an organization into a partner's care, or takes it out; whoever is in already stays. The partner approves each
 * new user, unless it is said that it does not.
 */
export async function lookAfter(
  front: Front,
  org: OrganizationId,
  by: OrganizationId | undefined,
  { approves = true } = {},
) {
  const { directory } = front.world;
  const [before] = await directory.get(ref.organization(org));
  if (!before) throw new Error('It was not founded');
  const after = next(before, { partner: by, approvingPartner: approves ? by : undefined });
  await directory.commit({ changes: [{ do: 'update', before, after }], events: [] });
}

/** An organization that a partner looks after. Its owner was there before, and is in. */
export async function arrangeLookedAfter(
  front: Front,
  by: { org: OrganizationId },
  name = 'Blue Harbor',
): Promise<Arranged> {
  const arranged = await arrangeOrganization(front, { name });
  await lookAfter(front, arranged.org, by.org);
  return arranged;
}

/** Somebody who has accepted and is not let in yet, with the answer they got. */
export async function arrangeAwaiting(front: Front, of: Arranged, more = {}) {
  const { email, about } = await arrangeInvitee(front, of, more);
  const token = (await tokensTo(front, email)).at(-1) ?? '';
  const accepted: Answer = await refused(front, 'accept-invitation', onboarding(token));
  return { email, about, accepted };
}
