/** What is there of some rows of a plan: in one round trip, and a second one where somebody is known already. */
import { applicationOf } from '../../shared/contract/catalogue.ts';
import type { OrganizationId } from '../../shared/contract/ids.ts';
import type { Time } from '../../shared/contract/text.ts';
import type { Bounds } from '../../shared/domain/bounds.ts';
import type { RowFound } from '../../shared/domain/import/commit-row.ts';
import { inviteeOf } from '../../shared/domain/invitee.ts';
import type { Entity, EntityOf, EntityType } from '../../shared/domain/model.ts';
import type { PlannedRow } from '../../shared/domain/model-plans.ts';
import { invitationHour } from '../../shared/domain/plan.ts';
import { type Ref, ref } from '../../shared/domain/refs.ts';
import type { Known } from '../../shared/domain/rights.ts';
import type { DirectoryReader } from '../../shared/ports/directory.ts';

export type PlannedFound = {
  of(row: PlannedRow): RowFound;
  /** What the rows name, and what those have who are changed. */
  about: Omit<Known, 'policy'>;
  /** The usernames that rows wish for and somebody has. */
  taken: ReadonlySet<string>;
  /** What the organization has left of what is limited. */
  bounds: Bounds;
};

/** Rows, as they are looked at at a moment. */
export type Look = {
  rows: readonly PlannedRow[];
  /** Whether addresses that were free when it was planned are taken for free: if they are not, writing them is refused. */
  isHopeful: boolean;
  now: Time;
};

export async function loadPlanned(
  organization: OrganizationId,
  look: Look,
  directory: DirectoryReader,
): Promise<PlannedFound> {
  const { rows } = look;
  const known = new Map<string, Entity | undefined>();
  const read = async (refs: readonly Ref[]) => {
    const fresh = [...new Map(refs.map(of => [nameOf(of), of])).values()].filter(
      of => !known.has(nameOf(of)),
    );
    if (fresh.length === 0) return;
    const found: readonly (Entity | undefined)[] = await directory.get(...fresh);
    for (const [i, of] of fresh.entries()) known.set(nameOf(of), found[i]);
  };
  const find: Find = <R extends Ref>(of: R) => known.get(nameOf(of)) as EntityOf<R['type']> | undefined; // read by its name
  await read(plannedRefs(organization, look));
  await read(rows.flatMap(row => refsBehind(row, organization, find)));
  const counters = find(ref.counters(organization));
  const { seats = 0, owners = 0 } = counters ?? {};
  return {
    of: row => foundOf(row, organization, find),
    about: aboutIn([...known.values()]),
    taken: new Set(
      rows.flatMap(row => usernameRefs(row, organization).flatMap(of => find(of)?.username ?? [])),
    ),
    bounds: { seats, owners, invitations: find(quotaRef(organization, look))?.used ?? 0 },
  };
}

/** What is read in the first round trip. */
export function plannedRefs(organization: OrganizationId, look: Look): Ref[] {
  const named = look.rows.flatMap(row => refsOf(row, organization, look));
  return [...named, ref.counters(organization), quotaRef(organization, look)];
}

function quotaRef(organization: OrganizationId, { now }: Pick<Look, 'now'>): Ref<'quota'> {
  return ref.quota(organization, invitationHour(now).name);
}

type Find = <R extends Ref>(of: R) => EntityOf<R['type']> | undefined;

/** `ref` writes the facts of a name always in one order. */
const nameOf = (of: Ref) => JSON.stringify(of);

const wishOf = ({ create, edit }: PlannedRow) => create?.wish ?? edit?.wish;

/** What a row itself names. */
function refsOf(row: PlannedRow, organization: OrganizationId, { isHopeful }: Look): Ref[] {
  const { user, create } = row;
  const isFree = isHopeful && create?.isFree;
  const { groups = [], projects = [], access } = wishOf(row) ?? {};
  const keys = access?.mode === 'custom' ? access.permissions : [];
  return [
    ...(create && !isFree ? [ref.email(create.wish.email)] : []),
    ...(user && !create ? [ref.user(organization, user), ref.person(user)] : []),
    ...usernameRefs(row, organization),
    ...groups.map(id => ref.group(organization, id)),
    ...projects.map(id => ref.project(organization, id)),
    ...keys.map(key => ref.application(applicationOf(key))),
  ];
}

function usernameRefs(row: PlannedRow, organization: OrganizationId): Ref<'username'>[] {
  const username = wishOf(row)?.username;
  return username ? [ref.username(organization, username)] : [];
}

/** What those have who are found: whose an address is, and what an edit may take away. */
function refsBehind({ user: id, create, edit }: PlannedRow, organization: OrganizationId, find: Find): Ref[] {
  if (create) {
    const whose = find(ref.email(create.wish.email))?.person;
    return whose ? [ref.person(whose), ref.user(organization, whose)] : [];
  }
  const user = id && find(ref.user(organization, id));
  if (!user || !edit) return [];
  const { username, groups, projects, role } = edit.wish;
  return [
    ...(username !== undefined && user.username ? [ref.username(organization, user.username)] : []),
    ...(groups ? user.groups.map(each => ref.group(organization, each)) : []),
    ...(projects || role ? user.projects.map(each => ref.project(organization, each)) : []),
  ];
}

function foundOf({ user: id, create }: PlannedRow, organization: OrganizationId, find: Find): RowFound {
  if (create) {
    const reservation = find(ref.email(create.wish.email));
    const whose = reservation?.person;
    const [person, user] = whose ? [find(ref.person(whose)), find(ref.user(organization, whose))] : [];
    return { invitee: inviteeOf(reservation, person, user), user, person, username: undefined };
  }
  const [user, person] = id ? [find(ref.user(organization, id)), find(ref.person(id))] : [];
  const username = user?.username ? find(ref.username(organization, user.username)) : undefined;
  return { invitee: { known: undefined }, user, person, username };
}

function aboutIn(found: readonly (Entity | undefined)[]): PlannedFound['about'] {
  const all = <T extends EntityType>(type: T) =>
    found.filter((entity): entity is Entity & EntityOf<T> => entity?.type === type);
  return { groups: all('group'), projects: all('project'), applications: all('application') };
}
