/** The directory in memory, keeping the promises of the port: all or nothing, versions, reservations, counters. */
import type { DomainEvent } from '../../shared/contract/events.ts';
import { DeliveryState } from '../../shared/contract/invitations.ts';
import type { Change, Commit, CommitResult, Conflict } from '../../shared/domain/change.ts';
import { Counters, Entity, type EntityOf, type User } from '../../shared/domain/model.ts';
import { type Ref, ref, refOf } from '../../shared/domain/refs.ts';
import type { Clock, DirectoryReader, DirectoryWriter, Found, UserQuery } from '../../shared/ports.ts';

export type FakeDirectory = DirectoryReader &
  DirectoryWriter & {
    /** The audit trail, oldest first. */
    events: DomainEvent[];
    /** Everything that is stored, for looking after the fact. */
    stored(): Entity[];
  };

const nameOf = (of: Ref): string =>
  JSON.stringify([
    of.type,
    ...['organization', 'id', 'person', 'email', 'username', 'hash', 'key'].map(part =>
      isNamedBy(of, part) ? of[part as keyof Ref] : '',
    ),
  ]);

/** Which facts name an entity: a user's person is its id, a reservation's person is not part of its name. */
function isNamedBy(of: Ref, part: string): boolean {
  const naming: Record<Ref['type'], string[]> = {
    organization: ['id'],
    counters: ['organization'],
    person: ['id'],
    user: ['organization', 'id'],
    email: ['email'],
    username: ['organization', 'username'],
    link: ['hash'],
    session: ['person', 'id'],
    claim: ['key'],
    answer: ['key'],
  };
  return naming[of.type].includes(part);
}

export function fakeDirectory(clock: Clock): FakeDirectory {
  const entities = new Map<string, string>();
  const events: DomainEvent[] = [];
  const load = (of: Ref): Entity | undefined => {
    const text = entities.get(nameOf(of));
    return text === undefined ? undefined : Entity.parse(JSON.parse(text));
  };
  const save = (entity: Entity) => entities.set(nameOf(refOf(entity)), JSON.stringify(entity));
  const stored = () => [...entities.values()].map(text => JSON.parse(text) as Entity); // as they were saved
  const users = () => stored().filter((entity): entity is User => entity.type === 'user');

  /** The conflict a change runs into, if any. */
  function obstacle(change: Change): Conflict | undefined {
    if (change.do === 'create')
      return load(refOf(change.entity)) ? { on: 'exists', ref: refOf(change.entity) } : undefined;
    if (change.do === 'count') return countObstacle(change);
    const before = change.do === 'update' ? change.before : change.entity;
    const now = load(refOf(before));
    const same = now && 'version' in now && now.version === before.version;
    return same ? undefined : { on: 'version', ref: refOf(before) };
  }

  function countersOf(organization: Counters['organization']): Counters {
    return (
      (load(ref.counters(organization)) as Counters | undefined) ??
      Counters.parse({ type: 'counters', organization })
    );
  }

  function countObstacle({
    organization,
    add,
    seatLimit,
  }: Extract<Change, { do: 'count' }>): Conflict | undefined {
    const counters = countersOf(organization);
    if ((add.seats ?? 0) > 0 && counters.seats + (add.seats ?? 0) > seatLimit)
      return { on: 'seats', organization };
    if ((add.owners ?? 0) < 0 && counters.owners + (add.owners ?? 0) < 1)
      return { on: 'owners', organization };
    return undefined;
  }

  function apply(change: Change): void {
    if (change.do === 'create') save(change.entity);
    // As DynamoDB does: only what the update changes; what was noted meanwhile beside it stays.
    if (change.do === 'update') save({ ...load(refOf(change.before)), ...changedIn(change) } as Entity);
    if (change.do === 'remove') entities.delete(nameOf(refOf(change.entity)));
    if (change.do === 'count') {
      const counters = countersOf(change.organization);
      for (const [name, by] of Object.entries(change.add)) counters[name as 'seats'] += by;
      save(counters);
    }
  }

  return {
    events,
    stored,
    get: async <const R extends readonly Ref[]>(...refs: R) => refs.map(load) as Found<R>,
    listUsers: async (organization, query) =>
      pageOf(
        users().filter(user => user.organization === organization),
        query,
      ),
    listExpiring: async (until, limit) =>
      users()
        .filter(
          ({ seated, status, invitation }) =>
            seated && status === 'invited' && (invitation?.expiresAt ?? '~') <= until,
        )
        .slice(0, limit),
    commit: async (commit: Commit): Promise<CommitResult> => {
      requireOneTransaction(commit);
      const conflict = commit.changes.map(obstacle).find(found => found !== undefined);
      if (conflict) return { ok: false, conflict };
      commit.changes.forEach(apply);
      events.push(...commit.events);
      return { ok: true };
    },
    noteActivity: async (organization, id, at) => {
      const user = load(ref.user(organization, id)) as User | undefined;
      if (user && (user.lastActiveAt ?? '') < at) save({ ...user, lastActiveAt: at });
    },
    noteDelivery: async (organization, id, delivery) => {
      const user = load(ref.user(organization, id)) as User | undefined;
      const rank = DeliveryState.options.indexOf(delivery.state);
      const old = user?.delivery;
      const news =
        !old ||
        old.generation < delivery.generation ||
        (old.generation === delivery.generation && DeliveryState.options.indexOf(old.state) < rank);
      if (user && news) save({ ...user, delivery });
      return user !== undefined && news;
    },
    claim: async ({ key, holder, until }) => {
      const held = load(ref.claim(key)) as EntityOf<'claim'> | undefined;
      if (held?.done) return 'done';
      if (held && held.holder !== holder && held.until > clock.now()) return 'busy';
      save({ type: 'claim', key, holder, until, done: false, ttl: 0 });
      return 'yours';
    },
    settle: async (key, holder) => {
      const held = load(ref.claim(key)) as EntityOf<'claim'> | undefined;
      if (held?.holder === holder) save({ ...held, done: true });
    },
    release: async (key, holder) => {
      const held = load(ref.claim(key)) as EntityOf<'claim'> | undefined;
      if (held?.holder === holder) entities.delete(nameOf(refOf(held)));
    },
  };
}

/** DynamoDB refuses a transaction of more than 100 steps, or with two of them on one item. */
function requireOneTransaction({ changes, events }: Commit): void {
  const items = changes.map(change => nameOf(itemIn(change)));
  if (items.length + events.length > 100 || new Set(items).size < items.length)
    throw Object.assign(new Error('No such transaction is possible'), { name: 'ValidationException' });
}

function itemIn(change: Change): Ref {
  if (change.do === 'count') return ref.counters(change.organization);
  return refOf(change.do === 'update' ? change.before : change.entity);
}

function changedIn({ before, after }: Extract<Change, { do: 'update' }>): Record<string, unknown> {
  const [old, fresh] = [before, after] as unknown as Record<string, unknown>[];
  const names = Object.keys({ ...old, ...fresh });
  return Object.fromEntries(
    names
      .filter(name => JSON.stringify(old?.[name]) !== JSON.stringify(fresh?.[name]))
      .map(name => [name, fresh?.[name]]),
  );
}

function pageOf(users: User[], { statuses, limit, descending, after }: UserQuery) {
  const direction = descending ? -1 : 1;
  const position = (user: User) =>
    `${`${user.firstName} ${user.lastName}`.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()}#${user.id}`;
  const sorted = users
    .filter(user => statuses.includes(user.status))
    .map(user => ({ user, at: position(user) }))
    .sort((a, b) => (a.at < b.at ? -direction : direction))
    .filter(({ at }) => after === undefined || (descending ? at < after : at > after));
  const page = sorted.slice(0, limit);
  return { users: page.map(({ user }) => user), ...(sorted.length > limit && { next: page.at(-1)?.at }) };
}
