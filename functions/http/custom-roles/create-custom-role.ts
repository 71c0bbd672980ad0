import { decideCreateRole } from '../../../shared/domain/custom-role.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { loadRoleCase } from '../../steps/load-role-case.ts';

export const createCustomRole: UseCase<'create-custom-role'> = (ask, ports) => {
  const { actor, input } = ask;
  const id = ports.ids.make('rol');
  return transact(ask, ports, async () =>
    decideCreateRole(await loadRoleCase(actor, input.permissions, ports), input, id),
  );
};
