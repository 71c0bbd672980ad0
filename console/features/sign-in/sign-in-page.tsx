/** Signing in: email and password, then whatever else the server asks for. */
import { ChallengePage } from './challenge-page.tsx';
import { CredentialsPage } from './credentials-page.tsx';
import { useHanded } from './handed.ts';

export function SignInPage() {
  const { challenge } = useHanded();
  return challenge ? <ChallengePage key={challenge.session} challenge={challenge} /> : <CredentialsPage />;
}
