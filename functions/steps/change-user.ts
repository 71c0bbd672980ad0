/** Changing one user: load them with their person, decide, commit; and again, when somebody else was faster. */
import type { PersonId } from '../../shared/contract/ids.ts';
import type { ProblemKind } from '../../shared/contract/problems.ts';
import type { Actor, OrganizationActor } from '../../shared/domain/actor.ts';
import { type Decision, refuse } from '../../shared/domain/decision.ts';
import type { Organization } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { UserCase } from '../../shared/domain/user.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { type Asked, type FinalConflict, transact } from '../runtime/transact.ts';
import { loadNamed } from './load-rights.ts';

type Ask = Asked & { actor: OrganizationActor; input: { user: PersonId } };

/** Whom a change is about, and in which organization. */
type About = { organization: Organization; user: PersonId };

/** A change of the user that a route names, in the organization that it is about. */
export function changeUser<
  D extends Decision<unknown, ProblemKind>,
  const C extends readonly FinalConflict[] = readonly [],
>(
  ask: Ask,
  ports: PortsFor<'directory:read' | 'directory:write'>,
  decide: (it: UserCase) => D | Promise<D>,
  expected?: C,
) {
  const about = { organization: ask.actor.organization, user: ask.input.user };
  return changeUserIn(about, ask, ports, decide, expected);
}

/** The same for whoever acts without a route that says so, such as a schedule. */
export function changeUserIn<
  D extends Decision<unknown, ProblemKind>,
  const C extends readonly FinalConflict[] = readonly [],
>(
  { organization, user: id }: About,
  asked: { actor: Actor; origin: Asked['origin'] },
  ports: PortsFor<'directory:read' | 'directory:write'>,
  decide: (it: UserCase) => D | Promise<D>,
  expected?: C,
) {
  const { directory, clock } = ports;
  const loadAndDecide = async () => {
    const [user, person] = await directory.get(ref.user(organization.id, id), ref.person(id));
    if (!user || !person) return refuse('not-found');
    const named = await loadNamed(organization.id, [user], directory);
    return decide({ actor: asked.actor, organization, user, person, named, now: clock.now() });
  };
  return transact(asked, ports, loadAndDecide, expected);
}
