import { decideGrantContent } from '../../../shared/domain/content.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { loadContent } from '../../steps/load-content.ts';
import { holdingsOfActor } from '../../steps/load-rights.ts';

export const grantContent: UseCase<'grant-content'> = async ({ input, actor, origin }, ports) => {
  const { directory } = ports;
  const { org, group, type, id, name } = input;
  return transact({ actor, origin }, ports, async () => {
    const [it, holdings] = await Promise.all([
      loadContent({ org, group, content: { type, id } }, directory),
      holdingsOfActor(actor, directory),
    ]);
    return it ? decideGrantContent(it, name, { actor, holdings }) : refuse('not-found');
  });
};
