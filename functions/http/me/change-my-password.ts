import { refuse } from '../../../shared/domain/decision.ts';
import type { Person } from '../../../shared/domain/model.ts';
import { newPasswordErrors, personalWords } from '../../../shared/domain/password.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { decideChangePassword } from '../../../shared/domain/reset.ts';
import { transact } from '../../runtime/transact.ts';
import { type Ask, done, type Ports, type UseCase } from '../../runtime/use-case.ts';
import { loadCase } from '../../steps/change-person.ts';
import { changePassword, nextPasswordOf } from '../../steps/choose-password.ts';
import { isPassword } from '../../steps/prove-password.ts';
import { admit } from '../../steps/throttle.ts';

type Change = Ports<'change-my-password'>;

export const changeMyPassword: UseCase<'change-my-password'> = async (ask, ports) => {
  const { actor, input, origin } = ask;
  const it = await loadCase(actor.person, ports);
  if (!it) return refuse('not-found');
  const { person, memberships } = it;
  const personal = personalWords(
    person,
    memberships.map(({ organization }) => organization),
  );
  const errors = newPasswordErrors(input, personal);
  if (errors.length > 0) return refuse('validation-failed', { errors });
  const admitted = await admit('password', person.email, origin, ports);
  if (!admitted.ok) return admitted;
  if (!(await isProven(person, input, ports))) return refuse('wrong-password');
  const [changed] = await Promise.all([change(person, ask, ports), admitted.forgive()]);
  return changed;
};

async function change(person: Person, { actor, input, origin }: Ask<'change-my-password'>, ports: Change) {
  const { directory, clock } = ports;
  const choice = {
    claim: nextPasswordOf(person, origin.requestId),
    person: person.id,
    password: input.password,
  };
  const changed = await changePassword(choice, ports, () =>
    transact({ actor, origin }, ports, async () => {
      const [now, session] = await directory.get(
        ref.person(person.id),
        ref.session(person.id, actor.session),
      );
      const generation = person.passwordGeneration;
      return decideChangePassword(now, { generation, session, now: clock.now() });
    }),
  );
  if (typeof changed === 'string') return refuse('changed-meanwhile');
  return changed.ok ? done(undefined) : changed;
}

/** Knows the present password; where an earlier try broke off after setting the new one, that is the present one. */
async function isProven(
  person: Person,
  { current, password }: Ask<'change-my-password'>['input'],
  ports: Change,
): Promise<boolean> {
  if (await isPassword(current, person, ports)) return true;
  const [claim] = await ports.directory.get(ref.claim(nextPasswordOf(person, '').key));
  return claim !== undefined && !claim.done && isPassword(password, person, ports);
}
