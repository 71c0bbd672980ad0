import { operatorOrganization } from '../../shared/contract/ids.ts';
import { Email } from '../../shared/contract/text.ts';
import { refuse } from '../../shared/domain/decision.ts';
import { decideFound } from '../../shared/domain/found.ts';
import { ref } from '../../shared/domain/refs.ts';
import { operatorEnvironment } from '../runtime/environment.ts';
import type { DeploymentUseCase } from '../runtime/subscriber.ts';
import { transact } from '../runtime/transact.ts';
import { findInvitee } from '../steps/find-invitee.ts';

const actor = { kind: 'system', name: 'invite-first-operator' } as const;

/**
 * The first deployment founds the operators' organization and invites its owner; later ones find it there and do
 * nothing. Whoever missed the first mail asks for another through its link, which dead links offer.
 */
export const inviteFirstOperator: DeploymentUseCase<'invite-first-operator'> = async ports => {
  const { directory, ids, clock } = ports;
  const { OPERATOR_EMAIL, OPERATOR_NAME, OPERATOR_ORGANIZATION_NAME } = operatorEnvironment();
  const [firstName = '', ...rest] = OPERATOR_NAME.split(' ');
  const owner = { firstName, lastName: rest.join(' ') || firstName, email: Email.parse(OPERATOR_EMAIL) };
  const fresh = { person: ids.make('usr'), invitation: ids.make('inv') };
  const founded = await transact({ actor, origin: { requestId: 'deployment' } }, ports, async () => {
    const [there] = await directory.get(ref.organization(operatorOrganization));
    if (there) return refuse('already-member');
    const organization = {
      id: operatorOrganization,
      kind: 'operator',
      name: OPERATOR_ORGANIZATION_NAME,
      plan: 'operator',
      seats: 1000,
      language: 'en',
    } as const;
    const invitee = await findInvitee(owner.email, organization, ports);
    return decideFound({ actor, organization, owner, ...invitee, fresh, now: clock.now() });
  });
  return { invited: founded.ok ? 1 : 0 };
};
