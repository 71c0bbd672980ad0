import { decideHandOver } from '../../../shared/domain/hand-over.ts';
import { ref } from '../../../shared/domain/refs.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';

export const handOverOwnership: UseCase<'hand-over-ownership'> = (ask, ports) =>
  changeUser(ask, ports, async it => {
    const { organization, person } = ask.actor;
    const [giver] = await ports.directory.get(ref.user(organization.id, person));
    return decideHandOver(it, giver);
  });
