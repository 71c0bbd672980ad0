import { refuse } from '../../../shared/domain/decision.ts';
import { passwordErrors } from '../../../shared/domain/password.ts';
import { ref } from '../../../shared/domain/refs.ts';
import { decideReset, openReset } from '../../../shared/domain/reset.ts';
import { plusSeconds } from '../../../shared/domain/time.ts';
import { transact } from '../../runtime/transact.ts';
import type { Ports, UseCase } from '../../runtime/use-case.ts';
import { finishSignIn } from '../../steps/finish-sign-in.ts';

/** Longer than this Lambda can live: whoever holds the claim and has not finished by then never will. */
const claimSeconds = 15;

/**
 * Of several at once, with one link or with several of one person, one sets its password; the claim keeps the others
 * from setting theirs between that and the commit that uses the links up.
 */
export const resetPassword: UseCase<'reset-password'> = async ({ input, actor, origin }, ports) => {
  const { directory, identity, clock, ids } = ports;
  const hash = ids.hashOf(input.token);
  const opened = await load(hash, ports);
  if (!opened) return refuse('link-unknown');
  const errors = passwordErrors(input.password, [opened.person.email]);
  if (errors.length > 0) return refuse('validation-failed', { errors });

  const claim = {
    key: `reset-password#${opened.person.id}#${opened.person.passwordGeneration}`,
    holder: origin.requestId,
    until: plusSeconds(clock.now(), claimSeconds),
  };
  const claimed = await directory.claim(claim);
  if (claimed !== 'yours') return refuse(claimed === 'done' ? 'link-unknown' : 'changed-meanwhile');
  if ((await identity.setPassword(opened.person.id, input.password)) === 'too-weak') {
    await directory.release(claim.key, claim.holder);
    return refuse('validation-failed', {
      errors: [{ pointer: '/password', code: 'too-weak', message: 'is not accepted: choose a longer one' }],
    });
  }
  await identity.signOutEverywhere(opened.person.id);
  const reset = await transact({ actor, origin }, ports, async () =>
    decideReset(await load(hash, ports), clock.now()),
  );
  if (!reset.ok) {
    await directory.release(claim.key, claim.holder);
    return reset;
  }
  const [result] = await Promise.all([
    identity.signIn(opened.person.id, input.password),
    directory.settle(claim.key, claim.holder),
  ]);
  if (result.outcome === 'refused') return refuse('changed-meanwhile');
  return finishSignIn(reset.value, result, origin, ports);
};

async function load(hash: string, { directory, clock }: Ports<'reset-password'>) {
  const [link] = await directory.get(ref.link(hash));
  if (link?.purpose !== 'password-reset') return undefined;
  const [person] = await directory.get(ref.person(link.person));
  return openReset(link, person, clock.now());
}
