import { refuse } from '../../../shared/domain/decision.ts';
import { enrolmentRefusal } from '../../../shared/domain/enrol.ts';
import { authenticatorUri } from '../../../shared/domain/enrol-uri.ts';
import { done, type UseCase } from '../../runtime/use-case.ts';
import { alignFactors } from '../../steps/align-factors.ts';
import { loadCase } from '../../steps/change-person.ts';

export const beginAuthenticator: UseCase<'begin-authenticator'> = async ({ actor, accessToken }, ports) => {
  const it = await loadCase(actor.person, ports);
  if (!it) return refuse('not-found');
  const refusal = enrolmentRefusal('authenticator', it);
  if (refusal) return refuse(refusal);
  // Whatever Cognito still has to forget is forgotten first, not in the middle of what begins here.
  if ((await alignFactors(actor.person, ports)) === 'busy') return refuse('changed-meanwhile');
  const begun = await ports.identity.beginAuthenticator(accessToken);
  if (!begun) return refuse('session-ended');
  const issuer = it.home?.name ?? '';
  return done({ ...begun, uri: authenticatorUri({ ...begun, issuer, account: it.person.email }) });
};
