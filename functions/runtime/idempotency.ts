/**
 * The same Idempotency-Key gives the first answer again (as Stripe documents it), for 24 hours. The answer is
 * written in the transaction that it tells of, so there is no moment in which one exists without the other.
 *
 * An answer about somebody is kept with them and goes when they go; under the key stands only whom it was about. Once
 * they are deleted, a repeated request is answered with 404: nothing of them comes back, and nobody is invited by a
 * retry who was deleted on purpose. Inviting them anew takes a new key.
 */
import { createHash } from 'node:crypto';
import type { PersonId } from '../../shared/contract/ids.ts';
import type { RouteKey } from '../../shared/contract/routes.ts';
import { type Actor, actorInTrail } from '../../shared/domain/actor.ts';
import { stillTells, subjectOf } from '../../shared/domain/answers.ts';
import type { Change } from '../../shared/domain/change.ts';
import { refuse } from '../../shared/domain/decision.ts';
import type { GivenAnswer } from '../../shared/domain/model.ts';
import { ref } from '../../shared/domain/refs.ts';
import { secondsOf } from '../../shared/domain/time.ts';
import type { DirectoryReader, DirectoryWriter } from '../../shared/ports/directory.ts';
import type { AnyOutcome, Opened } from './use-case.ts';

export type Keyed = { route: RouteKey; actor: Actor; idempotencyKey: string; input: unknown };

/** A request under a key: who repeats it is recognised by `key`, what they repeat by `request`. */
type Repeatable = Pick<GivenAnswer, 'key' | 'request'>;

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
  const keptUntil = () => secondsOf(clock.now()) + keptForSeconds;
  const outcome = await run({ ...ports, directory: keepingAnswers(directory, asked, keptUntil) });
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
  if (given.request !== request) return refuse('idempotency-key-reused');
  return given.person ? answerAbout(given.person, given, directory) : { ok: true, value: given.answer };
}

async function answerAbout(
  id: PersonId,
  given: GivenAnswer,
  directory: DirectoryReader,
): Promise<AnyOutcome> {
  const [kept, person] = await directory.get(ref.personalAnswer(id, personalKey(given)), ref.person(id));
  if (kept && person && stillTells(kept, person)) return { ok: true, value: kept.answer };
  return refuse('not-found', {
    detail:
      'What was asked under this Idempotency-Key was done, but the user was deleted since, or a day has passed. To do it again, use a new key.',
  });
}

/** The same directory, whose commits keep their answer under the key. */
function keepingAnswers<D extends DirectoryWriter>(
  directory: D,
  asked: Repeatable,
  keptUntil: () => number,
): D {
  return {
    ...directory,
    commit: commit => {
      const kept = keeping({ type: 'answer', version: 1, ...asked, ttl: keptUntil() }, commit.answer);
      return directory.commit({ ...commit, changes: [...commit.changes, ...kept] });
    },
  };
}

function keeping(given: GivenAnswer, answer: unknown): Change[] {
  const person = subjectOf(answer)?.id;
  if (!person) return [{ do: 'create', entity: { ...given, answer } }];
  const [key, { ttl }] = [personalKey(given), given];
  return [
    { do: 'create', entity: { ...given, person } },
    { do: 'create', entity: { type: 'personal-answer', version: 1, person, key, answer, ttl } },
  ];
}

/** With its time, so that one which is over and not swept yet is in nobody's way. */
function personalKey({ key, ttl }: GivenAnswer): string {
  return `${key}#${ttl}`;
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
