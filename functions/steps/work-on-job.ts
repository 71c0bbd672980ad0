/**
 * Gets a job on, batch by batch: each is one transaction with what it came to, under the versions of everything that it
 * touches. So whoever works on it may die at any moment, and two may work on it at once.
 */
import type { JobId, OrganizationId } from '../../shared/contract/ids.ts';
import type { OrganizationActor } from '../../shared/domain/actor.ts';
import type { Conflict } from '../../shared/domain/change.ts';
import { isOver, toldOfStep } from '../../shared/domain/job.ts';
import type { Step } from '../../shared/domain/member-job.ts';
import type { Job } from '../../shared/domain/model-jobs.ts';
import { ref } from '../../shared/domain/refs.ts';
import { plusSeconds } from '../../shared/domain/time.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { stamp } from '../runtime/transact.ts';
import type { Origin } from '../runtime/use-case.ts';
import { workOnMembers } from './work-on-members.ts';
import { workOnUnassigning } from './work-on-unassigning.ts';

/** The next batch, and in whose name; the product's own where nobody's. */
export type Work = { step: Step; actor?: OrganizationActor };

type Ports = PortsFor<'directory:read' | 'directory:write'>;

/** Whoever works longer lets another go on: well within what a subscriber's Lambda has. */
const longestSeconds = 5;

/** How often others may be in the way of one batch: after that the queue gives the job again. */
const mostFailures = 10;

const system = { kind: 'system', name: 'run-job' } as const;

/** Throws where the queue is to give it again. */
export async function workOnJob(
  { organization, id }: { organization: OrganizationId; id: JobId },
  origin: Origin,
  ports: Ports,
): Promise<void> {
  const { directory, clock } = ports;
  const until = plusSeconds(clock.now(), longestSeconds);
  for (let failures = 0; failures <= mostFailures; ) {
    const [job] = await directory.get(ref.job(organization, id));
    if (!job || isOver(job)) return;
    const { step, actor } = await nextOf(job, failures, ports);
    const isTired = clock.now() >= until;
    const told = toldOfStep(step.after, isTired);
    const events = [
      ...stamp({ actor: actor ?? system, origin }, step.events, ports),
      ...stamp({ actor: system, origin }, told, ports),
    ];
    const result = await directory.commit({ changes: step.changes, events });
    if (result.ok && told.length > 0) return;
    failures = result.ok || isOthers(result.conflict) ? 0 : failures + 1;
  }
  throw new Error(`Others are in the way of ${id}`);
}

function nextOf(job: Job, failures: number, ports: Ports): Promise<Work> {
  return job.kind === 'unassign'
    ? workOnUnassigning(job, failures, ports)
    : workOnMembers(job, failures, ports);
}

/** Somebody else works on it, too, and was faster: then there is nothing in the way of the next batch. */
function isOthers(conflict: Conflict): boolean {
  return 'ref' in conflict && (conflict.ref.type === 'job' || conflict.ref.type === 'job-slice');
}
