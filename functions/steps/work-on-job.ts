/**
 * Gets a job on, batch by batch: each is one transaction with what it came to, under the versions of everything that it
 * touches. So whoever works on it may die at any moment, and two may work on it at once.
 */
import type { JobId, OrganizationId } from '../../shared/contract/ids.ts';
import type { Time } from '../../shared/contract/text.ts';
import type { OrganizationActor } from '../../shared/domain/actor.ts';
import type { Conflict } from '../../shared/domain/change.ts';
import { isOver, type Step, stepAside, toldOfStep } from '../../shared/domain/job.ts';
import type { Job } from '../../shared/domain/model-jobs.ts';
import { ref } from '../../shared/domain/refs.ts';
import { plusSeconds } from '../../shared/domain/time.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { stamp } from '../runtime/transact.ts';
import type { Origin } from '../runtime/use-case.ts';
import { gatherUsers } from './gather-users.ts';
import { type PlanAhead, planAhead } from './plan-ahead.ts';
import { workOnBulk } from './work-on-bulk.ts';
import { workOnImport } from './work-on-import.ts';
import { workOnMembers } from './work-on-members.ts';
import { workOnUnassigning } from './work-on-unassigning.ts';

/** The next batch, and in whose name; the product's own where nobody's. */
export type Work = { step: Step; actor?: OrganizationActor };
/** What the next batch costs is used up until that moment. */
export type Later = { notBefore: Time };

/** A job, and its next batch where that was begun already. */
type Known = { job: Job | undefined; begun?: Promise<Work | Later> };

/** How often others were in the way since the job last moved on, and who was the last time. */
export type Tries = { failures: number; conflict?: Conflict };
const none: Tries = { failures: 0 };

type Ports = PortsFor<'directory:read' | 'directory:write' | 'files:plan'>;

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
  const plan = planAhead(ports);
  let [tries, tried]: [Tries, number] = [none, 0];
  let known: Known | undefined;
  while (tries.failures <= mostFailures) {
    const { job, begun }: Known = known ?? { job: (await directory.get(ref.job(organization, id)))[0] };
    known = undefined;
    if (!job || isOver(job) || job.state === 'paused') return;
    // Somebody else works on it, too, and was faster: what was in the way of that batch is not in the way of the next.
    if (job.version !== tried) tries = none;
    const work = await (begun ?? nextOf(job, { tries, origin, plan }, ports));
    const isTired = clock.now() >= until;
    if ('notBefore' in work && !isTired) {
      await clock.until(work.notBefore);
      continue;
    }
    const { step, actor = system } = 'notBefore' in work ? { step: stepAside(job) } : work;
    const told = toldOfStep(step.after, isTired);
    const events = [
      ...stamp({ actor, origin }, step.events, ports),
      ...stamp({ actor: system, origin }, told, ports),
    ];
    const committing = directory.commit({ changes: step.changes, events });
    const ahead =
      told.length === 0 ? begunAhead(step.after, { tries: none, origin, plan }, ports) : undefined;
    const result = await committing;
    if (result.ok && told.length > 0) return;
    tries = result.ok ? none : { failures: tries.failures + 1, conflict: result.conflict };
    tried = job.version;
    // What one has written oneself need not be read: whoever has changed it since is met by the next commit.
    known = result.ok ? { job: step.after, begun: ahead } : undefined;
  }
  throw new Error(`Others are in the way of ${id}`);
}

type Way = { tries: Tries; origin: Origin; plan: PlanAhead };

/**
 * Rows of a plan are read and judged while those before them are written: they are about others. What they share with
 * them, such as seats, their transaction guards; where those before are not written after all, it is forgotten.
 */
function begunAhead(job: Job, way: Way, ports: Ports): Known['begun'] {
  if (job.kind !== 'import') return undefined;
  const begun = nextOf(job, way, ports);
  // Whoever comes to it hears of it; nobody need.
  begun.catch(() => undefined);
  return begun;
}

function nextOf(job: Job, { tries, origin, plan }: Way, ports: Ports): Promise<Work | Later> {
  if (job.kind === 'import') return workOnImport({ job, tries, plan }, ports);
  if (job.gathering) return gatherUsers(job, job.gathering, ports);
  if (job.deed) return workOnBulk({ job, deed: job.deed, tries, origin }, ports);
  return job.kind === 'unassign' ? workOnUnassigning(job, tries, ports) : workOnMembers(job, tries, ports);
}
