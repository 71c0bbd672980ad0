/**
 * Finds out who asks. A valid token is not enough: person, session, membership and organization are read, in one
 * consistent round trip, at every request, so that access which was taken away is gone at the next one.
 */
import * as z from 'zod/mini';
import {
  type ClientId,
  type OrganizationId,
  operatorOrganization,
  PersonId,
} from '../../shared/contract/ids.ts';
import { can, type Permission } from '../../shared/contract/roles.ts';
import type { Access } from '../../shared/contract/route.ts';
import type { Time } from '../../shared/contract/text.ts';
import type { Actor, OrganizationActor, PersonActor } from '../../shared/domain/actor.ts';
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import type { Organization, Person, Session, User } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { hasAccess, sessionHolds } from '../../shared/domain/session.ts';
import { closedToMember, staffStanding, standingIn } from '../../shared/domain/standing.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import { noteUse } from './last-active.ts';
import { bearerIn, type GatewayEvent } from './request.ts';
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
  const token = bearerIn(event);
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
  if (access === 'asker') return { ok: true, actor: signedIn };
  if (typeof access === 'string') return knowPerson(signedIn, access, directory);
  if ('staff' in access) return knowStaff(signedIn, access, input as { partner?: OrganizationId }, directory);
  const { org, user } = input as { org: OrganizationId; user?: PersonId }; // by the paths of the table
  const now = clock.now();
  const known = await knowActor({ signedIn, organization: org, about: user, access, now }, directory);
  if (known.ok && known.by) await noteUse(known.by, directory, now);
  return known;
}

/** Why somebody's session is good for nothing in any organization. */
function sessionRefusal(person: Person | undefined, session: Session | undefined) {
  if (!person || !sessionHolds(session, person) || !hasAccess(person)) return 'session-ended';
  return session.awaits ? 'second-factor-required' : undefined;
}

export type Known<A> =
  | { ok: true; actor: A /** Whose use is to be noted. */; by?: { session: Session; user?: User } }
  | { ok: false; failure: Failure };

/** Somebody signed in, whose session holds and who has access to at least one organization. */
async function knowPerson(
  signedIn: PersonActor,
  access: Extract<Access, string>,
  directory: DirectoryReader,
): Promise<Known<PersonActor>> {
  const [person, session] = await directory.get(
    ref.person(signedIn.person),
    ref.session(signedIn.person, signedIn.session),
  );
  if (!person || !sessionHolds(session, person) || !hasAccess(person)) return refuse('session-ended');
  if (session.client && !(await isScriptLetIn(session.client, person, directory)))
    return refuse('session-ended');
  if (session.awaits && access === 'person') return refuse('second-factor-required');
  return { ok: true, actor: signedIn };
}

type Asking = {
  signedIn: PersonActor;
  organization: OrganizationId;
  /** The user that the route names. */
  about: PersonId | undefined;
  access: Extract<Access, { permission: Permission }>;
  now: Time;
};

/** Somebody acting in an organization. What they have no part in does not exist for them. */
async function knowActor(asking: Asking, directory: DirectoryReader): Promise<Known<OrganizationActor>> {
  const { signedIn, organization: id, about, access } = asking;
  const [person, session, organization, user, staff] = await directory.get(
    ref.person(signedIn.person),
    ref.session(signedIn.person, signedIn.session),
    ref.organization(id),
    ref.user(id, signedIn.person),
    ref.user(operatorOrganization, signedIn.person),
  );
  const ended = sessionRefusal(person, session);
  if (ended || !person || !session) return refuse(ended ?? 'session-ended');
  if (!organization) return refuse('not-found');
  if (session.client && !(await isScriptLetIn(session.client, person, directory)))
    return refuse('session-ended');
  const standing =
    standingIn(session, user, staff) ?? (await partnerStanding(session, organization, directory));
  if (!standing) return refuse('not-found');
  const ownUser = standing.kind === 'member' ? standing.self : undefined;
  if (ownUser && organization.suspendedAt) return refuse('organization-suspended');
  const closed = ownUser && closedToMember({ person, session, organization, user: ownUser }, asking.now);
  if (closed) return refuse(closed);
  const actor: OrganizationActor = { ...signedIn, ...standing, organization };
  if (!can(actor.role, access.permission, actor.kind) && !(access.orSelf && about === actor.person))
    return refuse('not-allowed');
  return { ok: true, actor, by: { session, user: ownUser } };
}

/** Somebody acting for those who look after organizations: the operator, or the partner that is named. */
async function knowStaff(
  signedIn: PersonActor,
  { staff: permission }: Extract<Access, { staff: Permission }>,
  { partner = operatorOrganization }: { partner?: OrganizationId },
  directory: DirectoryReader,
): Promise<Known<OrganizationActor>> {
  const [person, session, organization, user] = await directory.get(
    ref.person(signedIn.person),
    ref.session(signedIn.person, signedIn.session),
    ref.organization(partner),
    ref.user(partner, signedIn.person),
  );
  const ended = sessionRefusal(person, session);
  if (ended || !person || !session) return refuse(ended ?? 'session-ended');
  if (session.client && !(await isScriptLetIn(session.client, person, directory)))
    return refuse('session-ended');
  const kind = partner === operatorOrganization ? 'operator' : 'partner';
  const standing = organization && organization.kind === kind && staffStanding(kind, session, user);
  if (!standing) return refuse(kind === 'operator' ? 'not-allowed' : 'not-found');
  const actor: OrganizationActor = { ...signedIn, ...standing, organization };
  if (organization.suspendedAt) return refuse('organization-suspended');
  return can(actor.role, permission, kind)
    ? { ok: true, actor, by: { session, user } }
    : refuse('not-allowed');
}

/** As staff of the partner that looks after the organization: one more look, for nobody else. */
async function partnerStanding(session: Session, { partner }: Organization, directory: DirectoryReader) {
  if (!partner) return undefined;
  const [staff] = await directory.get(ref.user(partner, session.person));
  return staffStanding('partner', session, staff);
}

/** A script's session ends with its registered application, and with its user's API access; both are at home. */
async function isScriptLetIn(client: ClientId, { home, id }: Person, directory: DirectoryReader) {
  const [application, user] = await directory.get(ref.apiClient(home, client), ref.user(home, id));
  return application !== undefined && user?.apiAccess === true;
}
