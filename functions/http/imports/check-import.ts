import { decideCheck } from '../../../shared/domain/import/import.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeImport } from '../../steps/change-import.ts';

export const checkImport: UseCase<'check-import'> = ({ input, ...asked }, ports) =>
  changeImport(input, asked, ports, it => decideCheck(asked.actor, it, input));
