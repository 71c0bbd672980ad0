import { ref } from '../../../shared/domain/refs.ts';
import { viewViews } from '../../../shared/domain/views.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const listViews: UseCase<'list-views'> = async ({ signedIn, input }, { directory }) => {
  const [views] = await directory.get(ref.views(signedIn.person, input.org));
  return done(viewViews(views));
};
