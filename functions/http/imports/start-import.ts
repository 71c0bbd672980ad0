import { mostToImport } from '../../../shared/contract/imports.ts';
import { uploadKey } from '../../../shared/domain/import/files.ts';
import { decideStartImport, viewImport } from '../../../shared/domain/import/import.ts';
import { transact } from '../../runtime/transact.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const startImport: UseCase<'start-import'> = async ({ input, actor, origin }, ports) => {
  const { ids, clock, imports } = ports;
  const starting = { id: ids.make('imp'), fileName: input.fileName, now: clock.now() };
  const started = await transact({ actor, origin }, ports, async () => decideStartImport(actor, starting));
  if (!started.ok) return started;
  const upload = await imports.beginImport(uploadKey(started.value), mostToImport.bytes);
  return done({ import: viewImport(started.value), upload });
};
