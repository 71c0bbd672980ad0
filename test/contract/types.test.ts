/** What the compiler holds for the contract. These are checked by `npm run types`; running them is a formality. */

import { expectTypeOf, test } from 'vitest';
import type { Outcome, Ports, UseCase } from '../../functions/runtime/use-case.ts';
import type { Standing } from '../../shared/contract/roles.ts';
import { refuse } from '../../shared/domain/decision.ts';

type Refused<T> = Extract<T, { ok: false }>;

test('a use case gets the ports that its route needs, and no others', () => {
  expectTypeOf<Ports<'get-health'>>().not.toHaveProperty('directory');
  expectTypeOf<Ports<'get-user'>['directory']>().toHaveProperty('get');
  expectTypeOf<Ports<'get-user'>['directory']>().not.toHaveProperty('commit');
  expectTypeOf<Ports<'invite-user'>['directory']>().toHaveProperty('commit');
  expectTypeOf<Ports<'invite-user'>>().not.toHaveProperty('identity');
  expectTypeOf<Ports<'sign-in'>['identity']>().not.toHaveProperty('setPassword');
  expectTypeOf<Ports<'accept-invitation'>['identity']>().toHaveProperty('setPassword');
  expectTypeOf<Ports<'accept-invitation'>>().not.toHaveProperty('mailer');
});

test('a use case can answer only what its route lists', () => {
  type Kind = Refused<Outcome<'deactivate-user'>>['failure']['kind'];
  expectTypeOf<'last-owner'>().toExtend<Kind>();
  expectTypeOf<'seats-exhausted'>().not.toExtend<Kind>();

  // @ts-expect-error: the route lists no such failure
  const tooMuch: UseCase<'get-me'> = async () => refuse('last-owner');
  // @ts-expect-error: that is not what it answers
  const wrongAnswer: UseCase<'get-health'> = async () => ({ ok: true, value: { status: 'fine' } });
  expectTypeOf(tooMuch).not.toBeAny();
  expectTypeOf(wrongAnswer).not.toBeAny();
});

test('only who is signed in has an actor, and a reading use case knows no more than the token', () => {
  type Asked<K extends 'get-user' | 'invite-user' | 'sign-in'> = Parameters<UseCase<K>>[0];
  expectTypeOf<Asked<'get-user'>>().not.toHaveProperty('actor');
  expectTypeOf<Asked<'get-user'>['signedIn']['kind']>().toEqualTypeOf<'person'>();
  expectTypeOf<Asked<'sign-in'>['actor']['kind']>().toEqualTypeOf<'anonymous'>();
  expectTypeOf<Asked<'invite-user'>['actor']['kind']>().toEqualTypeOf<Standing>();
});
