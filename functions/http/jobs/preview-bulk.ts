import { gateRefusal } from '../../../shared/domain/bulk.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { isSelectionThere, loadDoer } from '../../steps/load-doer.ts';
import { previewOf } from '../../steps/preview-users.ts';

export const previewBulk: UseCase<'preview-bulk'> = async ({ input, actor }, ports) => {
  const { deed } = input;
  const [doer, isThere] = await Promise.all([
    loadDoer(actor, deed, ports.directory),
    isSelectionThere(input, ports.directory),
  ]);
  const refusal = gateRefusal(deed, doer);
  if (refusal) return refuse(refusal);
  return isThere ? done(await previewOf(input, doer, ports)) : refuse('not-found');
};
