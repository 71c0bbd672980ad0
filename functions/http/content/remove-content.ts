import { decideRemoveContent } from '../../../shared/domain/content.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { loadContent } from '../../steps/load-content.ts';

export const removeContent: UseCase<'remove-content'> = async ({ input, actor, origin }, ports) => {
  const { org, group, type, id } = input;
  return transact({ actor, origin }, ports, async () => {
    const it = await loadContent({ org, group, content: { type, id } }, ports.directory);
    return it ? decideRemoveContent(it) : refuse('not-found');
  });
};
