/**
 * Cognito asks for second factors, the directory knows which. Whoever brings the one in line with the other, or proves a
 * factor to Cognito, is alone with it: otherwise a straggler could take away what was enrolled a moment ago.
 */
import { Factor } from '../../shared/contract/factors.ts';
import type { PersonId } from '../../shared/contract/ids.ts';
import { enrolledFactors, isAligned } from '../../shared/domain/factors.ts';
import type { Person } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { factsOf, isTransient, log } from '../runtime/log.ts';
import { alone } from './claimed.ts';

type AligningPorts = PortsFor<'directory:read' | 'directory:write' | 'identity:write'>;

/** Only one does something to somebody's factors at Cognito. */
export function aloneWithFactors<T>(
  person: PersonId,
  ports: PortsFor<'directory:write'>,
  deed: () => Promise<T>,
): Promise<T | 'busy'> {
  return alone(`factors#${person}`, ports, deed);
}

/** Tells Cognito what it was not told yet; whoever comes late finds nothing to do. */
export async function alignFactors(id: PersonId, ports: AligningPorts): Promise<'aligned' | 'busy'> {
  const [seen] = await ports.directory.get(ref.person(id));
  if (!seen || isAligned(seen)) return 'aligned';
  return aloneWithFactors(id, ports, async (): Promise<'aligned'> => {
    const [person] = await ports.directory.get(ref.person(id));
    if (person && !isAligned(person)) await tellCognito(person, ports);
    return 'aligned';
  });
}

/** Makes Cognito forget what is not enrolled, and ask for what is. To be done alone; repeating it changes nothing. */
export async function tellCognito(
  person: Person,
  { directory, identity }: PortsFor<'directory:write' | 'identity:write'>,
): Promise<void> {
  await tellOf(Factor.options, person, { identity });
  if (person.factorsChangedAt) await directory.noteFactorsAligned(person.id, person.factorsChangedAt);
}

/** The same of some factors, where the others are none of the caller's business. */
export async function tellOf(
  factors: readonly Factor[],
  person: Person,
  { identity }: Pick<PortsFor<'identity:write'>, 'identity'>,
): Promise<void> {
  const enrolled = enrolledFactors(person);
  const gone = factors.filter(factor => !enrolled.includes(factor));
  if (gone.length > 0) await identity.forgetFactors(person.id, gone);
  if (enrolled.length > 0) await askFor(person.id, enrolled, { identity });
}

/**
 * Cognito cannot ask for an app or a telephone that it has lost. Trying again would not help: the person gets in with a
 * recovery code and enrols another, or an administrator resets it.
 */
async function askFor(
  person: PersonId,
  enrolled: readonly Factor[],
  { identity }: Pick<AligningPorts, 'identity'>,
): Promise<void> {
  try {
    await identity.askFor(person, enrolled);
  } catch (error) {
    if (isTransient(error)) throw error;
    log('warn', 'factor lost', { person, ...factsOf(error) });
  }
}
