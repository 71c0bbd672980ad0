/**
 * Finds out who asks. A valid token is not enough: person, session, membership and organization are read, in one
 * consistent round trip, at every request, so that access which was taken away is gone at the next one.
 */
import * as z from 'zod/mini';
import { type OrganizationId, operatorOrganization, PersonId } from '../../shared/contract/ids.ts';
import { can } from '../../shared/contract/roles.ts';
import type { Access } from '../../shared/contract/routes.ts';
import type { OrganizationActor, PersonActor } from '../../shared/domain/actor.ts';
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import type { Session, User } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { hasAccess, sessionHolds } from '../../shared/domain/session.ts';
import type { DirectoryReader } from '../../shared/ports.ts';
import type { GatewayEvent } from './request.ts';

/** The claims of a token that the gateway has verified. Only access tokens ask; an ID token does not. */
const Claims = z.object({ token_use: z.literal('access'), username: PersonId, origin_jti: z.string() });

export function signedInBy(event: GatewayEvent): PersonActor | undefined {
  const claims = Claims.safeParse(event.requestContext.authorizer?.jwt?.claims);
  return claims.success
    ? { kind: 'person', person: claims.data.username, session: claims.data.origin_jti }
    : undefined;
}

export type Known<A> = { ok: true; actor: A; user?: User } | { ok: false; failure: Failure };

/** Somebody signed in, whose session holds and who has access to at least one organization. */
export async function knowPerson(
  signedIn: PersonActor,
  directory: DirectoryReader,
): Promise<Known<PersonActor>> {
  const [person, session] = await directory.get(
    ref.person(signedIn.person),
    ref.session(signedIn.person, signedIn.session),
  );
  if (!person || !sessionHolds(session, person) || !hasAccess(person)) return refuse('session-ended');
  return { ok: true, actor: signedIn };
}

type PermissionAccess = Extract<Access, object>;

/** Somebody acting in an organization. What they have no part in does not exist for them. */
export async function knowActor(
  signedIn: PersonActor,
  organizationId: OrganizationId,
  access: PermissionAccess,
  about: PersonId | undefined,
  directory: DirectoryReader,
): Promise<Known<OrganizationActor>> {
  const [person, session, organization, user, staff] = await directory.get(
    ref.person(signedIn.person),
    ref.session(signedIn.person, signedIn.session),
    ref.organization(organizationId),
    ref.user(organizationId, signedIn.person),
    ref.user(operatorOrganization, signedIn.person),
  );
  if (!person || !sessionHolds(session, person) || !hasAccess(person)) return refuse('session-ended');
  const standing = organization && standingIn(session, user, staff);
  if (!standing) return refuse('not-found');
  const actor: OrganizationActor = { ...signedIn, ...standing, organization };
  if (!can(actor.role, access.permission) && !(access.orSelf && about === actor.person))
    return refuse('not-allowed');
  return { ok: true, actor, user };
}

/** As one of the organization's own users, else as staff of the SaaS company, else not at all. */
function standingIn(
  session: Session | undefined,
  user: User | undefined,
  staff: User | undefined,
): Pick<OrganizationActor, 'kind' | 'role'> | undefined {
  if (user?.status === 'active')
    return sessionHolds(session, user) ? { kind: 'member', role: user.role } : undefined;
  if (staff?.status === 'active' && staff.role !== 'user') return { kind: 'operator', role: staff.role };
  return undefined;
}
