import { decideRequestReset } from '../../../shared/domain/credentials.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';
import { admit } from '../../steps/throttle.ts';

/** The link comes by mail, to the user alone: the administrator learns nothing and sets nothing. */
export const resetUserPassword: UseCase<'reset-user-password'> = (ask, ports) =>
  changeUser(ask, ports, async it => {
    const decision = decideRequestReset(it);
    if (!decision.ok) return decision;
    const admitted = await admit('reset-by-administrator', it.user.id, ask.origin, ports);
    return admitted.ok ? decision : admitted;
  });
