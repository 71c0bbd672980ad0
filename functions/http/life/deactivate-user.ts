import { decideDeactivate } from '../../../shared/domain/life.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';

export const deactivateUser: UseCase<'deactivate-user'> = (ask, ports) =>
  changeUser(ask, ports, decideDeactivate, ['last-owner']);
