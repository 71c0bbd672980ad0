import { ref } from '../../../shared/domain/refs.ts';
import { decideDeleteView } from '../../../shared/domain/views.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';

export const deleteView: UseCase<'delete-view'> = ({ actor, input, origin }, ports) =>
  transact({ actor, origin }, ports, async () => {
    const [views] = await ports.directory.get(ref.views(actor.person, input.org));
    return decideDeleteView(views, input.name);
  });
