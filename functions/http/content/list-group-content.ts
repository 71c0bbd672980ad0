import { viewContent } from '../../../shared/domain/content.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { pageAfter, sealCursor } from '../../steps/cursor.ts';

export const listGroupContent: UseCase<'list-group-content'> = async ({ input }, { directory }) => {
  const { org: organization, group: id, limit, cursor } = input;
  const question = [organization, id, 'content'];
  const page = pageAfter(cursor, question);
  if (!page.ok) return page;
  const [[group], { items, next }] = await Promise.all([
    directory.get(ref.group(organization, id)),
    directory.list({ of: 'content-grant', organization, group: id }, { limit, after: page.after }),
  ]);
  if (!group) return refuse('not-found');
  const entries = await directory.get(
    ...items.map(({ contentType, contentId }) =>
      ref.content(organization, { type: contentType, id: contentId }),
    ),
  );
  return done({
    items: entries.flatMap(entry => (entry ? [viewContent(entry)] : [])),
    nextCursor: next && sealCursor(next, question),
  });
};
