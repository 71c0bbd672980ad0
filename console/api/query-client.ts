/** The cache of what was read, and what happens when the session turns out to be over. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { remembered } from '../state/remembered.ts';
import { session } from './api.ts';
import { type Problem, problemOf } from './problem.ts';
import { meIn, queries } from './queries.ts';
import type { SignedInAnswer } from './session.ts';

/** Whether this browser was signed in when last seen: saves pages that also serve strangers a useless question. */
const signedIn = remembered('signed-in', 'no');

export function signedInBefore(): boolean {
  return signedIn.get() === 'yes';
}

/** @param onSessionEnd called when a request was refused because nobody is signed in any more */
export function createQueryClient(onSessionEnd: () => void): QueryClient {
  const onError = (thrown: Error) => {
    const problem = problemOf(thrown);
    if (isSignedOut(problem)) onSessionEnd();
    // Required, or suspended, since the page was opened: who one is says so by now, and leads on from there.
    if (problem.kind === 'second-factor-required' || problem.kind === 'organization-suspended')
      void client.invalidateQueries({ queryKey: queries.me().queryKey });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: (thrown, query) => query.queryKey[0] !== 'me' && onError(thrown) }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 5_000, retry: (failures, thrown) => failures < 2 && mayPass(problemOf(thrown)) },
      mutations: { retry: false },
    },
  });
  return client;
}

export function isSignedOut({ kind }: Problem): boolean {
  return kind === 'not-signed-in' || kind === 'session-ended';
}

/** Whether asking again can help. */
function mayPass({ kind }: Problem): boolean {
  return (
    kind === 'offline' || kind === 'unavailable' || kind === 'unexpected' || kind === 'too-many-requests'
  );
}

/** Takes over what signing in has answered, so that nothing needs to be asked again. */
export function beginSession(client: QueryClient, answer: SignedInAnswer): void {
  session.begin(answer);
  signedIn.set('yes');
  client.setQueryData(queries.me().queryKey, meIn(answer));
}

/** Forgets everything that was known of whoever was signed in. */
export function endSession(client: QueryClient): void {
  session.end();
  signedIn.set('no');
  client.clear();
}
