/** The directory in memory, keeping the promises of the port: all or nothing, versions, reservations, counters. */
import type { DomainEvent } from '../../shared/contract/events.ts';
import type { Commit, CommitResult } from '../../shared/domain/change.ts';
import type { Entity } from '../../shared/domain/model.ts';
import type { Ref } from '../../shared/domain/refs.ts';
import type { DirectoryReader, DirectoryWriter, Found } from '../../shared/ports/directory.ts';
import type { DayCounter } from '../../shared/ports/numbers.ts';
import type { Clock } from '../../shared/ports/system.ts';
import { apply, obstacleTo, requireOneTransaction } from './fake-commit.ts';
import { fakeLists } from './fake-lists.ts';
import { fakeAttempts, fakeClaims, fakeNotes } from './fake-notes.ts';
import { coverageIn, fakeDays } from './fake-numbers.ts';
import { fakePages } from './fake-pages.ts';
import { openStore } from './fake-store.ts';

export type FakeDirectory = DirectoryReader &
  DirectoryWriter & {
    /** The audit trail, oldest first. */
    events: DomainEvent[];
    days: DayCounter;
    /** Everything that is stored, for looking after the fact. */
    stored(): Entity[];
  };

export function fakeDirectory(clock: Clock): FakeDirectory {
  const store = openStore();
  const events: DomainEvent[] = [];
  return {
    events,
    stored: store.stored,
    get: async <const R extends readonly Ref[]>(...refs: R) =>
      refs.map(of =>
        of.type === 'coverage' ? coverageIn(store, of.organization) : store.load(of),
      ) as Found<R>,
    days: fakeDays(store),
    ...fakeLists(store),
    list: fakePages(store),
    ...fakeNotes(store),
    ...fakeClaims(store, clock),
    ...fakeAttempts(store),
    commit: async (commit: Commit): Promise<CommitResult> => {
      requireOneTransaction(commit);
      const conflict = commit.changes
        .map(change => obstacleTo(change, store))
        .find(found => found !== undefined);
      if (conflict) return { ok: false, conflict };
      for (const change of commit.changes) apply(change, store);
      events.push(...commit.events);
      return { ok: true };
    },
    erase: async refs => {
      for (const of of refs) store.drop(of);
    },
  };
}
