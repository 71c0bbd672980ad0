/**
 * The same Idempotency-Key gives the first answer again (as Stripe documents it), for 24 hours. The answer is
 * written in the transaction that it tells of, so there is no moment in which one exists without the other.
 */
import { createHash } from 'node:crypto';
import type { RouteKey } from '../../shared/contract/routes.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import { actorInTrail } from '../../shared/domain/actor.ts';
import { type Failure, refuse } from '../../shared/domain/decision.ts';
import type { GivenAnswer } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { secondsOf } from '../../shared/domain/time.ts';
import type { Clock, DirectoryReader, DirectoryWriter } from '../../shared/ports.ts';

/** A request under a key: who repeats it is recognised by `key`, what they repeat by `request`. */
export type Repeatable = { key: string; request: string };

export function repeatable(route: RouteKey, actor: Actor, header: string, input: unknown): Repeatable {
  return { key: digest([actorInTrail(actor), header.slice(0, 255)]), request: digest([route, input]) };
}

type Given = { ok: true; answer: unknown } | { ok: false; failure: Failure };

/** The answer that was given already; undefined the first time. */
export async function givenBefore(
  { key, request }: Repeatable,
  directory: DirectoryReader,
): Promise<Given | undefined> {
  const [given] = await directory.get(ref.answer(key));
  if (!given) return undefined;
  return given.request === request ? { ok: true, answer: given.answer } : refuse('idempotency-key-reused');
}

/** The same directory, whose commits keep their answer under the key. */
export function keepingAnswers<D extends DirectoryWriter>(
  directory: D,
  { key, request }: Repeatable,
  clock: Clock,
): D {
  return {
    ...directory,
    commit: commit => {
      const ttl = secondsOf(clock.now()) + 24 * 60 * 60;
      const entity: GivenAnswer = { type: 'answer', version: 1, key, request, answer: commit.answer, ttl };
      return directory.commit({ ...commit, changes: [...commit.changes, { do: 'create', entity }] });
    },
  };
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
