/** Who is in a group, and who works in a project: coming in, going out, and how members are shown. */
import { most } from '../contract/access.ts';
import type { MemberView } from '../contract/groups.ts';
import type { Actor } from './actor.ts';
import type { Change } from './change.ts';
import { type Decision, type EventDraft, type Failure, refuse } from './decision.ts';
import type { Holdings } from './holdings.ts';
import { mayGrant } from './may-grant.ts';
import type { User } from './model.ts';
import type { AccessPolicy, Group, Project } from './model-access.ts';
import { pictureUrl } from './picture.ts';
import { assigning, type Named } from './rights.ts';
import { tallied } from './tallied.ts';
import { next } from './user.ts';
import { vouchedFor } from './vouchers.ts';

export type Place = Group | Project;

/** Somebody who is to come in or to go, and by whom. */
export type MemberCase = {
  actor: Actor;
  /** What the actor holds. */
  holdings: Holdings;
  policy: AccessPolicy | undefined;
  user: User;
};

type LeaveRefusal = 'role-too-high' | 'own-account';
export type JoinRefusal<P extends Place = Place> =
  | LeaveRefusal
  | 'wrong-status'
  | 'limit-reached'
  | (P extends Group ? 'beyond-own-access' : 'project-needs-role-user');

/** The user as they will be; the same one, where that is what they are already. */
type Turned<R extends JoinRefusal> = { ok: true; user: User } | { ok: false; failure: Failure<R> };

export function joined<P extends Place>(it: MemberCase, place: P): Turned<JoinRefusal<P>> {
  const { user, policy } = it;
  const after = isMember(user, place) ? user : next(user, comingIn(it, place));
  const refusal = refusalTo(it, place, after);
  if (refusal) return { ok: false, failure: refusal as Failure<JoinRefusal<P>> }; // by the kind of place
  const granted = mayGrant(
    it,
    { is: 'user', id: user.id, before: user },
    { rights: after },
    { policy, groups: place.type === 'group' ? [place] : [] },
  );
  return granted.ok ? { ok: true, user: after } : (granted as Turned<JoinRefusal<P>>);
}

export function parted(it: MemberCase, place: Place): Turned<LeaveRefusal> {
  const { user, policy } = it;
  const after = isMember(user, place) ? next(user, goneFrom(user, place)) : user;
  const granted = mayGrant(
    it,
    { is: 'user', id: user.id, before: user },
    { rights: after },
    { policy, groups: [] },
  );
  return granted.ok ? { ok: true, user: after } : (granted as Turned<LeaveRefusal>); // less is never beyond
}

export function decideJoin<P extends Place>(it: MemberCase, place: P): Decision<undefined, JoinRefusal<P>> {
  const turned = joined(it, place);
  return turned.ok ? membersTurned(place, [{ before: it.user, after: turned.user }]) : turned;
}

export function decideLeave(it: MemberCase, place: Place): Decision<undefined, LeaveRefusal> {
  const turned = parted(it, place);
  return turned.ok ? membersTurned(place, [{ before: it.user, after: turned.user }]) : turned;
}

/** Everything that several users' coming in and going entails, and one event for each of them. */
export function membersTurned(
  place: Place,
  turns: readonly { before: User; after: User }[],
): { ok: true; changes: Change[]; events: EventDraft[]; answer: undefined } {
  const moved = turns.filter(({ before, after }) => before !== after);
  const changes = moved.flatMap(({ before, after }): Change[] => [
    { do: 'update', before, after },
    ...assigning(before, after, named(place)),
  ]);
  const events = moved.map(({ after }) => toldOf(place, after));
  return { ok: true, changes: tallied(changes), events, answer: undefined };
}

export function viewMember({ id, displayName, email, role, status, picture }: User): MemberView {
  return { id, displayName, email, role, status, pictureUrl: pictureUrl(picture, 'list') };
}

export function isMember(user: User, place: Pick<Place, 'type' | 'id'>): boolean {
  return (place.type === 'group' ? user.groups : user.projects).some(id => id === place.id);
}

/** Whoever gives something to somebody who has not accepted yet stands for it. */
function comingIn({ user, actor }: MemberCase, place: Place): Partial<User> {
  if (place.type === 'project') return { projects: [...user.projects, place.id] };
  const { invitation } = user;
  const isPending = invitation && !invitation.acceptedAt;
  return {
    groups: [...user.groups, place.id],
    ...(isPending && { invitation: { ...invitation, vouchers: vouchedFor(invitation.vouchers, actor) } }),
  };
}

function goneFrom({ groups, projects }: User, { type, id }: Place): Partial<User> {
  return type === 'group'
    ? { groups: groups.filter(each => each !== id) }
    : { projects: projects.filter(each => each !== id) };
}

/** Why somebody cannot come in, whoever lets them. */
function refusalTo({ user }: MemberCase, place: Place, after: User): Failure<JoinRefusal> | undefined {
  if (after === user) return undefined;
  if (place.type === 'project' && user.role !== 'user') return refuse('project-needs-role-user').failure;
  if (user.status === 'archived') return refuse('wrong-status').failure;
  const [has, may] = place.type === 'group' ? [user.groups, most.groups] : [user.projects, most.projects];
  if (has.length < may) return undefined;
  return refuse('limit-reached', { detail: `A user has at most ${may} ${place.type}s.` }).failure;
}

const named = (place: Place): Named => ({
  policy: undefined,
  groups: place.type === 'group' ? [place] : [],
  projects: place.type === 'project' ? [place] : [],
});

/** What is told of whoever comes in, and of whoever goes. */
const told = {
  group: { in: 'group.member-added', out: 'group.member-removed' },
  project: { in: 'project.member-added', out: 'project.member-removed' },
} as const;

/** It stands in the place's trail, and names the user, by whom it is found in theirs. */
function toldOf(place: Place, user: User): EventDraft {
  const { organization, id } = user;
  const isIn = isMember(user, place);
  return {
    organization,
    action: told[place.type][isIn ? 'in' : 'out'],
    target: { type: place.type, id: place.id },
    changes: [{ field: 'user', ...(isIn ? { after: id } : { before: id }) }],
  };
}
