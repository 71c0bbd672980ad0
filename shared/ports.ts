/** What the product may ask of the world. Use cases get only the ports that their route's `needs` name. */
import type { DomainEvent } from './contract/events.ts';
import type { EventId, IdOf, OrganizationId, PersonId } from './contract/ids.ts';
import type { Need } from './contract/needs.ts';
import type { Email, LinkToken, Time } from './contract/text.ts';
import type { UserStatus } from './contract/users.ts';
import type { Commit, CommitResult } from './domain/change.ts';
import type { Delivery, EntityOf, EntityType, User } from './domain/model.ts';
import type { Ref } from './domain/refs.ts';

/** Entities found under refs, in their order; undefined where there is none. */
export type Found<R extends readonly Ref[]> = {
  [I in keyof R]: R[I] extends { type: infer T extends EntityType } ? EntityOf<T> | undefined : never;
};

/** Where a page of users goes on: the sort position after which it starts. */
export type UserQuery = {
  statuses: readonly UserStatus[];
  limit: number;
  descending: boolean;
  /** Position of the last user of the page before. */
  after?: string;
};
export type UserSlice = { users: User[] /** Absent on the last page. */; next?: string };

export type DirectoryReader = {
  /** Up to 100 entities in one consistent round trip. */
  get<const R extends readonly Ref[]>(...refs: R): Promise<Found<R>>;
  /** Users of an organization by name; eventually consistent. */
  listUsers(organization: OrganizationId, query: UserQuery): Promise<UserSlice>;
  /** Users with a seated invitation that expires at or before `until`, over all organizations, at most `limit`. */
  listExpiring(until: Time, limit: number): Promise<{ organization: OrganizationId; id: PersonId }[]>;
};

export type DirectoryWriter = {
  /** All of it or nothing, in one transaction over state and events. At most 100 items. */
  commit(commit: Commit): Promise<CommitResult>;
  /** Notes when somebody was last active. Unversioned; does nothing where the user is gone. */
  noteActivity(organization: OrganizationId, id: PersonId, at: Time): Promise<void>;
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

export type Tokens = {
  accessToken: string;
  refreshToken: string;
  /** Seconds. */
  expiresIn: number;
  /** Cognito's `origin_jti`. */
  session: string;
};

export type ChallengeKind = 'authenticator-code' | 'sms-code' | 'new-password';
type PendingChallenge = { kind: ChallengeKind; session: string };

export type SignInResult =
  | { outcome: 'signed-in'; tokens: Tokens }
  | { outcome: 'challenge'; challenge: PendingChallenge }
  | { outcome: 'refused' };

export type IdentitySignIn = {
  /** Takes as long for an id that does not exist. */
  signIn(person: PersonId, password: string): Promise<SignInResult>;
  answer(person: PersonId, challenge: PendingChallenge, answer: string): Promise<SignInResult>;
  /** Undefined when the refresh token is no good any more. */
  refresh(refreshToken: string): Promise<Omit<Tokens, 'refreshToken'> | undefined>;
  /** Ends the one session behind a refresh token. */
  revoke(refreshToken: string): Promise<void>;
  /** Whose access token it is; undefined when it is not valid. */
  personOf(accessToken: string): Promise<{ person: PersonId; session: string } | undefined>;
};

export type IdentityWriter = {
  /** Makes the credentials if there are none, and sets their password. Repeating it changes nothing more. */
  setPassword(person: PersonId, password: string): Promise<'set' | 'too-weak'>;
  /** Ends all sessions at Cognito. Fine where there are no credentials. */
  signOutEverywhere(person: PersonId): Promise<void>;
  /** Removes the credentials. Fine where there are none. */
  remove(person: PersonId): Promise<void>;
};

export type Mail = {
  to: Email;
  subject: string;
  html: string;
  text: string;
  /** Come back with every report of its delivery. */
  tags: Record<string, string>;
};

export type Mailer = { send(mail: Mail): Promise<void> };

export type Publisher = {
  /** The event inside an item of the events table, as its stream carries it. Throws when it is none. */
  eventIn(image: unknown): DomainEvent;
  /** Puts events on the bus, in their order; returns the ids of those that were not taken. */
  publish(events: readonly DomainEvent[]): Promise<EventId[]>;
};

export type Clock = { now(): Time };

export type Ids = {
  make<P extends keyof IdOf>(prefix: P): IdOf[P];
  /** 256 random bits for a link, and the SHA-256 of them that may be stored. */
  linkToken(): { token: LinkToken; hash: string };
  hashOf(token: LinkToken): string;
};

/** What the deployment says about itself. */
type Settings = {
  /** Origin of the console, without a slash at the end. */
  consoleUrl: string;
  terms: { version: string; url?: string };
};

/** Always there: they reach nothing outside. */
export type Always = { clock: Clock; ids: Ids; settings: Settings };

type PortOf = {
  'directory:read': { directory: DirectoryReader };
  'directory:write': { directory: DirectoryWriter };
  'identity:sign-in': { identity: IdentitySignIn };
  'identity:write': { identity: IdentityWriter };
  'mail:send': { mailer: Mailer };
  'events:publish': { publisher: Publisher };
};

type Together<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void ? I : never;

/** Exactly the ports behind some needs, with what is always there. */
export type PortsFor<N extends Need> = Always & ([N] extends [never] ? unknown : Together<PortOf[N]>);

/** All ports: what adapters and the fake world provide. */
export type World = PortsFor<Need>;
