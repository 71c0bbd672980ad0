import { decideSignOut } from '../../../shared/domain/credentials.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeUser } from '../../steps/change-user.ts';

export const signOutUser: UseCase<'sign-out-user'> = (ask, ports) => changeUser(ask, ports, decideSignOut);
