/** Invites somebody in the past and lets them meet their fate. */
import { archiveUser } from '../../../functions/http/life/archive-user.ts';
import { deactivateUser } from '../../../functions/http/life/deactivate-user.ts';
import { revokeInvitation } from '../../../functions/http/user-invitations/revoke-invitation.ts';
import { inviteUser } from '../../../functions/http/users/invite-user.ts';
import { Email } from '../../../shared/contract/text.ts';
import type { OrganizationActor } from '../../../shared/domain/actor.ts';
import { demo } from '../../demo.ts';
import { accept } from './accept.ts';
import { type Defined, rightsOf } from './define-access.ts';
import { type DemoPerson, demoEmail, namesOf } from './people.ts';
import { asking, day, must, past, type SeedWorld } from './stage.ts';

/** Of today: not yet accepted, or only just. */
const recent: readonly DemoPerson['fate'][] = ['pending', 'bounced', 'revoked', 'awaiting'];
const neverIn: readonly DemoPerson['fate'][] = ['pending', 'bounced', 'revoked', 'expired', 'not-sent'];

/** Into which organization, by its owner, with what there is to give in it. */
export type Into = { domain: string; owner: OrganizationActor; defined: Defined };

/** @param index gives everyone an age of their own */
export async function bringIn(
  person: DemoPerson,
  index: number,
  into: Into,
  world: SeedWorld,
): Promise<void> {
  const { owner: actor } = into;
  const { fate } = person;
  const then = past(world, recent.includes(fate) ? index % 40 : (3 + index * 4) * day);
  const input = await invite(person, into, then);
  // A mail of long ago, or of an invitation that is over, is not sent today: it arrived then.
  const delivered = { generation: 1, state: 'delivered', at: then.clock.now() } as const;
  if (fate === 'expired' || fate === 'revoked')
    await world.directory.noteDelivery(input.org, input.user, delivered);
  if (fate === 'revoked') must(await revokeInvitation({ ...asking(actor), input }, world), 'Not revoked');
  if (neverIn.includes(fate)) return;

  await accept(input.org, input.user, then, { awaiting: fate === 'awaiting' });
  if (fate !== 'never-returned' && fate !== 'awaiting') {
    const lately = past(world, (index * index * 37) % (30 * day));
    await world.directory.noteActivity(input.org, input.user, lately.clock.now());
  }
  const leaving = past(world, day * (1 + (index % 3)));
  if (fate === 'inactive')
    must(await deactivateUser({ ...asking(actor), input }, leaving), 'Not deactivated');
  if (fate === 'archived') must(await archiveUser({ ...asking(actor), input }, leaving), 'Not archived');
}

async function invite(person: DemoPerson, { domain, owner: actor, defined }: Into, then: SeedWorld) {
  const { name, role, fate } = person;
  const invitation = {
    ...namesOf(person),
    email: Email.parse(demoEmail(person, domain)),
    role,
    ...rightsOf(name, defined),
    requireMfa: false,
    apiAccess: name === demo.script.name,
    sendInvitation: fate !== 'not-sent',
  };
  const { id: org } = actor.organization;
  const invited = await inviteUser({ ...asking(actor), input: { org, ...invitation } }, then);
  return { org, user: must(invited, `${name} cannot be invited`).id };
}
