import { refuse } from '../../../shared/domain/decision.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { decideResume } from '../../../shared/domain/suspend.ts';
import { transact } from '../../runtime/transact.ts';
import type { UseCase } from '../../runtime/use-case.ts';

export const resumeOrganization: UseCase<'resume-organization'> = (ask, ports) => {
  const { org } = ask.input;
  return transact(ask, ports, async () => {
    const [organization, counters] = await ports.directory.get(ref.organization(org), ref.counters(org));
    return organization ? decideResume({ organization, counters }) : refuse('not-found');
  });
};
