/** Who is looking at the page, and with what role in the organization that the page is about. */
import { useSuspenseQuery } from '@tanstack/react-query';
import type { Me } from '../../shared/contract/auth.ts';
import type { Factor } from '../../shared/contract/factors.ts';
import type { PersonId } from '../../shared/contract/ids.ts';
import type { OrganizationView } from '../../shared/contract/organizations.ts';
import { can, type Permission, Role, type Standing } from '../../shared/contract/roles.ts';
import { queries } from './queries.ts';

export type Actor = { id: PersonId; role: Role; as: Standing };

/** Pages behind the sign-in are drawn once this is known. */
export function useMe(): Me {
  return useSuspenseQuery(queries.me()).data;
}

export function useActor(org: string): Actor | undefined {
  return actorIn(useMe(), org);
}

/**
 * A member acts with the role they have there. Staff of the SaaS company act everywhere, and a partner's staff in the
 * organizations that it looks after (that it does is for the server to say), with the role they have among their own.
 */
export function actorIn({ person, organizations }: Me, org: string): Actor | undefined {
  const active = organizations.filter(({ status }) => status === 'active');
  const own = active.find(({ id }) => id === org);
  if (own) return { id: person.id, role: own.role, as: 'member' };
  for (const kind of ['operator', 'partner'] as const) {
    const role = highest(active.filter(each => each.kind === kind && each.role !== 'user'));
    if (role) return { id: person.id, role, as: kind };
  }
  return undefined;
}

function highest(memberships: readonly { role: Role }[]): Role | undefined {
  return Role.options.find(role => memberships.some(each => each.role === role));
}

/** As whom a member of an organization that looks after others acts on those; undefined where it looks after none. */
export function staffIn(actor: Actor, kind: OrganizationView['kind'] | undefined): Actor | undefined {
  return actor.as === 'member' && (kind === 'operator' || kind === 'partner')
    ? { ...actor, as: kind }
    : undefined;
}

/** Whether an actor holds a permission: the same question that the server asks. */
export function may({ role, as }: Actor, permission: Permission): boolean {
  return can(role, permission, as);
}

/**
 * What may be set up as a second factor, where that comes before everything else: asked for at sign-in, or required
 * since. Undefined where nothing is missing.
 */
export function awaitedFactors({ awaits, person: { mfa } }: Me): readonly Factor[] | undefined {
  if (awaits) return awaits.factors;
  return mfa.required && mfa.enrolled.length === 0 ? mfa.allowed : undefined;
}

/** Where somebody lands who has just signed in: the organization they saw last, else their first that lets them in. */
export function homeOrganization({ organizations }: Me, last: string | null): string | undefined {
  const active = organizations.filter(({ status }) => status === 'active');
  const open = active.filter(({ suspended }) => !suspended);
  return (open.find(({ id }) => id === last) ?? open[0] ?? active[0])?.id;
}
