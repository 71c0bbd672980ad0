import { decideReactivate } from '../../../shared/domain/life.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';

export const reactivateUser: UseCase<'reactivate-user'> = (ask, ports) =>
  changeUser(ask, ports, decideReactivate, ['seats-exhausted']);
