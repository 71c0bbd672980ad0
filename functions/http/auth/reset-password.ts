import { refuse } from '../../../shared/domain/decision.ts';
import { passwordErrors } from '../../../shared/domain/password.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { decideReset, openReset } from '../../../shared/domain/reset.ts';
import { transact } from '../../runtime/transact.ts';
import type { Ports, UseCase } from '../../runtime/use-case.ts';
import { choosePassword } from '../../steps/choose-password.ts';
import { finishSignIn } from '../../steps/finish-sign-in.ts';

/**
 * Of several at once, with one link or with several of one person, one sets its password; the claim keeps the others
 * from setting theirs between that and the commit that uses the links up.
 */
export const resetPassword: UseCase<'reset-password'> = async ({ input, actor, origin }, ports) => {
  const { identity, clock, ids } = ports;
  const hash = ids.hashOf(input.token);
  const opened = await load(hash, ports);
  if (!opened) return refuse('link-unknown');
  const errors = passwordErrors(input.password, [opened.person.email]);
  if (errors.length > 0) return refuse('validation-failed', { errors });

  const { person } = opened;
  const choice = {
    claim: { key: `reset-password#${person.id}#${person.passwordGeneration}`, holder: origin.requestId },
    person: person.id,
    password: input.password,
  };
  const chosen = await choosePassword(choice, ports, async () => {
    await identity.signOutEverywhere(person.id);
    return transact({ actor, origin }, ports, async () => decideReset(await load(hash, ports), clock.now()));
  });
  if (chosen === 'busy') return refuse('changed-meanwhile');
  if (chosen === 'done') return refuse('link-unknown');
  if (!chosen.ok) return chosen;
  if (chosen.signIn.outcome === 'refused') return refuse('changed-meanwhile');
  return finishSignIn(chosen.value, { result: chosen.signIn, challenged: false, origin }, ports);
};

async function load(hash: string, { directory, clock }: Ports<'reset-password'>) {
  const [link] = await directory.get(ref.link(hash));
  if (link?.purpose !== 'password-reset') return undefined;
  const [person] = await directory.get(ref.person(link.person));
  return openReset(link, person, clock.now());
}
