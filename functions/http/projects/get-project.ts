import { refuse } from '../../../shared/domain/decision.ts';
import { viewProject } from '../../../shared/domain/project.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const getProject: UseCase<'get-project'> = async ({ input }, { directory }) => {
  const [project] = await directory.get(ref.project(input.org, input.project));
  return project ? done(viewProject(project)) : refuse('not-found');
};
