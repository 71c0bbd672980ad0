import { decideEditRole } from '../../../shared/domain/custom-role.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { loadRoleCase } from '../../steps/load-role-case.ts';

export const editCustomRole: UseCase<'edit-custom-role'> = (ask, ports) => {
  const { actor, input, expectedVersion } = ask;
  const { role: id, permissions = [] } = input;
  return transact(ask, ports, async () =>
    decideEditRole(await loadRoleCase(actor, permissions, ports), { id, expectedVersion }, input),
  );
};
