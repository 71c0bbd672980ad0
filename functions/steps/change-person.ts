/** Changing a person: load them with all their users, decide, commit; and again, when somebody else was faster. */
import type { PersonId } from '../../shared/contract/ids.ts';
import type { ProblemKind } from '../../shared/contract/problems.ts';
import { type Decision, refuse } from '../../shared/domain/decision.ts';
import type { PersonCase } from '../../shared/domain/enrol.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { type Asked, transact } from '../runtime/transact.ts';
import { loadWhole } from './describe-me.ts';

type ReadAndWrite = PortsFor<'directory:read' | 'directory:write'>;

export function changePerson<D extends Decision<unknown, ProblemKind>>(
  id: PersonId,
  asked: Asked,
  ports: ReadAndWrite,
  decide: (it: PersonCase) => D | Promise<D>,
) {
  return transact(asked, ports, async () => {
    const it = await loadCase(id, ports);
    return it ? decide(it) : refuse('not-found');
  });
}

/** Somebody with everything that a change of them may touch; undefined where they are gone. */
export async function loadCase(
  id: PersonId,
  { directory, clock }: PortsFor<'directory:read'>,
): Promise<PersonCase | undefined> {
  const [person] = await directory.get(ref.person(id));
  return person && { ...(await loadWhole(person, directory)), now: clock.now() };
}
