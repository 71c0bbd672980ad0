/** As whom somebody acts in an organization: as one of its own, or as staff of those who look after it. */
import { type OrganizationId, operatorOrganization, type PersonId } from '../../shared/contract/ids.ts';
import { can, type Permission } from '../../shared/contract/roles.ts';
import type { Access } from '../../shared/contract/route.ts';
import type { Time } from '../../shared/contract/text.ts';
import type { OrganizationActor, PersonActor } from '../../shared/domain/actor.ts';
import { refuse } from '../../shared/domain/decision.ts';
import type { Organization, Session } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { type Acting, closedTo, memberStanding, staffStanding } from '../../shared/domain/standing.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import { type Known, wholeSession } from './whose-session.ts';

type Asking = {
  signedIn: PersonActor;
  organization: OrganizationId;
  /** The user that the route names. */
  about: PersonId | undefined;
  access: Extract<Access, { permission: Permission }>;
  now: Time;
};

/** Somebody acting in an organization. What they have no part in does not exist for them. */
export async function knowActor(
  { signedIn, organization: id, about, access, now }: Asking,
  directory: DirectoryReader,
): Promise<Known<OrganizationActor>> {
  const [person, session, organization, user] = await directory.get(
    ref.person(signedIn.person),
    ref.session(signedIn.person, signedIn.session),
    ref.organization(id),
    ref.user(id, signedIn.person),
  );
  const held = await wholeSession({ person, session }, directory);
  if (!held.ok) return held;
  const own = memberStanding(held.session, { organization, user });
  const isOpen = own && !own.from.suspendedAt;
  const acting = isOpen ? own : ((await staffIn(organization, held.session, directory)) ?? own);
  if (!acting || !organization) return refuse('not-found');
  const closed = closedTo(held, { organization, acting }, now);
  if (closed) return refuse(closed);
  const { kind, self } = acting;
  const actor: OrganizationActor = { ...signedIn, kind, role: self.role, organization, self };
  if (!can(actor.role, access.permission, kind) && !(access.orSelf && about === actor.person))
    return refuse('not-allowed');
  return { ok: true, actor, by: { session: held.session, user: own?.self } };
}

/**
 * As the SaaS company's staff, or else as staff of the partner that looks after the organization: one more look, for
 * nobody but them. It is taken where there is no such organization, too, so that this takes no less time.
 */
async function staffIn(
  organization: Organization | undefined,
  session: Session,
  directory: DirectoryReader,
): Promise<Acting | undefined> {
  const partner = organization?.partner ?? operatorOrganization;
  const [operators, operator, agency, agent] = await directory.get(
    ref.organization(operatorOrganization),
    ref.user(operatorOrganization, session.person),
    ref.organization(partner),
    ref.user(partner, session.person),
  );
  return (
    staffStanding('operator', session, { organization: operators, user: operator }) ??
    staffStanding('partner', session, { organization: agency, user: agent })
  );
}

/** Somebody acting for those who look after organizations: the operator, or the partner that is named. */
export async function knowStaff(
  {
    signedIn,
    partner = operatorOrganization,
    access,
    now,
  }: {
    signedIn: PersonActor;
    partner: OrganizationId | undefined;
    access: Extract<Access, { staff: Permission }>;
    now: Time;
  },
  directory: DirectoryReader,
): Promise<Known<OrganizationActor>> {
  const [person, session, organization, user] = await directory.get(
    ref.person(signedIn.person),
    ref.session(signedIn.person, signedIn.session),
    ref.organization(partner),
    ref.user(partner, signedIn.person),
  );
  const held = await wholeSession({ person, session }, directory);
  if (!held.ok) return held;
  const kind = partner === operatorOrganization ? 'operator' : 'partner';
  const acting = staffStanding(kind, held.session, { organization, user });
  if (!acting) return refuse(kind === 'operator' ? 'not-allowed' : 'not-found');
  const { from, self } = acting;
  const closed = closedTo(held, { organization: from, acting }, now);
  if (closed) return refuse(closed);
  const actor: OrganizationActor = { ...signedIn, kind, role: self.role, organization: from, self };
  return can(actor.role, access.staff, kind)
    ? { ok: true, actor, by: { session: held.session, user: self } }
    : refuse('not-allowed');
}
