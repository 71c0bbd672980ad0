import { refuse } from '../../../shared/domain/decision.ts';
import { decideEditProject } from '../../../shared/domain/project.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';

export const editProject: UseCase<'edit-project'> = async (
  { input, actor, origin, expectedVersion },
  ports,
) => {
  const { org, project: id, ...wish } = input;
  return transact({ actor, origin }, ports, async () => {
    const [project] = await ports.directory.get(ref.project(org, id));
    if (!project) return refuse('not-found');
    return project.version === expectedVersion ? decideEditProject(project, wish) : refuse('stale-version');
  });
};
