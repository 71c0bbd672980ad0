/** Goes on with what signing in has answered: a further question, or the page that was wanted. */
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { OutputOf } from '../../../shared/contract/routes.ts';
import { awaitedFactors } from '../../api/actor.ts';
import { beginSession } from '../../api/query-client.ts';
import { safePath } from '../../state/safe-path.ts';
import { forgetTypedPassword, keepTypedPassword } from '../../state/typed-password.ts';
import { type Handed, type Question, useHanded } from './handed.ts';

type Typed = { email?: string; password?: string };

export function useAnswer() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const turn = useTurn();
  const [search] = useSearchParams();
  const { token } = useHanded();
  return (answer: OutputOf<'sign-in'>, { email, password }: Typed = {}) => {
    if ('challenge' in answer) {
      if (password) keepTypedPassword(answer.challenge.session, password);
      return turn({ challenge: answer.challenge, email });
    }
    forgetTypedPassword();
    beginSession(client, answer);
    const next = safePath(search.get('next'));
    // A page for anybody, such as an invitation's, would not send them there itself.
    const to = awaitedFactors(answer) ? `/second-factor?next=${encodeURIComponent(next)}` : next;
    navigate(to, { replace: true, state: token ? { token } : undefined });
  };
}

/** The same page with a question, or without one. */
export function useTurn(): (to: { challenge?: Question; email?: string }) => void {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const handed = useHanded();
  return ({ challenge, email = handed.email }) => {
    const state: Handed = { token: handed.token, email, challenge };
    navigate(pathname + search, { replace: true, state });
  };
}
