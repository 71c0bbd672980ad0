/**
 * Who may ask whether a user may do something: the user, or an application of the SaaS company's own, registered in the
 * operators' organization, with a user there who may look after others.
 */
import { type OrganizationId, operatorOrganization, type PersonId } from '../../shared/contract/ids.ts';
import type { Time } from '../../shared/contract/text.ts';
import type { PersonActor } from '../../shared/domain/actor.ts';
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import { isLetIn } from '../../shared/domain/effective.ts';
import type { Organization, Session, User } from '../../shared/domain/model.ts';
import { type Ref, ref } from '../../shared/domain/refs.ts';
import { sessionCounts } from '../../shared/domain/session.ts';
import { closedTo, closedToMember, staffStanding } from '../../shared/domain/standing.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';
import { type Holder, wholeSession } from '../runtime/whose-session.ts';
import { rememberScript, scriptRefs } from './known-scripts.ts';

export type Asking = { signedIn: PersonActor; organization: OrganizationId; about: PersonId; now: Time };

type Asker =
  | {
      ok: true;
      organization: Organization;
      user: User;
      /** Whose use is to be noted. */
      by: { session: Session; user: User };
    }
  | {
      ok: false;
      failure: Failure<'session-ended' | 'second-factor-required' | 'not-allowed' | 'not-found'>;
    };

/** What `knowAsker` looks at. */
export function askerRefs({ signedIn: { person, session }, organization, about }: Asking): Ref[] {
  const staff = [ref.organization(operatorOrganization), ref.user(operatorOrganization, person)];
  return [
    ref.person(person),
    ref.session(person, session),
    ref.organization(organization),
    ref.user(organization, about),
    ...(about === person ? [] : staff),
    ...scriptRefs(session),
  ];
}

/** Whoever has no part in an organization learns nothing of it, nor of its users. */
export async function knowAsker(asking: Asking, directory: DirectoryReader): Promise<Asker> {
  const { signedIn, organization: org, about } = asking;
  const [person, session, organization, user] = await directory.get(
    ref.person(signedIn.person),
    ref.session(signedIn.person, signedIn.session),
    ref.organization(org),
    ref.user(org, about),
  );
  const holder = await wholeSession({ person, session }, directory);
  if (!holder.ok) return holder as Extract<Asker, { ok: false }>; // it refuses for nothing else
  rememberScript(holder.session, holder.person);
  const { session: held } = holder;
  if (about === signedIn.person) {
    if (!organization || !user || !isLetIn(user)) return refuse('not-found');
    const closed = closedToOneself(holder, { organization, user }, asking.now);
    return closed ? refuse(closed) : { ok: true, organization, user, by: { session: held, user } };
  }
  const staff = await askingStaff(holder, asking.now, directory);
  if (!staff.ok) return staff;
  if (!organization || !user) return refuse('not-found');
  return { ok: true, organization, user, by: { session: held, user: staff.user } };
}

type Membership = { organization: Organization; user: User };

/** That the organization is suspended is told by the answer. */
function closedToOneself(holder: Holder, { organization, user }: Membership, now: Time) {
  if (organization.suspendedAt) return undefined;
  if (!sessionCounts(holder.session, user)) return 'session-ended';
  return closedToMember({ ...holder, organization, user }, now);
}

type Staff = { ok: true; user: User } | Extract<Asker, { ok: false }>;

/** People ask about themselves: about others asks an application, as the member of staff in whose name it signed in. */
async function askingStaff(holder: Holder, now: Time, directory: DirectoryReader): Promise<Staff> {
  const { person, session } = holder;
  if (!session.client || person.home !== operatorOrganization) return refuse('not-allowed');
  const [organization, user] = await directory.get(
    ref.organization(operatorOrganization),
    ref.user(operatorOrganization, person.id),
  );
  const acting = staffStanding('operator', session, { organization, user });
  if (!acting) return refuse('not-allowed');
  const closed = closedTo(holder, { organization: acting.from, acting }, now);
  if (closed === 'organization-suspended') return refuse('not-allowed');
  return closed ? refuse(closed) : { ok: true, user: acting.self };
}
