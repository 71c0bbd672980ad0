/** Letting a job rest, go on or end, whoever works on it at that moment. */
import type { JobId, OrganizationId } from '../../shared/contract/ids.ts';
import type { JobView } from '../../shared/contract/jobs.ts';
import { type Decision, refuse } from '../../shared/domain/decision.ts';
import type { Job } from '../../shared/domain/model-jobs.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { type Asked, transact } from '../runtime/transact.ts';

export async function steerJob(
  { org, job: id }: { org: OrganizationId; job: JobId },
  asked: Asked,
  ports: PortsFor<'directory:read' | 'directory:write'>,
  decide: (job: Job) => Decision<JobView, 'wrong-status'>,
) {
  const steer = () =>
    transact(asked, ports, async () => {
      const [job] = await ports.directory.get(ref.job(org, id));
      return job ? decide(job) : refuse('not-found');
    });
  const steered = await steer();
  // Whoever works on the job writes it many times a second.
  return steered.ok || steered.failure.kind !== 'changed-meanwhile' ? steered : steer();
}
