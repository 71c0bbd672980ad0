/**
 * Enrolling a second factor: Cognito is shown the proof and told to ask, then it counts with us. A crash in between
 * leaves somebody who is asked for more than they must be, and who can answer it; whoever compares the two mends it.
 */
import { Factor } from '../../shared/contract/factors.ts';
import { refuse } from '../../shared/domain/decision.ts';
import { decideEnrol, enrolmentRefusal } from '../../shared/domain/enrol.ts';
import { recoveryCodeCount } from '../../shared/domain/recovery.ts';
import { ref } from '../../shared/domain/refs.ts';
import type { PortsFor } from '../../shared/ports.ts';
import { type Ask, done } from '../runtime/use-case.ts';
import { aloneWithFactors, tellOf } from './align-factors.ts';
import { changePerson, loadCase } from './change-person.ts';
import { admit } from './throttle.ts';

type Enrolling = Ask<'confirm-authenticator' | 'confirm-sms'>;
type EnrolPorts = PortsFor<'directory:read' | 'directory:write' | 'identity:sign-in' | 'identity:write'>;

/** @param prove shows the code to Cognito */
export async function enrolFactor(
  factor: Factor,
  ask: Enrolling,
  ports: EnrolPorts,
  prove: () => Promise<boolean>,
) {
  const it = await loadCase(ask.actor.person, ports);
  if (!it) return refuse('not-found');
  const refusal = enrolmentRefusal(factor, it);
  if (refusal) return refuse(refusal);
  const admitted = await admit('code', it.person.id, ask.origin, ports);
  if (!admitted.ok) return admitted;
  const enrolled = await aloneWithFactors(it.person.id, ports, async () => {
    if (!(await prove())) return refuse('wrong-code');
    await admitted.forgive();
    return count(factor, ask, ports);
  });
  return enrolled === 'busy' ? refuse('changed-meanwhile') : enrolled;
}

async function count(factor: Factor, { actor, origin }: Enrolling, ports: EnrolPorts) {
  const { directory, identity, ids } = ports;
  const { person: id, session } = actor;
  const codes = Array.from({ length: recoveryCodeCount }, () => ids.recoveryCode());
  const hashes = codes.map(({ hash }) => hash);
  const [before] = await directory.get(ref.person(id));
  if (!before) return refuse('not-found');
  await identity.askFor(
    id,
    Factor.options.filter(one => one === factor || before.factors[one]),
  );
  const counted = await changePerson(id, { actor, origin }, ports, async it =>
    decideEnrol(it, { factor, session, sessions: await directory.listSessions(id), hashes }),
  );
  if (counted.ok) return done(counted.value.isFirst ? { recoveryCodes: codes.map(({ code }) => code) } : {});
  // It does not count after all, so it is not to be asked for either.
  const [after] = await directory.get(ref.person(id));
  if (after) await tellOf([factor], after, ports);
  return counted;
}
