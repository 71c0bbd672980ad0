import { decideAccept } from '../../../shared/domain/accept.ts';
import { refuse } from '../../../shared/domain/decision.ts';
import { closedLink } from '../../../shared/domain/invitation.ts';
import { checkOnboarding, type Onboarding } from '../../../shared/domain/onboarding.ts';
import { transact } from '../../runtime/transact.ts';
import { type Ask, done, type Ports, type UseCase } from '../../runtime/use-case.ts';
import { choosePassword } from '../../steps/choose-password.ts';
import { describeMe } from '../../steps/describe-me.ts';
import { finishSignIn } from '../../steps/finish-sign-in.ts';
import { loadNamed, vouchersOf } from '../../steps/load-rights.ts';
import { type OpenedInvitation, openInvitation } from '../../steps/open-invitation.ts';

type Accepting = Ask<'accept-invitation'>;
type Accept = Ports<'accept-invitation'>;

export const acceptInvitation: UseCase<'accept-invitation'> = async (ask, ports) => {
  const opened = await openInvitation(ask.input.token, ports);
  if (!opened) return refuse('link-unknown');
  const closed = closedLink(opened.link, opened.user, ports.clock.now());
  if (closed) return refuse(closed);
  return opened.person.passwordGeneration > 0
    ? acceptAsKnown(ask, opened, ports)
    : acceptAnew(ask, opened, ports);
};

/** Somebody with an account proves it, signed in or with their password: knowing the link is not enough. */
async function acceptAsKnown(ask: Accepting, { person }: OpenedInvitation, ports: Accept) {
  const { actor, input, origin } = ask;
  if (actor.kind === 'person') {
    if (actor.person !== person.id) return refuse('other-account');
    const accepted = await commitAcceptance(ask, undefined, ports);
    return accepted.ok ? done(await describeMe(accepted.value, undefined, ports.directory)) : accepted;
  }
  if (!input.password) return refuse('account-exists');
  const result = await ports.identity.signIn(person.id, input.password);
  if (result.outcome === 'refused') return refuse('wrong-credentials');
  // Whoever is asked for a second factor signs in first and accepts then.
  if (result.outcome === 'challenge') return refuse('account-exists');
  const accepted = await commitAcceptance(ask, undefined, ports);
  return accepted.ok ? finishSignIn(accepted.value, { result, challenged: false, origin }, ports) : accepted;
}

/**
 * A new person's credentials are made first and become valid with the commit. Only one makes them at a time, whoever
 * else accepts for the same person, here or in another organization.
 */
async function acceptAnew(ask: Accepting, { user, person, organization }: OpenedInvitation, ports: Accept) {
  const { identity, settings } = ports;
  const personal = [user.email, user.firstName, user.lastName, organization.name];
  const checked = checkOnboarding(ask.input, { terms: settings.terms.version, personal });
  if (!checked.ok) return refuse('validation-failed', { errors: checked.errors });

  const { onboarding } = checked;
  const choice = {
    claim: { key: `first-password#${person.id}`, holder: ask.origin.requestId },
    person: person.id,
    password: onboarding.password,
  };
  const chosen = await choosePassword(choice, ports, async () => {
    const accepted = await commitAcceptance(ask, onboarding, ports);
    // Whoever was deleted in the meantime leaves no credentials behind; nobody else can be using them yet.
    if (!accepted.ok && accepted.failure.kind === 'link-unknown') await identity.remove(person.id);
    return accepted;
  });
  if (chosen === 'busy') return refuse('invitation-busy');
  // Somebody has just finished: looked at once more, the link says how that ended.
  if (chosen === 'done') return acceptInvitation(ask, ports);
  if (!chosen.ok) return chosen;
  if (chosen.signIn.outcome === 'refused') return refuse('changed-meanwhile');
  const proof = { result: chosen.signIn, challenged: false, origin: ask.origin };
  return finishSignIn(chosen.value, proof, ports);
}

/** Everything is read and judged again: between the first look and the commit the invitation may have changed. */
function commitAcceptance(
  { input, actor, origin }: Accepting,
  onboarding: Onboarding | undefined,
  ports: Accept,
) {
  return transact({ actor, origin }, ports, async () => {
    const opened = await openInvitation(input.token, ports);
    if (!opened) return refuse('link-unknown');
    const { directory, clock } = ports;
    const [vouchers, named] = await Promise.all([
      vouchersOf(opened.user, directory),
      loadNamed(opened.organization.id, [opened.user], directory),
    ]);
    return decideAccept({ ...opened, onboarding, vouchers, named, now: clock.now() });
  });
}
