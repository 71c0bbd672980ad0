import { refuse } from '../../../shared/domain/decision.ts';
import { downloadName, fileKey, filesOf } from '../../../shared/domain/import/files.ts';
import { isAlive, viewImport } from '../../../shared/domain/import/import.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const getImport: UseCase<'get-import'> = async ({ input }, { directory, imports, clock }) => {
  const [it] = await directory.get(ref.import(input.org, input.import));
  if (!it || !isAlive(it, clock.now())) return refuse('not-found');
  const [job] = it.job ? await directory.get(ref.job(input.org, it.job)) : [];
  const links = filesOf(it, job).map(async ({ file, plan }) => [
    file,
    await imports.linkTo(fileKey(it, plan, file), downloadName(it, file)),
  ]);
  return done({ ...viewImport(it), ...Object.fromEntries(await Promise.all(links)) });
};
