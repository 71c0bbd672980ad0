import { refuse } from '../../../shared/domain/decision.ts';
import { passwordErrors, personalWords } from '../../../shared/domain/password.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { decideReset, openReset } from '../../../shared/domain/reset.ts';
import { transact } from '../../runtime/transact.ts';
import type { Ask, Ports, UseCase } from '../../runtime/use-case.ts';
import { choosePassword, nextPasswordOf } from '../../steps/choose-password.ts';
import { finishSignIn } from '../../steps/finish-sign-in.ts';

/**
 * Of several at once, with one link or with several of one person, one sets its password; the claim keeps the others
 * from setting theirs between that and the commit that uses the links up.
 */
export const resetPassword: UseCase<'reset-password'> = async (ask, ports) => {
  const { input, origin } = ask;
  const hash = ports.ids.hashOf(input.token);
  const opened = await load(hash, ports);
  if (!opened) return refuse('link-unknown');
  const { person } = opened;
  const errors = passwordErrors(input.password, personalWords(person));
  if (errors.length > 0) return refuse('validation-failed', { errors });

  const choice = {
    claim: nextPasswordOf(person, origin.requestId),
    person: person.id,
    password: input.password,
  };
  const chosen = await choosePassword(choice, ports, () => commit(hash, ask, ports));
  if (chosen === 'busy') return refuse('changed-meanwhile');
  if (chosen === 'done') return refuse('link-unknown');
  if (!chosen.ok) return chosen;
  if (chosen.signIn.outcome === 'refused') return refuse('changed-meanwhile');
  return finishSignIn(chosen.value, { result: chosen.signIn, challenged: false, origin }, ports);
};

/** Cognito ends the sessions before they are over, so that nobody need end them when the person is back. */
async function commit(
  hash: string,
  { actor, origin }: Ask<'reset-password'>,
  ports: Ports<'reset-password'>,
) {
  const { directory, identity, clock } = ports;
  const opened = await load(hash, ports);
  if (opened) await identity.signOutEverywhere(opened.person.id);
  const reset = await transact({ actor, origin }, ports, async () =>
    decideReset(await load(hash, ports), clock.now()),
  );
  if (reset.ok)
    await directory.noteSignedOut(reset.value.id, reset.value.sessionsValidAfter?.at ?? clock.now());
  return reset;
}

async function load(hash: string, { directory, clock }: Ports<'reset-password'>) {
  const [link] = await directory.get(ref.link(hash));
  if (link?.purpose !== 'password-reset') return undefined;
  const [person] = await directory.get(ref.person(link.person));
  return openReset(link, person, clock.now());
}
