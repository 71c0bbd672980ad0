import type { PersonId } from '../../shared/contract/ids.ts';
import { type Drift, drifts } from '../../shared/domain/credentials-drift.ts';
import { enrolledFactors } from '../../shared/domain/factors.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { factsOf, isTransient, log } from '../runtime/log.ts';
import type { ScheduleUseCase } from '../runtime/subscriber.ts';
import { alignFactors, aloneWithFactors, tellOf } from '../steps/align-factors.ts';
import { endAtCognito } from '../steps/end-at-cognito.ts';
import { walkCognito, walkDirectory } from '../steps/walk-credentials.ts';

type ReconcilingPorts = PortsFor<'directory:read' | 'directory:write' | 'identity:read' | 'identity:write'>;

/**
 * Compares everybody in Cognito with everybody in the directory, and mends what has drifted apart: after a crash, after
 * an outage that outlived a queue's patience, or after somebody changed the user pool by hand. A second run finds nothing.
 */
export const reconcileCredentials: ScheduleUseCase<'reconcile-credentials'> = async ports => {
  const tally: Record<string, number> = { people: 0, failed: 0 };
  for (const drift of drifts) tally[drift] = 0;
  const count = (what: string) => {
    tally[what] = (tally[what] ?? 0) + 1;
  };
  const withCredentials = new Set<PersonId>();
  for await (const { id, drifts: found } of walkCognito(ports, withCredentials))
    for (const drift of found) count(await mended(id, drift, ports));
  for await (const { id, drifts: found } of walkDirectory(ports, withCredentials)) {
    count('people');
    for (const drift of found) count(await mended(id, drift, ports));
  }
  return tally;
};

/** What to count: the drift, or that it could not be mended. In an outage the run ends; the next one goes on. */
async function mended(person: PersonId, drift: Drift, ports: ReconcilingPorts): Promise<Drift | 'failed'> {
  log('warn', 'drift', { drift, person });
  try {
    await menders[drift](person, ports);
    return drift;
  } catch (error) {
    if (isTransient(error)) throw error;
    log('error', 'drift stays', { drift, person, ...factsOf(error) });
    return 'failed';
  }
}

type Mend = (person: PersonId, ports: ReconcilingPorts) => Promise<unknown>;

const menders: Readonly<Record<Drift, Mend>> = {
  'credentials-of-nobody': (person, { identity }) => identity.remove(person),
  'credentials-missing': async () => undefined,
  'factors-untold': alignFactors,
  'factors-differ': tellOfDifference,
  'sign-out-untold': endAtCognito,
};

/** Looked at once more when nobody else is at it; what Cognito does not ask for stays, since it may be under way. */
async function tellOfDifference(id: PersonId, ports: ReconcilingPorts): Promise<void> {
  await aloneWithFactors(id, ports, async () => {
    const [[person], asked] = await Promise.all([
      ports.directory.get(ref.person(id)),
      ports.identity.factorsOf(id),
    ]);
    if (person && asked && asked.join() !== enrolledFactors(person).join())
      await tellOf(asked, person, ports);
  });
}
