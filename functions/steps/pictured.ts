/** Whose picture an administrator is about to change, before any file is touched. */
import type { PersonId } from '../../shared/contract/ids.ts';
import type { OrganizationActor } from '../../shared/domain/actor.ts';
import { credentialsRefusal } from '../../shared/domain/credentials.ts';
import { refuse } from '../../shared/domain/decision.ts';
import { ref } from '../../shared/domain/refs.ts';
import { nothingNamed } from '../../shared/domain/rights.ts';
import type { PortsFor } from '../../shared/ports.ts';

type Ask = { actor: OrganizationActor; input: { user: PersonId } };

/** Their person, where the administrator may. */
export async function loadPictured({ actor, input }: Ask, { directory, clock }: PortsFor<'directory:read'>) {
  const { organization } = actor;
  const [user, person] = await directory.get(ref.user(organization.id, input.user), ref.person(input.user));
  if (!user || !person) return refuse('not-found');
  const refusal = credentialsRefusal({
    ...{ actor, organization, user, person },
    named: nothingNamed,
    now: clock.now(),
  });
  return refusal ? refuse(refusal) : ({ ok: true, person } as const);
}
