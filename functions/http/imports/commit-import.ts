import { decideCommit } from '../../../shared/domain/import/commit.ts';
import type { UseCase } from '../../runtime/use-case.ts';
import { changeImport } from '../../steps/change-import.ts';

export const commitImport: UseCase<'commit-import'> = ({ input, ...asked }, ports) => {
  const id = ports.ids.make('job');
  return changeImport(input, asked, ports, it =>
    decideCommit(it, { id, actor: asked.actor, now: ports.clock.now() }),
  );
};
