/**
 * Finds out who asks. A valid token is not enough: person, session, membership and organization are read, in one
 * consistent round trip, at every request, so that access which was taken away is gone at the next one.
 */
import * as z from 'zod/mini';
import { type OrganizationId, operatorOrganization, PersonId } from '../../shared/contract/ids.ts';
import { can } from '../../shared/contract/roles.ts';
import type { Access } from '../../shared/contract/route.ts';
import type { Actor, OrganizationActor, PersonActor } from '../../shared/domain/actor.ts';
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import type { Session, User } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { hasAccess, sessionHolds } from '../../shared/domain/session.ts';
import type { DirectoryReader } from '../../shared/ports.ts';
import { noteActivity } from './last-active.ts';
import { type GatewayEvent, header } from './request.ts';
import type { Opened, ServedRoute } from './use-case.ts';

/** The claims of a token that the gateway has verified. Only access tokens ask; an ID token does not. */
const Claims = z.object({ token_use: z.literal('access'), username: PersonId, origin_jti: z.string() });

function signedInBy(event: GatewayEvent): PersonActor | undefined {
  const claims = Claims.safeParse(event.requestContext.authorizer?.jwt?.claims);
  return claims.success
    ? { kind: 'person', person: claims.data.username, session: claims.data.origin_jti }
    : undefined;
}

/** Whose token came along: the gateway has verified it, except where a token is optional and Cognito is asked. */
export async function whoSigned(
  { access }: ServedRoute,
  event: GatewayEvent,
  { identity }: Opened,
): Promise<PersonActor | undefined | 'nobody'> {
  if (access === 'anyone') return undefined;
  if (access !== 'anyone-or-person') return signedInBy(event) ?? 'nobody';
  const token = /^Bearer (\S+)$/i.exec(header(event, 'authorization') ?? '')?.[1];
  if (!token) return undefined;
  const holder = await identity?.personOf(token);
  return holder ? { kind: 'person', ...holder } : 'nobody';
}

/** The actor behind a request, noting on the way that they are active. */
export async function identify(
  { access }: ServedRoute,
  signedIn: PersonActor | undefined,
  input: unknown,
  { directory, clock }: Opened,
): Promise<Known<Actor>> {
  if (!signedIn || !directory) return { ok: true, actor: { kind: 'anonymous' } };
  if (typeof access === 'string') return knowPerson(signedIn, directory);
  const { org, user } = input as { org: OrganizationId; user?: PersonId }; // by the paths of the table
  const known = await knowActor(signedIn, org, access, user, directory);
  if (known.ok && known.user) await noteActivity(known.user, directory, clock.now());
  return known;
}

export type Known<A> = { ok: true; actor: A; user?: User } | { ok: false; failure: Failure };

/** Somebody signed in, whose session holds and who has access to at least one organization. */
async function knowPerson(signedIn: PersonActor, directory: DirectoryReader): Promise<Known<PersonActor>> {
  const [person, session] = await directory.get(
    ref.person(signedIn.person),
    ref.session(signedIn.person, signedIn.session),
  );
  if (!person || !sessionHolds(session, person) || !hasAccess(person)) return refuse('session-ended');
  return { ok: true, actor: signedIn };
}

type PermissionAccess = Extract<Access, object>;

/** Somebody acting in an organization. What they have no part in does not exist for them. */
async function knowActor(
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
  if (staff?.status === 'active' && staff.role !== 'user' && sessionHolds(session, staff))
    return { kind: 'operator', role: staff.role };
  return undefined;
}
