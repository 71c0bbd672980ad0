import { viewProject } from '../../../shared/domain/project.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { pageAfter, sealCursor } from '../../steps/cursor.ts';

export const listProjects: UseCase<'list-projects'> = async ({ input }, { directory }) => {
  const { org: organization, q, limit, cursor } = input;
  const question = [organization, 'projects', q];
  const page = pageAfter(cursor, question);
  if (!page.ok) return page;
  const { items, next } = await directory.list(
    { of: 'project', organization, beginning: q },
    { limit, after: page.after },
  );
  return done({ items: items.map(viewProject), nextCursor: next && sealCursor(next, question) });
};
