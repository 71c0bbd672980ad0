import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { decideSaveView } from '../../../shared/domain/views.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';

export const saveView: UseCase<'save-view'> = ({ actor, input, origin }, ports) => {
  const { org: organization, ...view } = input;
  return transact({ actor, origin }, ports, async () => {
    const [person, views] = await ports.directory.get(
      ref.person(actor.person),
      ref.views(actor.person, organization),
    );
    return person ? decideSaveView({ person, organization, views }, view) : refuse('not-found');
  });
};
