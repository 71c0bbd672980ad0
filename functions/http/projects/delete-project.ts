import { refuse } from '../../../shared/domain/decision.ts';
import { decideDeleteProject } from '../../../shared/domain/project.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';

export const deleteProject: UseCase<'delete-project'> = async (
  { input, actor, origin, expectedVersion },
  ports,
) => {
  const { directory, clock, ids } = ports;
  const job = ids.make('job');
  return transact({ actor, origin }, ports, async () => {
    const [project] = await directory.get(ref.project(input.org, input.project));
    if (!project) return refuse('not-found');
    if (project.version !== expectedVersion) return refuse('stale-version');
    return decideDeleteProject(project, { id: job, actor, now: clock.now() });
  });
};
