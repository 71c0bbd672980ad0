/** The client by which an application of the SaaS asks Tenantry whether somebody may do something. */
import { coalescing } from './coalesce.ts';
import type { Question, Verdict } from './questions.ts';
import { remembering } from './remember.ts';

/** Who a token belongs to. Whatever it throws refuses the token. */
export type Verify = (token: string) => Promise<{ person: string }>;

export type TenantryOptions = {
  /** Where the API answers, such as `https://accounts.example.com/v1`. */
  api: string;
  /** Looks at a token before anything is asked with it (see `verifier.ts`); without it, the API alone does. */
  verify?: Verify;
  /** How long an answer is good for; 0 asks every time. What is taken away works on for as long. */
  cacheSeconds?: number;
  /** How long to wait for an answer. */
  timeoutSeconds?: number;
  fetch?: typeof fetch;
};

/** Somebody with their token; `user`: about whom a registered application of the SaaS company asks. */
export type Asker = { token: string; organization: string; user?: string };

export type Tenantry = {
  /**
   * May they? Questions of one turn of the event loop travel together, a hundred at a time.
   * @throws TenantryError where there is no answer: let nobody in then
   */
  authorize(
    token: string,
    organization: string,
    question: Question,
    about?: { user: string },
  ): Promise<Verdict>;
};

/** Why there is no answer: a problem of the API, by its status, or 401 for a token that does not verify. */
export type TenantryError = Error & { status: number };

const refused = (status: number, message: string): TenantryError =>
  Object.assign(new Error(message), { status });

export function createTenantry(options: TenantryOptions): Tenantry {
  const { verify, cacheSeconds = 5 } = options;
  const ask = coalescing((asker, questions) => request(options, asker, questions));
  const remember = remembering<Verdict>(cacheSeconds * 1000);
  return {
    authorize: async (token, organization, question, about) => {
      await verify?.(token).catch((error: unknown) => {
        throw refused(401, error instanceof Error ? error.message : 'The token does not verify');
      });
      const asker = { token, organization, ...about };
      return remember(JSON.stringify([asker, question]), () => ask(asker, question));
    },
  };
}

async function request(
  { api, timeoutSeconds = 3, fetch: send = fetch }: TenantryOptions,
  { token, organization, user }: Asker,
  questions: readonly Question[],
): Promise<Verdict[]> {
  const response = await send(`${api}/authorize`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ organization, user, questions }),
    signal: AbortSignal.timeout(timeoutSeconds * 1000),
  });
  const body = (await response.json()) as { answers: Verdict[]; detail?: string }; // as the contract says
  if (!response.ok) throw refused(response.status, body.detail ?? 'There is no answer');
  return body.answers;
}
