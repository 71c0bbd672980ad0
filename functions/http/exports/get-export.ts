import { refuse } from '../../../shared/domain/decision.ts';
import { exportFileName, exportKey, isAlive, viewExport } from '../../../shared/domain/export.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';

export const getExport: UseCase<'get-export'> = async ({ input }, { directory, exports, clock }) => {
  const [found, organization] = await directory.get(
    ref.export(input.org, input.export),
    ref.organization(input.org),
  );
  if (!found || !organization || !isAlive(found, clock.now())) return refuse('not-found');
  if (found.state !== 'done') return done(viewExport(found));
  const download = await exports.linkTo(exportKey(found), exportFileName(found, organization));
  return done({ ...viewExport(found), download });
};
