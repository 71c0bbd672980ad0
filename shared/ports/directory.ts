/** The state of organizations and people: reading it, and changing it together with what is told of the change. */
import type { UserSort } from '../contract/find-users.ts';
import type { ClientId, GroupId, JobId, OrganizationId, PersonId } from '../contract/ids.ts';
import type { CountUpTo } from '../contract/overview.ts';
import type { Time } from '../contract/text.ts';
import type { AssignedId } from '../domain/assigned-id.ts';
import type { Commit, CommitResult } from '../domain/change.ts';
import type { CountedUsers, UserFilter } from '../domain/find.ts';
import type { ApiClient, Delivery, EntityOf, EntityType, Session, User } from '../domain/model.ts';
import type { Ref } from '../domain/refs.ts';
import type { Bucket } from '../domain/throttle.ts';

/** Entities found under refs, in their order; undefined where there is none. */
export type Found<R extends readonly Ref[]> = {
  [I in keyof R]: R[I] extends { type: infer T extends EntityType } ? EntityOf<T> | undefined : never;
};

/** Which users, in which order, and where a page of them begins. */
export type UserQuery = {
  filter: UserFilter;
  sort: UserSort;
  descending: boolean;
  limit: number;
  /** Position of the last user of the page before. */
  after?: string;
};

/** Some users, and where to go on. There may be fewer than were asked for, or none, and still more to come. */
export type UserSlice = { users: User[] /** Absent on the last page. */; next?: string };

/** A list of what one place holds, and in which order. */
export type List =
  /** By name; of those whose name begins so, in whatever case and marks. */
  | { of: 'group' | 'project'; organization: OrganizationId; beginning?: string }
  /** The same: of all, or of those that a partner looks after. */
  | { of: 'organization'; partner?: OrganizationId; beginning?: string }
  /** In the order in which they were made. */
  | { of: 'job' | 'export' | 'import' | 'day'; organization: OrganizationId }
  /** Who is in a group or project, or has a custom role, by id. */
  | { of: 'assignment'; organization: OrganizationId; to: AssignedId }
  /** What is granted to a group, by type and id. */
  | { of: 'content-grant'; organization: OrganizationId; group: GroupId }
  /** The users of a job, some at a time. */
  | { of: 'job-slice'; organization: OrganizationId; job: JobId };

export type PageQuery = {
  limit: number;
  descending?: boolean;
  /** Position of the last one of the page before. */
  after?: string;
};

export type Page<T extends EntityType> = {
  items: EntityOf<T>[];
  /** Where each of them stands: after it a page can go on. */
  positions: string[];
  /** Absent on the last page. */
  next?: string;
};

export type DirectoryReader = {
  /** A page of a list. By name: eventually consistent; the others are consistent. */
  list<L extends List>(list: L, query: PageQuery): Promise<Page<L['of']>>;
  /** Entities in one consistent round trip; of more than 100, several at once. */
  get<const R extends readonly Ref[]>(...refs: R): Promise<Found<R>>;
  /**
   * Users of an organization; eventually consistent. Looks at some thousand at most for one page, whatever it is asked:
   * where those who fit lie far apart, a page is short.
   */
  listUsers(organization: OrganizationId, query: UserQuery): Promise<UserSlice>;
  /** How many of an organization's users fit, as far as `atMost`; eventually consistent. */
  countUsers(organization: OrganizationId, filter: CountedUsers, atMost: number): Promise<CountUpTo>;
  /** Users who wait for an organization's approval, over all that it looks after, by name; eventually consistent. */
  listAwaiting(approver: OrganizationId, query: Pick<PageQuery, 'limit' | 'after'>): Promise<UserSlice>;
  /** The sessions of a person that were not swept yet; consistent. */
  listSessions(person: PersonId): Promise<Session[]>;
  /** The names of everything that is kept with a person, beside the person; consistent. */
  listPersonal(person: PersonId): Promise<Ref[]>;
  listApiClients(organization: OrganizationId): Promise<ApiClient[]>;
  /**
   * Everybody who has chosen a password, a page of at most 100 at a time, which may be empty and not be the last;
   * eventually consistent.
   */
  listCredentialHolders(after?: string): Promise<{ ids: PersonId[]; next?: string }>;
  /** Users with a seated invitation that expires at or before `until`, over all organizations, at most `limit`. */
  listExpiring(until: Time, limit: number): Promise<{ organization: OrganizationId; id: PersonId }[]>;
};

export type DirectoryWriter = {
  /** All of it or nothing, in one transaction over state and events. At most 100 items, none of them twice. */
  commit(commit: Commit): Promise<CommitResult>;
  /** Notes when somebody was last active. Unversioned; does nothing where the user is gone. */
  noteActivity(organization: OrganizationId, id: PersonId, at: Time): Promise<void>;
  /** Notes when a session was last used. Unversioned, as all notes; does nothing where it is gone. */
  noteSessionUse(person: PersonId, session: string, at: Time): Promise<void>;
  /** Notes when Cognito was told to end all sessions of a person. */
  noteSignedOut(person: PersonId, at: Time): Promise<void>;
  /** Notes up to when Cognito was told of the second factors of a person. */
  noteFactorsAligned(person: PersonId, at: Time): Promise<void>;
  /** Notes when a registered application last got a token. */
  noteApiClientUse(organization: OrganizationId, id: ClientId, at: Time): Promise<void>;
  /** Counts an attempt in every bucket; `false` where one has no room for it: then, outages aside, it counts in none. */
  admit(buckets: readonly Bucket[]): Promise<boolean>;
  /** Takes an attempt back that turned out to be a rightful one. */
  forgive(buckets: readonly Bucket[]): Promise<void>;
  /** Removes what is kept under these names, whatever its version. */
  erase(refs: readonly Ref[]): Promise<void>;
  /** Notes what became of a mail; `false` when that is no news, or of an earlier generation. */
  noteDelivery(organization: OrganizationId, id: PersonId, delivery: Delivery): Promise<boolean>;
  /**
   * Takes the sole right to do something until `until`. `busy`: somebody holds it; `done`: it is done for good.
   * A claim that ran out can be taken by the next.
   */
  claim(claim: { key: string; holder: string; until: Time }): Promise<'yours' | 'busy' | 'done'>;
  /** Marks a claimed deed as done for good. */
  settle(key: string, holder: string): Promise<void>;
  /** Gives a claim back, so that the next need not wait for its end. */
  release(key: string, holder: string): Promise<void>;
};

/** What changed of a user, as the directory's own stream tells it. */
export type UserChange = { of: Ref<'user'>; before?: User; after?: User };

/** Keeps something in step with the users. */
export type UserFollower = {
  /** The change that a record of the stream tells of; undefined: it is about no user. Throws for one that cannot be read. */
  changeIn(record: { OldImage?: unknown; NewImage?: unknown }): UserChange | undefined;
  /** By how users are now: late, repeated or out of order, changes come to the same. */
  renew(changes: readonly UserChange[]): Promise<void>;
};

/** Keeps what users are found by in step with the users. */
export type UserIndexer = UserFollower;
