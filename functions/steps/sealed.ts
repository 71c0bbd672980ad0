/** What the browser carries for us between two requests: parsed when it comes back, believed only where it is checked. */
import * as z from 'zod/mini';
import { PersonId } from '../../shared/contract/ids.ts';
import type { Tokens } from '../../shared/ports/identity.ts';

const RefreshCookie = z.object({
  person: PersonId,
  session: z.string().check(z.minLength(1)),
  refreshToken: z.string().check(z.minLength(1)),
});
type RefreshCookie = z.output<typeof RefreshCookie>;

export function sealCookie(person: PersonId, { session, refreshToken }: Tokens): string {
  return `${person}:${session}:${refreshToken}`;
}

/** The parts of the refresh cookie; undefined when it is none of ours. */
export function openCookie(cookie: string | undefined): RefreshCookie | undefined {
  const [person, session, refreshToken] = cookie?.split(':') ?? [];
  return RefreshCookie.safeParse({ person, session, refreshToken }).data;
}

const SealedChallenge = z.object({
  person: PersonId,
  kind: z.enum(['authenticator-code', 'sms-code']),
  session: z.string(),
});
type SealedChallenge = z.output<typeof SealedChallenge>;

/** Neither secret nor trusted: Cognito's session inside works only for the user it was made for. */
export function sealChallenge(challenge: SealedChallenge): string {
  return Buffer.from(JSON.stringify(challenge)).toString('base64url');
}

/** What a challenge was about; undefined when it is none of ours. */
export function openChallenge(sealed: string): SealedChallenge | undefined {
  try {
    return SealedChallenge.safeParse(JSON.parse(Buffer.from(sealed, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
