/** Sessions and their tokens in memory. */
import { randomUUID } from 'node:crypto';
import type { PersonId } from '../../shared/contract/ids.ts';
import { plusSeconds } from '../../shared/domain/time.ts';
import type { Tokens } from '../../shared/ports/identity.ts';
import type { Clock } from '../../shared/ports/system.ts';

/** Cognito's access tokens live so long. In seconds. */
const accessLife = 600;

type Held = { person: PersonId; session: string };

export function fakeTokens(clock: Clock) {
  const refreshTokens = new Map<string, Held>();
  const accessTokens = new Map<string, Held & { until: string }>();

  function access({ person, session }: Held) {
    const accessToken = `access-${randomUUID()}`;
    accessTokens.set(accessToken, { person, session, until: plusSeconds(clock.now(), accessLife) });
    return { accessToken, expiresIn: accessLife, session };
  }

  /** Whose token it is, as the gateway sees it, which only checks signature and age. */
  const holderOf = (accessToken: string): Held | undefined => {
    const held = accessTokens.get(accessToken);
    return held && clock.now() < held.until ? { person: held.person, session: held.session } : undefined;
  };
  const isOpen = (session: string) => [...refreshTokens.values()].some(held => held.session === session);

  return {
    begin: (person: PersonId): Tokens => {
      const [session, refreshToken] = [randomUUID(), `refresh-${randomUUID()}`];
      refreshTokens.set(refreshToken, { person, session });
      return { ...access({ person, session }), refreshToken };
    },
    refresh: (refreshToken: string) => {
      const held = refreshTokens.get(refreshToken);
      return held && access(held);
    },
    revoke: (refreshToken: string) => {
      refreshTokens.delete(refreshToken);
    },
    endAll: (person: PersonId) => {
      for (const [token, held] of refreshTokens) if (held.person === person) refreshTokens.delete(token);
    },
    holderOf,
    /** Whose it is, as Cognito sees it, which knows that a session was ended. */
    bearerOf: (accessToken: string): Held | undefined => {
      const held = holderOf(accessToken);
      return held && isOpen(held.session) ? held : undefined;
    },
  };
}
