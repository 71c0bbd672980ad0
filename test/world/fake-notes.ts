/** What is noted and counted beside the versioned state, in memory. */
import { DeliveryState } from '../../shared/contract/invitations.ts';
import type { Time } from '../../shared/contract/text.ts';
import { type Ref, ref } from '../../shared/domain/refs.ts';
import { secondsOf } from '../../shared/domain/time.ts';
import type { DirectoryWriter } from '../../shared/ports/directory.ts';
import type { Clock } from '../../shared/ports/system.ts';
import type { Store } from './fake-store.ts';

export function fakeNotes({
  load,
  save,
}: Store): Pick<
  DirectoryWriter,
  | 'noteActivity'
  | 'noteSessionUse'
  | 'noteSignedOut'
  | 'noteFactorsAligned'
  | 'noteApiClientUse'
  | 'noteDelivery'
> {
  /** Moves a moment on, never back. */
  const noteTime = async (of: Ref, name: string, at: Time) => {
    const entity = load(of);
    const noted = (entity as Record<string, unknown> | undefined)?.[name] ?? '';
    if (entity && noted < at) save({ ...entity, [name]: at });
  };
  return {
    noteActivity: (organization, id, at) => noteTime(ref.user(organization, id), 'lastActiveAt', at),
    noteSessionUse: (person, session, at) => noteTime(ref.session(person, session), 'lastUsedAt', at),
    noteSignedOut: (person, at) => noteTime(ref.person(person), 'signedOutAt', at),
    noteFactorsAligned: (person, at) => noteTime(ref.person(person), 'factorsAlignedAt', at),
    noteApiClientUse: (organization, id, at) => noteTime(ref.apiClient(organization, id), 'lastUsedAt', at),
    noteDelivery: async (organization, id, delivery) => {
      const user = load(ref.user(organization, id));
      const rank = DeliveryState.options.indexOf(delivery.state);
      const old = user?.delivery;
      const news =
        !old ||
        old.generation < delivery.generation ||
        (old.generation === delivery.generation && DeliveryState.options.indexOf(old.state) < rank);
      if (user && news) save({ ...user, delivery });
      return user !== undefined && news;
    },
  };
}

export function fakeClaims(
  { load, save, drop }: Store,
  clock: Clock,
): Pick<DirectoryWriter, 'claim' | 'settle' | 'release'> {
  return {
    claim: async ({ key, holder, until }) => {
      const held = load(ref.claim(key));
      if (held?.done) return 'done';
      if (held && held.holder !== holder && held.until > clock.now()) return 'busy';
      save({ type: 'claim', key, holder, until, done: false, ttl: 0 });
      return 'yours';
    },
    settle: async (key, holder) => {
      const held = load(ref.claim(key));
      if (held?.holder === holder) save({ ...held, done: true });
    },
    release: async (key, holder) => {
      const held = load(ref.claim(key));
      if (held?.holder === holder) drop(held);
    },
  };
}

export function fakeAttempts({ load, save }: Store): Pick<DirectoryWriter, 'admit' | 'forgive'> {
  const countOf = (bucket: string) => load(ref.attempts(bucket))?.count ?? 0;
  return {
    admit: async buckets => {
      if (buckets.some(({ name, limit, units = 1 }) => countOf(name) + units > limit)) return false;
      for (const { name, emptyAt, units = 1 } of buckets)
        save({ ...ref.attempts(name), count: countOf(name) + units, ttl: secondsOf(emptyAt) });
      return true;
    },
    forgive: async buckets => {
      for (const { name, units = 1 } of buckets) {
        const attempts = load(ref.attempts(name));
        if (attempts && attempts.count >= units) save({ ...attempts, count: attempts.count - units });
      }
    },
  };
}
