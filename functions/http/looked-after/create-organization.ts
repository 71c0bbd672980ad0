import { decideCreate } from '../../../shared/domain/create.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { findInvitee } from '../../steps/find-invitee.ts';

export const createOrganization: UseCase<'create-organization'> = async (ask, ports) => {
  const { input: wish, actor } = ask;
  const { clock, ids, directory } = ports;
  const id = ids.make('org');
  const fresh = { person: ids.make('usr'), invitation: ids.make('inv') };
  return transact(ask, ports, async () => {
    const [invitee, [lookedAfterBy]] = await Promise.all([
      findInvitee(wish.owner.email, { id }, ports),
      wish.lookedAfterBy ? directory.get(ref.organization(wish.lookedAfterBy)) : [],
    ]);
    return decideCreate({ actor, wish, id, lookedAfterBy, ...invitee, fresh, now: clock.now() });
  });
};
