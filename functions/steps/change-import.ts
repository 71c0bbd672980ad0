/** Changing one import: load, decide, commit; and again, when somebody else was faster. */
import type { ImportId, OrganizationId } from '../../shared/contract/ids.ts';
import type { ProblemKind } from '../../shared/contract/problems.ts';
import { type Decision, refuse } from '../../shared/domain/decision.ts';
import { isAlive } from '../../shared/domain/import/import.ts';
import type { Import } from '../../shared/domain/model-imports.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { type Asked, transact } from '../runtime/transact.ts';

type Which = { org: OrganizationId; import: ImportId };

export function changeImport<D extends Decision<unknown, ProblemKind>>(
  which: Which,
  asked: Asked,
  ports: PortsFor<'directory:read' | 'directory:write'>,
  decide: (it: Import) => D,
) {
  return transact(asked, ports, async () => {
    const [it] = await ports.directory.get(ref.import(which.org, which.import));
    return it && isAlive(it, ports.clock.now()) ? decide(it) : refuse('not-found');
  });
}
