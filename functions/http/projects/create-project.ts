import { decideCreateProject } from '../../../shared/domain/project.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';

export const createProject: UseCase<'create-project'> = async ({ input, actor, origin }, ports) => {
  const { clock, ids } = ports;
  const id = ids.make('prj');
  return transact({ actor, origin }, ports, async () => decideCreateProject(input, { id, now: clock.now() }));
};
