import { decideCancelImport } from '../../../shared/domain/import/import.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeImport } from '../../steps/change-import.ts';

export const cancelImport: UseCase<'cancel-import'> = ({ input, ...asked }, ports) =>
  changeImport(input, asked, ports, decideCancelImport);
