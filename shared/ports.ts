/** What the product may ask of the world. Use cases get only the ports that their route's `needs` name. */
import type { DomainEvent } from './contract/events.ts';
import type { Factor } from './contract/factors.ts';
import type { ClientId, EventId, IdOf, OrganizationId, PersonId } from './contract/ids.ts';
import type { Need } from './contract/needs.ts';
import type { Email, LinkToken, Time } from './contract/text.ts';
import type { UserStatus } from './contract/users.ts';
import type { Commit, CommitResult } from './domain/change.ts';
import type { ApiClient, Delivery, EntityOf, EntityType, Session, User } from './domain/model.ts';
import type { PictureSize } from './domain/picture.ts';
import type { PictureRefusal } from './domain/picture-file/read-picture-file.ts';
import type { Ref } from './domain/refs.ts';
import type { Bucket } from './domain/throttle.ts';

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
  /** Users who wait for an organization's approval, over all that it looks after, by name; eventually consistent. */
  listAwaiting(approver: OrganizationId, query: Pick<UserQuery, 'limit' | 'after'>): Promise<UserSlice>;
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
  /** Counts an attempt in every bucket; `false` where one was full already: then, outages aside, it counts in none. */
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

export type Tokens = {
  accessToken: string;
  refreshToken: string;
  /** Seconds. */
  expiresIn: number;
  /** Cognito's `origin_jti`. */
  session: string;
};

export type ChallengeKind = 'authenticator-code' | 'sms-code';
export type PendingChallenge = { kind: ChallengeKind; session: string };

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
  /** A fresh secret for an authenticator app (base32); undefined when the access token is no good. */
  beginAuthenticator(accessToken: string): Promise<{ secret: string } | undefined>;
  /**
   * Whether the code comes from an app that holds that secret. Cognito then knows the app, and asks for it only once
   * `askFor` says so. A code is good once: the same one does not sign in afterwards.
   */
  confirmAuthenticator(accessToken: string, code: string): Promise<boolean>;
  /**
   * Sends a code to the telephone that was set with `setTelephone`. False: none went out, because the token is no
   * good, the telephone is missing or out of reach, or too many were asked for.
   */
  sendTelephoneCode(accessToken: string): Promise<boolean>;
  /** False: wrong, used or too old (24 hours), no good token, or too many tries; which of them is not told. */
  confirmTelephone(accessToken: string, code: string): Promise<boolean>;
};

export type IdentityWriter = {
  /** Makes the credentials if there are none, and sets their password. Repeating it changes nothing more. */
  setPassword(person: PersonId, password: string): Promise<'set' | 'too-weak'>;
  /** Ends all sessions at Cognito. Fine where there are no credentials. */
  signOutEverywhere(person: PersonId): Promise<void>;
  /** Removes the credentials. Fine where there are none. */
  remove(person: PersonId): Promise<void>;
  /** Unverified until confirmed. Where text messages are asked for already, the next one goes to this number. */
  setTelephone(person: PersonId, telephone: string): Promise<void>;
  /** The factors that sign-in asks for, all of them set up before; the first is preferred; none: no second factor. */
  askFor(person: PersonId, factors: readonly Factor[]): Promise<void>;
  /**
   * Forgets factors for good, so that another app or telephone can be set up, and every remembered device. What else
   * was asked for still is. Fine where there are none.
   */
  forgetFactors(person: PersonId, factors: readonly Factor[]): Promise<void>;
};

type Credentials = { id: PersonId; createdAt: Time };

export type IdentityReader = {
  /** Everybody with credentials, a page at a time; a page may be empty and not be the last. Eventually consistent. */
  listCredentials(after?: string): Promise<{ people: Credentials[]; next?: string }>;
  /** The factors that Cognito would ask for, the preferred one first; undefined where there are no credentials. */
  factorsOf(person: PersonId): Promise<Factor[] | undefined>;
};

/** One size of a picture, as WebP: a square of at most `size` pixels a side. */
export type PictureSquare = { size: PictureSize; bytes: Uint8Array };

/** Where and how a browser may put one file: fields of a form first, and the file behind them. */
export type UploadForm = { url: string; fields: Record<string, string> };

export type PictureRemover = {
  /** Fine where there is none. */
  removePicture(name: string): Promise<void>;
};

export type Files = PictureRemover & {
  /** For five minutes, one file of at most `maxBytes` that says it is of `type`. */
  beginUpload(key: string, limits: { maxBytes: number; type: string }): Promise<UploadForm>;
  /** What was put there; undefined when nothing was. Whatever is larger than `maxBytes` is not read. */
  readUpload(key: string, maxBytes: number): Promise<Uint8Array | undefined | 'too-large'>;
  /** Fine where there is none. */
  removeUpload(key: string): Promise<void>;
  /** Keeps a picture under its name, for everybody who knows the name. */
  storePicture(name: string, squares: readonly PictureSquare[]): Promise<void>;
};

export type Pictures = {
  /**
   * The centred square of an uploaded picture, upright, once for each size and without metadata; or why not. Whatever
   * the bytes are, it neither throws for them nor takes more than some seconds.
   */
  squaresOf(
    bytes: Uint8Array,
  ): Promise<{ ok: true; squares: PictureSquare[] } | { ok: false; reason: PictureRefusal }>;
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
  /** SHA-256, hexadecimal: of secrets with so many random bits that nothing slower is needed. */
  hashOf(secret: string): string;
  /** 80 random bits to type, in groups of four, and the SHA-256 of them (without what separates the groups). */
  recoveryCode(): { code: string; hash: string };
  /** 144 random bits as text, for a name that whoever knows it may use. */
  unguessable(): string;
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
  'identity:read': { identity: IdentityReader };
  'files:write': { files: Files; pictures: Pictures };
  'files:remove': { files: PictureRemover };
  'mail:send': { mailer: Mailer };
  'events:publish': { publisher: Publisher };
};

type Together<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void ? I : never;

/** Exactly the ports behind some needs, with what is always there. */
export type PortsFor<N extends Need> = Always & ([N] extends [never] ? unknown : Together<PortOf[N]>);

/** All ports: what adapters and the fake world provide. */
export type World = PortsFor<Need>;
