/**
 * The same Idempotency-Key gives the first answer again (as Stripe documents it), for 24 hours. The answer is
 * written in the transaction that it tells of, so there is no moment in which one exists without the other.
 */
import { createHash } from 'node:crypto';
import type { RouteKey } from '../../shared/contract/routes.ts';
import { type Actor, actorInTrail } from '../../shared/domain/actor.ts';
import { refuse } from '../../shared/domain/decision.ts';
import type { GivenAnswer } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { secondsOf } from '../../shared/domain/time.ts';
import type { Clock, DirectoryReader, DirectoryWriter } from '../../shared/ports.ts';
import type { AnyOutcome, Opened } from './use-case.ts';

export type Keyed = { route: RouteKey; actor: Actor; idempotencyKey: string; input: unknown };

/** A request under a key: who repeats it is recognised by `key`, what they repeat by `request`. */
type Repeatable = { key: string; request: string };

const keptForSeconds = 24 * 60 * 60;

/** Runs what is asked, unless it was answered before under the same key. */
export async function onceUnderKey(
  { route, actor, idempotencyKey, input }: Keyed,
  ports: Opened,
  run: (opened: Opened) => Promise<AnyOutcome>,
): Promise<AnyOutcome> {
  const { directory, clock } = ports;
  if (!directory) return run(ports);
  const asked = { key: digest([actorInTrail(actor), idempotencyKey]), request: digest([route, input]) };
  const before = await givenBefore(asked, directory);
  if (before) return before;
  const outcome = await run({ ...ports, directory: keepingAnswers(directory, asked, clock) });
  if (outcome.ok) return outcome;
  // The same request may have been answered next to this one, and be what stood in its way: then that is the answer.
  return (await givenBefore(asked, directory)) ?? outcome;
}

/** The answer that was given already; undefined the first time. */
async function givenBefore(
  { key, request }: Repeatable,
  directory: DirectoryReader,
): Promise<AnyOutcome | undefined> {
  const [given] = await directory.get(ref.answer(key));
  if (!given) return undefined;
  return given.request === request ? { ok: true, value: given.answer } : refuse('idempotency-key-reused');
}

/** The same directory, whose commits keep their answer under the key. */
function keepingAnswers<D extends DirectoryWriter>(
  directory: D,
  { key, request }: Repeatable,
  clock: Clock,
): D {
  return {
    ...directory,
    commit: commit => {
      const ttl = secondsOf(clock.now()) + keptForSeconds;
      const entity: GivenAnswer = { type: 'answer', version: 1, key, request, answer: commit.answer, ttl };
      return directory.commit({ ...commit, changes: [...commit.changes, { do: 'create', entity }] });
    },
  };
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
