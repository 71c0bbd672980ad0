/** What every scene of the demo needs: the world, now or some minutes ago, and how its people ask for something. */
import type { OrganizationActor } from '../../../shared/domain/actor.ts';
import type { Organization, User } from '../../../shared/domain/model.ts';
import { timeOf } from '../../../shared/domain/time.ts';
import type { World } from '../../../shared/ports.ts';

export type SeedWorld = Pick<World, 'directory' | 'identity' | 'ids' | 'clock' | 'settings'>;

/** In minutes. */
export const day = 24 * 60;

/** The world as it was some minutes ago. */
export function past(world: SeedWorld, minutes: number): SeedWorld {
  const now = () => timeOf(new Date(Date.parse(world.clock.now()) - minutes * 60_000));
  return { ...world, clock: { ...world.clock, now } };
}

export function ownerOf(organization: Organization, self: User): OrganizationActor {
  return { kind: 'member', person: self.id, session: 'demo', role: 'owner', organization, self };
}

/** Somebody of the SaaS company, as they act for all organizations. */
export function staffOf(organization: Organization, self: User): OrganizationActor {
  return { kind: 'operator', person: self.id, session: 'demo', role: self.role, organization, self };
}

/** What a use case is asked beside its input. */
export function asking<A>(actor: A, { requestId = 'demo', expectedVersion = 0 } = {}) {
  return { actor, origin: { requestId }, accessToken: '', cookie: undefined, expectedVersion };
}

/** Whatever is refused here is a mistake in the demo's own story. */
export function must<T>(
  outcome: { ok: true; value: T } | { ok: false; failure: { kind: string } },
  what: string,
): T {
  if (!outcome.ok) throw new Error(`${what}: ${outcome.failure.kind}`);
  return outcome.value;
}
