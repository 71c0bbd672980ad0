/** What a use case is: a route's input and its ports in, the route's output or one of its listed failures out. */
import type { Route } from '../../shared/contract/route.ts';
import type { FailureOf, InputOf, NeedOf, OutputOf, RouteKey, routes } from '../../shared/contract/routes.ts';
import type { AnonymousActor, OrganizationActor, PersonActor } from '../../shared/domain/actor.ts';
import type { Failure } from '../../shared/domain/decision.ts';
import type { Always, PortsFor, World } from '../../shared/ports.ts';

/** Where a request came from, for the audit trail and the list of sessions. */
export type Origin = { requestId: string; ip?: string; userAgent?: string; place?: string };

type AccessOf<K extends RouteKey> = (typeof routes)[K]['access'];

type ActorFor<A> = A extends 'anyone'
  ? AnonymousActor
  : A extends 'anyone-or-person'
    ? AnonymousActor | PersonActor
    : A extends 'person' | 'person-enrolling' | 'asker'
      ? PersonActor
      : OrganizationActor;

/**
 * Reads of signed-in people run beside the check of who asks, to save a round trip; their answer is thrown away
 * when the check fails. So they know only whose token it is, and no actor.
 */
type WhoAsks<K extends RouteKey> = (typeof routes)[K]['method'] extends 'GET'
  ? { signedIn: AccessOf<K> extends 'anyone' ? undefined : PersonActor }
  : { actor: ActorFor<AccessOf<K>> };

export type Ask<K extends RouteKey> = WhoAsks<K> & {
  input: InputOf<K>;
  origin: Origin;
  /** The bearer token that came along; empty where none did. */
  accessToken: string;
  /** The refresh cookie's content, on routes that read it. */
  cookie: string | undefined;
  /** The version named by If-Match, on conditional routes. */
  expectedVersion: number;
};

/** What becomes of the refresh cookie: a new content, or its end. */
export type CookieChange = { set: string } | 'clear';

export type Outcome<K extends RouteKey> =
  | { ok: true; value: OutputOf<K>; cookie?: CookieChange }
  | { ok: false; failure: Failure<FailureOf<K> | 'validation-failed' | 'not-found'>; cookie?: CookieChange };

export type Ports<K extends RouteKey> = PortsFor<NeedOf<K>>;

export type UseCase<K extends RouteKey> = (ask: Ask<K>, ports: Ports<K>) => Promise<Outcome<K>>;

/** A row of the table as the kernel gets it: what is for readers and for the build does not come along. */
export type ServedRoute = Omit<Route, 'summary' | 'needs' | 'failures'>;

/** What an API Lambda serves: use cases by route, each with its row, and no rows but those. */
export type ServedRoutes = {
  readonly [K in RouteKey]?: { readonly route: ServedRoute; readonly handle: UseCase<K> };
};

export function done<T>(value: T, cookie?: CookieChange): { ok: true; value: T; cookie?: CookieChange } {
  return { ok: true, value, ...(cookie && { cookie }) };
}

/** A use case as the kernel sees it: the table vouches for what the types say. */
export type AnyUseCase = (ask: object, ports: object) => Promise<AnyOutcome>;
export type AnyOutcome =
  | { ok: true; value: unknown; cookie?: CookieChange }
  | { ok: false; failure: Failure; cookie?: CookieChange };

/** What a Lambda was opened with; routes that need nothing come with nothing but clock, ids and settings. */
export type Opened = Always & Partial<World>;
