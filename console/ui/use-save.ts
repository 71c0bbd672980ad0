/** Saving what was edited, on the version that was seen: nothing that others have saved is overwritten unseen. */
import { useMutation } from '@tanstack/react-query';
import { problemOf } from '../api/problem.ts';
import { broughtTogether, type Meanwhile } from './meanwhile.ts';
import type { Values } from './values.ts';

/** Something that is edited: what a form holds of it, and how it is read and written. */
export type Saving<T, V extends Values> = {
  thing: T;
  valuesOf: (thing: T) => V;
  /** What is sent: only what differs. */
  changesIn: (values: V, thing: T) => object;
  write: (values: V, thing: T) => Promise<T>;
  read: () => Promise<T>;
  /** Hears of each state that the server has told. */
  onSeen: (thing: T) => void;
};

/** Somebody else was faster: what they saved, and what to go on with. */
type Stale<T, V extends Values> = { theirs: T; values: V; meanwhile: Meanwhile<V>[] };

type Handlers<T, V extends Values> = {
  onSaved: (saved: T) => void;
  onStale: (stale: Stale<T, V>) => void;
  onRefused: (thrown: Error) => void;
};

export function useSave<T, V extends Values>(saving: Saving<T, V>, handlers: Handlers<T, V>) {
  return useMutation({
    mutationFn: (values: V) => save(saving, values),
    onSuccess: outcome => {
      saving.onSeen('saved' in outcome ? outcome.saved : outcome.theirs);
      return 'saved' in outcome ? handlers.onSaved(outcome.saved) : handlers.onStale(outcome);
    },
    onError: handlers.onRefused,
  });
}

/** Where others have changed nothing that stands in the form, there is nothing to show, and it is saved on theirs. */
async function save<T, V extends Values>(
  saving: Saving<T, V>,
  values: V,
): Promise<{ saved: T } | Stale<T, V>> {
  const { thing, valuesOf, write, read } = saving;
  try {
    return { saved: await write(values, thing) };
  } catch (thrown) {
    if (problemOf(thrown).kind !== 'stale-version') throw thrown;
    const theirs = await read();
    const together = broughtTogether(valuesOf(thing), valuesOf(theirs), values);
    return together.meanwhile.length === 0
      ? save({ ...saving, thing: theirs }, together.values)
      : { theirs, ...together };
  }
}
