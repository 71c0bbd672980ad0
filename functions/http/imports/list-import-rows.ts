import { refuse } from '../../../shared/domain/decision.ts';
import { isAlive } from '../../../shared/domain/import/import.ts';
import { viewRow } from '../../../shared/domain/import/row.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { foreignCursor, pageAfter, sealCursor } from '../../steps/cursor.ts';
import { placeIn, placeText, planRows } from '../../steps/plan-rows.ts';

export const listImportRows: UseCase<'list-import-rows'> = async ({ input }, ports) => {
  const [it] = await ports.directory.get(ref.import(input.org, input.import));
  if (!it || !isAlive(it, ports.clock.now())) return refuse('not-found');
  const { outcome, limit, cursor } = input;
  // Planned anew, it is another list.
  const question = [it.organization, it.id, it.plan?.run, outcome];
  const page = pageAfter(cursor, question);
  const from = page.ok ? placeIn(page.after) : undefined;
  if (!from) return foreignCursor();
  const { plan } = it;
  if (!plan) return done({ items: [] });
  const { rows, next } = await planRows({ ...it, plan }, { outcome, limit, from }, ports.imports);
  return done({ items: rows.map(viewRow), nextCursor: next && sealCursor(placeText(next), question) });
};
