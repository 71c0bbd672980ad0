/** The answer to a request that came with a token: let it pass, or with what to refuse it. */
import type { Question } from './questions.ts';
import type { Tenantry, TenantryError } from './tenantry.ts';

/** What a request takes: a question in an organization. */
export type Wanted = { organization: string; question: Question };
export type Refusal = { status: 401 | 403 | 404 | 503; reason: string };

/** Undefined where they may. Without an answer nobody passes. */
export async function refusalOf(
  tenantry: Tenantry,
  authorization: string | undefined | null,
  { organization, question }: Wanted,
): Promise<Refusal | undefined> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (!token) return { status: 401, reason: 'not-signed-in' };
  try {
    const verdict = await tenantry.authorize(token, organization, question);
    return verdict.allowed ? undefined : { status: 403, reason: verdict.reason };
  } catch (error) {
    const { status } = error as Partial<TenantryError>; // others have none
    if (status === 401) return { status, reason: 'session-ended' };
    if (status === 403) return { status, reason: 'not-allowed' };
    return status === 404 ? { status, reason: 'not-found' } : { status: 503, reason: 'unavailable' };
  }
}
